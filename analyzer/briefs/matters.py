"""Findings gathered into matters: passages under one heading are one, and each matter gets its sentence and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from analyzer.briefs import asides, comparing, naming, news, titling
from analyzer.briefs.brief import Matter, Point, Quote
from analyzer.briefs.figures import Altered
from analyzer.briefs.ground import Ground
from analyzer.briefs.grouping import goes_on, groups
from analyzer.briefs.headless import Headed
from analyzer.briefs.leaving import left_out
from analyzer.briefs.quoting import further, quote
from analyzer.briefs.reconciling import reconcile
from analyzer.briefs.replacing import heirs
from analyzer.briefs.saying import doubt, since
from analyzer.briefs.weighing import weigh
from analyzer.briefs.wording import alike, compare
from analyzer.queries import Listed, names_of
from analyzer.queries.citing import sentence_at
from analyzer.records import Change, ChangeKind, Finding, Label, Passage, Status
from analyzer.vocab import economies, sections

ALSO = "Also"
OFFSETS = 3  # sentences on offsets for each matter


def gather(ground: Ground, *, marked: bool = True) -> tuple[Matter, ...]:
    """All matters of the findings, the weightiest first; formulas, trade figures and talks are left out.

    Without `marked` a matter's further points are not quoted and its wordings not compared, which takes the time.

    Points left out of a matter that goes on stand with it (`left_out`): they are not matters that have gone.
    """
    figures = comparing.alterations(ground)
    told = (comparing.as_told(finding, figures.get(finding.passage.id), ground) for finding in ground.findings)
    kept = [f for f in told if not f.verdict.boilerplate and (_offset([f]) or not _beside_it(f, ground))]
    together = groups([finding for finding in kept if finding.verdict.status is not Status.DROPPED])
    gone = [finding for finding in kept if finding.verdict.status is Status.DROPPED]
    headed = Headed.of(ground.old)
    left, away = left_out(gone, together, headed)
    lost = groups(away, headed.heads)
    here = [
        _matter(group, left.get(group[0].passage.id, []), ground, headed, figures, marked=marked) for group in together
    ]
    former = [_matter(group, [], ground, headed, {}, marked=marked) for group in lost]
    matters = reconcile(tuple(zip(together, here, strict=True)), former, heirs(together, lost, headed))
    return tuple(sorted(matters, key=lambda matter: (-matter.weight, matter.quote.passage_id)))


def _matter(
    group: Sequence[Finding],
    short: Sequence[Finding],
    ground: Ground,
    headed: Headed,
    figures: Mapping[str, Altered],
    *,
    marked: bool,
) -> Matter:
    first = group[0]
    verdict, passage = first.verdict, first.passage
    figure = figures.get(passage.id)
    said = comparing.say(first, ground, figure)
    before = comparing.before(group, said, ground, figure)
    if figure is None and comparing.yearly(group, said):
        verdict, before = replace(verdict, status=Status.CONTINUED, change=None), None
        first = replace(first, verdict=verdict)
    change = verdict.change or Change(ChangeKind.NONE)
    title = titling.title(headed.head(passage), said.text)
    lost = sorted(((_loss(f, ground), f) for f in short), key=lambda pair: -pair[0])
    offset = _offset(group) and "offset" in f"{title} {said.text}".casefold()
    told = _listed(group, title, ground, offset=offset)
    point = verdict.status is Status.NEW and goes_on(group)
    return Matter(
        title=title,
        section=section_name(passage),
        called="" if title else naming.named(section_name(passage), said.whole, _told_by(group, headed)),
        status=Status.CHANGED if point else verdict.status,
        new_point=point,
        quote=said,
        weight=weigh([first, *group[1:]], said.text),
        listing_id=verdict.listing_id,
        before=before,
        since=since(verdict, told, said.text),
        change=change.kind,
        wording=comparing.wording(first, ground) if marked else (),
        points=_points(group, said, ground, figures) if marked else (),
        left_out=tuple(comparing.say(finding, ground) for _, finding in lost),
        lost=lost[0][0] if lost else 0.0,
        listed=told,
        years=told.told if verdict.status is Status.DROPPED else (*told.told, ground.year),
        moved_from=_moved(first, comparing.earlier(first, ground)) if marked else None,
        whole_bloc=_whole_bloc(passage, ground),
        doubt=doubt(verdict, matched=comparing.matched(first, said, ground)),
        ruled_by=verdict.ruled_by,
        offset=_offset(group),
        of_offsets=spoken(group, ground, Label.OFFSET, most=OFFSETS),
        first_offset=offset
        and verdict.status is not Status.NEW
        and not any(year < ground.year for year in ground.offset_years),
    )


def _told_by(group: Sequence[Finding], headed: Headed) -> list[Passage]:
    """The passages of a matter, and the one before that its first leans on in the edition before."""
    told = [finding.passage for finding in group]
    return [*told, *headed.leant_on(told[0])]


def _points(group: Sequence[Finding], said: Quote, ground: Ground, figures: Mapping[str, Altered]) -> tuple[Point, ...]:
    """What else the passage that leads a matter tells as news, and what its further passages say."""
    first, *others = group
    status, passage = first.verdict.status, first.passage
    after, known = first.verdict.compared_with, ground.before_it.says
    spans = [] if status in (Status.CONTINUED, Status.DROPPED) else further(passage, after, said=known)
    also = (Point(status, quote(passage, span, ground.pages), ALSO) for span in spans)
    rest = (
        Point(f.verdict.status, comparing.say(f, ground, figures.get(f.passage.id)))
        for f in others
        if _is_told(f, status)
    )
    told = (p for p in rest if p.status is Status.DROPPED or not news.is_statistic(p.quote.text))
    return (*(point for point in also if point.quote.text not in said.whole), *told)


def _loss(finding: Finding, ground: Ground) -> float:
    """How much a point left out weighs: the more, the longer it was listed."""
    length = 0.1 * len(ground.linked.get(finding.passage.id, ()))
    return weigh([finding]) + length - 3.0 * asides.is_aside(finding.passage)


def _beside_it(finding: Finding, ground: Ground) -> bool:
    """Whether a passage tells of trade and talks, not of a barrier; one that goes on does no harm.

    Nor is it a barrier gone that a standing under the GPA is told in other words: a note has it in another place.
    """
    passage, status = finding.passage, finding.verdict.status
    if status is Status.DROPPED and ground.standings and _of_agreements(finding):
        return True
    return status is not Status.CONTINUED and (passage.section == "trade_summary" or asides.is_aside(passage))


def _of_agreements(finding: Finding) -> bool:
    """Whether every sentence of a passage names a procurement agreement."""
    named = [mention.start for mention in finding.mentions if mention.label is Label.AGREEMENT]
    return all(any(a <= at < b for at in named) for a, b in finding.passage.sentence_spans)


def _is_told(finding: Finding, status: Status) -> bool:
    told = status is Status.DROPPED or finding.verdict.status is not Status.CONTINUED
    return told and not asides.points_elsewhere(finding.passage)


def _offset(group: Sequence[Finding]) -> bool:
    return any(mention.label is Label.OFFSET for finding in group for mention in finding.mentions)


def _listed(group: Sequence[Finding], title: str, ground: Ground, *, offset: bool) -> Listed:
    """The earlier editions that tell of the matter: those that its passages are matched with, or that name it.

    Of an `offset` the mentions tell where it is named, since the word means much else.
    """
    # Passages that only stand in a row may have a history of their own.
    own = [f for f in group if f.passage.heading or f.verdict.listing_id == group[0].verdict.listing_id]
    matched = {year for finding in own for year in ground.linked.get(finding.passage.id, ())}
    for finding in own:
        verdict = finding.verdict
        matched.update(year for year in (verdict.first_listed, verdict.last_listed_before) if year is not None)
        matched.update([finding.passage.year] if finding.passage.year < ground.year else [])
    threads = dict.fromkeys(finding.verdict.listing_id for finding in group)
    names = names_of(title)
    if not offset:
        return ground.past.listed(matched, threads, names, group[0].passage.section)
    others = [name for name in names if "offset" not in name.casefold()]
    found = ground.past.listed(matched, threads, others, group[0].passage.section)
    named = {*found.named, *(year for year in ground.offset_years if year < ground.year)} - {*found.years}
    return replace(found, named=tuple(sorted(named)), called=found.called or ("offsets" if named else ""))


def _moved(finding: Finding, old: Passage | None) -> str | None:
    """The section that a matter came from, where that is news and plain to see: not where a section was renamed."""
    came, passage = finding.verdict.moved_from, finding.passage
    if came is None or came == sections.UNSECTIONED or sections.family(came) == sections.family(passage.section):
        return None
    return came if old is not None and alike(compare(old.text, passage.text)) >= comparing.READABLE else None


def _whole_bloc(passage: Passage, ground: Ground) -> str:
    """The bloc of which its chapter says this, not of the economy by itself, or an empty text."""
    if ground.economy in passage.economies:
        return ""
    return economies.name_of(passage.chapter, year=passage.year)


def section_name(passage: Passage) -> str:
    """A passage's section in the vocabulary's words, or as printed where the vocabulary does not know it."""
    if passage.section != "other" or not passage.printed_section:
        return sections.title(passage.section)
    return passage.printed_section.strip().capitalize()


def ours(ground: Ground) -> tuple[Quote, ...]:
    """What the edition newly tells of acts of the United States itself, in the report's order."""
    fresh = (Status.NEW, Status.RELISTED, Status.CHANGED)
    told = [f for f in ground.findings if f.verdict.status in fresh and not f.verdict.boilerplate]
    found = sorted(told, key=lambda f: (f.passage.ordinal, f.passage.id))
    acts = (finding.passage for finding in found if asides.tells_ours(finding.passage))
    return tuple(quote(act, act.sentence_spans[0], ground.pages) for act in acts)


def spoken(findings: Iterable[Finding], ground: Ground, label: Label, *, most: int) -> tuple[Quote, ...]:
    """Sentences of this edition that name something of the label, in the report's order, each passage once."""
    quotes = []
    for finding in sorted(findings, key=lambda f: (f.passage.ordinal, f.passage.id)):
        mention = next((m for m in finding.mentions if m.label is label), None)
        if mention is not None and finding.verdict.status is not Status.DROPPED:
            passage = finding.passage
            quotes.append(quote(passage, sentence_at(passage, mention.start), ground.pages))
    return tuple(quotes[:most])
