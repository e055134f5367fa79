from __future__ import annotations

import pytest

from analyzer.queries import Past, names_of
from analyzer.records import Listing, Passage


def passage(year, number, text, *, section="import_policies"):
    return Passage(f"ite{year}-KOR-{number}", "ite", year, "KOR", ("KOR",), section, None, (), number, text, ())


def thread(*passages):
    years = tuple(sorted({p.year for p in passages}))
    return Listing("L-1", "KOR", "", years, (), (), tuple(p.id for p in passages))


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Beef and Beef Products", ("Beef",)),
        ("Ban on Offal Products", ("Offal",)),
        ("Pharmaceuticals and Medical Devices", ("Pharmaceuticals", "Medical Devices")),
        ("Financial Services", ("Financial Services",)),
        ("Cloud Security Certification for Public Sector Cloud Service Procurement", ("Cloud Security Certification",)),
        ("Private Harbour Industry Regulation Amendment Act", ("Private Harbour Industry Regulation",)),
        ("Private Security Industry Regulation Amendment Bill", ("Private Security Industry Regulation",)),
        ("Public Procurement Act", ()),
        ("Public Procurement Act 28", ("Public Procurement Act 28",)),
        ("Wine, Beer, and Spirits", ("Wine", "Beer", "Spirits")),
        ("Norway’s Salt Office Law", ("Salt Office Law",)),
        ("The United States–Mexico–Canada Agreement", ()),
        ("Barriers to Entry", ()),
        ("Presidential Regulation No. 10/2021", ("Presidential Regulation No. 10/2021",)),
        ("Import Bans/ Restrictions", ()),
        ("Tariffs", ()),
        ("Customs Barriers and Trade Facilitation", ()),
        ("", ()),
    ],
)
def test_a_heading_names_more_than_a_kind_of_barrier(title, names):
    assert names_of(title) == names


def test_a_passage_of_the_thread_that_names_the_matter_lists_it():
    old = passage(2002, 1, "Fresh beef waits at the port for weeks.")
    between = passage(2005, 1, "Old cattle are kept out.")
    late = passage(2018, 1, "Meat of old cattle is kept out.")
    past = Past.of([old, between, late], [thread(old, between, late)], before=2025)
    told = past.listed({2018}, ["L-1"], names_of("Beef"), "import_policies")
    assert (told.years, told.wording, told.named, told.goes_back) == ((2002, 2018), (2018,), (), False)
    assert told.gaps([2002, 2005, 2010, 2018, 2022]) == (2010, 2022)  # the thread has a passage of 2005


def test_a_thread_that_begins_with_other_words_tells_only_of_the_wording():
    wide = passage(2009, 1, "Software for agencies needs a seal.")
    own = passage(2020, 1, "Cloud firms need a seal.")
    told = Past.of([wide, own], [thread(wide, own)], before=2025).listed({2020}, ["L-1"], ("Cloud",), "procurement")
    assert (told.years, told.goes_back) == ((2020,), True)


def test_an_edition_that_names_a_matter_outside_its_thread_is_told_apart():
    named = passage(1995, 1, "Insurers wait years for a permit; insurance is closed.", section="services")
    other = passage(1999, 1, "Importers need insurance.")
    past = Past.of([named, other], [], before=2025)
    told = past.listed({2022}, [], names_of("Insurance Services"), "services")
    assert (told.told, told.named, told.called) == ((1995, 2022), (1995,), "Insurance")
    assert told.gaps([1995, 1997, 1999, 2022]) == ()  # after 1995 it may be told in other words
    assert told.unclear([1995, 1997, 1999, 2022]) == (1997, 1999)
    listed = past.listed({1996, 2022}, [], names_of("Insurance Services"), "services")
    assert listed.gaps([1996, 1997, 1999, 2022]) == (1997,)  # what another part of the chapter says may be of it
    assert listed.unclear([1996, 1997, 1999, 2022]) == (1999,)


def test_what_has_no_name_to_look_for_is_missed_only_after_the_last_edition_that_lists_it():
    told = Past().listed({2001, 2013}, [], (), "import_policies")
    assert told.gaps([2001, 2005, 2013, 2022]) == (2022,)


def test_the_thread_goes_on_between_two_matched_editions():
    years = (2013, 2016, 2019)
    passages = [passage(year, 1, f"Stations may not be owned, says the law of {year}.") for year in years]
    told = Past.of(passages, [thread(*passages)], before=2025).listed({2013, 2019}, ["L-1"], (), "investment")
    assert told.years == years
    assert told.gaps([2013, 2016, 2019]) == ()


def test_later_editions_tell_nothing_of_an_earlier_one():
    later = passage(2025, 1, "Beef is kept out.")
    told = Past.of([later], [thread(later)], before=2025).listed(set(), ["L-1"], ("Beef",), "import_policies")
    assert (told.told, told.gaps([2024])) == ((), ())


@pytest.mark.parametrize("text", ["A digital services tax of seven percent.", "Taxes on digital services taxes."])
def test_taxation_is_a_tax(text):
    told = Past.of([passage(2020, 1, text)], [], before=2025).listed(
        set(), [], ("Digital Services Taxation",), "digital"
    )
    assert told.named == (2020,)


def test_a_name_of_one_word_that_is_mentioned_in_passing_names_nothing():
    long = "The pact opens the sectors that the two sides agreed on after long talks in the capital. " * 4
    early = passage(1995, 1, f"Mining permits take years. {long}", section="investment")
    twice = passage(1996, 1, f"{long} So is mining, and whoever lives by mining.", section="investment")
    passing = passage(1997, 1, f"{long} Among them are banking, mining and forestry.", section="investment")
    past = Past.of([early, twice, passing], [], before=2025)
    told = past.listed({2022}, [], names_of("Mining Sector"), "investment")
    assert (told.named, told.elsewhere) == ((1995, 1996), (1997,))
    pair = past.listed({2022}, [], ("banking, mining",), "investment")
    assert pair.named == (1997,)  # two words are enough
