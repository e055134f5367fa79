"""What a finding tells against the edition before: whether it is news, the sentence that says it, and what it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.briefs import asides, news, titling
from analyzer.briefs.brief import Quote, Wording
from analyzer.briefs.figures import Altered, altered, elsewhere, stepped
from analyzer.briefs.ground import Ground
from analyzer.briefs.quoting import is_outcome, lead, led_in, nearest, quote, shared
from analyzer.briefs.wording import alike, compare, settled
from analyzer.records import Change, ChangeKind, Finding, Passage, Status

SURELY = 0.75  # chance from which on two passages tell one matter, if in few words that both have
READABLE = 0.4  # below this share of words in common, old and new are clearer apart than marked
_SAME = 0.5  # share of telling words from which on two sentences say the same


def earlier(finding: Finding, ground: Ground) -> Passage | None:
    """The earlier passage that a finding rests on."""
    return ground.earlier.get(finding.verdict.evidence.passage_id) if finding.verdict.evidence else None


def alterations(ground: Ground) -> dict[str, Altered]:
    """What passages that go on tell otherwise than the edition before, by their ids."""
    found = {}
    for finding in ground.findings:
        verdict, passage = finding.verdict, finding.passage
        old = earlier(finding, ground) if verdict.status is Status.CONTINUED and verdict.ruled_by is None else None
        if old is not None and old.year == verdict.compared_with:
            figure = (
                altered(passage, old)
                or elsewhere(passage, ground.before_it)
                or stepped(passage, verdict.compared_with, ground.before_it)
            )
            if figure is not None:
                found[passage.id] = figure
    return found


def as_told(finding: Finding, figure: Altered | None, ground: Ground) -> Finding:
    """The finding as one that changed, where a figure in it did; as one that goes on, where nothing in it is news."""
    if figure is not None:
        return replace(finding, verdict=replace(finding.verdict, status=Status.CHANGED, change=Change(figure.kind)))
    if finding.verdict.status is Status.CHANGED and finding.verdict.ruled_by is None and _repeats(finding, ground):
        return replace(finding, verdict=replace(finding.verdict, status=Status.CONTINUED, change=None))
    return finding


def _repeats(finding: Finding, ground: Ground) -> bool:
    """Whether what says best that it changed stands in the edition before, or tells nothing beside what does."""
    passage, says = finding.passage, ground.before_it.says
    best = passage.text[slice(*_lead(finding, ground))]
    if says(best):
        return True
    after = news.since(finding.verdict.compared_with, passage.year)
    empty = news.hangs(best) > 0 and news.weight(best, passage, after=after) <= 0
    return empty and any(says(passage.text[a:b]) for a, b in passage.sentence_spans)


def yearly(group: Sequence[Finding], said: Quote) -> bool:
    """Whether a matter changed in nothing but a figure that each year's report gives."""
    first, *others = group
    rate = first.verdict.change is not None and first.verdict.change.kind is ChangeKind.RATE
    alone = all(finding.verdict.status is Status.CONTINUED for finding in others)
    ruled = first.verdict.ruled_by is not None
    return first.verdict.status is Status.CHANGED and rate and alone and not ruled and news.is_statistic(said.text)


def say(finding: Finding, ground: Ground, figure: Altered | None = None) -> Quote:
    """The sentence that says a finding best, checked against its page; where it changed, what the change is.

    That is the one with another figure, or a step, where there is one.
    """
    span = figure.span if figure is not None else _lead(finding, ground)
    return led_in(finding.passage, span, ground.pages)


def _lead(finding: Finding, ground: Ground) -> tuple[int, int]:
    old = earlier(finding, ground) if finding.verdict.status is Status.CHANGED else None
    return lead(
        finding.passage,
        mentions=finding.mentions,
        against=old.text if old is not None else "",
        lacking=ground.before_it.lacks if ground.old else None,
        said=ground.before_it.says,
        after=finding.verdict.compared_with,
    )


def before(group: Sequence[Finding], said: Quote, ground: Ground, figure: Altered | None = None) -> Quote | None:
    """The earlier sentence that another figure stands for, or that is nearest to the one quoted of a matter, if any.

    For a matter taken up again it is its offset, or its nearest at all. Where both passages surely tell one matter, the
    sentences may share fewer words. What the edition still says in another sentence is not what was said before.
    """
    first = group[0]
    verdict, old = first.verdict, earlier(first, ground)
    if old is None or verdict.status not in (Status.RELISTED, Status.CHANGED):
        return None
    if figure is not None and figure.before is not None:
        return quote(figure.of or old, figure.before, ground.pages)
    if verdict.status is Status.CHANGED:
        if is_outcome(said.text):  # what was found has no counterpart
            return None
        goes_on = [f for f in group if f.verdict.status in (Status.CHANGED, Status.CONTINUED)]
        olds = {one.id: one for one in (old, *(earlier(f, ground) for f in goes_on)) if one and one.year == old.year}
        left = [_gone(one, first.passage, said, ground) for one in olds.values()]
        best = max(filter(None, left), key=lambda one: shared(one, said.text), default=None)
        old = best if best is not None and nearest(best, said.text) is not None else left[0]
        if old is None:
            return None
    span = _offset_in(old) if "offset" in said.text.casefold() else None
    span = span or nearest(old, said.text)
    if span is None and verdict.status is Status.RELISTED:
        span = nearest(old, said.text, least=0.05)
    if span is None and verdict.evidence is not None and verdict.evidence.score >= SURELY:
        span = nearest(old, said.whole, least=0.07)
    return quote(old, span, ground.pages) if span is not None else None


def _gone(old: Passage, new: Passage, said: Quote, ground: Ground) -> Passage | None:
    """An earlier passage with those of its sentences that are no longer said; None where there are none."""
    told = ((span, old.text[slice(*span)]) for span in old.sentence_spans)
    gone = tuple(
        span for span, text in told if not asides.is_passing(text) and not _still_said(new, text, said, ground)
    )
    return replace(old, sentences=gone) if gone else None


def matched(finding: Finding, said: Quote, ground: Ground) -> bool:
    """Whether an earlier sentence can be shown beside what changed; what did not needs none."""
    old = earlier(finding, ground) if finding.verdict.status is Status.CHANGED else None
    return old is None or nearest(old, said.text) is not None


def _still_said(passage: Passage, earlier: str, said: Quote, ground: Ground) -> bool:
    """Whether another sentence of the passage than the one quoted says what an earlier one did, or any says just it."""
    span = nearest(passage, earlier, least=_SAME)
    return (span is not None and passage.text[slice(*span)] not in said.whole) or ground.in_it.says(earlier)


def _offset_in(old: Passage) -> tuple[int, int] | None:
    """The sentence of an earlier passage that says most of offsets: one with a figure, else the first."""
    spans = [(a, b) for a, b in old.sentences if re.search(r"\boffsets?\b", old.text[a:b], re.IGNORECASE)]
    return next((s for s in spans if re.search(r"\d", old.text[s[0] : s[1]])), spans[0] if spans else None)


def wording(finding: Finding, ground: Ground) -> tuple[Wording, ...]:
    """The words of a changed passage beside those of the earlier one, where they are alike enough to read so."""
    old, new = earlier(finding, ground), finding.passage
    if old is None or finding.verdict.status is not Status.CHANGED:
        return ()
    stretches = compare(old.text[titling.run_in(old) :].lstrip(), new.text)
    if alike(stretches) < READABLE:
        return ()
    return settled(stretches, said=ground.before_it.says, says=ground.in_it.says)
