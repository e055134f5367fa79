"""Findings gathered into matters: follow-on passages join their lead, and each matter gets its sentence and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analyzer.briefs.brief import Matter, Quote, Wording
from analyzer.briefs.quoting import PageText, lead, nearest, quote, shorten
from analyzer.briefs.weighing import weigh
from analyzer.briefs.wording import alike, compare
from analyzer.records import Change, ChangeKind, Finding, Label, Passage, Status, Verdict
from analyzer.vocab import sections

READABLE = 0.4  # below this share of words in common, old and new are clearer apart than marked
UNSURE = (0.3, 0.7)  # between these a status is worth a second look by eye
_KINDS = {
    ChangeKind.LAW: "a new legal step",
    ChangeKind.RATE: "a new rate or amount",
    ChangeKind.SCOPE: "another scope",
    ChangeKind.DATE: "a new date",
}  # the other kinds say nothing that the two wordings do not show


def gather(
    findings: Iterable[Finding], pages: PageText, *, earlier: Mapping[str, Passage], formulas: bool = False
) -> tuple[Matter, ...]:
    """All matters of the findings, the weightiest first; boilerplate is left out unless `formulas` is set.

    `earlier` holds the passages that verdicts name as evidence, by id, so that old words are quoted with their place.
    """
    kept = tuple(finding for finding in findings if formulas or not finding.verdict.boilerplate)
    matters = (_matter(group, pages, earlier) for group in _groups(kept))
    return tuple(sorted(matters, key=lambda matter: (-matter.weight, matter.quote.passage_id)))


def _groups(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    kept = sorted(findings, key=lambda finding: (finding.passage.ordinal, finding.passage.id))
    by_id = {finding.passage.id: finding for finding in kept}
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in kept:
        groups.setdefault(_key(by_id.get(finding.verdict.follows or "", finding)), []).append(finding)
    return tuple(tuple(_lead_first(group)) for group in groups.values())


def _key(finding: Finding) -> tuple[object, ...]:
    passage, verdict = finding.passage, finding.verdict
    if passage.heading:
        return passage.section, passage.heading, verdict.status, passage.year
    return verdict.listing_id, verdict.status, passage.year


def _lead_first(group: Sequence[Finding]) -> list[Finding]:
    ids = {finding.passage.id for finding in group}
    leads = [finding for finding in group if finding.verdict.follows not in ids]
    first = max(leads or group, key=lambda finding: (weigh([finding]), -finding.passage.ordinal))
    return [first, *(finding for finding in group if finding is not first)]


def _matter(group: Sequence[Finding], pages: PageText, earlier: Mapping[str, Passage]) -> Matter:
    first = group[0]
    verdict, passage = first.verdict, first.passage
    old = earlier.get(verdict.evidence.passage_id) if verdict.evidence else None
    changed = old is not None and verdict.status is Status.CHANGED
    said = _say(first, pages, against=old.text if changed and old is not None else "")
    change = verdict.change or Change(ChangeKind.NONE)
    labels = {mention.label for finding in group for mention in finding.mentions}
    return Matter(
        title=_title(passage, said),
        section=section_name(passage),
        status=verdict.status,
        quote=said,
        weight=weigh(group),
        listing_id=verdict.listing_id,
        before=_before(old, said, verdict, pages),
        since=_since(verdict),
        change=change.kind,
        added=change.added,
        removed=change.removed,
        wording=_wording(old, passage) if changed and old is not None else (),
        follow_ons=tuple(_say(other, pages) for other in group[1:]),
        moved_from=_moved(verdict, passage),
        doubt=_doubt(verdict),
        notes=verdict.notes,
        ruled_by=verdict.ruled_by,
        offset=Label.OFFSET in labels,
        agreement=Label.AGREEMENT in labels,
    )


def _say(finding: Finding, pages: PageText, *, against: str = "") -> Quote:
    passage = finding.passage
    return quote(passage, lead(passage, mentions=finding.mentions, against=against), pages)


def _before(old: Passage | None, said: Quote, verdict: Verdict, pages: PageText) -> Quote | None:
    """The earlier sentence nearest to the one quoted; for a matter taken up again, at least its best sentence."""
    if old is None or verdict.status not in (Status.RELISTED, Status.CHANGED):
        return None
    span = nearest(old, said.text)
    if span is None and verdict.status is Status.RELISTED:
        span = nearest(old, said.text, least=0.0) or lead(old)
    return quote(old, span, pages) if span is not None else None


def _wording(old: Passage, new: Passage) -> tuple[Wording, ...]:
    stretches = compare(old.text, new.text)
    return stretches if alike(stretches) >= READABLE else ()


def _moved(verdict: Verdict, passage: Passage) -> str | None:
    """The section that a matter came from, where that is news: not where a section was renamed, split or merged."""
    came = verdict.moved_from
    if came is None or came == "unsectioned" or sections.family(came) == sections.family(passage.section):
        return None
    return came


def section_name(passage: Passage) -> str:
    """A passage's section in the vocabulary's words, or as printed where the vocabulary does not know it."""
    if passage.section != "other" or not passage.printed_section:
        return sections.title(passage.section)
    return passage.printed_section.strip().capitalize()


def _title(passage: Passage, said: Quote) -> str:
    if passage.heading:
        return passage.heading[-1].strip()
    return shorten(" ".join(said.text.split()[:9]), longest=70).rstrip(" ,;.:") + " …"


def _since(verdict: Verdict) -> str:
    listed = f"listed since {verdict.first_listed}" if verdict.first_listed is not None else ""
    match verdict.status:
        case Status.NEW if verdict.new_chapter:
            return "the economy had no chapter in any earlier edition held"
        case Status.NEW:
            return "in no earlier edition held"
        case Status.RELISTED:
            if verdict.first_listed == verdict.last_listed_before:
                return f"listed in {verdict.first_listed}, then absent"
            return f"first listed in {verdict.first_listed}, last in {verdict.last_listed_before}, then absent"
        case Status.CHANGED:
            kind = _KINDS.get(verdict.change.kind) if verdict.change else None
            return ", ".join(filter(None, (listed, kind)))
        case Status.DROPPED:
            last = verdict.compared_with or verdict.last_listed_before
            return ", ".join(filter(None, (listed, f"last in {last}" if last else "", "not in this edition")))
        case _:
            return listed


def _doubt(verdict: Verdict) -> str | None:
    if verdict.ruled_by is not None or not UNSURE[0] < verdict.p_new < UNSURE[1]:
        return None
    if verdict.status in (Status.NEW, Status.RELISTED):
        return f"not sure, {verdict.p_new:.0%} likely newly listed: read the page before citing it"
    return f"not sure, {verdict.p_new:.0%} likely newly listed"
