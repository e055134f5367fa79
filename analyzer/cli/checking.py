"""Verbs that look after the store: doctor and rule."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from analyzer.cli.options import Json, StorePath, opened
from analyzer.cli.showing import console, plain, short


def doctor(store: StorePath = None, json: Json = False) -> None:
    """Account for every row and page read, and check that the store is sound."""
    import json as encoding
    import sys

    with opened(store) as held:
        reports, unplaced, wrong = held.reports(), held.unplaced(), held.integrity()
    uneven = [r["id"] for r in reports if not _even(r["account"])]
    wrong += [f"the account of {key} does not add up" for key in uneven]
    if json:
        encoding.dump({"reports": reports, "unplaced": unplaced, "wrong": wrong}, sys.stdout, ensure_ascii=False)
    else:
        _tell(reports, unplaced, wrong)
    if wrong:
        raise typer.Exit(1)


def _even(account: dict[str, int]) -> bool:
    parts = ("placed", "moved", "front_matter", "unplaced", "empty")
    return account["total"] == sum(account[part] for part in parts)


def _tell(reports: list[dict], unplaced: list[dict], wrong: list[str]) -> None:  # type: ignore[type-arg]
    out = console()
    totals: dict[str, dict[str, int]] = {}
    for report in reports:
        account = report["account"]
        sums = totals.setdefault(account["unit"], {})
        for part in ("total", "placed", "moved", "front_matter", "unplaced", "empty"):
            sums[part] = sums.get(part, 0) + account[part]
    out.print(f"{len(reports)} edition(s) held")
    for unit, sums in totals.items():
        out.print(
            f"{sums['total']:,} {unit}s read: {sums['placed']:,} placed, {sums['moved']} put back under their economy, "
            f"{sums['front_matter']} front matter, {sums['unplaced']} unplaced, {sums['empty']} empty"
        )
    for entry in unplaced:
        out.print(f"  unplaced: {entry['report']}, {entry['place']}: {plain(entry['reason'])}")
        out.print(f"    “{plain(short(entry['text'], 120))}”")
    for line in wrong:
        out.print(f"[bold]wrong:[/bold] {plain(line)}")
    if not wrong:
        out.print("The store is sound.")


def rule(
    about: Annotated[str, typer.Argument(help="Id of the passage.")],
    decision: Annotated[
        str, typer.Argument(help="new, relisted, changed, continued; same or different with --against")
    ],
    economy: Annotated[str | None, typer.Option(help="Economy; the chapter's own, by default.")] = None,
    against: Annotated[str | None, typer.Option(help="Id of the earlier passage of a pair.")] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    by: Annotated[str | None, typer.Option(help="Who decides.")] = None,
    store: StorePath = None,
) -> None:
    """Record a person's decision; it outranks every score and stays when reports are added again."""
    from analyzer import pipeline
    from analyzer.records import Ruling

    with opened(store) as held:
        code = economy or (about.split("-")[1] if about.count("-") >= 2 else "")
        ruling = Ruling(
            about,
            code,
            decision,
            by or getpass.getuser(),
            datetime.now(UTC).isoformat(timespec="seconds"),
            why,
            against,
        )
        pipeline.rule(held, ruling)
    typer.echo(f"recorded: {about} is {decision}" + (f" as {against}" if against else ""))
