"""Where the editions held can be opened: at their publisher's, on the page."""

from __future__ import annotations

from urllib.parse import quote

from analyzer.store import Store


def addresses(store: Store, series: str) -> dict[int, str]:
    """Year -> where the edition's PDF can be opened, for editions that were read from one.

    The publisher's address where the catalogue has the very file that is held, by its checksum, so that pages agree;
    else the file's own name, which opens where the document lies beside the file.
    """
    from analyzer.fetching.catalogue import known

    published = {entry.sha256: entry.address for entry in known() if entry.sha256}
    return {
        row["year"]: published.get(row["sha256"], quote(str(row["file"])))
        for row in store.reports(series, counted=False)
        if row["kind"] == "pdf"
    }


def page_address(address: str, page: int) -> str:
    """The address of one page of a PDF."""
    return f"{address}#page={page}"
