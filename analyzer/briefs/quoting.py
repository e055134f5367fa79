"""The sentence that says a passage best, and the check that a quote stands on the page it cites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from analyzer.briefs import actors, asides, news, titling
from analyzer.briefs.brief import Place, Quote
from analyzer.errors import QuoteMismatch
from analyzer.queries import iso_date
from analyzer.records import Label, Mention, Passage
from analyzer.vocab import common, economies

ELLIPSIS = "…"
LONGEST = 420  # characters of a quote; about four lines of a note
_BOTH = 2  # telling words that two sentences must share to be near each other
_LATER = 4  # sentences from the first on, after which it is all the same how late one stands
MUCH = 4.0  # news from which on a further sentence is quoted
_FURTHER = 2  # of them at most
_FRESH = 8.0  # what a sentence counts of which nothing was said before
_STALE = 2.0  # ... and less, which was there to be told before
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_SAID = 10.0  # ... and less, of which all was
_ROOM = 100  # characters of the sentence before without which it would say nothing
_HANGS = 0.5  # from here on a sentence is quoted with the one before
# The United States' own doings, and what hangs on a sentence before, are no state of play.
_LEANING = re.compile(r"^(these|this|it|they|such|the united states|u\.s\.|the u\.s\.|ustr)\b", re.IGNORECASE)
_OUTCOME = re.compile(r"(?:the )?(?:panel|court|tribunal|arbitrator|commission|ruling)s?\b", re.IGNORECASE)
_TO_MONTH = len("2024-07")
_LEADERS = ' \t\n•▪‣"'  # bullets, and quotation marks that a table of texts left behind
_TORN = re.compile(r"[a-z(\[,;:)”]")  # the beginning of a sentence that was cut out of another
_CLAUSE = re.compile(r"[;:,]\s|\s(?=which |that |and |but |or )")

_NO_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]{3,}|\d+")

PageText = Callable[[Passage, int | None], tuple[str | None, str] | None]
"""Gives (printed page, text) of a PDF page of a passage's edition, or None where pages are not held."""


def lead(
    passage: Passage,
    *,
    mentions: Iterable[Mention] = (),
    against: str = "",
    lacking: Callable[[str], float] | None = None,
    said: Callable[[str], bool] = lambda _: False,
    after: int | None = None,
) -> tuple[int, int]:
    """Half-open offsets of the sentence that says the passage best.

    A sentence counts for more when it names an offset or agreement, tells much as news (see `news`) and stands early;
    for less when it hangs on the sentence before it. Where the passage changed, the words that the earlier text
    `against` has not, and steps taken `after` a year, count above all, and of several the one that came last;
    `lacking` gives the share of a sentence that no single one of the earlier edition says, and one that was `said`
    there is quoted where there is no other.
    """
    start = titling.run_in(passage)
    spans = [(max(a, start), b) for a, b in passage.sentences if b > start] or [(start, len(passage.text))]
    tagged = tuple(mention for mention in mentions if mention.label in (Label.OFFSET, Label.AGREEMENT))
    known = words_of(against)
    since = news.since(after, passage.year)
    moments = [_moment(passage.text[a:b], passage.year) for a, b in spans]
    fresh = [news.recent(passage.text[a:b], since, passage.year) for a, b in spans]
    outcomes = {k for k, (a, b) in enumerate(spans) if k and not moments[k] and is_outcome(passage.text[a:b])}
    for order in sorted(outcomes):  # they are of the day that the sentence before names
        moments[order], fresh[order] = moments[order - 1], fresh[order - 1]
    latest = max(moments) if len(set(filter(None, moments))) > 1 else None

    def worth(item: tuple[int, tuple[int, int]]) -> tuple[float, int]:
        order, (start, end) = item
        text = passage.text[start:end].lstrip(_LEADERS)
        points = news.weight(text, passage, after=since) - 0.4 * min(order, _LATER)
        points += 2.5 * any(start <= mention.start < end for mention in tagged)
        if known:
            words = words_of(text)
            lacks = len(words - known) / max(8, len(words))
            points += _FRESH * (lacks if lacking is None else (lacks + lacking(text)) / 2) - _SAID * said(text)
        if known and moments[order] and int(moments[order][:4]) < since and not _SINCE.search(text):
            points -= _STALE
        if fresh[order] and order in outcomes:
            points += news.of_late(text) + 1.0  # what was found says more than when
        if fresh[order] and not asides.is_passing(text):
            turns = news.TURN.search(text) is not None
            points += 1.5 * turns
            points += 2.0 * ((turns or bool(known)) and moments[order] == latest and _LEANING.match(text) is None)
        points -= 4.0 * news.hangs(text) * (order > 0) + 3.0 * (len(text) < 30)
        points -= 4.0 * bool(_TORN.match(text)) + 15.0 * _abroad(text, passage)
        return points, -order

    return max(enumerate(spans), key=worth)[1]


