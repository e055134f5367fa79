"""Where an answer stands: report, printed page, PDF page, and words to cite it with."""

from __future__ import annotations

from typing import Any

from analyzer import queries
from analyzer.records import Passage
from analyzer.store import Store


class Citations:
    """Citations of one series; `address` of a page is the publisher's where the very file held is published there."""

    def __init__(self, store: Store, series: str) -> None:
        self.series = series
        self._addresses = queries.addresses(store, series)

    def of(self, passage: Passage) -> dict[str, Any]:
        """The citation of a passage's beginning."""
        return self.at(passage.year, passage.printed_page, passage.pdf_page, passage_id=passage.id)

    def at(
        self, year: int, printed_page: str | None, pdf_page: int | None, *, passage_id: str | None = None
    ) -> dict[str, Any]:
        """The citation of a place; pages are None where the source is a table of texts."""
        report = f"{self.series.upper()} {year}"
        address = self._addresses.get(year)
        published = address is not None and address.startswith(("http://", "https://"))
        return {
            "cite_as": f"{report}, {_pages(printed_page, pdf_page)}",
            "report": report,
            "year": year,
            "printed_page": printed_page,
            "pdf_page": pdf_page,
            "passage_id": passage_id,
            "address": queries.page_address(address, pdf_page) if address and published and pdf_page else None,
        }


def _pages(printed: str | None, pdf: int | None) -> str:
    if printed and pdf:
        return f"p. {printed} (PDF p. {pdf})"
    return f"PDF p. {pdf}" if pdf else "read from a table of texts, which has no pages"
