"""Lines and rows laid out as editions with chapters, sections and passages."""

from __future__ import annotations

from analyzer.outline.ids import passage_id
from analyzer.outline.sentences import split_sentences
from analyzer.records import Edition, Paged, Table

__all__ = ["lay_out", "passage_id", "split_sentences"]


def lay_out(source: Paged | Table, *, series: str | None = None, year: int | None = None) -> tuple[Edition, ...]:
    """The editions that the source holds, oldest first; every row and page is accounted for.

    Series and year are found out from the file where they are not given. Raises UnknownEdition or NotAReport.
    """
    if isinstance(source, Table):
        from analyzer.outline.tables import lay_out_table

        return lay_out_table(source, series=series, year=year)
    from analyzer.outline.paged import lay_out_pages

    return (lay_out_pages(source, series=series, year=year),)
