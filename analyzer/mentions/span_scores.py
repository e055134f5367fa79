"""Labels of mentions made by reading, and how well tagging agrees with them.

A label names its sentence by year, chapter and the hash of its letters and digits; no text of a report is kept. One
JSON object a line: `id, draw, year, chapter, sentence, spans`, a span with `start`, `end` (offsets into the sentence),
`norm` and `attrs`. A sentence without spans is a negative, and counts as much.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer.mentions.scoring import sentence_key
from analyzer.mentions.tagging import mentions_of
from analyzer.records import Label, Mention, Passage


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence read by a person, with the mentions of one label that it holds."""

    id: str
    draw: str
    year: int
    chapter: str
    sentence: str
    spans: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SpanScore:
    """How well mentions found agree with those labelled.

    `exact`, `overlap` and `sentence` are F1: of the same bounds, of a shared character (each once), and of
    whether a sentence holds such a mention at all. `norm` and `attrs` are shares of the overlapping pairs. `wrong`
    names the sentences that differ in anything, `lost` those whose text is not held.
    """

    sentences: int
    labelled: int
    exact: float
    overlap: float
    sentence: float
    norm: float
    attrs: Mapping[str, float]
    wrong: tuple[str, ...]
    lost: tuple[str, ...]


def read_sentences(path: Path, label: Label) -> tuple[ReadSentence, ...]:
    """Return the labels of a file, in its order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(
        ReadSentence(
            row["id"],
            row["draw"],
            row["year"],
            row["chapter"],
            row["sentence"],
            tuple(Mention(s["start"], s["end"], label, s["norm"], s.get("attrs", {})) for s in row["spans"]),
        )
        for row in rows
    )


def texts_of(labels: Iterable[ReadSentence], passages: Iterable[Passage]) -> dict[str, str]:
    """Return the text of every labelled sentence that the passages hold, by the label's id."""
    wanted = {(label.year, label.chapter, label.sentence): label.id for label in labels}
    chapters = {(year, chapter) for year, chapter, _ in wanted}
    found: dict[str, str] = {}
    for passage in passages:
        if (passage.year, passage.chapter) in chapters:
            for start, end in passage.sentences:
                text = passage.text[start:end].strip()
                name = wanted.get((passage.year, passage.chapter, sentence_key(text)))
                if name is not None:
                    found.setdefault(name, text)
    return found


def score_spans(labels: Sequence[ReadSentence], texts: Mapping[str, str], label: Label) -> SpanScore:
    """Return how the mentions of this label, found in each sentence by itself, compare with the labels."""
    counts: Counter[str] = Counter()
    wrong = []
    for read in labels:
        if read.id not in texts:
            continue
        tagged = mentions_of(texts[read.id], chapter=read.chapter, year=read.year)
        found = tuple(mention for mention in tagged if mention.label is label)
        if not _count(counts, read.spans, found):
            wrong.append(read.id)
    names = sorted({name.removeprefix("has ") for name in counts if name.startswith("has ")})
    return SpanScore(
        len(labels),
        counts["gold"],
        _f1(counts["exact"], counts["found"], counts["gold"]),
        _f1(counts["pairs"], counts["found"], counts["gold"]),
        _f1(counts["both"], counts["some found"], counts["some gold"]),
        counts["norm"] / (counts["pairs"] or 1),
        {name: counts[f"same {name}"] / counts[f"has {name}"] for name in names},
        tuple(wrong),
        tuple(read.id for read in labels if read.id not in texts),
    )


def _count(counts: Counter[str], gold: Sequence[Mention], found: Sequence[Mention]) -> bool:
    """Add one sentence to the counts; return whether gold and found agree in everything labelled."""
    pairs = _pairs(gold, found)
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["pairs"] += len(pairs)
    counts["some gold"] += bool(gold)
    counts["some found"] += bool(found)
    counts["both"] += bool(gold) and bool(found)
    same = len(pairs) == len(gold) == len(found)
    counts["exact"] += len({(m.start, m.end) for m in gold} & {(m.start, m.end) for m in found})
    for left, right in pairs:
        counts["norm"] += left.norm == right.norm
        same = same and (left.start, left.end, left.norm) == (right.start, right.end, right.norm)
        for name, value in left.attrs.items():
            counts[f"has {name}"] += 1
            counts[f"same {name}"] += right.attrs.get(name) == value
            same = same and right.attrs.get(name) == value
    return same


def _pairs(gold: Sequence[Mention], found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return overlapping mentions one to one, the longest overlap first."""
    options = [
        (min(a.end, b.end) - max(a.start, b.start), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)
    ]
    left, right, out = set(range(len(gold))), set(range(len(found))), []
    for shared, i, j in sorted(options, reverse=True):
        if shared > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((gold[i], found[j]))
    return out


def _f1(hit: int, found: int, gold: int) -> float:
    return 2 * hit / (found + gold) if found + gold else 1.0