def is_outcome(sentence: str) -> bool:
    """Whether a sentence tells what a panel or court found, which is of the day that the sentence before names."""
    return _OUTCOME.match(sentence) is not None


def further(
    passage: Passage, after: int | None, *, said: Callable[[str], bool] = lambda _: False, least: float = MUCH
) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences that tell most of steps taken `after` a year, two at most, in their order.

    What the edition before `said` already is left out, and what tells less than `least` as news (see `news`).
    """
    since = news.since(after, passage.year)

    def weight(span: tuple[int, int]) -> float:
        text = passage.text[slice(*span)]
        step = news.recent(text, since, passage.year) and (news.TURN.search(text) or news.STEP.search(text))
        return (
            news.weight(text, passage, after=since) - news.hangs(text) - 15.0 * _abroad(text, passage) if step else 0.0
        )

    begin = titling.run_in(passage)
    telling = [
        span
        for span in passage.sentences
        if span[0] >= begin and weight(span) >= least and not said(passage.text[slice(*span)])
    ]
    return sorted(sorted(telling, key=lambda span: -weight(span))[:_FURTHER])


def nearest(passage: Passage, words: str, *, least: float = 0.2) -> tuple[int, int] | None:
    """Half-open offsets of the sentence that shares most telling words with a text, or None where none shares enough.

    Words that stand everywhere in such reports do not count, and two must be shared.
    """
    share, span = _nearest(passage, words)
    return span if share > least else None


def shared(passage: Passage, words: str) -> float:
    """The share of telling words that a text and the sentence of a passage nearest to it have in common."""
    return _nearest(passage, words)[0]


def _nearest(passage: Passage, words: str) -> tuple[float, tuple[int, int] | None]:
    wanted = telling(words)
    begin = titling.run_in(passage)
    best, found = 0.0, None
    for start, end in passage.sentence_spans:
        there = telling(passage.text[start:end])
        both = wanted & there
        share = len(both) / (len(wanted | there) or 1)
        if end > begin and len(both) >= _BOTH and share > best:
            best, found = share, (max(start, begin), end)
    return best, found


def _abroad(text: str, passage: Passage) -> bool:
    """Whether a sentence begins with another state's doings: "On July 5, Bolivia ..." in a chapter on Brazil."""
    named = actors.named_first(text)
    own = {passage.chapter, *passage.economies, *economies.members(passage.chapter, passage.year), "USA"}
    if not named or own & set(economies.states_named(text)):
        return False
    return not own & set(economies.members(named[0], passage.year))  # what its own bloc does is its own


def words_of(text: str) -> frozenset[str]:
    """The words of three letters and more, and the figures, of a text."""
    return frozenset(_WORD.findall(text.casefold()))


def telling(text: str) -> frozenset[str]:
    """The words that tell one matter from another, by their beginnings."""
    return frozenset(common.beginning(word) for word in words_of(text)) - common.beginnings()


