"""What the editions say on a claim's matter: passages weighed by the claim's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.claims.chapters import Chapter, together
from analyzer.claims.judgement import Proof
from analyzer.claims.weights import Weights
from analyzer.records import Passage

_NEAR = 2  # sentences that are weighed together
_WHOLE = 0.85  # what a passage's words count for when they stand farther apart


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that speaks of the matter: its share of the words and the sentences that hold them."""

    passage: Passage
    score: float  # by the claim's own words
    wide: float  # by words of like meaning as well
    held: frozenset[str]
    span: tuple[int, int]

    def proof(self) -> Proof:
        """The sentences with their place."""
        p = self.passage
        start, end = self.span
        return Proof(
            p.year, p.text[start:end], p.id, p.section, p.printed_page, p.pdf_page, round(self.score, 3)
        )  # fmt: skip


def look(held: Chapter, weights: Weights, years: Iterable[int]) -> list[Found]:
    """Passages of these editions that hold some of the words, the best first."""
    wanted = frozenset(years)
    places = held.places(weights.words, weights.kin)
    found = [_best(held.passages[n], at, weights) for n, at in places.items() if held.passages[n].year in wanted]
    return sorted(found, key=lambda f: (-f.score, -f.wide, -f.passage.year, f.passage.ordinal))


def _best(p: Passage, places: Mapping[str, Sequence[tuple[int, int]]], weights: Weights) -> Found:
    """The passage by its best run of sentences. Sentence -1 is the heading, which counts with every one."""
    sets: dict[int, set[str]] = defaultdict(set)
    for word, spots in places.items():
        for sentence, _ in spots:
            sets[sentence].add(word)
    for phrase in weights.phrases:
        for sentence in together(phrase, places):
            sets[sentence].add("+".join(phrase))
    heading = sets.pop(-1, set())
    cuts = p.sentences or ((0, len(p.text)),)
    everything = heading.union(*sets.values())
    best, span, near, wide = -1.0, (0, 0), 0.0, 0.0
    for at in sorted(sets) or [0]:
        last = min(at + _NEAR, len(cuts))
        inside = heading.union(*(sets.get(n, set()) for n in range(at, last)))
        exact, alike = weights.share(inside), weights.share(inside, alike=True)
        near, wide = max(near, exact), max(wide, alike)
        if exact + alike > best + 1e-9:
            end = last if last - at > 1 and sets.get(last - 1, set()) - sets.get(at, set()) else at + 1
            best, span = exact + alike, (cuts[at][0], cuts[end - 1][1])
    far = _WHOLE * weights.share(everything), _WHOLE * weights.share(everything, alike=True)
    return Found(p, max(near, far[0]), max(wide, far[1]), frozenset(everything), span)


def by_year(found: Iterable[Found]) -> dict[int, list[Found]]:
    """Passages found, by edition, the best first."""
    years: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        years[f.passage.year].append(f)
    return dict(sorted(years.items()))
