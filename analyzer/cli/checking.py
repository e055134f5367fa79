"""Verbs that look after the store: doctor."""

from __future__ import annotations

import typer

from analyzer.cli.options import AsJson, StorePath, opened
from analyzer.cli.showing import console, plain, short


def doctor(store: StorePath = None, json: AsJson = False) -> None:
    """Account for all that was read; check that the store is sound."""
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
