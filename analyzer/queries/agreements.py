"""What the report itself states of the GPA and other procurement agreements, economy by economy."""

from __future__ import annotations

from dataclasses import dataclass

from analyzer.queries.asking import series_held, year_held
from analyzer.records import Mention, Passage
from analyzer.store import Store

_STATED = ("party", "observer", "acceding", "neither")


@dataclass(frozen=True, slots=True)
class Standing:
    """One economy's standing under the GPA as one edition states it; `silent` where it says nothing."""

    economy: str
    year: int
    status: str  # party | observer | acceding | neither | silent
    since: str | None = None
    sentence: str | None = None
    pdf_page: int | None = None
    printed_page: str | None = None
    passage_id: str | None = None
    others: tuple[str, ...] = ()  # other agreements that its procurement passages name


def agreements(store: Store, *, year: int | None = None, series: str | None = None) -> list[Standing]:
    """The standing of every economy of an edition, with the sentence and page behind it, by code."""
    name = series_held(store, series)
    chosen = year_held(store, name, year)
    stated: dict[str, Standing] = {}
    others: dict[str, set[str]] = {}
    for passage, mentions in store.mentioned(name, "AGREEMENT", year=chosen):
        for mention in mentions:
            if mention.norm in ("RDP", "FTA_GP", "BILATERAL_GP"):
                others.setdefault(passage.chapter, set()).add(passage.text[mention.start : mention.end])
            who, status = mention.attrs.get("status_of"), mention.attrs.get("status")
            if who and status in _STATED and who not in stated:
                stated[who] = _standing(who, chosen, passage, mention)
    covered = [c.economy for c in store.chapters(name, chosen)]
    covered += [m for c in store.chapters(name, chosen) if c.economy in ("GCC", "SACU") for m in c.members]
    silent = {code: Standing(code, chosen, "silent") for code in covered if code not in stated}
    return [
        _with(standing, tuple(sorted(others.get(code, ()))))
        for code, standing in sorted({**silent, **stated}.items())
        if code in covered
    ]


def _standing(who: str, year: int, passage: Passage, mention: Mention) -> Standing:
    start, end = next((s for s in passage.sentences if s[0] <= mention.start < s[1]), (0, len(passage.text)))
    return Standing(
        who,
        year,
        mention.attrs["status"],
        mention.attrs.get("since"),
        passage.text[start:end],
        passage.pdf_page,
        passage.printed_page,
        passage.id,
    )


def _with(standing: Standing, others: tuple[str, ...]) -> Standing:
    from dataclasses import replace

    return replace(standing, others=others)
