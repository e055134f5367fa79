from __future__ import annotations

import pytest

from analyzer.briefs import titling
from analyzer.briefs.headless import Headed

RICE = "Rice Husk Permits Korea demands a permit for each bag of husks. Millers must apply twice a year."
HUSKS = "Inspectors weigh the husks again at the port."
REMARK = "The United States has raised this with Korea."
FERRIES = "Owners of ferries must hire a local crew."


def row(passage_of, text, ordinal, **more):
    return passage_of(text, 2022, ordinal, heading="", page=None, **more)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry Permits Unlike its neighbours Korea issues none.", "Ferry Permits"),
        ("- Ferry Permits Since May 2013 Korea has issued none.", "Ferry Permits"),
        ("Ferries Korea’s Ministry of Boats issues no permits.", "Ferries"),
        ("Postal Bank Deposits Savings at a postal counter are exempt.", "Postal Bank Deposits"),
        ("Recently Korea’s Ministry of Boats issued permits.", ""),
        ("Korea’s General Ferry Tax is twice as high for foreign ferries.", ""),
        ("National Ferry Corporation has the only licence for a ferry.", ""),
    ],
)
def test_a_heading_ends_where_the_sentence_begins(passage_of, text, title):
    passage = row(passage_of, text, 1)
    assert passage.text[: titling.run_in(passage)].lstrip("- ") == title


def test_what_shares_words_with_a_heading_or_remarks_on_it_stands_under_it(passage_of):
    rows = [row(passage_of, text, n) for n, text in enumerate((RICE, HUSKS, REMARK, FERRIES, FERRIES))]
    heads = Headed.of(rows).heads
    assert [heads.get(passage.id) for passage in rows] == [rows[0].id] * 3 + [None, None]


def test_a_section_ends_what_stands_under_a_heading(passage_of):
    first, other = row(passage_of, RICE, 1), row(passage_of, HUSKS, 2, section="services")
    assert Headed.of([first, other]).heads == {first.id: first.id}


def test_no_heading_is_looked_for_in_an_edition_with_pages(passage_of):
    assert Headed.of([passage_of(RICE, 2022, 1, heading="Rice", page=4)]).heads == {}


def test_what_stands_between_two_passages_of_a_matter_goes_on_in_it(passage_of):
    rows = [row(passage_of, text, n) for n, text in enumerate((FERRIES, HUSKS, REMARK, FERRIES))]
    one, *between, last = rows
    old = Headed.of(rows)
    assert old.goes_on_in({one.id: "ferries", last.id: "ferries"}) == dict.fromkeys((b.id for b in between), "ferries")
    assert old.goes_on_in({one.id: "ferries", last.id: "harbours"}) == {}
