"""The outline of the real 2025 report."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace

import pytest

from analyzer.labelled import letters
from analyzer.outline import lay_out

pytestmark = pytest.mark.real

_CONTENTS = re.compile(r"^(\S.*?)\s*(?:\.\s*){4,}\s*(\d+)$")
_MATTER = ("FOREWORD", "APPENDIX")


def test_chapters_and_first_pages_are_those_of_the_printed_contents(real_pages, real_edition):
    rows = [m.groups() for page in real_pages.pages[6:8] for line in page.lines if (m := _CONTENTS.match(line.text))]
    printed = [row for row in rows if not row[0].startswith(_MATTER)]
    assert len(printed) == 59
    assert [(chapter.name, chapter.printed_page) for chapter in real_edition.chapters] == printed
    assert (real_edition.series, real_edition.year) == ("nte", 2025)


def test_every_page_is_accounted_for(real_edition):
    account = real_edition.account
    assert (account.unit, account.total, account.unplaced) == ("page", 397, 0)
    assert account.placed + account.front_matter + account.empty == 397
    assert account.placed == 373  # printed pages 5 to 377


@pytest.mark.parametrize("kept", [0, 30])
def test_type_and_contents_find_the_same_chapters_without_bookmarks(real_pages, real_edition, kept):
    (edition,) = lay_out(replace(real_pages, bookmarks=real_pages.bookmarks[:kept]))
    assert edition.chapters == real_edition.chapters
    assert [p.id for p in edition.passages] == [p.id for p in real_edition.passages]
    assert (len([w for w in edition.warnings if "no bookmark" in w]) > 20) == (kept > 0)


def test_the_gulf_chapter_knows_its_six_states_and_passages_on_single_ones(real_edition):
    gulf = next(chapter for chapter in real_edition.chapters if chapter.economy == "GCC")
    assert gulf.members == ("ARE", "BHR", "KWT", "OMN", "QAT", "SAU")
    single = {p.economies[1] for p in real_edition.passages if p.chapter == "GCC" and len(p.economies) == 2}
    assert single == set(gulf.members)


def test_korean_offsets_stand_where_they_are_printed(real_edition):
    found = [
        p for p in real_edition.passages if p.chapter == "KOR" and p.heading == ("Offsets in Defense Procurement",)
    ]
    assert [(p.printed_page, p.pdf_page, p.section, len(p.sentences)) for p in found] == [
        ("251", 259, "procurement", 2)
    ]


def test_every_character_leads_back_to_its_line(real_pages, real_edition):
    for passage in real_edition.passages:
        covered = 0
        for segment in passage.segments:
            line = real_pages.pages[segment.pdf_page - 1].lines[segment.line]
            length = segment.end - segment.start
            assert passage.text[segment.start : segment.end] == line.text[segment.offset : segment.offset + length]
            assert segment.box == line.box
            covered += length
        assert passage.text.count(" ") >= len(passage.text) - covered  # only joining spaces come from no line


def test_every_body_line_of_a_chapter_is_in_a_passage_or_a_heading(real_pages, real_edition):
    told = letters(" ".join(" ".join((p.printed_section or "", *p.heading, p.text)) for p in real_edition.passages))
    first, last = real_edition.chapters[0].pdf_page, 385
    names = {letters(chapter.name) for chapter in real_edition.chapters}
    lost = [
        (page.number, line.text)
        for page in real_pages.pages[first - 1 : last]
        for line in page.lines
        if line.kind.value == "body" and letters(line.text)[:20] not in told and letters(line.text) not in names
    ]
    assert lost == []


def test_passages_labelled_by_reading_are_found_whole(real_folder, real_edition):
    texts = defaultdict(list)
    for passage in real_edition.passages:
        for economy in passage.economies:
            texts[economy].append(letters(passage.text))
    lines = (real_folder / "gold" / "status_2025_dev.jsonl").read_text(encoding="utf-8").splitlines()
    anchors = [(row["country"], anchor) for row in map(json.loads, lines) for anchor in row["anchors"]]
    assert len(anchors) > 100
    assert [a for economy, a in anchors if not any(letters(a) in text for text in texts[economy])] == []
