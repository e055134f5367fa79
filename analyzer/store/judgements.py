"""What a store answers on the listing history: verdicts, findings, links, listings and rulings."""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sql

from analyzer.records import Finding, Listing, Ruling, Verdict
from analyzer.store import schema
from analyzer.store.asking import batches
from analyzer.store.passages import Passages
from analyzer.store.rows import to_listing, to_verdict
from analyzer.store.writing import report_id


class Judgements(Passages):
    """What was found on the passages held."""

    def verdicts(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        passages: Collection[str] | None = None,
    ) -> list[Verdict]:
        """Verdicts that fit, by economy and year, in no further order."""
        v, p = schema.verdict, schema.passage
        query = (
            sql.select(v, sql.func.coalesce(p.c.text, "").label("shown"))
            .select_from(v.outerjoin(p, p.c.id == v.c.evidence))
            .order_by(v.c.economy, v.c.year, v.c.passage_id)
        )
        by_passage = passages is not None
        query = query.where((_looked_at(v.c.series) if by_passage else v.c.series) == series)
        if economy is not None:
            query = query.where((_looked_at(v.c.economy) if by_passage else v.c.economy) == economy)
        if year is not None:
            query = query.where(v.c.year == year)
        if status is not None:
            query = query.where(v.c.status.in_(status))
        if passages is not None:
            query = query.where(v.c.passage_id.in_(sorted(passages)))
        return self._records(to_verdict, query)

    def findings(
        self,
        series: str,
        *,
        economy: str | None = None,
        year: int | None = None,
        status: list[str] | None = None,
        passages: Collection[str] | None = None,
        placed: bool = True,
    ) -> list[Finding]:
        """Findings that fit (as in `verdicts`), by economy, year and place in the report; `placed` as in `passages`."""
        with self.snapshot():
            verdicts = self.verdicts(series, economy=economy, year=year, status=status, passages=passages)
            held = self.by_ids(sorted({v.passage_id for v in verdicts}), placed=placed)
        found = [
            Finding(held[v.passage_id][0], v, held[v.passage_id][1], report_id(series, v.year))
            for v in verdicts
            if v.passage_id in held
        ]
        return sorted(
            found, key=lambda f: (f.verdict.economy, f.verdict.year, f.verdict.status == "dropped", f.passage.ordinal)
        )

    def economies(self, series: str) -> tuple[str, ...]:
        """Codes of all economies that have findings, sorted."""
        v = schema.verdict
        query = sql.select(v.c.economy).where(v.c.series == series).distinct().order_by(v.c.economy)
        return tuple(row["economy"] for row in self._rows(query))

    def judged_years(self, series: str, economy: str) -> tuple[int, ...]:
        """The years of the editions that have findings on an economy, ascending."""
        v = schema.verdict
        query = sql.select(v.c.year).where(v.c.series == series, v.c.economy == economy).distinct().order_by(v.c.year)
        return tuple(row["year"] for row in self._rows(query))

    def listings(self, series: str, economy: str, *, boilerplate: bool = True) -> list[Listing]:
        """The threads of an economy, by first year and id; without boilerplate, those that tell of any barrier."""
        w, v = schema.listing, schema.verdict
        query = sql.select(w).where(w.c.series == series, w.c.economy == economy).order_by(w.c.id)
        if not boilerplate:
            own = sql.select(v.c.listing_id).where(v.c.series == series, v.c.economy == economy)
            query = query.where(w.c.id.in_(own.where(v.c.status != "dropped", sql.not_(v.c.boilerplate))))
        return sorted(self._records(to_listing, query), key=lambda entry: (entry.years, entry.id))

    def filed(self, series: str, economy: str, numbers: Collection[int]) -> list[tuple[int, str, str, tuple[str, ...]]]:
        """(number, id, listing id, heading) of those of an economy's passages that have these numbers, by number."""
        v, p = schema.verdict, schema.passage
        found: list[tuple[int, str, str, tuple[str, ...]]] = []
        for some in batches(sorted(numbers)):
            query = (
                sql.select(p.c.number, p.c.id, v.c.listing_id, p.c.heading)
                .join(v, sql.and_(v.c.passage_id == p.c.id, v.c.year == p.c.year))
                .where(p.c.number.in_(some), v.c.status != "dropped")
                .where(_looked_at(v.c.economy) == economy, _looked_at(v.c.series) == series)
                .order_by(p.c.number)
            )
            found.extend(self._quickly(lambda row: (row[0], row[1], row[2], tuple(row[3])), query))
        return found

    def links(self, series: str, economy: str, passages: Collection[str]) -> list[tuple[str, int, float]]:
        """(id, year, score) of the passages, earlier and later, that these are linked to, the best score first.

        A passage stands there once for each of its links.
        """
        x = schema.link
        found: list[tuple[str, int, float]] = []
        for some in batches(sorted(passages)):
            for one, year, other in ((x.c.earlier, x.c.year, x.c.later), (x.c.later, x.c.later_year, x.c.earlier)):
                query = sql.select(one, year, x.c.score)
                query = query.where(x.c.series == series, x.c.economy == economy, other.in_(some))
                found.extend(self._quickly(lambda row: (row[0], row[1], row[2]), query))
        return sorted(found, key=lambda link: (-link[2], link[0]))

    def linked(self, series: str, economy: str, passages: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Passage id -> the earlier years that list its matter, of those passages that have any."""
        x = schema.link
        found: dict[str, set[int]] = {}
        for some in batches(sorted(passages)):
            query = sql.select(x.c.later, x.c.year).where(
                x.c.series == series, x.c.economy == economy, x.c.later.in_(some)
            )
            for row in self._rows(query):
                found.setdefault(row["later"], set()).add(row["year"])
        return {passage: tuple(sorted(years)) for passage, years in found.items()}

    def rulings(self) -> list[Ruling]:
        """Every decision recorded, by time; of one time in the order of recording."""
        r = schema.ruling
        columns = [c for c in r.c if c is not r.c.number]
        rows = self._rows(sql.select(*columns).order_by(r.c.at, r.c.number))
        return [Ruling(**{**row, "against": row["against"] or None}) for row in rows]


def _looked_at(column: sql.Column[str]) -> sql.ColumnElement[str]:
    """A column that SQLite looks at in each row found, instead of reading all rows of an economy by its index."""
    return column.concat("")
