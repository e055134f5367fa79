"""A text taken apart into claims: what is said, of which economy, of which edition, about what."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.claims import editions, parts, publication, standing
from analyzer.claims.cues import LISTED, SPEAKING, SPEAKS, Kind, cues
from analyzer.claims.editions import ASIDE
from analyzer.claims.terms import NOTHING, PUBLICATION, Matter, matter
from analyzer.claims.words import stem
from analyzer.outline import split_sentences
from analyzer.vocab import economies

_GOES_ON = re.compile(r"\b(?:too|also|as well|likewise|equally|in that (?:year|edition|report))\b", re.IGNORECASE)
_PLAIN = frozenset({Kind.GONE, Kind.BACK, Kind.LONG})  # what they say needs no word of a report where one was named
_REPORT_IT = re.compile(rf"^[\s\"“”]*It (?:\w+ ){{0,2}}?{SPEAKING}", re.IGNORECASE)  # "It again complains about"
_PRONOUN = re.compile(
    r"^[\s\"“”]*(?:(?:Since|As|Because|Although|Though|While|When|Yet|But) (?:it|they|this|that)\b|"
    r"(?:It|They|This|That|These|Those|Both|The (?:measure|rule|issue|program|programme|item|law|practice|scheme|"
    r"complaint|topic|matter|policy|requirement|restriction|duty|tax|levy|ban|plan|bill|decree|permit|quota|tariff|regime)|"
    r"Neither|None|Its|Their)\b)"
)
# A thing that the sentence before has named: "its permit rules for the chemical".
_THAT_THING = re.compile(
    r"\bthe (?:chemical|product|crop|fruit|good|commodity|substance|drug|device|food|item|animal|meat|grain|service|"
    r"sector|system|technology|company|agency|body|plant|seed|drink)s?"
    r"(?=\s*(?:[.,;:!?)]|$|(?:is|are|was|were|has|have|had|in|from|to|by|at|on|and|that|which|into|out)\b))",
    re.IGNORECASE,
)
_MOST_OF_A_SENTENCE = 1500  # characters: no claim is longer
_MOST = 200  # claims of one text
_HEAD = 300  # characters that may hold the date of an article
_LEAD = 2  # sentences at the head of a text, and after each of these, in which a report may be named
_BACK = 8  # sentences that may say what a claim leaves out
_ISSUER = re.compile(r"\b(?:United States|U\.S\.|US|Washington|USTR|America)\b")
_LINES = re.compile(r"\n\s*\n|\r|\n(?=\s*[-*•])")  # paragraphs and bullets
_DATED_PLACE = r"(?:[A-Z][\w.'’/-]*|\d{1,4}|of|de|the|spring|summer|autumn|fall|winter|early|late)"
_DATELINE = re.compile(
    rf"^(?=[A-Z]){_DATED_PLACE}(?:,?\s+{_DATED_PLACE}){{0,6}},?\s*(?:\([\w .]+\)\s*)?(?:--|–|—)\s+|"
    r"^[A-Z][A-Z .]{2,30},?(?: \w+\.?(?: \d{1,2})?| \d{1,2} \w+)?,?(?: \d{4})?(?: \([\w .]+\))? - "
)
# Who says it is not what it is about.
_SAYS = (
    r"(?:said|says|say|saying|told|noted|notes|reported|reports|claimed|claims|wrote|writes|shows?|showed|argued?|argues|"
    r"asserts?|asserted|insists?|insisted|explains?|explained|believes?|believed|remarks?|remarked|thinks?|maintains?|"
    r"maintained|rejoices?|rejoiced|cheers?|cheered|gloats?|gloated|laments?|lamented|complains?|complained|adds?|added|"
    r"stresses|stressed|observes?|observed|finds?|found|holds?|held|contends?|contended|announces?|announced|hears?|heard|"
    r"expects?|expected|fears?|feared|hopes?|hoped|boasts?|boasted|concludes?|concluded|recalls?|recalled|"
    r"crows?|crowed|tweets?|tweeted|protests?|protested|warns?|warned)"
)
_SOURCE = re.compile(
    r"\baccording to [^,;]{0,80}(?:,|$)|"
    rf",[\s\"“”]+(?!which\b)[^,;]{{0,80}}\b{_SAYS}\b(?!\s+(?:that|about|against|nothing|anything|little)\b)[^,;]{{0,60}}"
    r"[.\"”]*$|"
    rf"(?<=,[\"”'’]) [^,;]{{0,80}}\b{_SAYS}\b[^,;]{{0,60}},|"
    rf",\s(?:an?|the|its|one|some|two)\s[^,;:]{{0,60}}\b{_SAYS}\s*[,:]|"
    r",\s(?:an?|the|its|one|some|two|several)\s[^,;]{0,80}\b(?:was|were|is|are)\s\w+\s+to\s\w+[.\"”]*$|"
    r",\s(?:much )?to the (?:satisfaction|delight|dismay|relief|surprise|annoyance|chagrin|joy) of\b[^,;]*",
    re.IGNORECASE,
)
# "A client note lists ...", "Taipei dailies report that ...": the first words name who says it.
_WHO = (
    r"(?:notes?|alerts?|memos?|memorandum|newsletters?|blogs?|papers?|dailies|daily|weekly|agency|analysts?|lawyers?|"
    r"ministers?|ministry|spokes\w+|associations?|lobby|lobbies|lobbyists|newspapers?|portals?|column\w*|commentary|"
    r"press release|briefing|magazine|bulletin|newswire|journal|broadcaster|"
    r"groups?|federation|council|coalition|alliance|institute|"
    r"chamber|officials?|experts?|diplomats?|media|press)"
)
_SAYER = re.compile(
    rf"^\W*(?:(?:[\w'’-]+ ){{0,5}}?{_WHO})\b(?:(?!\b(?:is|are|was|were|been)\b)[^,;:]){{0,30}}?\b(?:"
    rf"(?:{_SAYS}|lists?)\s+(?:that\s|as\s)?|"
    r"(?:applaud|welcom|prais|thank|hail|commend|congratulat)(?:s|es|ed)\s+(?:USTR|Washington|the\s+\w+)\s+(?:for|on)\s)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(rf"^\W*(?:[\w'’-]+ ){{0,4}}?(?:{_WHO}|beware|watch out)(?: [\w'’-]+){{0,2}}:\s", re.IGNORECASE)
# What stands beside the claim: "Alongside old grievances over beef, ...".
_BESIDE = re.compile(
    r"^\W*(?:(?:\w+ ){0,2}(?:alongside|besides|beside|apart from|aside from|in addition to|along with|together with|"
    r"next to|unlike|in contrast to|compared (?:with|to)|as with|despite)|(?:\w+ ){0,3}(?:after|since|when|once|"
    r"now that|although|though|because))\b[^,;:]{3,80},\s",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"\bECONOMY\s+(?:itself |also |again |newly |now )*(?:was|is|were|are|has|have|had|no longer|joins|joined|enters|"
    r"entered|made|makes|appears|appeared|disappear|disappeared|vanished|dropped|drops|fell|did|does|returns|returned|became)\b|"
    r"\bchapters? (?:on|about|of|for) ECONOMY\b|\b(?:adds?|added|drops?|dropped|removes?|removed|includes?|included) "
    r"ECONOMY(?! ?['’]s)\b"
)
_PARTS = re.compile(
    r"\b(?:barriers|issues|items|measures|practices|policies|several|various|some|matters|rules)\b", re.I
)
_SO_IS = re.compile(r",? and so (?:is|are|was|were|does|do|did|has|have) ")  # "X is new, and so is Y"
_BREAKS = (
    re.compile(r":|,?\s\b(?:while|whereas|but|although|though|however)\b\s"),
    re.compile(r",\s(?:and\s)?"),
    re.compile(r"\sand\s"),
)
_TRAILING = re.compile(r"\s+(?:while|whereas|but|although|though|however|and)$")
_RELATIVE = re.compile(r"^\W*(?:which|who|whom|whose)\b", re.IGNORECASE)
_ITSELF = re.compile(
    r"\b(?:is|are|was|were) (?:both |all |also |wholly |entirely )*(?:new|a first|firsts|(?:an? )?newcomers?)\b|"
    r"\b(?:is|are|was|were|stands?) there for the first time\b",
    re.IGNORECASE,
)
# A side remark behind a semicolon has a verb of its own; a thing in a list has none.
_REMARK = re.compile(rf"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|{_SAYS})\b", re.IGNORECASE)
_ELSEWHERE = economies.codes() - {"USA"}  # whose barriers may be meant
_ANAPHOR = frozenset(
    map(stem, ("measure", "rule", "requirement", "issue", "program", "law", "practice", "scheme", "topic", "policy"))
)
# ... and what "the ban, recorded the year before," says of it.
_LEANT = frozenset(
    map(
        stem,
        (
            "ban", "duty", "tax", "levy", "plan", "bill", "decree", "permit", "quota", "tariff", "regime",
            "restriction", "complaint", "matter", "recorded", "listed", "noted", "mentioned", "raised", "named",
            "cited",
        ),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim of a text, made out."""

    text: str
    kind: Kind
    economy: str | None
    year: int | None  # of the edition, where the text says it
    since: int | None  # the year in "listed since 1996"
    matter: Matter
    covers: bool = False  # it speaks of the economy's chapter as such, not of a matter in it
    pieces: tuple[Matter, ...] = ()  # of a list of things, which may be one matter or several
    context: Matter = NOTHING  # what the sentences beside it speak of


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a clause, and the economies to look for."""

    sentence: str
    before: Sequence[str]  # sentences, the nearest last
    opening: Sequence[str]  # the first three sentences of the text, and its head
    edition: int | None  # the one that the text is about
    current: bool  # it speaks of "this year's report"
    among: frozenset[str]


def statements(text: str, *, among: Collection[str] = (), declared: bool = False) -> tuple[Statement, ...]:
    """The claims of a text about a report, in order. A text of one sentence may state plainly what a report lists.

    `among` are the codes of economies to look for (all known, by default); the United States are never the subject.
    What is `declared` to be a claim is one, whatever its words, if it names a matter and an economy.
    """
    pieces = _pieces(text)
    wanted = (frozenset(among) or _ELSEWHERE) & _ELSEWHERE
    plainly = SPEAKS.search(text) is not None or publication.hinted(text)
    single = declared or (len(pieces) == 1 and plainly and bool(parts.named(text, wanted)))
    if not declared and not publication.ours(text) and not (single and publication.none_other(text)):
        return ()
    opening = [*pieces[:3], _head(text)]
    current = any(map(editions.is_this_years, pieces))
    edition = editions.of_text(pieces, opening, current=current)
    places = [
        _Around(piece, pieces[max(0, at - _BACK) : at], opening, edition, current, wanted)
        for at, piece in enumerate(pieces)
    ]
    found: list[Statement] = []
    told = False  # whether the text has spoken of a report
    for at, around in enumerate(places):
        piece = around.sentence
        named = publication.named(piece) or (at < _LEAD and _leads(piece, pieces[at + 1 : at + 1 + _LEAD]))
        clauses = _clauses(piece)
        for clause, kind in clauses:
            if named or single or (told and (kind in _PLAIN or SPEAKS.search(piece) or _ITSELF.search(piece))):
                found += _parted(clause, kind, around, found[-1].matter if found else NOTHING)
        if not clauses and (named or told) and standing.claimed(piece):
            found += _parted(piece, Kind.LISTED, around, NOTHING)
        told = told or named
        if len(found) >= _MOST:
            break
    ways = (_plainly, _named_with_a_matter) if declared else (_plainly,)
    for stated in ways:  # without any such turn of phrase it may state plainly what a report lists
        for around in () if found else places:
            if stated(around):
                found += _parted(around.sentence, Kind.LISTED, around, NOTHING)
    return tuple(found[:_MOST])


def _leads(sentence: str, after: Sequence[str]) -> bool:
    """Whether a sentence at the head of a text says what the United States do in a report that the next ones name."""
    return bool(_ISSUER.search(sentence) and SPEAKS.search(sentence)) and any(map(publication.named, after))


def _plainly(around: _Around) -> bool:
    """Whether a sentence states what a report lists of an economy named there or before."""
    piece = around.sentence
    plain = piece.replace("U.S.", "US  ")
    speaks = LISTED.search(plain) or publication.meant(plain) or publication.hinted(plain)
    placed = bool(parts.named(" ".join((*around.before, piece)), around.among)) or publication.meant(plain)
    return bool(speaks) and bool(matter(piece)) and placed and not publication.acts(piece)


def _named_with_a_matter(around: _Around) -> bool:
    """Whether a sentence names an economy and a matter: enough where it is declared to be a claim."""
    return bool(matter(around.sentence)) and bool(parts.named(around.sentence, around.among))


def passed_over(text: str, claims: Collection[str]) -> tuple[str, ...]:
    """The sentences that name an economy and sound like a claim, or name a report, and are none of these claims."""
    return tuple(
        piece
        for piece in _pieces(text)
        if parts.named(piece, _ELSEWHERE)
        and (cues(piece) or publication.named(piece))
        and not any(claim in piece or piece in claim for claim in claims)
    )


def _parted(clause: str, kind: Kind, around: _Around, last: Matter) -> list[Statement]:
    """The claims of a clause: one for each economy that it speaks of. `last` is what the claim before is about."""
    told = _SOURCE.sub(lambda m: " " * len(m.group()), clause)
    stretches = parts.by_economy(told, around.among)
    if sum(len(codes) for codes, _ in stretches) < 2:
        return [_statement(clause, kind, around, last)]
    year = _year(clause, kind, around)
    return [
        replace(_statement(stretch, kind, around, last), text=clause, economy=code, year=year)
        for codes, stretch in stretches
        for code in codes
    ]


def _pieces(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in _LINES.split(text)]
    found = [_DATELINE.sub("", line[a:b].strip()) for line in lines if line for a, b in split_sentences(line)]
    return [piece[:_MOST_OF_A_SENTENCE] for piece in found if piece]


def _head(text: str) -> str:
    """The beginning of a text, in whole sentences where it holds one."""
    head = " ".join(text[:_HEAD].split())
    return head if len(text) <= _HEAD else head[: head.rfind(". ") + 1] or head


def _clauses(sentence: str) -> list[tuple[str, Kind]]:
    """The clauses that hold a cue: the whole sentence, or its parts where cues of several kinds stand in it."""
    parted = [part.strip() for part in sentence.split(";")]
    if not all(cues(part) for part in parted):
        told = "; ".join(part for part in parted if not _is_remark(part))
        return _by_kind(told if matter(told) else sentence)
    return [clause for part in parted for clause in _by_kind(part)]


def _is_remark(part: str) -> bool:
    """Whether a part of a sentence claims nothing of a report, nor is one of the things that it lists."""
    return not cues(part) and bool(_REMARK.search(part)) and not publication.named(part)


def _by_kind(sentence: str) -> list[tuple[str, Kind]]:
    """The clauses of a sentence that hold cues of one kind each, and the kinds."""
    first, *others = _SO_IS.split(sentence)
    if others and all(map(matter, (first, *others))) and (told := _by_kind(first)):
        return [*told, *((other.strip(" ,"), told[-1][1]) for other in others)]
    held = cues(ASIDE.sub(_left_out, sentence)) or cues(sentence)
    if len({kind for _, _, kind in held}) < 2:
        return [(sentence, held[0][2])] if held else []
    bounds = [0]
    for (_, end, kind), (start, _, after) in itertools.pairwise(held):
        cut = _break(sentence, end, max(start, end)) if kind is not after else None
        if cut and matter(sentence[bounds[-1] : cut]) and matter(sentence[cut:]):
            bounds.append(cut)
    bounds.append(len(sentence))
    out = []
    for a, b in itertools.pairwise(bounds):
        inside = [k for s, _, k in held if a <= s < b]
        if inside:
            # "listed for years, it is gone": that it was long there is told beside what is claimed.
            kind = next((k for k in inside if k is not Kind.LONG), Kind.LONG)
            out.append((_TRAILING.sub("", sentence[a:b].strip(" ,:")).strip(" ,:"), kind))
    # "..., which mills had protested about for years": told beside what is claimed.
    return [one for one in out if not (one[1] is Kind.LONG and _RELATIVE.match(one[0]))] or out


def _left_out(aside: re.Match[str]) -> str:
    """Blanks for what stands between commas; what ends a sentence may be its claim."""
    return " " * len(aside.group()) if aside.group().endswith(",") else aside.group()


def _break(sentence: str, start: int, end: int) -> int | None:
    """Where one clause ends and the next begins: at a conjunction or colon, or else at a comma, or an "and"."""
    return next((m.end() for pattern in _BREAKS if (m := pattern.search(sentence, start, end))), None)


def _statement(clause: str, kind: Kind, around: _Around, last: Matter) -> Statement:
    """One claim: its clause, with what its sentence, those before and the first of the text say around it."""
    wanted = around.among
    about, things = _matter(_SPEAKER.sub("", clause), wanted), clause
    covers = not about and _covers(clause, wanted)
    if not covers:
        about, things = _about(clause, about, around, last)
    listed = parts.listed(_blanked(_SOURCE.sub(" , ", things), wanted, " ")) if about else ()
    beside = NOTHING if covers else _context(clause, around)
    year = _year(clause, kind, around)
    return Statement(
        text=clause,
        kind=Kind.FIRST if kind is Kind.GONE and year and _missed_before(clause, year) else kind,
        economy=_economy(clause, around),
        year=year,
        since=editions.since(clause),
        matter=about,
        covers=covers,
        pieces=tuple(map(matter, listed)),
        context=beside,
    )


def _economy(clause: str, around: _Around) -> str | None:
    """The economy that a clause names, or else its sentence, those before, the nearest first, or the opening.

    One that is not among those looked for is told where the sentence names no other.
    """
    told, wanted = _SOURCE.sub(" ", clause), around.among
    codes = parts.named(told, wanted)
    if not codes or (parts.only_adjectives(told, wanted) and not parts.only_adjectives(around.sentence, wanted)):
        codes = parts.named(around.sentence, wanted) or codes
    codes = codes or parts.named(told, _ELSEWHERE - wanted)
    others = (parts.named(piece, wanted) for piece in (*reversed(around.before), *around.opening))
    codes = codes or next(filter(None, others), ())
    return codes[0] if codes else None


def _about(clause: str, about: Matter, around: _Around, last: Matter) -> tuple[Matter, str]:
    """What a clause is about, and the text that names it.

    One that says little of its own ("it", "the measure", "that crop") is about what the claim before is about, or else
    the nearest sentence before that names something, as well.
    """
    thing = _THAT_THING.search(clause)
    own = _matter(_THAT_THING.sub(" ", _SPEAKER.sub("", clause)), around.among) if thing else about
    pronoun = _PRONOUN.match(clause)
    own = own.without(_ANAPHOR | _LEANT if pronoun and "The " in pronoun.group() else _ANAPHOR)
    points = pronoun is not None and not _REPORT_IT.match(clause)
    if len(own.words) >= (2 if points or thing else 1):
        return about, clause
    earlier = ((piece, _matter(piece, around.among)) for piece in reversed(around.before))
    named, meant = (clause, last) if last else next((one for one in earlier if one[1].without(_ANAPHOR)), ("", NOTHING))
    return (own.joined(meant), clause if own else named) if meant else (about, clause)


def _missed_before(clause: str, year: int) -> bool:
    """Whether what a clause calls missing is so in an older edition: "not in the 2022 report, but in 2025's"."""
    missed = next(((a, b) for a, b, kind in cues(clause) if kind is Kind.GONE), None)
    near = editions.years(clause[missed[0] : missed[1] + 30])[:1] if missed else []
    return bool(near) and near[0] < year and str(year) in clause


def _context(clause: str, around: _Around) -> Matter:
    """What the rest of a claim's sentence and the sentence before it speak of; of a headline's text, the next ones."""
    rest = around.sentence.replace(clause, " , ")
    after = [] if around.before else around.opening[1:-1][:1]  # the last of the opening is its head, once more
    out = NOTHING
    for piece in (rest, *around.before[-1:], *after):
        out = out.joined(_matter(piece, around.among))
    return out.without(_ANAPHOR)


def _year(clause: str, kind: Kind, around: _Around) -> int | None:
    """The edition that a claim speaks of, by its clause, its sentence, the sentences before, or the article's date."""
    if kind is Kind.FIRST and (until := editions.until(clause)):
        return until[0]
    return next(filter(None, _years(clause, kind, around)), None)


