"""What is written to a store, inside one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, insert, select

from analyzer.records import Edition, Link, Listing, Mention, Page, Ruling, SourceFile, Verdict
from analyzer.store import schema
from analyzer.store.database import Database
from analyzer.store.rows import from_passage, from_verdict

_MOST_BYTES = 64 * 2**20  # larger files are not kept in the store, so that it stays easy to copy


class Writer:
    """Writes inside one transaction; nothing is seen by others before it ends well."""

    def __init__(self, connection: Connection, database: Database) -> None:
        self._connection = connection
        self._database = database
        self._read_anew = False  # editions came or went

    def source(self, source: SourceFile, content: bytes | None) -> None:
        """Keep the file that editions are read from; its bytes only where they are given and not too many."""
        self._connection.execute(delete(schema.source).where(schema.source.c.sha256 == source.sha256))
        kept = content if content is not None and len(content) <= _MOST_BYTES else None
        self._connection.execute(insert(schema.source), [{**asdict(source), "bytes": kept}])

    def edition(self, edition: Edition, mentions: Mapping[str, Sequence[Mention]], pages: Iterable[Page] = ()) -> None:
        """Add an edition with its passages and their mentions (by passage id)."""
        key = report_id(edition.series, edition.year)
        run = self._connection.execute
        self._read_anew = True
        run(
            insert(schema.report),
            [
                {
                    "id": key,
                    "series": edition.series,
                    "year": edition.year,
                    "title": edition.title,
                    "sha256": edition.source.sha256,
                    "account": asdict(edition.account),
                    "warnings": list(edition.warnings),
                }
            ],
        )
        self._many(
            schema.page,
            [
                {"report": key, "number": p.number, "printed": p.printed, "text": "\n".join(x.text for x in p.lines)}
                for p in pages
            ],
        )
        self._many(
            schema.chapter,
            [
                {**asdict(c), "members": list(c.members), "notes": list(c.notes), "report": key, "position": n}
                for n, c in enumerate(edition.chapters)
            ],
        )
        self._many(
            schema.unplaced,
            [
                {"report": key, "place": u.where, "label": u.label, "reason": u.reason, "text": u.text}
                for u in edition.unplaced
            ],
        )
        self._passages(edition, key, mentions)

    def _passages(self, edition: Edition, key: str, mentions: Mapping[str, Sequence[Mention]]) -> None:
        first = (self._connection.scalar(select(func.max(schema.passage.c.number))) or 0) + 1
        numbered = list(enumerate(edition.passages, first))
        rows = [{"number": n, **from_passage(p, key, mentions.get(p.id, ()))} for n, p in numbered]
        self._many(schema.passage, rows)
        self._many(
            schema.passage_economy,
            [
                {"economy": code, "passage": n, "series": edition.series, "year": edition.year}
                for n, p in numbered
                for code in p.economies
            ],
        )
        self._database.index(self._connection, key, rows)

    def remove(self, series: str, year: int) -> None:
        """Take an edition out, with its verdicts."""
        key, run = report_id(series, year), self._connection.execute
        numbers = select(schema.passage.c.number).where(schema.passage.c.report == key)
        self._database.unindex(self._connection, key)
        self._read_anew = True
        run(delete(schema.passage_economy).where(schema.passage_economy.c.passage.in_(numbers)))
        for table in (schema.passage, schema.page, schema.chapter, schema.unplaced):
            run(delete(table).where(table.c.report == key))
        run(delete(schema.report).where(schema.report.c.id == key))
        run(delete(schema.verdict).where(schema.verdict.c.series == series, schema.verdict.c.year == year))

    def forget_unused_sources(self) -> None:
        """Drop files from which no edition is held any more."""
        used = select(schema.report.c.sha256)
        self._connection.execute(delete(schema.source).where(schema.source.c.sha256.not_in(used)))

    def history(
        self,
        series: str,
        economy: str,
        years: Collection[int],
        verdicts: Iterable[Verdict],
        links: Iterable[Link],
        listings: Iterable[Listing],
        *,
        partly: bool = False,
    ) -> None:
        """Put in the verdicts and links of these years for an economy, and its listings.

        These are all; `partly` those that hold passages of years that had none before: other listings stay.
        """
        run, chosen = self._connection.execute, sorted(years)
        v, x, w = schema.verdict, schema.link, schema.listing
        run(delete(v).where(v.c.series == series, v.c.economy == economy, v.c.year.in_(chosen)))
        run(delete(x).where(x.c.series == series, x.c.economy == economy, x.c.later_year.in_(chosen)))
        threads = list(listings)
        gone = delete(w).where(w.c.series == series, w.c.economy == economy)
        run(gone.where(w.c.id.in_([entry.id for entry in threads])) if partly else gone)
        held = list(verdicts)
        self._many(schema.verdict, [from_verdict(verdict, series) for verdict in held])
        when = {verdict.passage_id: verdict.year for verdict in held if verdict.status.value != "dropped"}
        self._many(
            schema.link,
            [
                {
                    "series": series,
                    "economy": economy,
                    "later": e.later,
                    "earlier": e.earlier,
                    "later_year": when[e.later],
                    "year": e.year,
                    "score": e.score,
                    "ruled": e.ruled,
                }
                for e in links
                if e.later in when
            ],
        )
        self._many(
            schema.listing,
            [
                {
                    "series": series,
                    "economy": economy,
                    "id": entry.id,
                    "title": entry.title,
                    "years": list(entry.years),
                    "gaps": list(entry.gaps),
                    "sections": list(entry.sections),
                    "passages": list(entry.passages),
                    "continues": entry.continues,
                }
                for entry in threads
            ],
        )

    def ruling(self, ruling: Ruling) -> None:
        """Record a person's decision beside all earlier ones."""
        number = (self._connection.scalar(select(func.max(schema.ruling.c.number))) or 0) + 1
        row = {**asdict(ruling), "number": number, "against": ruling.against or ""}
        self._connection.execute(insert(schema.ruling), [row])

    def mark_changed(self) -> None:
        """Tell those who keep answers that the store is another one now."""
        for key in (schema.CHANGES, *([schema.EDITIONS] if self._read_anew else [])):
            self._connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
            self._connection.execute(insert(schema.meta), [{"key": key, "value": secrets.token_hex(8)}])

    def _many(self, table: object, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)  # type: ignore[arg-type]


def report_id(series: str, year: int) -> str:
    """The id of an edition: "nte-2025"."""
    return f"{series}-{year}"
