from analyzer.records import Change, ChangeKind, Evidence, Label, Mention, Passage, Segment, Status, Verdict
from analyzer.store.rows import from_passage, from_verdict, to_mentions, to_passage, to_verdict

PASSAGE = Passage(
    id="ite2025-KOR-000000000000",
    series="ite",
    year=2025,
    chapter="KOR",
    economies=("KOR",),
    section="procurement",
    printed_section="GOVERNMENT PROCUREMENT",
    heading=("Defense Offsets",),
    ordinal=7,
    text="Offsets are asked. Twice.",
    sentences=((0, 18), (19, 25)),
    pdf_page=8,
    printed_page="6",
    segments=(Segment(0, 25, 0, 8, 3, (72.0, 100.0, 300.5, 112.0)),),
    footnotes=("A note.",),
)


def test_a_passage_and_its_mentions_come_back_as_they_went():
    mentions = (Mention(0, 7, Label.OFFSET, "offset", {"domain": "defence"}),)
    row = from_passage(PASSAGE, "ite-2025", mentions)
    assert to_passage(row) == PASSAGE
    assert to_mentions(row) == mentions
    assert row["labels"] == "OFFSET"


def test_a_verdict_comes_back_as_it_went():
    verdict = Verdict(
        passage_id=PASSAGE.id,
        economy="KOR",
        year=2025,
        status=Status.RELISTED,
        p_new=0.91,
        listing_id="L-1",
        compared_with=2022,
        missing_editions=(2023, 2024),
        first_listed=1995,
        last_listed_before=1998,
        evidence=Evidence("x", 1998, "old words", 0.8, "12", ("A reason.",)),
        change=Change(ChangeKind.RATE, ("10 million",), ("5 million",)),
        notes=("A note.",),
    )
    row = from_verdict(verdict, "ite")
    assert "old words" not in str(row)  # they stand with the passage that has them
    assert to_verdict({**row, "shown": "old words"}) == verdict
