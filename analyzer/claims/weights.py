"""How much each word of a claim says: rare words of a chapter say more, and so do phrases."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.claims.chapters import LIKE, OFFSET, Chapter, together
from analyzer.claims.terms import Matter
from analyzer.claims.words import like

# Weight of a word that no passage of the economy holds: much where it is a term of some other chapter (drones), little
# where it is a common word, nothing where no chapter holds it.
_FOREIGN = 4.0
_COMMON = 2.5
_TAGGED = 1.5  # a word that counts only where the tagger tells its sense says more
_RARE = 20
KIN = 0.7  # what a word of like meaning counts for
_STANDING = 5  # passages elsewhere that make words side by side a standing term
_PHRASE = 0.8  # a phrase's weight as a share of its words' mean weight
# The words found must say at least this much (natural logarithm) for a passage to be about the matter.
TELLS = 3.2
_SHORT = 0.4  # ... or this share of what a word of one passage alone says


@dataclass(frozen=True)
class Weights:
    """The weight of every word and phrase ("one+other") of a claim's matter."""

    words: dict[str, float]
    phrases: dict[tuple[str, ...], float]
    tells: float = TELLS  # less where a chapter is short
    names: frozenset[str] = frozenset()  # phrases that are names of laws, bodies and programs
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # words of like meaning, which count in part

    @property
    def total(self) -> float:
        """The weight of all together."""
        return sum(self.words.values()) + sum(self.phrases.values())

    def of(self, held: Iterable[str], *, alike: bool = False) -> float:
        """The weight of the words and phrases held; of words of like meaning, too, where these are to count."""
        keys = set(held)
        own = sum(w for k, w in self.words.items() if k in keys)
        phrases = sum(w for k, w in self.phrases.items() if "+".join(k) in keys)
        near = sum(KIN * w for k, w in self.words.items() if k not in keys and LIKE + k in keys) if alike else 0.0
        return own + phrases + near

    def share(self, held: Iterable[str], *, alike: bool = False) -> float:
        """The share of the whole weight that is held."""
        return self.of(held, alike=alike) / (self.total or 1.0)

    def core(self, held: Collection[str]) -> frozenset[str]:
        """The weightiest of the words held, or a name: without it a passage speaks of something else."""
        if names := sorted(n for n in self.names if n in held):
            return frozenset({max(names, key=lambda n: n.count("+"))})
        ranked = sorted((k for k in self.words if k in held), key=lambda k: (-self.words[k], k))
        return frozenset(ranked[:1])

    def within(self, held: Collection[str]) -> Weights:
        """These weights for what is held alone."""
        return Weights(
            {k: w for k, w in self.words.items() if k in held or LIKE + k in held},
            {k: w for k, w in self.phrases.items() if "+".join(k) in held},
            self.tells,
            self.names & frozenset(held),
            self.kin,
        )


def weigh(held: Chapter, matter: Matter, elsewhere: Callable[[Sequence[str]], int]) -> Weights:
    """Weights of a matter's words within what is said of an economy.

    `elsewhere` counts the passages of any chapter that hold a word, or words side by side (twenty at most).
    """
    total = len(held.passages) + 1
    words: dict[str, float] = {}
    for key, word in matter.words:
        if count := len(held.holding(key)):
            words[key] = (math.log(total / count) + 0.3) * (_TAGGED if key == OFFSET else 1.0)
        elif others := {n for other in like(key) for n in held.holding(other)}:
            words[key] = math.log(total / len(others)) + 0.3
        elif count := elsewhere((word,)):
            words[key] = _FOREIGN if count < _RARE else _COMMON
    written = dict(matter.words)
    phrases: dict[tuple[str, ...], float] = {}
    foreign: list[str] = []
    for phrase in matter.phrases:
        if all(key in words for key in phrase):
            mean = sum(words[key] for key in phrase) / len(phrase)
            both = set.intersection(*(set(held.holding(key)) for key in phrase))
            if any(together(phrase, held.places(number, phrase)) for number in sorted(both)):
                phrases[phrase] = _PHRASE * mean / (1 if len(phrase) == 2 or phrase in matter.names else 2)
            elif elsewhere([written[key] for key in phrase]) >= _STANDING:
                # A standing term, which this economy's chapters never use.
                phrases[phrase] = _PHRASE * mean * len(phrase)
                foreign.append("+".join(phrase))
    names = frozenset("+".join(n) for n in matter.names if n in phrases)
    kin = {key: found for key, word in matter.words if key in words and (found := held.kin(key, word))}
    return Weights(words, phrases, min(TELLS, _SHORT * math.log(total)), names.union(foreign), kin)
