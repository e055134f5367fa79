from __future__ import annotations

import pytest

from analyzer.briefs import naming
from analyzer.briefs.headless import Headed
from analyzer.records import Passage

SECTION = "Investment Barriers"


def passage(text, ordinal=0, section="investment"):
    return Passage(f"nte2022-KOR-{ordinal:012x}", "nte", 2022, "KOR", ("KOR",), section, None, (), ordinal, text, ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Law 6380/19 taxes plums at the port.", "Law 6380/19 (Investment Barriers)"),
        ("The “Plum Prices” scheme ended in May.", "Plum Prices (Investment Barriers)"),
        ("Firms may not own agricultural land near the coast.", "Land ownership (Investment Barriers)"),
        (
            "Customs officers open parcels of foreign lawyers.",
            "Legal services (Investment Barriers)",
        ),  # the telling one
        ("Firms have raised these concerns for years.", "Investment Barriers"),
    ],
)
def test_a_matter_without_heading_is_called_by_what_it_tells(text, name):
    assert naming.named(SECTION, text, [passage(text)]) == name


def test_where_no_section_is_printed_a_name_goes_without_one():
    bare = passage("Law 6380/19 taxes plums at the port.", section="unsectioned")
    assert naming.named("No section printed", bare.text, [bare]) == "Law 6380/19"


def test_what_the_section_says_already_is_no_name():
    text = "Exports of plums get export subsidies and a tax holiday."
    assert naming.named("Export Subsidies", text, [passage(text)]) == "Tax incentives (Export Subsidies)"


def test_a_passage_that_points_back_is_called_by_what_stands_before_it():
    before, leaning, apart = (
        passage("Insurers need a licence.", 0),
        passage("These rules are new.", 1),
        passage("Plums may rot.", 2),
    )
    old = Headed.of([before, leaning, apart])
    assert old.leant_on(leaning) == (before,)
    assert old.leant_on(apart) == ()
    assert naming.named(SECTION, leaning.text, [leaning, before]) == "Insurance (Investment Barriers)"


def test_a_passage_points_back_within_its_section_alone():
    before, leaning = passage("Insurers need a licence.", 0, "services"), passage("These rules are new.", 1)
    assert Headed.of([before, leaning]).leant_on(leaning) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lists name patents, halal marks and rice.", "Investment Barriers"),  # none is what it is about
        ("Lists name patents, halal marks and rice; rice rots.", "Rice (Investment Barriers)"),
        ("The Ministry of Livestock and Fisheries stamps forms.", "Investment Barriers"),
        ("Space firms may not buy launch vehicles abroad.", "Space (Investment Barriers)"),
        ("In May 2018 the house passed Law 27 437 on plums.", "Law 27 437 (Investment Barriers)"),
    ],
)
def test_a_word_in_passing_is_no_name(text, name):
    assert naming.named(SECTION, "It ended in May.", [passage(text)]) == name


def test_of_several_topics_in_a_sentence_the_first_names_it_unless_all_else_is_about_another():
    said = "Labeling of cosmetics takes months."
    assert naming.named(SECTION, said, [passage(said)]) == "Food labels (Investment Barriers)"
    more = passage(f"{said} Cosmetics need a stamp, cosmetics for infants two.")
    assert naming.named(SECTION, said, [more]) == "Cosmetics (Investment Barriers)"
