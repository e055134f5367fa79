"""Passages that are no barrier though no formula either: trade figures, meetings, acts of the United States itself."""

from __future__ import annotations

import re

from analyzer.briefs import actors
from analyzer.records import Passage

_TRADE_FIGURES = re.compile(
    r"\b(?:U\.S\. (?:\w+ ){0,4}(?:exports?|imports?)|the United States exported|exports? (?:to|of) (?:\w+ ){0,3}"
    r"(?:increased|decreased|totaled|were valued)|trade (?:deficit|surplus)|export market|"
    r"[Bb]ilateral trade (?:in \w+ ){0,3}(?:has |have |was |is )?\w+)\b"
)
_TREND = re.compile(r"^The (?:decline|drop|fall|growth|increase|rise) in (?:\w+ )?(?:trade|exports|imports) reflects\b")
_FIGURE = re.compile(r"(?<![\d.,])\d[\d.,]* ?(?:percent|billion|million)|\$\d")
_TALK = re.compile(
    r"\b(?:meet(?:s|ings?)? regularly|share best practices|exchange (?:of )?views|"
    r"(?:hosted|held|joined|participated in) (?:\w+ ){0,6}(?:meeting|workshop|dialogue|webinar|consultation)s?|"
    r"(?:continues?|continued|will continue) to (?:\w+ ){0,2}(?:engage|monitor|work|raise|urge|press|encourage|follow|"
    r"discuss|explore|seek|advocate)|(?:engaged|met|worked) (?:\w+ ){0,4}to (?:resolve|address|discuss) (?!\w+ing\b)|"
    r"continued efforts to|remains? committed to working|(?:summarized|discussed|described) (?:below|above)|"
    r"(?:raised|discussed) (?:this|these|the) (?:issue|concern|matter)s?|notified the (?:draft )?\w+ to the WTO)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:discussed|described|addressed) (?:further )?in the [^.]{3,90} (?:section|chapter)(?: of this [^.]+)?\.?\)?$"
)
_MEMBERS = re.compile(r"^(?:The )?[A-Z].*\b(?:comprises|is made up of|is a (?:founding |full )?member of)\b")
_HARD = re.compile(
    r"\b(?:prohibit\w*|ban(?:s|ned)?|requir\w+|must|restrict\w*|limit(?:s|ed)|impos\w+|exclud\w+|discriminat\w*|"
    r"dut(?:y|ies)|tariffs?|quotas?|fees?|tax(?:es)?|subsid\w+|licens\w+|monopol\w+|obstacles?)\b",
    re.IGNORECASE,
)


_DONE = re.compile(
    r"\b(?:recogniz|adopt|enact|amend|repeal|approv|remov|eliminat|impos|introduc|issu)ed\b", re.IGNORECASE
)
# In a table of texts without its commas, too: "In January 1999 the Administration outlined ...".
_WHEN = r"^(?:[^,.]{1,60}, (?:\d{4},? )?|(?:In|On|During|Since) (?:\w+ ){0,3}(?:19|20)\d\d ){0,2}(?:also )?"
_US = (
    r"(?:the )?(?:United States(?: Government| Trade Representative)?|(?:(?:Clinton|Bush|Obama|Trump|Biden) )?"
    r"Administration|USTR|U\.S\. (?:Government|Trade Representative|"
    r"(?:Department|Secretary|Customs)\b[^,.]{0,40}?)|Office of the United States Trade Representative)"
)
# Laws and bodies of the United States, which chapters on others name without saying whose they are.
_OUR_LAW = (
    r"(?:Uyghur Forced Labor Prevention Act|UFLPA|Forced Labor Enforcement Task Force|FLETF|Customs and Border "
    r"Protection|Section (?:201|232|301|307)\b|Tariff Act of 1930|Trade Act of 1974|Trade Expansion Act)"
)
_BY_OUR_LAW = re.compile(rf"{_WHEN}(?:[Tt]he )?{_OUR_LAW}")
_NAMES_OUR_LAW = re.compile(_OUR_LAW)
# What the United States does of itself, and what it does together with another: no measure of the other's.
_OURS = re.compile(
    rf"{_WHEN}{_US}(?: and [A-Z][^,.]{{0,40}}?)? (?:also |subsequently |jointly )?(?:issued|published|released|"
    r"outlined|proposed|initiated|commenced|launched|announced|determined|imposed|terminated|modified|developed|delivered|"
    r"established|renewed|coordinated|organized|co-hosted|hosted|signed|concluded|entered into)\b|"
    r"^Executive Order 1\d{4}\b",
    re.IGNORECASE,
)


def is_aside(passage: Passage) -> bool:
    """Whether all that the passage says is said in passing (see `is_passing`), or of what the United States does."""
    return all(map(is_passing, _sentences(passage))) or tells_ours(passage)


def tells_ours(passage: Passage) -> bool:
    """Whether the passage begins with an act of the United States and tells no demand, ban or cost of another."""
    first, *others = _sentences(passage)
    return is_ours(first) and not any(_is_theirs(sentence, passage) for sentence in others)


def _is_theirs(sentence: str, passage: Passage) -> bool:
    """Whether a sentence beside an act of the United States tells a burden, or what the chapter's economy has done."""
    does = actors.is_own(sentence, passage) and _DONE.search(sentence) is not None
    return not _tells_no_burden(sentence) or (does and not is_passing(sentence))


def _tells_no_burden(sentence: str) -> bool:
    """Whether a sentence beside an act of the United States tells no demand, ban or cost but that of the act."""
    return is_passing(sentence) or not _HARD.search(sentence) or _NAMES_OUR_LAW.search(sentence) is not None


def _sentences(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.sentence_spans]


def points_elsewhere(passage: Passage) -> bool:
    """Whether the passage is one sentence that says where in the report more is to be found."""
    return len(passage.sentences) < 2 and _ELSEWHERE.search(passage.text.rstrip()) is not None


def is_passing(sentence: str) -> bool:
    """Whether a sentence tells trade figures, talks or members without demand, ban or cost, or our own act."""
    if len(sentence.split()) < 4 or is_ours(sentence):
        return True
    figures = bool(_TRADE_FIGURES.search(sentence) and _FIGURE.search(sentence)) or bool(_TREND.search(sentence))
    return (figures or bool(_TALK.search(sentence) or _MEMBERS.search(sentence))) and not _HARD.search(sentence)


def is_ours(sentence: str) -> bool:
    """Whether a sentence tells an act of the United States, alone or together with another: no barrier of that."""
    return _OURS.match(sentence) is not None or _BY_OUR_LAW.match(sentence) is not None
