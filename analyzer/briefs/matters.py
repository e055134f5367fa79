"""Findings gathered into matters: follow-on passages join their lead, and each matter gets its sentence and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from analyzer.briefs.brief import Matter, Quote
from analyzer.briefs.quoting import PageText, lead, quote, shorten
from analyzer.briefs.weighing import weigh
from analyzer.briefs.wording import compare
from analyzer.records import Change, ChangeKind, Finding, Label, Passage, Status, Verdict
from analyzer.vocab import sections

UNSURE = (0.3, 0.7)  # between these a status is worth a second look by eye
_KINDS = {
    ChangeKind.LAW: "a new legal step",
    ChangeKind.RATE: "a new rate or amount",
    ChangeKind.SCOPE: "another scope",
    ChangeKind.DATE: "a new date",
}  # the other kinds say nothing that the two wordings do not show


def gather(findings: Iterable[Finding], pages: PageText, *, earlier: Mapping[str, Passage]) -> tuple[Matter, ...]:
    """All matters of the findings, the weightiest first; boilerplate is left out.

    `earlier` holds the passages that verdicts name as evidence, by id, so that old words are quoted with their place.
    """
    groups = _groups(tuple(findings))
    matters = (_matter(group, pages, earlier) for group in groups)
    return tuple(sorted(matters, key=lambda matter: (-matter.weight, matter.quote.passage_id)))


def _groups(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    kept = sorted(
        (finding for finding in findings if not finding.verdict.boilerplate),
        key=lambda finding: (finding.passage.ordinal, finding.passage.id),
    )
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
    change = verdict.change or Change(ChangeKind.NONE)
    changed = verdict.status is Status.CHANGED
    said = quote(passage, lead(passage, mentions=first.mentions, wanted=change.added if changed else ()), pages)
    old = earlier.get(verdict.evidence.passage_id) if verdict.evidence else None
    compared = verdict.status in (Status.RELISTED, Status.CHANGED)
    labels = {mention.label for finding in group for mention in finding.mentions}
    return Matter(
        title=_title(passage, said),
        section=section_name(passage),
        status=verdict.status,
        quote=said,
        weight=weigh(group),
        listing_id=verdict.listing_id,
        before=_old_quote(old, verdict, change, pages) if compared and old is not None else None,
        since=_since(verdict),
        change=change.kind,
        added=change.added,
        removed=change.removed,
        wording=compare(old.text, passage.text) if changed and old is not None else (),
        follow_ons=tuple(
            quote(other.passage, lead(other.passage, mentions=other.mentions), pages) for other in group[1:]
        ),
        moved_from=verdict.moved_from,
        doubt=_doubt(verdict),
        notes=verdict.notes,
        ruled_by=verdict.ruled_by,
        offset=Label.OFFSET in labels,
        agreement=Label.AGREEMENT in labels,
    )


def _old_quote(old: Passage, verdict: Verdict, change: Change, pages: PageText) -> Quote:
    """The earlier sentence: the one whose words went, or the one nearest to the evidence."""
    wanted = change.removed
    if verdict.status is Status.RELISTED and verdict.evidence is not None:
        wanted = (verdict.evidence.text,)
    return quote(old, lead(old, wanted=wanted), pages)


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
            return f"first listed {verdict.first_listed}, last listed {verdict.last_listed_before}, then absent"
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
        return f"not sure: {verdict.p_new:.0%} likely newly listed; read the passage before citing it as new"
    return f"not sure: may be a matter of its own ({verdict.p_new:.0%} likely newly listed)"
