"""What the editions say on a claim's matter: passages weighed by the claim's words, and their threads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.claims.chapters import Chapter, together
from analyzer.claims.judgement import Answer, Proof
from analyzer.claims.weights import Weights
from analyzer.records import Passage

# A passage speaks of the matter where it holds at least this share of the claim's words, by weight ...
SPEAKS = 0.5
# ... is unclear where it holds less, but this share ...
UNCLEAR = 0.35
CLEAR = 0.85  # ... and surely speaks of it where it holds this one ...
# ... and an earlier one says the same where it holds this share of what the best passage of the edition holds.
SAME = 0.75
STRICT = 0.9
FIRM = 0.8  # one old edition alone must hold this share
PARTLY = 0.6  # enough where the rarest two words and a phrase are among them
_FEW = 3
# A thread counts where the old passage holds at least this share of the same.
THREAD = 0.42
PLAIN = 0.7
RARE = 5.0  # weight of a word that few passages of an economy hold
FAINT = 0.2
_GROUP = 3  # passages apart
_NEAR = 2  # sentences that are weighed together
_WHOLE = 0.85  # what a passage's words count for when they stand farther apart


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that speaks of the matter: its share of the words and the sentences that hold them."""

    passage: Passage
    score: float
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
    places = held.places(weights.words)
    found = [
        best
        for number, at in places.items()
        if held.passages[number].year in wanted and (best := _best(held.passages[number], at, weights)) is not None
    ]
    return sorted(found, key=lambda f: (-f.score, -f.passage.year, f.passage.ordinal))


def _best(p: Passage, places: Mapping[str, Sequence[tuple[int, int]]], weights: Weights) -> Found | None:
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
    best: Found | None = None
    for at in sorted(sets) or [0]:
        last = min(at + _NEAR, len(cuts))
        inside = heading.union(*(sets.get(n, set()) for n in range(at, last)))
        near, far = weights.share(inside), _WHOLE * weights.share(everything)
        if best is None or near > best.score + 1e-9:
            end = last if last - at > 1 and sets.get(last - 1, set()) - sets.get(at, set()) else at + 1
            best = Found(p, max(near, far), frozenset(everything), (cuts[at][0], cuts[end - 1][1]))
    return best


def speaking(found: Sequence[Found], *, floor: float = SPEAKS, most: int = 5) -> list[Found]:
    """Those that speak of the matter: over the threshold, and near the best one."""
    if not found or found[0].score < floor:
        return []
    least = max(floor * 0.8, found[0].score * 0.85)
    return [f for f in found if f.score >= least][:most]


def nearly(held: Chapter, weights: Weights, found: Sequence[Found]) -> list[Found]:
    """Passages that hold few of the words, but those that count: the rarest, or most of them within one matter."""
    core = weights.core([*weights.words, *weights.names])
    near = [
        f for f in found if weights.of(f.held) >= weights.tells and (core <= f.held or weights.rarest(f.held) >= RARE)
    ]
    if near and near[0].score >= (FAINT if weights.rarest(near[0].held) >= RARE else UNCLEAR):
        return speaking(near, floor=near[0].score)
    for first in found[:3]:
        group = [f for f in found if _beside(first.passage, f.passage)]
        if core <= (union := frozenset().union(*(f.held for f in group))) and weights.share(union) >= SPEAKS:
            return group[:3]
    return []


def _beside(one: Passage, other: Passage) -> bool:
    """Whether two passages of an edition stand under one heading, or near one another where there are no headings."""
    if one.year != other.year or one.section != other.section or abs(one.ordinal - other.ordinal) > _GROUP:
        return False
    return one.heading == other.heading


def same(
    held: Chapter, anchors: Sequence[Found], weights: Weights, years: Collection[int], *, loose: bool = False
) -> list[Found]:
    """Passages of these editions on the same matter as the anchors: by their words, or by thread and some words.

    `loose` lets a thread do without the rarest word: wanted where absence is to be shown.
    """
    top = anchors[0]
    core = weights.core(top.held)
    rare = weights.rare_ones(top.held) if len(weights.words) > _FEW else core
    near = weights.rare_ones(top.held) if not any("+" in c for c in core) else core
    narrow = weights.within(top.held)
    threads = _threads(held, anchors)
    # Few of the claim's words were found: other passages must then hold nearly all of those.
    least, linked = (SAME, THREAD) if top.score >= PLAIN else (STRICT, SAME + 0.05)
    found: list[Found] = []
    latest, firm = max(years, default=0), False
    for f in look(held, narrow, years):
        by_words = f.score >= least and core <= f.held
        held_core = loose or core <= f.held or (f.passage.year == latest and bool(near & f.held))
        by_link = f.passage.id in threads and f.score >= linked and held_core
        # What stood in the edition before is likely to stand on: part of the words will do there.
        partly = f.passage.year == latest and f.score >= PARTLY and top.score >= PLAIN and core | rare <= f.held
        if by_words or by_link or (partly and "+" in "".join(f.held)):
            found.append(f)
            firm = firm or by_link or f.score >= FIRM or f.passage.year == latest
    return found if firm or len({f.passage.year for f in found}) > 1 else []


def _threads(held: Chapter, anchors: Sequence[Found]) -> frozenset[str]:
    """Passages of the anchors' listings."""
    out: set[str] = set()
    for anchor in anchors:
        entry = held.listings.get(anchor.passage.id)
        if entry is not None:
            out.update(entry.passages)
    return frozenset(out)


def by_year(found: Iterable[Found]) -> dict[int, list[Found]]:
    """Passages found, by edition, the best first."""
    years: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        years[f.passage.year].append(f)
    return dict(sorted(years.items()))


def plain(answer: Answer, here: Sequence[Found], before: Sequence[Found]) -> bool:
    """Whether the texts show an answer plainly: the passages it rests on hold most of the claim's words."""
    if here and here[0].score < PLAIN:
        return False
    if answer in (Answer.ALREADY, Answer.RELISTED, Answer.DROPPED):
        return bool(before) and before[0].score >= PLAIN
    return answer is Answer.TRUE
