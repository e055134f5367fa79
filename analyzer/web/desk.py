"""What the pages work with: the store, the answers kept, the key of the forms, the reports being added."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from analyzer import claims, queries
from analyzer.queries.events import changes
from analyzer.queries.whose import spoken
from analyzer.reading import Ready
from analyzer.records import Finding
from analyzer.store import Glimpse, Store, Tally, tallies
from analyzer.vocab import economies
from analyzer.web.bounds import Bounds
from analyzer.web.charts import through_the_years
from analyzer.web.counting import Glance, glances
from analyzer.web.door import Door
from analyzer.web.jobs import Jobs
from analyzer.web.memo import Memo

if TYPE_CHECKING:
    from fastapi import Request

_DRAWN = 10  # economies whose charts are drawn at the start; the engine is slow at its first drawings


@dataclass(frozen=True, slots=True)
class Desk:
    """One for each application."""

    store: Store
    memo: Memo  # small answers
    texts: Memo  # those that depend on the texts alone, which rulings leave as they are
    chapters: Memo  # findings of one economy each
    files: Memo  # notes
    images: Memo
    jobs: Jobs
    door: Door
    bounds: Bounds
    ready: Ready = field(default_factory=Ready)  # a process to draw the next image
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def reports(self) -> list[dict[str, Any]]:
        """The editions held, by series and year."""
        return self.texts.get("reports", self.store.reports)

    def series(self, name: str | None = None) -> str:
        """The series asked for, or the largest one held. Raises NothingHeld or UnknownChoice."""
        return queries.series_held(self.store, name)

    def years(self, series: str | None) -> list[int]:
        """The years of the editions held."""
        return [r["year"] for r in self.reports() if r["series"] == series]

    def findings(self, series: str, economy: str, year: int) -> list[Finding]:
        """All findings on an economy in an edition, in the report's order, their lines without places.

        Raises as `queries.findings` does.
        """
        return self.chapters.get(
            (series, economy, year),
            lambda: queries.findings(self.store, economy, year=year, series=series, placed=False),
        )

    def glimpses(self, series: str, economy: str, year: int) -> list[Glimpse]:
        """The same with what they are chosen by alone."""
        key = ("glimpses", series, economy, year)
        return self.chapters.get(key, lambda: queries.at_a_glance(self.store, economy, year=year, series=series))

    def shown(self, series: str, economy: str, year: int, chosen: Sequence[Glimpse]) -> list[Finding]:
        """The findings of which these are glimpses, their lines without places."""
        ids = tuple(g.passage_id for g in chosen)
        return self.chapters.get(
            (series, economy, year, ids),
            lambda: queries.chosen_findings(self.store, economy, ids, year=year, series=series),
        )

    def standings(self, series: str) -> list[queries.Standing]:
        """Every economy's standing under the GPA in every edition held."""
        return self.texts.get(("standings", series), lambda: queries.matrix(self.store, series=series))

    def events(self, series: str) -> list[queries.StandingEvent]:
        """Every change of standing, by economy and year."""

        def look() -> list[queries.StandingEvent]:
            by_economy: dict[str, list[queries.Standing]] = {}
            for standing in self.standings(series):
                by_economy.setdefault(standing.economy, []).append(standing)
            return [event for rows in by_economy.values() for event in changes(rows)]

        return self.texts.get(("events", series), look)

    def regimes(self, series: str, year: int | None = None) -> list[queries.Regime]:
        """The offset regimes of an edition, or of all editions held."""
        told = self.texts.get(("spoken of offsets", series), lambda: spoken(self.store, series))
        return self.texts.get(
            ("regimes", series, year), lambda: queries.offsets(self.store, series=series, year=year, told=told)
        )

    def glance(self, series: str, year: int) -> Glance:
        """An edition's counts."""
        return self.memo.get(("glances", series), lambda: glances(self.store, series))[year]

    def tallies(self, series: str) -> list[Tally]:
        """Passages of every edition held by economy, year and status."""
        return self.memo.get(("tallies", series), lambda: tallies(self.store, series))

    def offset_years(self, series: str) -> list[queries.OffsetYear]:
        """Who speaks of offsets in each edition held."""
        return self.texts.get(("offset years", series), lambda: queries.offsets_by_year(self.store, series=series))

    def chart(self, series: str, economy: str | None = None) -> bytes:
        """Findings by status through the editions as an SVG: of an economy, or of all chapters."""

        def draw() -> bytes:
            held = self.tallies(series)
            if economy is not None:
                return through_the_years([t for t in held if t.economy == economy])
            chapters = {(c, y) for c, years in self.store.chapter_years(series).items() for y in years}
            return through_the_years([t for t in held if (t.economy, t.year) in chapters])

        return self.memo.get(("chart", series, economy), draw)

    def ground(self) -> claims.Ground:
        """What claims are checked against."""
        return self.texts.get("ground of claims", lambda: claims.ground(self.store))

    def warm_up(self) -> None:
        """Work out beforehand what takes longest and is asked for most."""
        for series in sorted(_series(self.reports())):
            self.glance(series, self.years(series)[-1])
            self.events(series)
            self.regimes(series)
            self.offset_years(series)
            self.chart(series)
            for economy in self._largest(series)[:_DRAWN]:
                self.chart(series, economy)
        ground = self.ground()
        for economy in self._latest(ground.series):  # for the claims on them
            claims.judged(f"Import licences of {economies.name_of(economy)} are listed for the first time.", ground)

    def _largest(self, series: str) -> list[str]:
        """The economies by their findings in all editions, those with most first."""
        size: Counter[str] = Counter()
        for tally in self.tallies(series):
            size[tally.economy] += tally.count
        return sorted(size, key=lambda code: (-size[code], code))

    def _latest(self, series: str) -> list[str]:
        """Those that have a chapter in the latest edition."""
        latest, chapters = self.years(series)[-1], self.store.chapter_years(series)
        return [code for code in self._largest(series) if latest in chapters.get(code, ())]


def _series(reports: Iterable[dict[str, Any]]) -> set[str]:
    return {r["series"] for r in reports}


def desk(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    found: Desk = request.app.state.desk
    return found
