"""What pages are asked by their address: years, filters, pages of a long list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Annotated, Generic, TypeVar

from fastapi import Path, Query

from analyzer.errors import UnknownChoice
from analyzer.records import Finding, Label, Status
from analyzer.store import Glimpse
from analyzer.vocab import sections
from analyzer.web.views import query

T = TypeVar("T")
FIRST, LAST = 1900, 2200
Year = Annotated[int, Path(ge=FIRST, le=LAST, description="Edition")]
Series = Annotated[str, Path(max_length=40, pattern=r"^[\w-]+$", description="Series of reports, such as nte")]
Economy = Annotated[str, Path(max_length=80, description="Economy, by code or name")]
Words = Annotated[str, Query(max_length=400)]
Number = Annotated[int, Query(ge=1, le=100_000)]
PAGE = 100  # entries on one page


def year_asked(text: str) -> int | None:
    """The year in a form's field; None where it is empty. Raises UnknownChoice."""
    if not text.strip():
        return None
    if not re.fullmatch(r"\d{4}", text.strip()) or not FIRST <= int(text) <= LAST:
        raise UnknownChoice("year", text[:20], ["four digits, such as 2025"])
    return int(text)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings of an economy are shown."""

    status: tuple[str, ...] = ()
    section: str = ""
    label: str = ""
    q: str = ""
    boilerplate: bool = False

    def address(self, **changes: object) -> str:
        """The query string of this filter with some parts changed."""
        changed = replace(self, **changes)  # type: ignore[arg-type]
        return query({**asdict(changed), "status": list(changed.status), "boilerplate": changed.boilerplate and "true"})

    def chosen(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that fit."""
        fits = self._fits()
        return [f for f in findings if fits(_seen(f))]

    def at_a_glance(self, findings: Iterable[Glimpse]) -> list[Glimpse]:
        """The findings that fit, of those with what they are chosen by alone."""
        return list(filter(self._fits(), findings))

    def _fits(self) -> Callable[[Glimpse], bool]:
        family = sections.family(self.section) if self.section else None
        keys = {k for k, s in sections.sections().items() if s.family == family} if family else None
        stems = [re.compile(rf"\b{re.escape(_stem(word))}") for word in re.findall(r"\w+", self.q.casefold())]

        def fits(g: Glimpse) -> bool:
            return (
                (not self.status or g.status in self.status)
                and (self.boilerplate or not g.boilerplate)
                and (keys is None or g.section in keys)
                and (not self.label or self.label in g.labels)
                and (not stems or _holds(" ".join((*g.heading, g.text)).casefold(), stems))
            )

        return fits


def asked_filter(
    status: Annotated[list[str] | None, Query(max_length=10)] = None,
    section: Annotated[str, Query(max_length=60)] = "",
    label: Annotated[str, Query(max_length=20)] = "",
    q: Words = "",
    boilerplate: bool = False,
) -> Filter:
    """The filter that an address asks for. Raises UnknownChoice."""
    key = sections.section_key(section) if section else ""
    if key is None:
        raise UnknownChoice("section", section, sections.sections())
    return Filter(
        tuple(_known("status", one, [s.value for s in Status]) for one in dict.fromkeys(status or ())),
        key,
        _known("label", label.upper(), [x.value for x in Label]) if label else "",
        q.strip(),
        boilerplate,
    )


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a long list."""

    entries: Sequence[T]
    number: int
    count: int  # of pages
    total: int  # of entries


def part_of(entries: Sequence[T], number: int, *, size: int = PAGE) -> Part[T]:
    """The page of that number; the last one where there are fewer."""
    count = max(1, -(-len(entries) // size))
    number = min(number, count)
    return Part(entries[(number - 1) * size : number * size], number, count, len(entries))


def _known(kind: str, given: str, choices: Collection[str]) -> str:
    if given not in choices:
        raise UnknownChoice(kind, given, choices)
    return given


def _stem(word: str) -> str:
    return word[:6] if len(word) > 6 else word


def _holds(text: str, stems: Sequence[re.Pattern[str]]) -> bool:
    return all(stem.search(text) for stem in stems)


def _seen(finding: Finding) -> Glimpse:
    v, p = finding.verdict, finding.passage
    labels = tuple(m.label.value for m in finding.mentions)
    return Glimpse(
        p.id, v.status.value, v.boilerplate, v.left_out, v.compared_with, p.section, p.heading, labels, p.text,
        p.pdf_page, p.printed_page,
    )  # fmt: skip
