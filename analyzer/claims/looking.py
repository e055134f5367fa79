"""What the editions say on a claim's matter: passages weighed by the claim's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from analyzer.claims import kinship
from analyzer.claims.chapters import LIKE, Chapter, together
from analyzer.claims.judgement import Proof
from analyzer.claims.terms import Matter
from analyzer.claims.weights import Weights
from analyzer.claims.words import folded
from analyzer.history import background
from analyzer.history.words import stem as similar_stem
from analyzer.records import Passage

_NEAR = 2  # sentences that are weighed together
TRIED = 6  # passages of an edition that are looked at closely
_RAREST = 8.0  # rarity beyond which words weigh no more (natural logarithm of the passages for one that holds it)
_COMMON = 2.0  # ... and below which they weigh nothing
_MEANT = 16  # words of a matter whose meaning is looked at, the rarest
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
        text, score = p.text[slice(*self.span)], round(self.score, 3)
        return Proof(p.year, text, p.id, p.section, p.printed_page, p.pdf_page, score)


@dataclass(frozen=True, slots=True)
class Told:
    """How much of a matter the best sentence of an edition says (0-1), and the number of its passage."""

    share: float = 0.0
    passage: int | None = None


def look(held: Chapter, weights: Weights, years: Iterable[int], also: Collection[int] = ()) -> list[Found]:
    """The passages of each of these editions that hold most of the words, the best first, and some others by number."""
    keys = _keys(held, weights)
    numbers: dict[int, list[int]] = defaultdict(list)
    for number in keys:
        numbers[held.passages[number].year].append(number)
    found = [f for year in set(years) for f in _most(held, weights, {n: keys[n] for n in numbers.get(year, ())})]
    more = {held.passages[n].id: n for n in also}
    for f in found:
        more.pop(f.passage.id, None)
    found += [_best(held, n, keys.get(n, frozenset()), weights) for n in more.values()]
    return sorted(found, key=_rank)


def told(held: Chapter, matter: Matter, years: Iterable[int]) -> dict[int, Told]:
    """What each of these editions says of a matter, by the meaning of single words.

    A word weighs by its rarity in reports at large, and counts as near as a word of the sentence comes to it.
    """
    known = background.shipped()
    rarity = {folded(word): min(_RAREST, known.idf(similar_stem(word))) for _, word in matter.words}
    rarest = sorted((w for w, rare in rarity.items() if rare >= _COMMON), key=lambda w: (-rarity[w], w))[:_MEANT]
    near = {word: kinship.near(word) for word in rarest}
    total = sum(rarity[word] for word in near)
    most: dict[int, float] = defaultdict(float)  # what a passage could say at most: if all stood in one sentence
    for word, kin in near.items():
        nearest: dict[int, float] = {}
        for form, cosine in sorted(kin.items(), key=lambda one: one[1]):
            nearest |= dict.fromkeys(held.with_form(form), cosine)
        for number, cosine in nearest.items():
            most[number] += rarity[word] * cosine
    found = dict.fromkeys(years, Told())
    for number in sorted(most, key=lambda n: (-most[n], n)):
        year = held.passages[number].year
        if year not in found or most[number] <= found[year].share * total:
            continue
        for sentence in held.forms(number):
            said = sum(
                rarity[w] * max((kin.get(form, 0.0) for form in sentence), default=0.0) for w, kin in near.items()
            )
            if said > found[year].share * total:
                found[year] = Told(said / total, number)
    return found


def speaking(held: Chapter, weights: Weights, years: Iterable[int], least: float) -> list[Found]:
    """All passages of these editions that hold at least this share of the words, like ones counted in."""
    wanted = frozenset(years)
    able = {n: held_keys for n, held_keys in _keys(held, weights).items() if held.passages[n].year in wanted}
    found = [_best(held, n, keys, weights) for n, keys in able.items() if _bound(keys, weights)[1] >= least]
    return sorted((f for f in found if f.wide >= least), key=_rank)


def _rank(f: Found) -> tuple[float, float, int, int]:
    return -f.score, -f.wide, -f.passage.year, f.passage.ordinal


def _keys(held: Chapter, weights: Weights) -> dict[int, frozenset[str]]:
    """The words that passages hold, by passage: those of like meaning as "~" and the word that they stand for."""
    found: dict[int, set[str]] = defaultdict(set)
    for word in sorted(weights.words):
        for number in held.holding(word):
            found[number].add(word)
    for word, others in weights.kin.items():
        for other in others:
            for number in held.holding(other):
                found[number].add(LIKE + word)
    return {number: frozenset(keys) for number, keys in found.items()}


def _bound(keys: frozenset[str], weights: Weights) -> tuple[float, float]:
    """The shares that a passage with these words can reach at most: if all of them stand together."""
    able = keys.union("+".join(p) for p in weights.phrases if keys.issuperset(p))
    return weights.share(able), weights.share(able, alike=True)


def _most(held: Chapter, weights: Weights, keys: Mapping[int, frozenset[str]]) -> list[Found]:
    """The best passages of an edition: only those that can be among them are read."""
    alike = {k: _bound(k, weights) for k in set(keys.values())}
    bounds = {n: alike[k] for n, k in keys.items()}
    found: list[Found] = []
    for number in sorted(keys, key=lambda n: (-bounds[n][0], -bounds[n][1], n)):
        if len(found) == TRIED and (found[-1].score, found[-1].wide) >= bounds[number]:
            break
        found = sorted([*found, _best(held, number, keys[number], weights)], key=_rank)[:TRIED]
    return found


def _best(held: Chapter, number: int, keys: frozenset[str], weights: Weights) -> Found:
    """The passage by its best run of sentences. Sentence -1 is the heading, which counts with every one."""
    p = held.passages[number]
    stands = {key: (key,) if key[0] != LIKE else weights.kin[key[1:]] for key in keys}
    places = held.places(number, {word for words in stands.values() for word in words})
    sets: dict[int, set[str]] = defaultdict(set)
    for key, words in stands.items():
        for word in words:
            for sentence, _ in places.get(word, ()):
                sets[sentence].add(key)
    for phrase in weights.phrases:
        if keys.issuperset(phrase):
            for sentence in together(phrase, places):
                sets[sentence].add("+".join(phrase))
    heading = sets.pop(-1, set())
    cuts = p.sentence_spans
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
