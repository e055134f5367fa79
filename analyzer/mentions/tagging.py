"""All labels of a text at once, and the tagging of files."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analyzer.errors import BrokenFile
from analyzer.mentions.agreement import find_agreements
from analyzer.mentions.country import find_countries
from analyzer.mentions.gpa_status import NO_PARTY, standing_at
from analyzer.mentions.money import find_amounts
from analyzer.mentions.offset import find_offsets
from analyzer.mentions.sentences import bounds_at, sentence_bounds
from analyzer.records import Mention
from analyzer.vocab import economies

_LONGEST = 4000  # characters; the longest paragraph of 28 editions has 2,350


def mentions_of(
    text: str, *, chapter: str | None = None, year: int | None = None, all_labels: bool = False
) -> tuple[Mention, ...]:
    """Return the mentions of one text, ordered by place; with `all_labels` money, percentages and dates too.

    `chapter` is the code of the economy whose chapter the text is from, which stands in where a sentence names no
    other; `year` is that of the edition, by which names are read. Offsets are half-open, in characters of the text.
    A text longer than any that a report prints is read in stretches of some thousand characters.
    """
    if len(text) <= _LONGEST:
        return _mentions_of(text, chapter=chapter, year=year, all_labels=all_labels)
    found: list[Mention] = []
    start = 0
    while start < len(text):
        end = _stretch(text, start)
        some = _mentions_of(text[start:end], chapter=chapter, year=year, all_labels=all_labels)
        found += [replace(m, start=m.start + start, end=m.end + start) for m in some]
        start = end
    return tuple(found)


def _stretch(text: str, start: int) -> int:
    """Where a stretch that begins at `start` ends: after a space, if there is one."""
    most = start + _LONGEST
    return len(text) if most >= len(text) else (text.rfind(" ", start, most) + 1) or most


def _mentions_of(text: str, *, chapter: str | None, year: int | None, all_labels: bool) -> tuple[Mention, ...]:
    found = [
        *find_offsets(text),
        *with_status(text, find_agreements(text), chapter=chapter),
        *find_countries(text, year=year),
    ]
    if all_labels:
        found += find_amounts(text)
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.label)))


def with_status(text: str, agreements: Sequence[Mention], *, chapter: str | None = None) -> list[Mention]:
    """Return the agreements, the GPA ones with the standing that their sentence states."""
    if not any(m.norm == "GPA" for m in agreements):
        return list(agreements)
    bounds = sentence_bounds(text)
    out = []
    for mention in agreements:
        if mention.norm != "GPA":
            out.append(mention)
            continue
        low, high = bounds_at(bounds, mention.start)
        spans = [(m.start - low, m.end - low) for m in agreements if m.norm == "GPA" and low <= m.start < high]
        standing = standing_at(text[low:high], spans, spans.index((mention.start - low, mention.end - low)), chapter)
        attrs = {"status": "neither" if standing.status in NO_PARTY else standing.status}
        if standing.of:
            attrs["status_of"] = standing.of
        if standing.since:
            attrs["since"] = standing.since
        out.append(Mention(mention.start, mention.end, mention.label, mention.norm, attrs))
    return out


def tag(
    texts: Iterable[str],
    *,
    chapters: Iterable[str | None] | None = None,
    years: Iterable[int | None] | None = None,
    all_labels: bool = False,
) -> Iterator[tuple[Mention, ...]]:
    """Yield the mentions of each text, in order, as `mentions_of` gives them.

    `chapters` (codes) and `years` go with the texts one by one; None where one is not known.
    Raises ValueError where chapters or years are more or fewer than the texts.
    """
    given: list[Iterable[Any]] = [texts, *(values for values in (chapters, years) if values is not None)]
    for text, *told in zip(*given, strict=True):
        chapter = told[0] if chapters is not None else None
        year = told[-1] if years is not None else None
        yield mentions_of(text, chapter=chapter, year=year, all_labels=all_labels)


def tag_lines(in_path: Path, out_path: Path, *, all_labels: bool = False) -> int:
    """Write the lines of a JSONL file with their `spans` filled in, other fields kept; return their number.

    A line's `chapter` (code or name) and `year` are used where it has them. A file that cannot be read, or holds a line
    that is no object with a "text" (BrokenFile), leaves what stood at `out_path` as it was.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as kept:
        count = 0
        for row, chapter, year in read_lines(in_path):
            found = mentions_of(row["text"], chapter=chapter, year=year, all_labels=all_labels)
            row["spans"] = [as_span(mention) for mention in found]
            kept.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
        kept.seek(0)
        with Path(out_path).open("w", encoding="utf-8") as out:
            shutil.copyfileobj(kept, out)
    return count


def read_lines(path: Path) -> Iterator[tuple[dict[str, Any], str | None, int | None]]:
    """Yield every object of a JSONL file with the code of its chapter and its year, where it has them.

    Raises BrokenFile for a line that is no object with a "text".
    """
    with Path(path).open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            row = _row(line, f"{path}, line {number}")
            chapter, year = row.get("chapter"), row.get("year")
            code = economies.code_of(chapter) or chapter if isinstance(chapter, str) else None
            yield row, code, year if isinstance(year, int) else None


def as_span(mention: Mention) -> dict[str, Any]:
    """Return the mention as the gold files write it: start, end, label, norm and, where there are any, attrs."""
    span: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "label": str(mention.label),
        "norm": mention.norm,
    }
    if mention.attrs:
        span["attrs"] = dict(mention.attrs)
    return span


_CONTROL = re.compile(r"[\ud800-\udfff]")


def _row(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BrokenFile(f"not JSON ({error})", where=where, remedy="Write one JSON object a line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BrokenFile('no object with a "text" string', where=where, remedy='Write {"id": ..., "text": ...} lines.')
    row["text"] = _CONTROL.sub("�", row["text"])
    return row
