"""What pages are asked by their address: years, filters, pages of a long list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Annotated, Generic, TypeVar

from fastapi import Path, Query

from analyzer.errors import UnknownChoice
from analyzer.records import Finding, Label, Status
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

    def toggled(self, status: str) -> str:
        """The query string with a status put in or taken out."""
        kept = tuple(s for s in self.status if s != status)
        return self.address(status=kept if status in self.status else (*self.status, status))

    def chosen(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings that fit."""
        family = sections.family(self.section) if self.section else None
        keys = {k for k, s in sections.sections().items() if s.family == family} if family else None
        stems = [_stem(word) for word in re.findall(r"\w+", self.q.casefold())]
        return [
            f
            for f in findings
            if (not self.status or f.verdict.status.value in self.status)
            and (self.boilerplate or not f.verdict.boilerplate)
            and (keys is None or f.passage.section in keys)
            and (not self.label or any(m.label.value == self.label for m in f.mentions))
            and _holds(f, stems)
        ]


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


def _holds(finding: Finding, stems: Sequence[str]) -> bool:
    if not stems:
        return True
    text = " ".join((*finding.passage.heading, finding.passage.text)).casefold()
    return all(re.search(rf"\b{re.escape(stem)}", text) for stem in stems)
