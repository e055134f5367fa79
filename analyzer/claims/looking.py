"""What the editions say on a claim's matter: passages weighed by the claim's words, and their threads."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analyzer.claims.judgement import Proof
from analyzer.claims.words import stem, stems
from analyzer.records import Label, Listing, Passage, Verdict
from analyzer.store import Store
from analyzer.vocab import economies

# A passage speaks of the matter where it holds at least this share of the claim's words, by weight ...
SPEAKS = 0.5
# ... and an earlier one says the same where it holds this share of what the best passage of the edition holds.
SAME = 0.75
# A thread (or the evidence of a verdict) counts where the old passage holds at least this share of the same.
THREAD = 0.4
# A passage is unclear where it holds this share and no more than SPEAKS.
UNCLEAR = 0.38
# A single word in more than one passage of six says too little.
BROAD = math.log(6) + 0.3
_NEAR = 2  # sentences that are weighed together
_WHOLE = 0.85  # what a passage's words count for when they stand farther apart
OFFSET = stem("offset")  # the verb ("to offset a loss") is another matter: the tagger tells them apart


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


@dataclass(frozen=True, slots=True)
class Chapter:
    """All that the editions held say of one economy, ready to be searched."""

    economy: str
    years: tuple[int, ...]  # editions that speak of it
    passages: tuple[Passage, ...]
    verdicts: Mapping[str, Verdict]  # by passage id; dropped ones apart
    listings: Mapping[str, Listing]  # by passage id
    rarity: Mapping[str, float]
    common: float  # rarity of a word that no passage holds
    offsets: frozenset[str]  # passages that speak of offsets in the sense of procurement


def chapter(store: Store, series: str, economy: str) -> Chapter:
    """What the editions held say of an economy, in its own chapter or in its bloc's."""
    blocs = [b for b in ("GCC", "SACU") if economy in economies.members(b, 2020)]
    passages = [
        p
        for p in store.passages(series, [economy, *blocs])
        if economy in p.economies or (len(p.economies) == 1 and p.chapter in blocs)
    ]
    verdicts = {v.passage_id: v for v in store.verdicts(series, economy=economy) if v.status != "dropped"}
    listings = {pid: entry for entry in store.listings(series, economy) for pid in entry.passages}
    mentions = store.by_ids([p.id for p in passages])
    offsets = frozenset(k for k, (_, held) in mentions.items() if any(m.label is Label.OFFSET for m in held))
    counts: Counter[str] = Counter()
    for p in passages:
        counts.update(set(stems(f"{' '.join(p.heading)} {p.text}")))
    counts[OFFSET] = max(1, len(offsets))
    total = len(passages) + 1
    rarity = {word: math.log(total / n) + 0.3 for word, n in counts.items()}
    return Chapter(
        economy,
        tuple(sorted({p.year for p in passages})),
        tuple(passages),
        verdicts,
        listings,
        rarity,
        min(math.log(total) + 0.3, 3.0),
        offsets,
    )


def look(held: Chapter, words: Sequence[str], years: Iterable[int]) -> list[Found]:
    """Passages of these editions that hold some of the words, the best first."""
    # A word of the article that no edition uses weighs little: reporters and reports name things differently.
    weight = {w: held.rarity.get(w, held.common / 3) for w in words}
    whole = sum(weight.values()) or 1.0
    wanted = frozenset(years)
    found = []
    for p in held.passages:
        if p.year in wanted and (best := _best(p, weight, whole, p.id in held.offsets)) is not None:
            found.append(best)
    return sorted(found, key=lambda f: (-f.score, -f.passage.year, f.passage.ordinal))


def _best(p: Passage, weight: Mapping[str, float], whole: float, offset: bool) -> Found | None:
    heading = _words(" ".join(p.heading), weight, offset)
    cuts = p.sentences or ((0, len(p.text)),)
    sets = [_words(p.text[a:b], weight, offset) for a, b in cuts]
    everything = heading.union(*sets)
    best: Found | None = None
    for at in range(len(cuts)):
        last = min(at + _NEAR, len(cuts))
        words = heading.union(*sets[at:last]) if sets[at] else set()
        if not words:
            continue
        near = sum(weight[w] for w in words) / whole
        far = _WHOLE * sum(weight[w] for w in everything) / whole
        if best is None or near > best.score + 1e-9:
            end = last if last - at > 1 and sets[last - 1] - sets[at] else at + 1
            best = Found(p, max(near, far), frozenset(everything), (cuts[at][0], cuts[end - 1][1]))
    return best


def _words(text: str, weight: Mapping[str, float], offset: bool) -> set[str]:
    words = set(stems(text)) & weight.keys()
    return words if offset else words - {OFFSET}


def broad(held: Chapter, words: Sequence[str]) -> bool:
    """Whether the words name no matter in particular: one alone, which much of the chapter holds."""
    return len(words) == 1 and held.rarity.get(words[0], held.common) < BROAD


def speaking(found: Sequence[Found], *, most: int = 5) -> list[Found]:
    """Those that speak of the matter: over the threshold, and near the best one."""
    if not found or found[0].score < SPEAKS:
        return []
    floor = max(SPEAKS * 0.8, found[0].score * 0.85)
    return [f for f in found if f.score >= floor][:most]


def same(held: Chapter, anchors: Sequence[Found], words: Sequence[str], years: Iterable[int]) -> list[Found]:
    """Passages of these editions on the same matter as the anchors: by their words, or by thread and some words."""
    top = anchors[0]
    core = _core(held, top.held)
    threads = _threads(held, anchors)
    found = []
    for f in look(held, words, years):
        by_words = f.score >= SAME * top.score and core <= f.held
        by_thread = f.passage.id in threads and f.score >= THREAD * top.score and bool(core & f.held)
        if by_words or by_thread:
            found.append(f)
    return found


def _core(held: Chapter, words: frozenset[str]) -> frozenset[str]:
    """The rarest of the words: without it a passage speaks of something else."""
    ranked = sorted(words, key=lambda w: (-held.rarity.get(w, 0.0), w))
    return frozenset(ranked[:1])


def _threads(held: Chapter, anchors: Sequence[Found]) -> frozenset[str]:
    """Passages of the anchors' listings and the evidence of their verdicts."""
    out: set[str] = set()
    for anchor in anchors:
        entry = held.listings.get(anchor.passage.id)
        if entry is not None:
            out.update(entry.passages)
        verdict = held.verdicts.get(anchor.passage.id)
        if verdict is not None and verdict.evidence is not None and verdict.status != "new":
            out.add(verdict.evidence.passage_id)
    return frozenset(out)


def by_year(found: Iterable[Found]) -> dict[int, list[Found]]:
    """Passages found, by edition, the best first."""
    years: dict[int, list[Found]] = defaultdict(list)
    for f in found:
        years[f.passage.year].append(f)
    return dict(sorted(years.items()))
