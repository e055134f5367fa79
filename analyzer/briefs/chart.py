"""The history of listings as a small SVG chart, drawn without a library or a network."""

from __future__ import annotations

from html import escape

from analyzer.briefs.brief import Thread

ROW, LABEL, CELL, HEAD = 18, 250, 22, 34
MOST = 60  # rows
LEGEND = (
    "Filled: an edition that lists or names the matter. ○: a later one held in which nothing of it was found. ?: one "
    "of which that cannot be told."
)
FILL = {"new": "#b3261e", "relisted": "#c77700", "changed": "#1f5fa8", "dropped": "#8a8f98", "continued": "#4a5568"}


def timeline(threads: tuple[Thread, ...], editions: tuple[int, ...], *, most: int = MOST) -> str:
    """An SVG element with a row for each thread and a column for each edition held; empty where there is nothing.

    A filled square is an edition that lists or names the matter, a ring a later one in which nothing of it was found,
    a question mark one of which that cannot be told.
    """
    if not threads or not editions:
        return ""
    rows = threads[:most]
    width, height = LABEL + CELL * len(editions) + 10, HEAD + ROW * len(rows) + 6
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="Editions that list each matter" font-family="sans-serif" font-size="11">'
    ]
    for column, year in enumerate(editions):
        x = LABEL + CELL * column + CELL // 2
        parts.append(f'<text x="{x}" y="{HEAD - 6}" transform="rotate(-60 {x} {HEAD - 6})" font-size="9">{year}</text>')
    for row, thread in enumerate(rows):
        parts.append(_row(thread, editions, HEAD + ROW * row))
    return "".join([*parts, "</svg>"])


def short(title: str) -> str:
    """A title that fits a row."""
    return title if len(title) <= 40 else title[:39].rstrip() + "…"


def rest(threads: tuple[Thread, ...]) -> tuple[str, ...]:
    """The line on rows that the chart has no room for."""
    left = len(threads) - MOST
    return (f"{left} further matters, most of them as before, are not shown.",) if left > 0 else ()


def _row(thread: Thread, editions: tuple[int, ...], top: int) -> str:
    title = short(thread.title)
    parts = [f'<text x="0" y="{top + 13}">{escape(title)}</text>']
    for column, year in enumerate(editions):
        x = LABEL + CELL * column + CELL // 2
        label = f"<title>{escape(thread.title)}: {year}</title>"
        if year in thread.years:
            fill = FILL[thread.status.value]
            parts.append(f'<rect x="{x - 6}" y="{top + 3}" width="12" height="12" fill="{fill}">{label}</rect>')
        elif year in thread.gaps:
            parts.append(f'<circle cx="{x}" cy="{top + 9}" r="3" fill="none" stroke="#9aa0a8">{label}</circle>')
        elif year in thread.unclear:
            parts.append(f'<text x="{x - 3}" y="{top + 13}" font-size="10" fill="#9aa0a8">?{label}</text>')
    return "".join(parts)
