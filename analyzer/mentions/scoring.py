"""Labels of offset terms made by reading, and how well `offset_terms` finds them.

A label names its sentence by year, chapter and the hash of its letters and digits; no text of a report is kept. One
JSON object a line: `id, year, chapter, sentence, terms`, a term with `start`, `end` (offsets into the sentence), `kind`
and, where it is a quantity, `norm`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analyzer.mentions.offset_terms import Term, offset_terms
from analyzer.mentions.tagging import mentions_of
from analyzer.records import Passage

_OUTSIDE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence read by a person, with the terms that it states."""

    id: str
    year: int
    chapter: str
    sentence: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class TermScore:
    """Counts by kind of term: labelled, found, and found right; `lost` are labels whose sentence is not held.

    A term is right where its kind is the label's, its span shares a character with the label's span and, for a
    quantity, its norm is the label's. `wrong` holds (label id, "missed" or "extra", term) for reading.
    """

    labelled: Mapping[str, int]
    found: Mapping[str, int]
    right: Mapping[str, int]
    sentences: int
    lost: tuple[str, ...]
    wrong: tuple[tuple[str, str, Term], ...]

    @property
    def precision(self) -> float:
        """The share of the terms found that are right; 1 where none was found."""
        return sum(self.right.values()) / (sum(self.found.values()) or 1) if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the terms labelled that were found; 1 where none was labelled."""
        return sum(self.right.values()) / (sum(self.labelled.values()) or 1) if self.labelled else 1.0


def sentence_key(sentence: str) -> str:
    """Return the hash by which a sentence is named: its lower-case letters and digits alone count."""
    return hashlib.blake2b(_OUTSIDE.sub("", sentence.lower()).encode(), digest_size=6).hexdigest()


def read_labels(path: Path) -> tuple[LabelledSentence, ...]:
    """Return the labels of a file, in its order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(
        LabelledSentence(
            row["id"],
            row["year"],
            row["chapter"],
            row["sentence"],
            tuple(Term(t["start"], t["end"], t["kind"], t.get("norm", "")) for t in row["terms"]),
        )
        for row in rows
    )


def score_terms(labels: Iterable[LabelledSentence], passages: Iterable[Passage]) -> TermScore:
    """Return how the terms found in these passages compare with the labels."""
    wanted = {(label.year, label.chapter, label.sentence): label for label in labels}
    chapters = {(year, chapter) for year, chapter, _ in wanted}
    labelled: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: list[tuple[str, str, Term]] = []
    seen = set()
    for passage in passages:
        if (passage.year, passage.chapter) not in chapters:
            continue
        for start, end in passage.sentences:
            sentence = passage.text[start:end].strip()
            key = (passage.year, passage.chapter, sentence_key(sentence))
            label = wanted.get(key)
            if label is None or key in seen:
                continue
            seen.add(key)
            at = passage.text.index(sentence, start)
            terms = _terms_in(passage.text, at, at + len(sentence))
            pairs = _pairs(label.terms, terms)
            labelled.update(t.kind for t in label.terms)
            found.update(t.kind for t in terms)
            right.update(gold.kind for gold, _ in pairs)
            matched = {id(t) for pair in pairs for t in pair}
            wrong += [(label.id, "missed", t) for t in label.terms if id(t) not in matched]
            wrong += [(label.id, "extra", t) for t in terms if id(t) not in matched]
    lost = tuple(label.id for key, label in wanted.items() if key not in seen)
    return TermScore(labelled, found, right, len(seen), lost, tuple(wrong))


def _terms_in(text: str, start: int, end: int) -> list[Term]:
    """Return the terms of a passage that stand in one of its sentences, with offsets into the sentence."""
    terms = offset_terms(text, mentions_of(text))
    return [
        Term(t.start - start, t.end - start, t.kind, t.norm, t.attrs)
        for t in terms
        if start <= t.start and t.end <= end
    ]


def _pairs(gold: Iterable[Term], found: Iterable[Term]) -> list[tuple[Term, Term]]:
    left = list(found)
    out = []
    for label in gold:
        for term in left:
            same = term.kind == label.kind and term.start < label.end and label.start < term.end
            if same and (not label.norm or label.norm == term.norm):
                left.remove(term)
                out.append((label, term))
                break
    return out
