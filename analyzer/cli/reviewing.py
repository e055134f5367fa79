"""Verbs by which people decide: rule, rulings, review."""

from __future__ import annotations

import json as encoding
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import AsJson, Output, Series, StorePath, Year, opened
from analyzer.cli.showing import console, place, plain, say, short
from analyzer.settings import user

if TYPE_CHECKING:
    from analyzer.records import Finding, Ruling

By = Annotated[str | None, typer.Option(help="Who decides; the user's name, by default.")]
_KEYS = {"n": "new", "r": "relisted", "c": "changed", "k": "continued"}
_PAIR_KEYS = {"s": "same", "d": "different"}


def rule(
    about: Annotated[str, typer.Argument(help="Id of the passage.")],
    decision: Annotated[
        str,
        typer.Argument(
            help="new, relisted, changed, continued; same or different with --against; withdrawn takes it back"
        ),
    ],
    economy: Annotated[str | None, typer.Option(help="Economy; the chapter's own, by default.")] = None,
    against: Annotated[str | None, typer.Option(help="Id of the earlier passage of a pair.")] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    by: By = None,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Record a person's decision, which outranks every score.

    It stays when reports are added again.
    """
    from analyzer import pipeline, queries
    from analyzer.errors import AnalyzerError

    if decision in ("same", "different") and against is None:
        raise AnalyzerError(
            f"'{decision}' is a decision on two passages, and one is named.", remedy="Name the other one: --against ID"
        )
    with opened(store) as held:
        own = about.split("-")[1] if about.count("-") >= 2 else ""
        code = queries.economy_code(economy) if economy else own
        ruling = _ruling(about, code, decision, by, why, against)
        pipeline.rule(held, ruling)
    said = f"recorded: {about} is {decision}" + (f" as {against}" if against else "")
    say(asdict(ruling), said, json=json)


def rulings(
    source: Annotated[Path | None, typer.Argument(help="Rulings to take in (jsonl), as this verb writes them.")] = None,
    output: Output = None,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Show or write the decisions recorded, or take in others'.

    A file holds one JSON object a line.
    """
    from analyzer import pipeline

    with opened(store) as held:
        if source is not None:
            taken = _read(source)
            fresh = pipeline.take_in(held, taken)
            said = f"{fresh} ruling(s) taken in from {source}"
            said += f"; {len(taken) - fresh} recorded already" if fresh < len(taken) else ""
            say({"taken": fresh, "known": len(taken) - fresh, "file": str(source)}, said, json=json)
            return
        kept = [asdict(ruling) for ruling in held.rulings()]
        lines = [encoding.dumps(ruling, ensure_ascii=False) for ruling in kept]
    if output is not None:
        output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        written = f"{len(lines)} ruling(s) written to {output}"
        say({"written": len(lines), "file": str(output)}, written, json=json)
    elif json:
        typer.echo(encoding.dumps(kept, ensure_ascii=False))
    else:
        for line in lines:
            typer.echo(line)


def review(
    economy: Annotated[str | None, typer.Argument(help="Economy, by code or name; all, by default.")] = None,
    year: Year = None,
    limit: Annotated[int, typer.Option(help="Findings to look at.")] = 20,
    by: By = None,
    series: Series = None,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Decide on findings one by one, the least certain first."""
    from analyzer import pipeline, queries
    from analyzer.exports import finding_row

    with opened(store) as held:
        found = queries.least_certain(held, economy, year=year, series=series, limit=limit)
        if json:
            typer.echo(encoding.dumps([finding_row(f) for f in found], ensure_ascii=False))
            return
        for number, finding in enumerate(found, 1):
            _present(finding, f"{number} of {len(found)}")
            ruling = _asked(finding, by)
            if ruling is None:
                break
            if ruling.decision:
                pipeline.rule(held, ruling)
                typer.echo(f"recorded: {ruling.decision}")


def _present(finding: Finding, count: str) -> None:
    out, passage, verdict = console(), finding.passage, finding.verdict
    out.print(f"[bold]{count}: {verdict.economy} {verdict.year}, {verdict.status.value}[/bold], p_new {verdict.p_new}")
    out.print(f"  {place(passage.printed_page, passage.pdf_page)} {plain(short(passage.text, 900))}")
    if verdict.evidence is not None:
        out.print(f"  nearest ({verdict.evidence.year}): {plain(short(verdict.evidence.text, 600))}")


def _asked(finding: Finding, by: str | None) -> Ruling | None:
    """The decision typed; one without a decision where it is left open, None where the reviewer stops."""
    pair = _PAIR_KEYS if finding.verdict.evidence is not None else {}
    keys = {**_KEYS, **pair}
    menu = ", ".join(f"{key}={word}" for key, word in keys.items())
    while True:
        answer = typer.prompt(f"{menu}, Enter=leave open, q=stop", default="", show_default=False).strip().lower()
        if answer == "q":
            return None
        if not answer or answer in keys:
            break
    against = finding.verdict.evidence.passage_id if answer in pair and finding.verdict.evidence else None
    decision = keys.get(answer, "")
    why = typer.prompt("why", default="", show_default=False) if decision else ""
    return _ruling(finding.passage.id, finding.verdict.economy, decision, by, why, against)


def _ruling(about: str, economy: str, decision: str, by: str | None, why: str, against: str | None) -> Ruling:
    from analyzer.records import Ruling

    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Ruling(about, economy, decision, by or user(), now, why, against)


def _read(source: Path) -> list[Ruling]:
    from analyzer.errors import AnalyzerError

    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise AnalyzerError(f"the rulings cannot be read ({error}).", where=str(source)) from error
    return [_line(line, f"{source}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _line(line: str, where: str) -> Ruling:
    from analyzer.errors import AnalyzerError
    from analyzer.records import Ruling

    try:
        return Ruling(**encoding.loads(line))
    except (TypeError, ValueError) as error:
        remedy = "Each line holds about, economy, decision, by and at; why and against may be added."
        raise AnalyzerError(f"this is no ruling ({error}).", where=where, remedy=remedy) from error