def _years(clause: str, kind: Kind, around: _Around) -> Iterator[int | None]:
    """The years that may be that of a claim's edition, the likeliest first."""
    sentence, current = around.sentence, editions.is_this_years(clause)
    if not current:
        yield editions.spoken_of(clause, kind)
        yield editions.spoken_of(sentence[: max(0, sentence.find(clause))])
        if _PRONOUN.match(clause) or _GOES_ON.search(clause):
            yield from map(editions.spoken_of, reversed(around.before))
    yield around.edition
    if current:
        return
    yield max(editions.in_years(clause, kind), default=None)
    yield max(editions.current_years(clause, kind), default=None)
    if kind is Kind.LISTED:  # it took until 2014
        yield max(editions.until(clause), default=None)
    if not around.current:
        yield max((year for piece in around.opening for year in editions.current_years(piece)), default=None)


def _matter(text: str, wanted: frozenset[str]) -> Matter:
    """The matter's words: without names of economies, which every passage of a chapter shares, and without "X said"."""
    told = _SAYER.sub(" , ", _SOURCE.sub(" , ", text))
    bare = matter(_blanked(_BESIDE.sub("", told), wanted, " "))
    return bare or matter(_blanked(told, wanted, " "))


def _blanked(text: str, wanted: frozenset[str], instead: str) -> str:
    """The text with another word for every name of an economy that it speaks of."""
    codes = parts.named(text, wanted)
    bare, end = "", 0
    for start, stop, code in parts.places(text, wanted):
        if code in codes and not text[:start].endswith("Made in "):
            bare, end = bare + text[end:start] + instead, stop
    bare += text[end:]
    return re.sub(rf"{re.escape(instead)}['’]s?(?!\w)", f"{instead}'s ", bare) if instead.strip() else bare


def _covers(text: str, wanted: frozenset[str]) -> bool:
    """Whether a text speaks of an economy's chapter as such: "Burma no longer has a chapter"."""
    told = PUBLICATION.sub("report", text)
    return bool(_CHAPTER.search(_blanked(told, wanted, "ECONOMY"))) and not _PARTS.search(told)
