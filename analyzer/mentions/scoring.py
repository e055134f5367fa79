"""Labels made by reading, of mentions and of offset terms, and how well what is found agrees with them.

A label names its sentence by year, chapter and the hash of its letters and digits; no text of a report is kept. One
JSON object a line: `id, draw, year, chapter, sentence` and `spans`, each with `start`, `end` (offsets into the
sentence), `norm` and `attrs`, or `terms`, each with `kind` and, where it is a quantity, `norm`. A sentence that holds
none is a negative, and counts as much.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from analyzer import labelled
from analyzer.mentions.offset_terms import Term, offset_terms
from analyzer.mentions.tagging import mentions_of
from analyzer.records import Label, Mention, Passage

_NEEDS = "a label needs id, year, chapter, sentence"
Span = TypeVar("Span", Mention, Term)


@dataclass(frozen=True, slots=True)
class ReadSentence(Generic[Span]):
    """A sentence read by a person, with the mentions of one label, or the offset terms, that it holds."""

    id: str
    year: int
    chapter: str
    sentence: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MentionScore:
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


@dataclass(frozen=True, slots=True)
class TermScore:
    """How many terms were labelled, found, and found right; `lost` are labels whose sentence is not held.

    A term is right where its kind is the label's, its span shares a character with the label's span and, for a
    quantity, its norm is the label's. `wrong` holds (label id, "missed" or "extra", term) for reading.
    """

    sentences: int
    labelled: int
    found: int
    right: int
    wrong: tuple[tuple[str, str, Term], ...]
    lost: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of the terms found that are right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the terms labelled that were found; 1 where none was labelled."""
        return self.right / self.labelled if self.labelled else 1.0


def read_mentions(path: Path, label: Label) -> tuple[ReadSentence[Mention], ...]:
    """Return the labelled mentions of a file, in its order; AnalyzerError names a line that is no label."""

    def mention(span: Mapping[str, Any]) -> Mention:
        return Mention(span["start"], span["end"], label, span["norm"], span.get("attrs", {}))

    return labelled.read(path, lambda row: _read(row, map(mention, row["spans"])), needs=f"{_NEEDS} and spans.")


def read_terms(path: Path) -> tuple[ReadSentence[Term], ...]:
    """Return the labelled offset terms of a file, in its order; AnalyzerError names a line that is no label."""

    def term(span: Mapping[str, Any]) -> Term:
        return Term(span["start"], span["end"], span["kind"], span.get("norm", ""))

    return labelled.read(path, lambda row: _read(row, map(term, row["terms"])), needs=f"{_NEEDS} and terms.")


def _read(row: Mapping[str, Any], spans: Iterable[Span]) -> ReadSentence[Span]:
    return ReadSentence(row["id"], row["year"], row["chapter"], row["sentence"], tuple(spans))


def score_mentions(labels: Sequence[ReadSentence[Mention]], passages: Iterable[Passage], label: Label) -> MentionScore:
    """Return how the mentions of this label, found in each sentence by itself, compare with the labels."""
    held = _places(labels, passages)
    counts: Counter[str] = Counter()
    wrong = []
    for read in labels:
        if read.id not in held:
            continue
        passage, start, end = held[read.id]
        tagged = mentions_of(passage.text[start:end], chapter=read.chapter, year=read.year)
        found = tuple(mention for mention in tagged if mention.label is label)
        if not _count(counts, read.spans, found):
            wrong.append(read.id)
    names = sorted({name.removeprefix("has ") for name in counts if name.startswith("has ")})
    return MentionScore(
        len(held),
        counts["gold"],
        _f1(counts["exact"], counts["found"], counts["gold"]),
        _f1(counts["pairs"], counts["found"], counts["gold"]),
        _f1(counts["both"], counts["some found"], counts["some gold"]),
        counts["norm"] / (counts["pairs"] or 1),
        {name: counts[f"same {name}"] / counts[f"has {name}"] for name in names},
        tuple(wrong),
        tuple(read.id for read in labels if read.id not in held),
    )


def score_terms(labels: Sequence[ReadSentence[Term]], passages: Iterable[Passage]) -> TermScore:
    """Return how the terms found in each sentence, read within its passage, compare with the labels."""
    held = _places(labels, passages)
    labelled = found = right = 0
    wrong: list[tuple[str, str, Term]] = []
    for read in labels:
        if read.id not in held:
            continue
        terms = _terms_in(*held[read.id])
        pairs = _pairs(read.spans, terms, _same_term)
        labelled, found, right = labelled + len(read.spans), found + len(terms), right + len(pairs)
        matched = {id(term) for pair in pairs for term in pair}
        wrong += [(read.id, "missed", term) for term in read.spans if id(term) not in matched]
        wrong += [(read.id, "extra", term) for term in terms if id(term) not in matched]
    lost = tuple(read.id for read in labels if read.id not in held)
    return TermScore(len(held), labelled, found, right, tuple(wrong), lost)


def _places(labels: Iterable[ReadSentence[Span]], passages: Iterable[Passage]) -> dict[str, tuple[Passage, int, int]]:
    """Return where the labelled sentences stand, by the label's id: a passage, and the bounds of the sentence in it."""
    wanted = {(label.year, label.chapter, label.sentence): label.id for label in labels}
    chapters = {(year, chapter) for year, chapter, _ in wanted}
    found: dict[str, tuple[Passage, int, int]] = {}
    for passage in passages:
        if (passage.year, passage.chapter) in chapters:
            for first, last in passage.sentences:
                sentence = passage.text[first:last].strip()
                name = wanted.get((passage.year, passage.chapter, labelled.fingerprint(sentence)))
                if name is not None:
                    start = passage.text.index(sentence, first)
                    found.setdefault(name, (passage, start, start + len(sentence)))
    return found


def _terms_in(passage: Passage, start: int, end: int) -> tuple[Term, ...]:
    """Return the terms of a passage that stand in one of its sentences, with offsets into the sentence."""
    return tuple(
        Term(t.start - start, t.end - start, t.kind, t.norm, t.attrs)
        for t in offset_terms(passage.text, mentions_of(passage.text))
        if start <= t.start and t.end <= end
    )


def _same_term(label: Term, found: Term) -> bool:
    return found.kind == label.kind and label.norm in ("", found.norm)


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


def _pairs(
    gold: Sequence[Span], found: Sequence[Span], alike: Callable[[Span, Span], bool] = lambda label, span: True
) -> list[tuple[Span, Span]]:
    """Return overlapping spans that are alike one to one, the longest overlap first."""
    options = [
        (min(a.end, b.end) - max(a.start, b.start), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if alike(a, b)
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
