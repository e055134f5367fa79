"""A matter is told by what is asked for: the rare word before the common one, offsets by their mentions."""

from __future__ import annotations

import json

import pytest

from analyzer import queries
from analyzer.errors import AnalyzerError, NothingHeld
from analyzer.pipeline import add, rule
from analyzer.queries.thread import _status
from analyzer.records import Ruling

# Sentences of our own: a matter with two words, one of them common in the chapter, and offsets in two senses.
_ROWS = [
    (2019, "The import license for sorghum takes ninety days. Mills wait for it."),
    (2020, "The import license for sorghum takes sixty days. Mills wait for it."),
    (2020, "Import fees for toys are high. Import fees for shoes are high. Import papers are many."),
    (2021, "Import fees are paid at the port, and import papers are many."),
    *((2021, f"Import fees of {n} percent are paid for goods of class {n}.") for n in range(3, 9)),
    (2021, "Military purchases require offsets of half the price. Offsets may be bought from others."),
    (2022, "Military purchases require offsets of half the price. Offsets may be bought from others."),
    (2022, "Subsidies offset the fall of import prices."),
]


@pytest.fixture
def made(own_store, tmp_path):
    """A store of an NTE table with these rows: year, text, and the heading in it, if any."""

    def make(rows, *, country="Ghana"):
        named = [{"year": y, "country": country, "section": "IMPORT POLICIES", "text": text} for y, text in rows]
        (tmp_path / "nte.jsonl").write_text("\n".join(map(json.dumps, named)), encoding="utf-8")
        assert not add(own_store, [tmp_path / "nte.jsonl"], series="nte", jobs=1).failed
        return own_store

    return make


@pytest.fixture
def store(made):
    return made(_ROWS)


def _asked(store, query, **more):
    return queries.history(store, "GHA", query, series="nte", **more)


def _said(found):
    return [(a.year, a.sentence) for t in found.threads for a in t.appearances]


def test_the_rare_word_tells_the_matter(store):
    found = _asked(store, "sorghum import")
    expected = [
        (2019, "The import license for sorghum takes ninety days."),
        (2020, "The import license for sorghum takes sixty days."),
    ]
    assert _said(found) == expected == [(a.year, a.sentence) for a in found.best_by_year]
    assert (found.years_said, found.years_partly, found.years_not_said) == ((2019, 2020), (), (2021, 2022))


def test_the_years_asked_for_bound_every_group(store):
    found = _asked(store, "sorghum import", first=2020, last=2021)
    assert (found.years_said, found.years_not_said, found.not_held) == ((2020,), (2021,), ())
    assert [a.year for a in found.best_by_year] == [2020]
    with pytest.raises(NothingHeld):
        _asked(store, "sorghum import", first=2021)


@pytest.mark.parametrize("query", ["offset", "military offsets", "defence offset requirements"])
def test_offsets_are_told_by_their_mentions(store, query):
    said = _said(_asked(store, query))
    assert {year for year, _ in said} == {2021, 2022}
    assert all("offsets" in sentence.lower() for _, sentence in said)
    assert not any("Subsidies" in sentence for _, sentence in said)


def test_the_sentence_on_the_purchases_asked_for_is_shown(store):
    found = _asked(store, "military offset")
    assert [(a.year, a.share) for a in found.best_by_year] == [(2021, 1.0), (2022, 1.0)]
    assert {sentence for _, sentence in _said(found)} == {"Military purchases require offsets of half the price."}


def test_no_offsets_is_said_where_only_the_verb_stands(made):
    store = made(_ROWS[-1:])
    with pytest.raises(NothingHeld, match="nothing on 'offsets' is said of Ghana"):
        _asked(store, "offsets")
    assert _asked(store, "offset the fall").years_said == (2022,)


@pytest.mark.parametrize("query", ["license", "licence", "sorghum licence", "Import LICENCE"])
def test_british_spelling_finds_what_is_written_in_american(store, query):
    found = queries.search(store, query, economy="GHA", series="nte")
    assert {hit.passage.year for hit in found} == {2019, 2020}
    for hit in found:
        assert "license" in [hit.snippet[start:end] for start, end in hit.places]


def test_words_are_counted_by_economy_and_series(store):
    words = [["sorghum"], ["fees"], ["unheard"], ["unheard", "import papers"]]
    held = store.holding(words, economies=["GHA"], series="nte")
    years = [sorted(found.values()) for found in held]
    assert years == [[2019, 2020], [2020, *[2021] * 7], [], [2020, 2021]]
    assert store.holding([["sorghum"]], economies=["KOR"], series="nte") == [{}]
    assert store.holding([["sorghum"]], economies=["GHA"], series="ite") == [{}]


