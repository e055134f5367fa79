from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.outline.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Importers need a permit. Permits lapse after a year.", 2),
        ("The fee rose to 2.5 percent. It was 1.5 percent before.", 2),
        ("Under Decree No. 12 importers register. Art. 5 names the fees.", 2),
        ("Widget Inc. Europe sells lamps. Its rival does not.", 2),
        ("Some goods, e.g. Lamps, pay more. Others do not.", 2),
        ("J. R. Smith wrote the rule. Nobody read it.", 2),
        ('The minister said "the fee stands." Importers disagreed.', 2),
        ("Is the rule fair? No! It is old.", 3),
        ("Exporters in the U.S. Embassy area wait. They wait long.", 2),
        ("Lamps come from the U.S. The tariff is high.", 2),
        ("no full stop at the end", 1),
        ("  \n ", 0),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_a_sentence_keeps_its_closing_quotation_mark() -> None:
    assert cut("He called it “a toll.” Others paid.") == ["He called it “a toll.”", "Others paid."]


@given(st.text(alphabet="Ab.?! \n”U5", max_size=60))
def test_every_printed_character_lies_in_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    inside = [at for start, end in spans for at in range(start, end)]
    assert len(inside) == len(set(inside))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(inside)
    assert list(spans) == sorted(spans)
