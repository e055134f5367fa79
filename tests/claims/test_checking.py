"""Claims checked against the sample editions, and the case in DESIGN.md against the real ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from analyzer import assets, claims, pipeline
from analyzer.claims import Answer, standing
from analyzer.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    held = Store.open(tmp_path_factory.mktemp("store") / "sample.sqlite", create=True)
    pipeline.add(held, sorted((assets.corpora() / "sample").glob("*.pdf")), jobs=1)
    yield held
    held.close()


@pytest.mark.parametrize(
    "text",
    [
        "The 2025 report lists Korea's defence offset programme for the first time.",
        "Korea's defense offsets had never appeared in the report before 2025.",
        "Offsets in arms procurement made their debut in the Korea chapter of the 2025 report.",
        "USTR has added Korea's offset demands for military purchases to its list.",
    ],
)
def test_a_matter_listed_long_ago_is_relisted_whatever_the_wording(store, text):
    (found,) = claims.check(text, store)
    assert (found.answer, found.holds, found.economy, found.year) == (Answer.RELISTED, False, "KOR", 2025)
    assert (found.first_listed, found.last_listed_before, found.compared_with) == (1996, 1996, 2024)
    assert found.missing_editions == ()  # the sample series holds four editions, all of them here
    assert found.before[0].year == 1996
    assert found.here[0].pdf_page is not None


def test_what_an_edition_lacks_and_an_older_one_lists_is_dropped_whatever_is_claimed(store):
    (found,) = claims.check("The 2024 report lists Korea's defense offsets for the first time.", store)
    assert (found.answer, found.holds) == (Answer.DROPPED, False)
    assert found.last_listed_before == 1996


@pytest.mark.parametrize(
    "text",
    [
        "Korea's defense offsets are in the 2024 report.",
        "Korea's defense offsets have been listed in the report since 1996, also in 2024.",
    ],
)
def test_that_something_stands_there_does_not_hold_where_it_was_dropped(store, text):
    (found,) = claims.check(text, store)
    assert (found.answer, found.year, found.holds) == (Answer.DROPPED, 2024, False)


def test_the_year_since_which_something_was_absent_is_not_the_edition_meant(store):
    (found,) = claims.check("Korea's defense offsets are in the report for the first time since 1996.", store)
    assert (found.answer, found.year, found.holds) == (Answer.RELISTED, 2025, True)


def test_each_economy_of_a_sentence_is_judged(store):
    found = claims.check("The 2025 report newly lists Korea's defense offsets and Brazil's offsets.", store)
    assert [j.economy for j in found] == ["KOR", "BRA"]
    assert found[0].answer is Answer.RELISTED


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("India is not a party to the GPA, says the 2025 report.", True),
        ("India is a party to the GPA, says the 2025 report.", False),
        ("The European Union is not a party to the WTO procurement agreement, says the 2025 report.", False),
        ("Brazil is still acceding to the GPA, the 2025 report says.", False),
    ],
)
def test_a_standing_is_held_against_what_the_edition_states(store, text, holds):
    (found,) = claims.check(text, store)
    assert found.holds is holds
    assert found.says.startswith("On the GPA the ITE edition of 2025")


def test_of_a_standing_that_the_edition_does_not_state_nothing_is_told(store):
    (found,) = claims.check("Kuwait is a party to the GPA, says the 2025 report.", store)
    assert found.holds is not True
    assert standing.stated(found.claim, store, "ite", "KWT", 2025).agrees is None


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The 1996 report says nothing about offsets in Brazil.", True),
        ("Offsets in Brazil are never mentioned in the 1996 report.", True),
        ("The 2025 report does not say that Korea demands offsets.", False),
        ("Brazil's offsets have disappeared from the 1996 report.", False),
    ],
)
def test_what_no_edition_has_is_truly_said_to_be_absent_but_not_to_be_gone(store, text, holds):
    (found,) = claims.check(text, store)
    assert found.holds is holds


def test_a_figure_that_stands_in_no_passage_found_is_named(store):
    (told,) = claims.check("India asks for offsets of 30 percent, says the 2025 report.", store)
    (other,) = claims.check("India asks for offsets of 80 percent, says the 2025 report.", store)
    assert (told.holds, other.holds, other.sure) == (True, None, False)
    assert "not in the passages found in 2025: 80 percent" in other.notes


def test_what_was_last_listed_in_a_year_is_gone_since(store):
    (found,) = claims.check("Before 2025 Korea's offsets were last listed in 1996.", store)
    assert found.kind is claims.Kind.GONE
    assert found.year == 2025


def test_an_edition_that_is_not_held_cannot_be_told(store):
    (found,) = claims.check("Korea's rice tariff is no longer in the 2019 report.", store)
    assert (found.answer, found.holds) == (Answer.UNTOLD, None)
    assert "2019" in found.says


def test_rows_are_flat_and_name_pages(store):
    (row,) = claims.render_rows(claims.check("Korea's defense offsets are newly listed in the 2025 report.", store))
    assert row["answer"] == "relisted"
    assert row["listed"] == "1996, 2025"
    assert "(PDF " in row["before"]


@pytest.mark.real
def test_the_case_in_the_design_comes_out_as_relisted():
    address = os.environ.get("ANALYZER_REAL_STORE", "")
    if not address or not Path(address).is_file():
        pytest.skip("needs a store of the real editions, named by ANALYZER_REAL_STORE")
    with Store.open(address) as held:
        (found,) = claims.check("The 2025 NTE newly lists Korea's defence offset programme.", held)
    assert found.answer is Answer.RELISTED
    assert found.first_listed == 1995
    assert found.last_listed_before in (1997, 1998)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Korea's screen quota has been dropped from the 2025 report.",
            "Still listed: the ITE edition of 2025 lists it for Korea, as earlier ones did in 1996, 2022, 2024.",
        ),
        (
            "Korea no longer has a chapter in the 2025 report.",
            "Still listed: the ITE edition of 2025 has a chapter on Korea, as earlier ones did in 1996, 2022, 2024.",
        ),
    ],
)
def test_what_was_said_to_have_gone_is_still_listed_and_programs_get_the_answer_as_before(store, text, says):
    (found,) = claims.check(text, store)
    assert (found.headline, found.says, found.holds) == ("still listed", says, False)
    assert (found.answer, found.as_row()["verdict"]) == (Answer.ALREADY, "already listed")
