"""Lines and rows laid out as editions with chapters, sections and passages.

`lay_out` does it all; `divide`, `lay_out_share` and `beside_one_another` are its steps for a table that several
processes share.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analyzer.outline.sentences import split_sentences
from analyzer.records import Edition, Paged, Table

if TYPE_CHECKING:
    from analyzer.outline.tables import Share

__all__ = ["beside_one_another", "divide", "lay_out", "lay_out_share", "split_sentences"]


def lay_out(source: Paged | Table, *, series: str | None = None, year: int | None = None) -> tuple[Edition, ...]:
    """The editions that the source holds, oldest first; every row and page is accounted for.

    Series and year are found out from the file where they are not given. Raises UnknownEdition or NotAReport.
    """
    if isinstance(source, Table):
        from analyzer.outline.tables import lay_out_table

        return lay_out_table(source, series=series, year=year)
    from analyzer.outline.paged import lay_out_pages

    return (lay_out_pages(source, series=series, year=year),)


def divide(table: Table, *, series: str | None = None, year: int | None = None) -> tuple[Share, ...]:
    """The shares of a table's editions, oldest first, to be laid out apart: by several processes, say.

    Raises as `lay_out` does.
    """
    from analyzer.outline import tables

    return tables.divide(table, series=series, year=year)


def lay_out_share(share: Share) -> Edition:
    """The edition of one share; all editions of the table then go through `beside_one_another`."""
    from analyzer.outline import tables

    return tables.lay_out_share(share)


def beside_one_another(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """The editions of one table with what only a look at all of them tells: which chapters are torn."""
    from analyzer.outline import tables

    return tables.beside_one_another(editions)
