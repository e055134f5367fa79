"""HTML as one page of lines: a block element is a line, a heading knows its level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from analyzer.errors import BrokenFile, NoText
from analyzer.records import Bookmark, Line, Page, Paged, SourceFile

_SKIP = {"script", "style", "noscript", "template", "nav", "head", "svg", "iframe"}
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "pre", "figcaption", "caption", "div", "section", "article"}
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_SPACE = re.compile(r"\s+")
_LEADING, _WIDTH, _SIZE = 24.0, 612.0, 11.0


def read_html(path: Path, source: SourceFile) -> Paged:
    """The HTML file as one page. Raises BrokenFile where it cannot be parsed, NoText where it shows none."""
    import lxml.etree
    import lxml.html

    try:
        parser = lxml.html.HTMLParser(no_network=True, huge_tree=True, recover=True)
        tree = lxml.html.document_fromstring(path.read_bytes(), parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise BrokenFile("the HTML cannot be parsed.", where=source.name, remedy="Save the page again.") from error
    if any("depth" in entry.message for entry in parser.error_log):  # libxml2 would drop what lies deeper in silence
        raise BrokenFile("the HTML is nested too deeply.", where=source.name, remedy="Save the page as text or PDF.")
    lines = []
    for at, (text, level) in enumerate(_blocks(tree)):
        box = (0.0, at * _LEADING, _WIDTH, at * _LEADING + _SIZE)
        lines.append(Line(text, box, _SIZE, bold=level is not None, level=level))
    if not lines:
        raise NoText("the page shows no text.", where=source.name, remedy="Save the page with its text.")
    page = Page(1, None, _WIDTH, len(lines) * _LEADING, tuple(lines))
    marks = tuple(Bookmark(line.text, line.level - 1, 1) for line in lines if line.level)
    title = tree.findtext(".//title")
    return Paged(source, (page,), marks, title.strip() if title else None)


def _blocks(tree: object) -> Iterator[tuple[str, int | None]]:
    """Texts of blocks in document order; iterative, since nesting may be deep."""
    buffer: list[str] = []
    level: int | None = None

    def flush() -> Iterator[tuple[str, int | None]]:
        text = _SPACE.sub(" ", "".join(buffer)).strip()
        buffer.clear()
        if text:
            yield text, level

    import lxml.etree

    skipping = 0
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else None
        if event == "start":
            skipping += tag in _SKIP or tag is None
            if tag in _BLOCKS or tag in _HEADINGS:
                yield from flush()
                level = _HEADINGS.get(tag or "")
            if not skipping:
                buffer.append(" " if tag == "br" else "")
                buffer.append(node.text or "")
        else:
            skipping -= tag in _SKIP or tag is None
            if tag in _BLOCKS or tag in _HEADINGS:
                yield from flush()
                level = None
            if not skipping:
                buffer.append(node.tail or "")
    yield from flush()
