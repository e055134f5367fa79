"""A chapter made by hand: one finding of each status, with pages that hold their words."""

from __future__ import annotations

import pytest

from analyzer.briefs.ground import Ground
from analyzer.records import (
    Change,
    ChangeKind,
    Evidence,
    Finding,
    Label,
    Mention,
    Passage,
    Segment,
    Status,
    Verdict,
)

OFFSET_1996 = "Korea demands offsets from makers of arms. The share was 30 percent."
FINE_2024 = "Korea fines importers of cars three percent of their sales."
FEES = "Bills would make content firms pay fees to carriers. Such bills are many."
FINE = "Korea fines importers of cars five percent of their sales."
OFFSETS = "Korea favours local arms. Suppliers must accept offsets above ten million dollars."
RICE = "Korea applies a duty of 513 percent to rice."
SOAP = "Korea demands the full recipe of soap before sale."


def passage(text, year, ordinal, *, heading, section="import_policies", page=6):
    cuts, start = [], 0
    for piece in text.split(". "):
        end = min(len(text), start + len(piece) + 1)
        cuts.append((start, end))
        start = end + 1
    return Passage(
        id=f"ite{year}-KOR-{ordinal:012x}",
        series="ite",
        year=year,
        chapter="KOR",
        economies=("KOR",),
        section=section,
        printed_section=section.replace("_", " ").upper(),
        heading=(heading,) if heading else (),
        ordinal=ordinal,
        text=text,
        sentences=tuple(cuts),
        pdf_page=None if page is None else page + 2,
        printed_page=None if page is None else str(page),
        segments=() if page is None else (Segment(0, len(text), 0, pdf_page=page + 2, line=ordinal),),
    )


def finding(subject, status, *, p_new, year=2025, evidence=None, change=None, mentions=(), **more):
    verdict = Verdict(
        passage_id=subject.id,
        economy="KOR",
        year=year,
        status=status,
        p_new=p_new,
        listing_id=f"L-{subject.id}",
        compared_with=2024,
        missing_editions=(2023,),
        first_listed=more.pop("first", None),
        last_listed_before=more.pop("last", None),
        evidence=evidence and Evidence(evidence.id, evidence.year, evidence.text, 0.9, evidence.printed_page),
        change=change,
        **more,
    )
    return Finding(subject, verdict, mentions, f"ite-{year}")


@pytest.fixture
def passage_of():
    return passage


@pytest.fixture
def finding_of():
    return finding


@pytest.fixture
def ground():
    old_offsets = passage(OFFSET_1996, 1996, 3, heading="Defense Offsets", section="procurement", page=None)
    old_fine = passage(FINE_2024, 2024, 2, heading="Recall Fines")
    fees = passage(FEES, 2025, 9, heading="Network Fees", section="digital", page=7)
    fine = passage(FINE, 2025, 2, heading="Recall Fines")
    offsets = passage(OFFSETS, 2025, 5, heading="Defense Offsets", section="procurement")
    rice = passage(RICE, 2025, 1, heading="Rice")
    soap = passage(SOAP, 2024, 4, heading="Household Chemicals")
    monitor = passage("The partner will keep watching.", 2025, 10, heading="Network Fees", section="digital")
    at = OFFSETS.index("offsets")
    findings = (
        finding(fees, Status.NEW, p_new=0.9),
        finding(monitor, Status.NEW, p_new=0.9, boilerplate=True),
        finding(
            fine,
            Status.CHANGED,
            p_new=0.4,
            evidence=old_fine,
            first=2022,
            last=2024,
            change=Change(ChangeKind.RATE, ("five",), ("three",)),
        ),
        finding(
            offsets,
            Status.RELISTED,
            p_new=0.8,
            evidence=old_offsets,
            first=1996,
            last=1996,
            mentions=(Mention(at, at + 7, Label.OFFSET, "offset", {"domain": "defence"}),),
        ),
        finding(rice, Status.CONTINUED, p_new=0.05, first=1996, last=2024),
        finding(soap, Status.DROPPED, p_new=0.0, first=2022, last=2024),
    )
    texts = {
        (2025, 8): (
            "6",
            f"{RICE} {FINE} Korea favours local arms. Suppliers must ac-\ncept offsets above ten million dollars.",
        ),
        (2025, 9): ("7", FEES),
        (2024, 8): ("6", f"{FINE_2024}\n{SOAP}"),
    }
    return Ground(
        economy="KOR",
        name="Korea",
        series="ite",
        year=2025,
        report="2025 Illustrative Trade Barrier Estimate",
        findings=findings,
        pages=lambda subject, page: texts.get((subject.year, page)),
        held=(1996, 2022, 2024),
        offset_years=(1996, 2025),
        earlier={old_offsets.id: old_offsets, old_fine.id: old_fine},
        linked={offsets.id: (1996,), fine.id: (2022, 2024), soap.id: (2022,)},
    )
