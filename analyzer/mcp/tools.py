"""The tools: each asks one question of the store and answers in plain values with citations."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from analyzer import queries
from analyzer.errors import NothingHeld
from analyzer.mcp import limits
from analyzer.mcp.citation import Citations
from analyzer.mcp.limits import Economy, Id, Limit, Query, Series, Skip, Text, Year, cut, part
from analyzer.mcp.rows import appearance_row, finding_row, judgement_row, passage_row
from analyzer.store import Store
from analyzer.vocab import economies
from analyzer.vocab import series as all_series

Statuses = list[Literal["new", "relisted", "changed", "continued", "dropped"]]
Label = Literal["OFFSET", "AGREEMENT", "COUNTRY", "MONEY", "PERCENT", "DATE", "MEASURE"]
Section = Annotated[str, Field(max_length=100, description="Category, such as procurement.")]
Answer = dict[str, Any]
ABSENCE = "Absence from a report is not removal of the barrier."


class Tools:
    """Questions about the reports of one store, which is only read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reports(self) -> Answer:
        """List the editions held, and those published but not held: ask this first, every answer depends on it."""
        rows = [
            {"report": f"{r['series'].upper()} {r['year']}", "series": r["series"], "year": r["year"]}
            | {"title": r["title"], "read_from": r["kind"], "passages": r["passages"] or 0}
            for r in self._store.reports()
        ]
        missing = {}
        for name in sorted({row["series"] for row in rows}):
            years = queries.years_held(self._store, name)
            missing[name] = [y for y in all_series.published(name) if years[0] < y < years[-1] and y not in years]
        return {"reports": rows, "not_held": missing}

    def findings(
        self,
        economy: Economy | None = None,
        year: Year | None = None,
        status: Statuses | None = None,
        label: Label | None = None,
        section: Section | None = None,
        series: Series | None = None,
        limit: Limit = 10,
        skip: Skip = 0,
    ) -> Answer:
        """What an edition (the latest held, by default) says, by economy, each with its status and page.

        Statuses: new, relisted (back after an absence), changed in substance, continued, dropped. `p_new` is the
        probability of newly listed or relisted; near 0.5 the status is not sure. `not_held` names editions in between
        in which a matter called new or relisted may have stood. Of what is dropped, one that `follows` another passage
        is a point left out of a matter that goes on.
        """
        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            found = queries.findings(
                self._store,
                economy,
                year=year,
                status=status,
                label=label,
                section=section,
                boilerplate=label is not None,
                series=name,
            )
            citations = Citations(self._store, name)
        shown, counts = part(found, limit, skip)
        missing = sorted({y for f in found for y in f.verdict.missing_editions})
        return {
            **counts,
            "not_held": missing,
            "note": ABSENCE if any(f.verdict.status == "dropped" for f in shown) else "",
            "findings": [finding_row(f, citations) for f in shown],
        }

    def history(
        self,
        economy: Economy,
        query: Query,
        first: Year | None = None,
        last: Year | None = None,
        series: Series | None = None,
        limit: Annotated[int, Field(ge=1, le=5, description="At most so many threads.")] = 2,
    ) -> Answer:
        """What the editions held say of one matter of an economy: in which years, and its words in each.

        Every edition held stands in one group of years: `said`, perhaps `in_other_words` (matched by comparison, not by
        words), `partly` (part of the words), `not_said`, or `without_chapter`, which says nothing of the economy.
        `first` and `last` bound the editions asked for.
        """
        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            found = queries.history(self._store, economy, query, series=name, limit=limit, first=first, last=last)
            citations = Citations(self._store, name)
        return {
            "economy": found.economy,
            "looked_for": [list(word.ways) for word in found.looked_for],
            "not_found": list(found.not_found),
            "years": {
                "said": list(found.years_said),
                "in_other_words": list(found.years_in_other_words),
                "partly": list(found.years_partly),
                "not_said": list(found.years_not_said),
                "without_chapter": list(found.years_without_chapter),
                "not_held": list(found.not_held),
            },
            "passages": [appearance_row(a, citations) for a in found.best_by_year[-limits.APPEARANCES :]],
            "threads": [
                {
                    "title": cut(t.title, limits.SENTENCE),
                    "listing_ids": list(t.listing_ids),
                    "years": list(t.years),
                    "passages": len(t.appearances),
                }
                for t in found.threads
            ],
            "note": ABSENCE,
        }

    def search(
        self,
        query: Query,
        economy: Economy | None = None,
        year: Year | None = None,
        first: Year | None = None,
        last: Year | None = None,
        series: Annotated[str, Field(max_length=40, description="Series of reports; all, if absent.")] | None = None,
        limit: Limit = 10,
    ) -> Answer:
        """Passages of all editions held that hold the words (or, where none has all, any of them), the best first."""
        with self._store.snapshot():
            hits = queries.search(
                self._store, query, economy=economy, series=series, year=year, first=first, last=last, limit=limit
            )
            citations = {s: Citations(self._store, s) for s in sorted({h.passage.series for h in hits})}
        rows = [{"snippet": h.snippet, **passage_row(h.passage, citations[h.passage.series])} for h in hits]
        return {"shown": len(rows), "passages": rows}

    def agreements(
        self,
        economy: Economy | None = None,
        year: Year | None = None,
        series: Series | None = None,
        limit: Limit = 50,
        skip: Skip = 0,
    ) -> Answer:
        """Who is in the WTO procurement agreement (GPA) as the reports state it, beside dated reference lists.

        Of the latest edition by default; with an economy and no year, of every edition. `named` means that the
        edition speaks of the GPA and states no standing, `silent` that it does not; neither is a change of standing.
        `neither` is no party and no observer, `non-party` no party, with no word of observing. `reference` is the
        list's weightiest standing, `reference_also` others; `check` marks what differs from the list.
        """
        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            code = queries.economy_code(economy) if economy else None
            if year is None and code is not None:
                found = queries.matrix(self._store, economy=code, series=name)
            else:
                found = queries.standings_of(queries.agreements(self._store, year=year, series=name), code)
            citations = Citations(self._store, name)
        shown, counts = part(found, limit, skip)
        return {**counts, "standings": [_standing(queries.beside(s, asked=code), citations) for s in shown]}

    def offsets(
        self,
        economy: Economy | None = None,
        year: Year | None = None,
        series: Series | None = None,
        limit: Limit = 20,
        skip: Skip = 0,
    ) -> Answer:
        """Offset and counter-purchase regimes as the reports describe them: terms, years, latest sentence and page."""
        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            found = queries.offsets(self._store, economy=economy, year=year, series=name)
            citations = Citations(self._store, name)
        shown, counts = part(found, limit, skip)
        rows = [
            {
                "economy": r.economy,
                "kind": r.norm,
                "domain": r.domain,
                "asked_for": r.polarity,
                "years": list(r.years),
                "names": list(r.names),
                "terms": [
                    {"kind": t.kind, "text": cut(t.text, limits.SENTENCE), "years": list(t.years)} for t in r.terms
                ],
                "sentence": cut(r.sentence, limits.SENTENCE),
                **({"editions_differ": cut(r.turned, 3 * limits.SENTENCE)} if r.turned else {}),
                "citation": citations.at(r.last, r.printed_page, r.pdf_page, passage_id=r.passage_id),
            }
            for r in shown
        ]
        return {**counts, "regimes": rows, "note": "Absence from a report does not mean that no offsets are asked for."}

    def check(self, text: Text, series: Series | None = None) -> Answer:
        """Judge what a text claims of a report ("for the first time", "newly listed", "no longer listed")."""
        from analyzer import claims

        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            judged = claims.check(text, self._store, series=name)
            citations = Citations(self._store, name)
        rows = [judgement_row(j, citations) for j in judged[: limits.CLAIMS]]
        note = "" if judged else "The text claims nothing about a report that can be checked."
        return {"total": len(judged), "shown": len(rows), "claims": rows, "note": note}

    def passage(self, passage_id: Id) -> Answer:
        """One passage whole, with its place, its statuses and what it mentions."""
        with self._store.snapshot():
            held = self._store.by_ids([passage_id])
            if passage_id not in held:
                raise NothingHeld(f"no passage has the id {passage_id}.", remedy="Ids stand in the other answers.")
            p, mentions = held[passage_id]
            citations = Citations(self._store, p.series)
            verdicts = [
                v
                for code in p.economies
                for v in self._store.verdicts(p.series, economy=code, year=p.year, passages=[passage_id])
            ]
        return {
            **passage_row(p, citations, most=limits.WHOLE),
            "footnotes": [cut(note, limits.PASSAGE) for note in p.footnotes],
            "pages": sorted({s.pdf_page for s in p.segments if s.pdf_page}),
            "statuses": [{"economy": v.economy, "status": v.status.value} for v in verdicts],
            "mentions": [
                {"label": m.label.value, "id": m.norm, "text": p.text[m.start : m.end], **m.attrs} for m in mentions
            ],
        }

    def page(
        self,
        year: Year,
        pdf_page: Annotated[int | None, Field(ge=1, le=100_000, description="Page of the PDF, from 1.")] = None,
        printed_page: Annotated[str | None, Field(max_length=20, description="Page number as printed.")] = None,
        series: Series | None = None,
    ) -> Answer:
        """The text of one page of a report, by its PDF page or by its printed number."""
        with self._store.snapshot():
            name = queries.series_held(self._store, series)
            queries.year_held(self._store, name, year)
            number = pdf_page
            if number is None and printed_page is not None:
                number = self._store.page_printed(name, year, printed_page)
            found = self._store.page(name, year, number) if number is not None else None
            if found is None or number is None:
                raise NothingHeld(
                    f"no such page is held of {name.upper()} {year}.",
                    remedy="Name pdf_page or printed_page; editions read from a table of texts have no pages.",
                )
            citations = Citations(self._store, name)
        printed, text = found
        return {"text": cut(text, limits.WHOLE), "citation": citations.at(year, printed, number)}


def _standing(row: Answer, citations: Citations) -> Answer:
    """A row of the matrix with its place as a citation; a silent edition has none."""
    place = (row.pop("printed_page"), row.pop("pdf_page"))
    passage = row.pop("passage_id")
    row["sentence"] = cut(row["sentence"] or "", limits.SENTENCE)
    row["economy_name"] = economies.name_of(row["economy"], year=row["year"])
    row["citation"] = citations.at(row["year"], *place, passage_id=passage) if passage else None
    return row
