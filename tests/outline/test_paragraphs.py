from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.outline.paragraphs import Paragraph, Placed
from analyzer.records import Line

WORDS = frozenset({"government", "cooperation"})


def _join(*texts):
    paragraph = Paragraph()
    for index, text in enumerate(texts):
        paragraph.add(Placed(Line(text, (0, 0, 1, 1), 11, bold=False), 1, index), WORDS)
    return paragraph


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("one", "two"), "one two"),
        (("of the govern-", "ment and"), "of the government and"),  # broken by the printer
        (("a quasi-", "government body"), "a quasi-government body"),  # printed with its hyphen
        (("Law 44-", "FZ"), "Law 44-FZ"),
        (("States–", "Korea"), "States–Korea"),
        (("duties –", "which rose –", "bind"), "duties – which rose – bind"),
        (("and/", "or"), "and/or"),
    ],
)
def test_lines_join_as_a_reader_joins_them(lines, text):
    assert _join(*lines).text == text


@given(st.lists(st.text(alphabet="abgovernmt-– X.", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=8))
def test_every_segment_is_a_piece_of_its_line(lines):
    paragraph = _join(*lines)
    end = 0
    for segment, line in zip(paragraph.segments, lines, strict=True):
        assert end <= segment.start <= segment.end
        assert (
            paragraph.text[segment.start : segment.end]
            == line[segment.offset : segment.offset + segment.end - segment.start]
        )
        assert paragraph.text[end : segment.start] in ("", " ")
        end = segment.end
    assert end == len(paragraph.text)
