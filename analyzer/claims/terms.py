"""What a claim is about, as terms that passages can be searched for: words, and phrases of two or three."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analyzer.claims.words import WORD, is_empty, rephrased, stem

PUBLICATION = re.compile(
    r"\b(?:(?:annual )?National Trade Estimate(?: Report)?(?: on Foreign Trade Barriers)?(?: \(?NTE\)?)?|"
    r"NTE(?: Report)?|(?:Foreign )?Trade Barriers(?: Report)?|(?:report|list|survey)s? (?:of|on) (?:\w+ )?barriers|"
    r"barriers? (?:reports?|lists?|books?|catalog(?:ue)?s?)|"
    r"(?:annual |yearly )?(?:catalog(?:ue)?|inventory|register|survey)s? of (?:\w+ )?barriers|"
    r"(?:charge|rap) sheets?|(?:hit|wish|naughty) lists?|"
    r"(?:Office of the )?(?:U\.?S\.?|United States|American) Trade Representative(?: \(?USTR\)?)?|USTR)\b",
    re.IGNORECASE,
)
# Between two words of one noun phrase stands nothing but a space or a hyphen.
_JOIN = re.compile(r"[\s\-‐-―]{1,3}(?:of )?|['’]s ", re.IGNORECASE)
# A number says something where it names a measure or an age: Bill 96, Decree 116, 30 months.
_NUMBERED = re.compile(
    r"(?:bill|decree|law|act|article|resolution|order|directive|regulation|circular|rule|no|made in china)$", re.I
)
_COUNTED = re.compile(r"[\s-]*(?:months?|percent|per cent|%|days)\b", re.I)


@dataclass(frozen=True, slots=True)
class Matter:
    """The words of a claim that name its matter, in order, and which of them stand side by side."""

    words: tuple[tuple[str, str], ...]  # (stem, word as written), each stem once
    phrases: tuple[tuple[str, ...], ...]  # stems of two or three that stand side by side in one noun phrase
    names: tuple[tuple[str, ...], ...] = ()  # those of them that are written as a name: Data Security Law

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems alone."""
        return tuple(s for s, _ in self.words)

    def __bool__(self) -> bool:
        return bool(self.words)

    def joined(self, other: Matter) -> Matter:
        """The matter with the words of another after its own."""
        words = dict(self.words)
        for key, word in other.words:
            words.setdefault(key, word)
        phrases = tuple(dict.fromkeys((*self.phrases, *other.phrases)))
        return Matter(tuple(words.items()), phrases, tuple(dict.fromkeys((*self.names, *other.names))))

    def without(self, stems: frozenset[str]) -> Matter:
        """The matter without some of its words."""
        return Matter(
            tuple(w for w in self.words if w[0] not in stems),
            tuple(p for p in self.phrases if not set(p) & stems),
            tuple(p for p in self.names if not set(p) & stems),
        )


NOTHING = Matter((), ())


def matter(text: str) -> Matter:
    """The words of a text that name a matter, and their phrases. Names of economies are to be blanked out before."""
    words: dict[str, str] = {}
    phrases: dict[tuple[str, ...], bool] = {}
    run: list[tuple[str, bool]] = []  # stem, and whether it is written with a capital
    end = 0
    plain = translated(PUBLICATION.sub(" , ", text))
    for match in WORD.finditer(plain):
        word = match.group()
        beside = bool(run) and _JOIN.fullmatch(plain, end, match.start()) is not None
        named = beside and run[-1][1] and word[0].isupper()  # Green Claims
        if _says_nothing(word, plain[: match.start()], plain[match.end() :]) and not named:
            run = []
            continue
        key = stem(word)
        words.setdefault(key, word.lower())
        run = run if beside else []
        if all(key != other for other, _ in run):
            run.append((key, word[0].isupper() or (beside and word[0].isdigit())))
        end = match.end()
        for size in (2, 3):
            if len(run) >= size:
                phrases.setdefault(tuple(k for k, _ in run[-size:]), all(capital for _, capital in run[-size:]))
    return Matter(tuple(words.items()), tuple(phrases), tuple(p for p, name in phrases.items() if name))


def _says_nothing(word: str, before: str, after: str) -> bool:
    if word.isdecimal() or word[-1].isdigit():
        return not (_COUNTED.match(after) or _NUMBERED.search(before[-40:].rstrip(" .-")))
    return is_empty(word)


@cache
def _press_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    with Path(__file__).with_name("press_words.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (re.compile(rf"(?<!\w)(?:{row['press']})(?!\w)", re.I), row["report"]) for row in csv.DictReader(lines)
        )


def translated(text: str) -> str:
    """The text with the press's words for things put into the reports' words."""
    text = rephrased(text)
    for pattern, word in _press_words():
        text = pattern.sub(word, text)
    return text
