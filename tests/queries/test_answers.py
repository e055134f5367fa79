import json

import pytest

from analyzer import queries
from analyzer.errors import NothingHeld, UnknownChoice
from analyzer.pipeline import add


def test_the_offset_programme_that_came_back_is_relisted(sample_store):
    (finding,) = queries.findings(sample_store, "Korea", year=2025, label="offset", status=["relisted"])
    assert finding.passage.heading == ("Defense Offsets",)
    assert (finding.passage.printed_page, finding.passage.pdf_page) == ("6", 8)
    assert finding.verdict.last_listed_before == 1996
    assert finding.verdict.evidence is not None and "offset" in finding.verdict.evidence.text
    assert finding.verdict.compared_with == 2024


def test_an_edition_lists_each_passage_once(sample_store):
    found = queries.findings(sample_store, year=2025)
    keys = [(f.passage.id, f.verdict.status) for f in found]
    assert len(keys) == len(set(keys))
    assert {f.passage.chapter for f in found} == {"BRA", "EUU", "GCC", "IND", "KOR", "NOR", "TUR"}


def test_a_state_inside_a_blocs_chapter_is_found_by_its_own_name(sample_store):
    found = queries.findings(sample_store, "Saudi Arabia", year=2025)
    assert {f.passage.chapter for f in found} == {"GCC"}


def test_what_is_dropped_has_the_new_year_and_the_old_text(sample_store):
    dropped = queries.findings(sample_store, "KOR", year=2025, status=["dropped"])
    assert [f.passage.year for f in dropped] == [2024]
    assert dropped[0].passage.heading == ("Household Chemicals",)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"economy": "Koreaa"}, "Korea"),
        ({"status": ["newish"]}, "new"),
        ({"label": "OFSET"}, "OFFSET"),
        ({"section": "procurment"}, "procurement"),
    ],
)
def test_a_wrong_argument_names_the_choices(sample_store, arguments, message):
    with pytest.raises(UnknownChoice, match=message):
        queries.findings(sample_store, **arguments)


def test_an_edition_that_is_not_held_is_said(sample_store):
    with pytest.raises(NothingHeld, match="1996, 2022, 2024–2025"):
        queries.findings(sample_store, "KOR", year=2023)


def test_every_edition_stands_in_one_group_of_years(sample_store):
    found = queries.history(sample_store, "KOR", "defense offset")
    assert (found.years_said, found.years_not_said) == ((1996, 2025), (2022, 2024))
    assert found.years_in_other_words == found.years_partly == found.years_without_chapter == ()
    assert [a.status for a in found.best_by_year] == ["new", "relisted"]


def test_what_is_said_of_a_whole_bloc_is_said_of_its_member(sample_store):
    wide = [f for f in queries.findings(sample_store, "SAU", year=2025) if f.passage.economies == ("GCC",)]
    assert wide
    found = queries.history(sample_store, "SAU", "conformity certificates")
    assert 2025 in found.years_said
    assert {a.passage_id for a in found.best_by_year} & {f.passage.id for f in wide}


@pytest.fixture
def two_series(own_store, tmp_path):
    """The sample editions, and an edition of another series that says more often what suppliers owe."""
    rows = [{"year": 2021, "country": "Korea", "section": None, "text": f"Suppliers: benefits {n}."} for n in range(70)]
    (tmp_path / "nte.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert not add(own_store, [tmp_path / "nte.jsonl"], series="nte", jobs=1).failed
    return own_store


def test_a_matter_is_found_whatever_another_series_says(two_series, sample_store):
    def told(store):
        return queries.history(store, "KOR", "suppliers benefits", series="ite")

    assert told(two_series) == told(sample_store)


def test_a_search_keeps_to_the_series_asked_for(two_series):
    asked = {"economy": "KOR", "limit": 60}
    every = queries.search(two_series, "suppliers benefits", **asked)
    assert {hit.passage.series for hit in every} == {"nte"}
    hits = queries.search(two_series, "suppliers benefits", series="ite", **asked)
    assert {(hit.passage.series, hit.passage.year) for hit in hits} == {("ite", 1996)}
    with pytest.raises(NothingHeld, match="no edition of 2021 is held"):
        queries.search(two_series, "suppliers benefits", series="ite", year=2021, **asked)
    with pytest.raises(UnknownChoice, match="ite, nte"):
        queries.search(two_series, "offset", series="fte")


def test_years_not_held_and_questions_without_words_are_said(sample_store):
    for asked in ({"year": 2023}, {"first": 2026}, {"first": 1997, "last": 2021}):
        with pytest.raises(NothingHeld, match="no edition"):
            queries.search(sample_store, "offset", **asked)
    with pytest.raises(NothingHeld, match="no edition from 1997 to 2021"):
        queries.history(sample_store, "KOR", "offset", first=1997, last=2021)
    for ask in (queries.offsets, queries.offsets_by_year):
        with pytest.raises(NothingHeld, match="2023 is not held"):
            ask(sample_store, year=2023)
    with pytest.raises(NothingHeld, match="2023 is not held"):
        next(queries.every_finding(sample_store, year=2023))
    assert queries.search(sample_store, " -- ") == []


def test_search_gives_page_and_snippet(sample_store):
    hit = queries.search(sample_store, "cloud security", economy="KOR", year=2025)[0]
    assert hit.passage.heading == ("Cloud Security Certification",)
    assert hit.passage.printed_page == "6"
    assert "cloud" in hit.snippet.lower()


@pytest.mark.parametrize("code", ["KOR", "GCC", "SAU", "EUU"])
def test_the_standing_of_one_economy_is_that_among_all(sample_store, code):
    about = {code, *(("ARE", "BHR", "KWT", "OMN", "QAT", "SAU") if code == "GCC" else ())}
    every = queries.agreements(sample_store, year=2025)
    asked = queries.agreements(sample_store, year=2025, economy=code)
    assert asked == [s for s in every if s.economy in about]
    assert asked


def test_agreements_say_what_the_report_states_and_where_it_is_silent(sample_store):
    standing = {s.economy: s for s in queries.agreements(sample_store, year=2025)}
    assert (standing["KOR"].status, standing["KOR"].printed_page) == ("party", "6")
    assert standing["IND"].status == "observer"
    assert standing["KWT"].status == "silent"
    assert (standing["BRA"].status, standing["BRA"].stated) == ("named", False)
    assert "Agreement on Government Procurement" in (standing["BRA"].sentence or "")


def test_offset_regimes_have_years_and_place(sample_store):
    regimes = {(r.economy, r.polarity): r for r in queries.offsets(sample_store)}
    assert regimes["KOR", "required"].years == (1996, 2025)
    assert regimes["IND", "required"].domain == "defence"