def _moment(text: str, until: int) -> str:
    """The latest month ("2024-07") or year that a sentence names, none after the year `until`; empty where none.

    "As of" a day nothing happened.
    """
    named = (iso_date(m.group())[:_TO_MONTH] for m in news.DATE.finditer(news.AS_OF.sub("", text)))
    return max((moment for moment in named if int(moment[:4]) <= until), default="")


def quote(passage: Passage, span: tuple[int, int], pages: PageText) -> Quote:
    """A quote of one sentence with its place, shortened at a clause where it is long.

    Raises `QuoteMismatch` where the words do not stand on the page that is cited (or, where a sentence runs over, on
    the next).
    """
    start, end = _trimmed(passage.text, span)
    cited = shorten(passage.text[start:end])
    end = start + len(cited.removesuffix(f" {ELLIPSIS}"))
    place = Place(passage.series, passage.year, passage.printed_page, passage.pdf_page)
    for number, words in reversed(_by_page(passage, start, end)):
        held = pages(passage, number)
        if held is None:
            continue
        printed, text = held
        place = Place(passage.series, passage.year, printed, number)
        check(words, text, where=str(place))
    return Quote(cited, place, passage.id)


def led_in(passage: Passage, span: tuple[int, int], pages: PageText) -> Quote:
    """A quote of one sentence with the one before it, or its beginning, where it hangs on that and there is room.

    Raises `QuoteMismatch` as `quote` does.
    """
    said = quote(passage, span, pages)
    spans = [s for s in passage.sentences if s[1] <= span[0] and s[1] > titling.run_in(passage)]
    if not spans or (news.hangs(said.text) < _HANGS and not is_outcome(said.text)):
        return said
    before = quote(passage, (max(spans[-1][0], titling.run_in(passage)), spans[-1][1]), pages)
    room = LONGEST - len(said.text)
    return replace(said, lead_in=shorten(before.text, longest=room)) if room >= _ROOM else said


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip(_LEADERS)), start + len(stretch.rstrip())


def _by_page(passage: Passage, start: int, end: int) -> list[tuple[int, str]]:
    """Each PDF page that the stretch stands on, with its words there; lines are told apart by an ellipsis."""
    pages: dict[int, list[str]] = {}
    for segment in passage.segments:
        words = passage.text[max(start, segment.start) : min(end, segment.end)]
        if segment.pdf_page is not None and segment.start < end and start < segment.end:
            pages.setdefault(segment.pdf_page, []).append(words)
    if not pages and passage.pdf_page is not None:
        pages[passage.pdf_page] = [passage.text[start:end]]
    return [(page, f" {ELLIPSIS} ".join(words)) for page, words in sorted(pages.items())]


def check(cited: str, page: str, *, where: str) -> None:
    """Pass silently where every part of a quote stands in a page's text; raise `QuoteMismatch` where one does not.

    Letters and digits alone are compared, since hyphens and spaces change where lines are joined. Parts on either side
    of an ellipsis may stand apart, in order.
    """
    held, at = _bare(page), 0
    for part in filter(None, (_bare(part) for part in cited.split(ELLIPSIS))):
        found = held.find(part, at)
        if found < 0:
            raise QuoteMismatch(
                f"the words '{cited[:80]}' do not stand there.",
                where=where,
                remedy="The store and the report differ; add the report again.",
            )
        at = found + len(part)


def shorten(text: str, *, longest: int = LONGEST) -> str:
    """The text itself, or its beginning up to a clause with an ellipsis where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    cuts = [match.start() for match in _CLAUSE.finditer(text, longest * 3 // 4, longest)]
    cut = cuts[-1] if cuts else text.rfind(" ", 0, longest)
    return text[:cut].rstrip(" ,;:") + " " + ELLIPSIS


@lru_cache(maxsize=1024)  # many quotes stand on one page
def _bare(text: str) -> str:
    return _NO_WORD.sub("", text.casefold())