def test_what_another_passage_says_is_not_denied(store):
    assert _asked(store, "import papers").years_said == (2020, 2021)


def test_what_is_said_in_part_is_not_denied(store):
    found = _asked(store, "import papers port")
    assert (found.years_said, found.years_not_said) == ((2021,), (2019, 2022))
    assert {*found.years_partly, *found.years_in_other_words} == {2020}


def test_a_word_for_any_measure_is_not_asked_for(store):
    assert _asked(store, "sorghum import license regime").years_said == (2019, 2020)
    assert _asked(store, "sorghum import requirements").years_said == (2019, 2020)


def test_a_word_in_no_passage_is_named_and_nothing_is_said_in_full(store):
    found = _asked(store, "sorghum license zebra")
    assert (found.not_found, found.years_said, found.years_partly) == (("zebra",), (), (2019, 2020))
    assert [a.year for a in found.best_by_year] == [2019, 2020]
    with pytest.raises(NothingHeld, match="in no passage: zebra"):
        _asked(store, "zebra")


@pytest.mark.parametrize("query", ["the", "of the", '"', ""])
def test_a_question_without_a_matter_is_refused(store, query):
    with pytest.raises(AnalyzerError, match="names no matter"):
        _asked(store, query)


def test_the_economys_own_name_is_not_asked_for(store):
    assert _asked(store, "Ghana sorghum").years_said == _asked(store, "sorghum").years_said == (2019, 2020)


# One matter that reports call by its long form, its short form and both; -tion is no verb, REACH no reach.
_FORMS = [
    (2018, "Importers pay an import inspection fee of two percent."),
    (2019, "Importers pay an import inspection fee (IIF) of two percent."),
    (2020, "The IIF was raised to three percent."),
    (2021, "Shops sell shoes. Data must be stored on local servers. Talks reach an end."),
    (2022, "Localisation of data is required. Firms register chemicals under REACH."),
]


@pytest.mark.parametrize(
    "query", ["IIF", "import inspection fee", "import inspection fees", "IIF import inspection fee"]
)
def test_long_and_short_forms_find_each_other(made, query):
    found = _asked(made(_FORMS), query)
    assert (found.years_said, found.years_not_said) == ((2018, 2019, 2020), (2021, 2022))
    other = {"IIF": ("import inspection fee",), "IIF import inspection fee": ()}
    assert found.also_looked_for == other.get(query, ("IIF",))


def test_a_noun_is_not_found_in_its_kin_nor_a_short_form_in_a_word(made):
    store = made([*_FORMS, (2022, "Data localization is required of banks.")])
    assert _asked(store, "data localization").years_said == (2022,)
    assert _asked(store, "data localisation").years_said == (2022,)
    assert _asked(store, "REACH").years_said == (2022,)
    assert _asked(store, "reach").years_said == (2021, 2022)


def test_editions_without_a_word_on_the_economy_are_no_silence(made, tmp_path):
    store = made(_ROWS)
    other = {"year": 2018, "country": "Kenya", "section": "IMPORT POLICIES", "text": "Kenya bans plastic bags."}
    (tmp_path / "other.jsonl").write_text(json.dumps(other), encoding="utf-8")
    assert not add(store, [tmp_path / "other.jsonl"], series="nte", jobs=1).failed
    found = _asked(store, "sorghum")
    assert (found.years_without_chapter, found.years_not_said) == ((2018,), (2021, 2022))


@pytest.mark.parametrize(
    ("year", "of_passage", "shown"),
    [
        (2016, "new", "new"),
        (2016, "relisted", ""),  # the passage says something else as well, that was listed before
        (2017, "continued", "continued"),
        (2017, "new", ""),
        (2020, "changed", ""),  # 2019 does not say it
        (2020, "relisted", "relisted"),
    ],
)
def test_the_status_shown_is_that_of_the_matter(year, of_passage, shown):
    assert _status(of_passage, year, {2016, 2017, 2020}, {2015, 2016, 2017, 2019, 2020}) == shown


def test_an_edition_that_says_it_in_other_words_is_named_so(made):
    text = "Sellers of maps may not store {} data abroad."
    store = made(
        [(2020, text.format("cartographic")), (2021, text.format("location")), (2022, text.format("location"))]
    )
    of_year = {f.passage.year: f.passage.id for f in queries.every_finding(store, series="nte")}
    rule(store, Ruling(of_year[2021], "GHA", "same", "somebody", "2026-01-01T00:00:00Z", against=of_year[2020]))
    found = _asked(store, "location data")
    assert (found.years_said, found.years_in_other_words, found.years_not_said) == ((2021, 2022), (2020,), ())
    assert [(a.year, a.holds_words) for a in found.best_by_year] == [(2020, False), (2021, True), (2022, True)]
