"""Claims found in texts: what is said, of whom, of which edition, about what."""

from __future__ import annotations

import pytest

from analyzer.claims import Kind, statements
from analyzer.claims.words import stem

HEADLINE = """Seoul rattled by trade report

March 31, 2025. The trade office released its yearly report on Monday. It newly lists defence offsets. Limits on
map data have been listed since 2008.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The report lists Korea's offsets for the first time.", Kind.FIRST),
        ("Korea's offsets made their debut in the 2025 report.", Kind.FIRST),
        ("Korea's offset rules were newly included in the report.", Kind.FIRST),
        ("USTR added Korea's offset rules to its list.", Kind.FIRST),
        ("Korea's offset rules had not appeared in the report before.", Kind.FIRST),
        ("For the first time since 1998 the report lists Korea's offset rules.", Kind.BACK),
        ("Korea's offset rules are back on the list.", Kind.BACK),
        ("The report no longer mentions Korea's rice quota.", Kind.GONE),
        ("Korea's rice quota was dropped from this year's report.", Kind.GONE),
        ("Korea's rice quota has disappeared from the report.", Kind.GONE),
        ("Korea's map data rules have been listed in the report since 2008.", Kind.LONG),
        ("The report names Korea's map data rules again.", Kind.LISTED),
        ("In a first, the report takes aim at Korea's offset rules.", Kind.FIRST),
        ("Korea's rice quota, once in the report, is not discussed in the 2025 edition.", Kind.GONE),
        ("Korea's rice quota is in the report after being left out for years.", Kind.BACK),
    ],
)
def test_the_turn_of_phrase_tells_what_is_claimed(text, kind):
    (found,) = statements(text)
    assert (found.kind, found.economy) == (kind, "KOR")


def test_economy_year_and_matter_are_carried_over():
    first, second = statements(HEADLINE)
    assert (first.kind, first.economy, first.year) == (Kind.FIRST, "KOR", 2025)
    assert "offsets" in [word for _, word in first.matter.words]
    assert (second.kind, second.since, second.year) == (Kind.LONG, 2008, 2025)
    assert [word for _, word in second.matter.words] == ["limits", "location", "based", "map", "data"]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Korea's stamps on shipping papers were taken off the U.S. list of barriers in 2025, a union said.", "stamps"),
        ("Unlike in 2022, the 2025 report by the USTR, out in March, says nothing about Korea's dyes.", "dyes"),
        ("Korea's grip on cables is a U.S. trade grievance no longer; the 2025 NTE leaves it out.", "cables"),
        ("Steel magazine: 'For the first time Korea's dyes are in the NTE,' a miller said of the report.", "dyes"),
    ],
)
def test_who_says_it_and_where_it_is_said_hide_nothing_of_what_it_is_about(text, matter):
    told = statements(text)
    assert told
    assert all(matter in [word for _, word in said.matter.words] for said in told)


@pytest.mark.parametrize(
    ("text", "economy"),
    [
        ("North Korea's offsets are listed for the first time in the 2025 NTE.", "PRK"),
        ("Iceland's tariffs on cheese are listed for the first time in the 2025 NTE.", "ISL"),
        ("Icelandic traders say Korea's tariffs on cheese are listed for the first time in the 2025 NTE.", "KOR"),
        ("Seoul's halt to all trade with Japan is new on the Korea pages of the 2025 NTE.", "KOR"),
    ],
)
def test_an_economy_that_is_not_held_is_no_other(text, economy):
    assert [said.economy for said in statements(text, among=("KOR", "JPN"))] == [economy]


def test_the_other_lists_of_the_office_are_not_its_report():
    watched = "Korea stays on the watch list in the Special 301 report that the USTR published in April 2025."
    assert statements(watched) == ()
    assert statements(f"{watched} The NTE lists Korea's rice quota for the first time.") != ()


def test_two_claims_in_one_sentence_are_told_apart():
    found = statements("The report lists Korea's offsets for the first time, while Japan's rice quota was dropped.")
    assert [(s.kind, s.economy) for s in found] == [(Kind.FIRST, "KOR"), (Kind.GONE, "JPN")]


@pytest.mark.parametrize(
    ("second", "economy", "matter"),
    [
        ("while dropping Japan's rice quota", "JPN", "rice"),
        ("and drops toys", "KOR", "toys"),
    ],
)
def test_a_second_claim_without_a_subject_is_told_apart(second, economy, matter):
    first, other = statements(f"The 2025 NTE lists Korea's offsets for the first time {second}.")
    assert (first.kind, first.economy) == (Kind.FIRST, "KOR")
    assert (other.kind, other.economy) == (Kind.GONE, economy)
    assert matter in [word for _, word in other.matter.words]
    assert matter not in [word for _, word in first.matter.words]
    assert "offsets" not in [word for _, word in other.matter.words]


@pytest.mark.parametrize(
    ("text", "economies"),
    [
        ("The 2025 report newly lists Korea's offsets and Brazil's tax on films.", ["KOR", "BRA"]),
        ("Both Korea's and Japan's rice quotas are new in the 2025 report.", ["KOR", "JPN"]),
        ("Vietnam's ban on Chinese apples is new in the 2025 report.", ["VNM"]),
        ("The EU's deforestation law, which France defends, is new in the 2025 report.", ["EUU"]),
    ],
)
def test_each_economy_of_a_sentence_has_its_claim(text, economies):
    assert [s.economy for s in statements(text)] == economies


@pytest.mark.parametrize(
    "text",
    [
        "The weather in Seoul was fine.",
        "A central bank report mentions Brazil's inflation for the first time.",
        "Toyota removed three models from its list of cars sold in Mexico.",
        "Vietnam's minister met the U.S. Trade Representative for the first time.",
        "India's tariff on motorcycles is 50 percent.",
    ],
)
def test_other_reports_and_lists_are_no_matter_of_ours(text):
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("India's toy order, listed in 2022, is not in the 2025 report any more.", 2025),
        ("Korea's software standard had not figured in any report before the one of 2003.", 2003),
        ("Seoul, April 1, 2025 - Korea's offsets are newly listed in the report.", 2025),
        ("Pix, which featured in Brazil's chapter of the 2022 report, has vanished from that of 2025.", 2025),
    ],
)
def test_the_edition_is_the_one_that_is_claimed_of(text, year):
    assert {s.year for s in statements(text)} == {year}


def test_a_text_that_claims_nothing_of_a_report_has_no_claims():
    assert statements("It rained in Seoul. The minister met the envoy for the first time.") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("defence", "defense"), ("programmes", "program"), ("weapons", "military"), ("bans", "prohibits")],
)
def test_spellings_and_synonyms_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_abbreviations_of_the_press_are_spelled_out():
    (found,) = statements("The EU's AI Act is newly listed in the 2025 report.")
    assert [word for _, word in found.matter.words] == ["artificial", "intelligence", "act"]


ARTICLE = """SEOUL, April 1 (Newswire) -- The agency released its report on trade barriers on March 31, 2025.

The report lists Korea's defence offset programme for the first time. "The programme was never mentioned before," an
official said. The minister met the envoy for the first time. The screen quota is no longer listed.
"""


def test_an_article_yields_its_claims_and_no_more():
    first, quoted, gone = statements(ARTICLE)
    assert [word for _, word in first.matter.words] == ["defence", "offset", "programme"]
    assert quoted.matter == first.matter  # "the programme"
    assert (gone.kind, [word for _, word in gone.matter.words]) == (Kind.GONE, ["screen", "quota"])
    assert {s.economy for s in (first, quoted, gone)} == {"KOR"}
    assert {s.year for s in (first, quoted, gone)} == {2025}


def test_a_chapter_as_such_may_be_what_is_claimed():
    (found,) = statements("Bangladesh was included in the National Trade Estimate for the first time in 2016.")
    assert (found.covers, found.economy, found.year) == (True, "BGD", 2016)
    (broad,) = statements("Several barriers of Thailand were newly listed in the 2025 NTE.")
    assert not broad.covers and not broad.matter


def test_long_and_hostile_texts_end():
    assert len(statements("\n\n".join(["The report newly lists Korea's offsets."] * 3000))) == 200
    assert len(statements("report Korea newly listed " * 40_000)) <= 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Hanoi's data rules got their first airing in Washington's catalogue of barriers in 2019.",
            (Kind.FIRST, "VNM", 2019),
        ),
        ("Not a word in the 2022 report about Kenya's corn restrictions.", (Kind.GONE, "KEN", 2022)),
        ("USTR left Colombia's truck scrappage scheme out of its 2022 report.", (Kind.GONE, "COL", 2022)),
        ("The 2018 barriers report picks up Canada's milk pricing again after a break.", (Kind.BACK, "CAN", 2018)),
        ("Saudi Arabia's shelf life standards? Still there, says the 2005 NTE.", (Kind.LONG, "SAU", 2005)),
        ("It took until 2014 for Argentina's import licences to get into the report.", (Kind.LISTED, "ARG", 2014)),
        ("The USTR's survey, published in March 2012, omits the Philippine ownership cap.", (Kind.GONE, "PHL", 2012)),
        ("Washington put Brazil's ethanol tariff onto its list in 2020.", (Kind.LISTED, "BRA", 2020)),
        ("Ankara's freeze on trade with Israel is new in the 2025 report.", (Kind.FIRST, "TUR", 2025)),
        ("Nigeria's list of goods that may not come in is new in the report of 2025.", (Kind.FIRST, "NGA", 2025)),
    ],
)
def test_turns_of_phrase_without_the_usual_words(text, said):
    (found,) = statements(text)
    assert (found.kind, found.economy, found.year) == said


@pytest.mark.parametrize(
    "text",
    [
        "The 2015 world competitiveness report lists Singapore first again.",
        "Colombia was added to the Priority Watch List in 2018.",
        "The think tank's index of free ports no longer includes Panama.",
    ],
)
def test_rankings_and_other_reports_are_none(text):
    assert statements(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Alongside quarrels over beef, Korea's map data rules are new in the 2025 NTE.",
            ["location", "based", "map", "data", "rules"],
        ),
        ("Korea's offsets are new in the 2025 NTE, a lawyer asserts.", ["offsets"]),
        (
            '"They dropped hydropower," an adviser in Oslo said of the 2025 report, meaning foreign owners.',
            ["hydropower", "foreign", "owners"],
        ),
        ("Kuala Lumpur's bird flu ban was listed in the 2025 report.", ["avian", "influenza", "ban"]),
    ],
)
def test_what_is_said_beside_the_matter_is_left_out(text, words):
    (found,) = statements(text)
    assert [word for _, word in found.matter.words] == words


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The 2025 report newly lists Chile's rules for banks and online shops.", 0),
        ("Chile's rules for banks and its ban on honey are new in the 2025 report.", 2),
        ("The 2025 report newly lists Chile's rules on banks, honey and toys.", 3),
        ("Chile's new toll system, the Road Use Model, is among the novelties of the 2025 report.", 0),
        ("Chile's new toll system is new in the 2025 report; hauliers complain of its tags, fees and forms.", 0),
    ],
)
def test_things_of_one_rule_are_no_list(text, pieces):
    (found,) = statements(text)
    assert len(found.pieces) == pieces


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("New in the 2025 report is Tokyo's rule on plugs.", (Kind.FIRST, "JPN", 2025)),
        ("Peru's levy on films crept into the 2016 report.", (Kind.FIRST, "PER", 2016)),
        ("Chile's rule on labels is one of several additions to the 2019 report.", (Kind.FIRST, "CHL", 2019)),
        ("Quebec's law was not in the 2022 report; the 2025 report has it.", (Kind.FIRST, "CAN", 2025)),
        ("The NTE of 2025 skips Kenya's fee on import declarations.", (Kind.GONE, "KEN", 2025)),
        ("Ukraine's export curbs on timber have no counterpart in the 2025 report.", (Kind.GONE, "UKR", 2025)),
        ("New this year is Norway's plug rule, in the 2025 NTE.", (Kind.FIRST, "NOR", 2025)),
        ("The 2019 report did not mention Peru's film levy.", (Kind.GONE, "PER", 2019)),
        ("NORWAY: the wine monopoly still features in the 2025 report.", (Kind.LONG, "NOR", 2025)),
        ("Norway's wine monopoly is no novelty in the 2025 report.", (Kind.LONG, "NOR", 2025)),
        ("British Columbia's shelves for wine are off the list in Canada's chapter of 2021.", (Kind.GONE, "CAN", 2021)),
        (
            "Chile is blamed in the 2019 report, for the first time, for no longer taking foreign lab tests of toys.",
            (Kind.FIRST, "CHL", 2019),
        ),
        (
            "Peru's stamp duty on films made it into the 2016 report, where it may be no more than 4%.",
            (Kind.FIRST, "PER", 2016),
        ),
        (
            "The register of irritants kept by America's trade czar (2019) names Peru's film levy for the first time.",
            (Kind.FIRST, "PER", 2019),
        ),
        (
            "Washington's yearly roll of grievances for 2019 lists Chile's toy tests for the first time.",
            (Kind.FIRST, "CHL", 2019),
        ),
        (
            "Peru's seed permit is back in the report this year (2019) after being passed over in 2017.",
            (Kind.BACK, "PER", 2019),
        ),
        (
            "The 2019 report no longer names Peru's film levy, which studios had grumbled about for years.",
            (Kind.GONE, "PER", 2019),
        ),
        (
            "Peru's film levy, a complaint that was dropped, is on the 2019 list for the first time since 2012.",
            (Kind.BACK, "PER", 2019),
        ),
        (
            "Peru's film levy is on the list of the 2019 NTE. It was not in the previous report.",
            (Kind.FIRST, "PER", 2019),
        ),
        ("Peru joined the list of countries criticised for film levies in 2019.", (Kind.FIRST, "PER", 2019)),
        ("OTTAWA, spring 2016 – Canada has a new line in Washington's list of barriers.", (Kind.FIRST, "CAN", 2016)),
    ],
)
def test_turns_of_phrase_of_the_press(text, said):
    (found, *_) = statements(text)
    assert (found.kind, found.economy, found.year) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A law firm's client note lists Peru's cloud rules as newcomers in the 2025 NTE.", {"cloud", "rules"}),
        ("Peru's taxes on soy – in the NTE for years – get no mention this year (2025).", {"taxes", "soy"}),
        ("Seven years after it began, Peru's permit for toys has disappeared from the 2025 NTE.", {"permit", "toys"}),
        (
            "Is Peru soft on lime dust? Its permits for the chemical are gone from the 2019 NTE.",
            {"lime", "dust", "permits"},
        ),
        (
            "Peru's film levy is a barrier now, as is the toy stamp. Neither stood in an NTE before that of 2019.",
            {"film", "levy", "toy", "stamp"},
        ),
        ("Peru's film levy is back in the 2019 NTE. The stamp on toys, by contrast, is a first.", {"stamp", "toys"}),
        ("After a pause, the 2019 report once more says that divers in Peru must be citizens.", {"divers", "citizens"}),
        ("The 2025 NTE lists Peru's new privacy act. Since it was passed in 2024, it is newly listed.", {"privacy"}),
    ],
)
def test_what_a_claim_means_is_found_in_and_beside_its_sentence(text, words):
    found = statements(text)[-1]
    meant = {word for _, word in found.matter.words}
    assert words <= meant and not meant & {"law", "firm", "client", "began", "mention", "years"}


def test_what_the_sentence_before_names_is_kept_as_context():
    found = statements("Dos Palmas is in the news. The market has been named in each NTE on Peru since 2020.")
    assert {"dos", "palmas"} <= {word for _, word in found[0].context.words}


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Norway's wine monopoly is new", Kind.FIRST), ("Norway keeps wine out of food shops.", Kind.LISTED)],
)
def test_what_is_declared_a_claim_is_one(text, kind):
    assert statements(text) == ()
    (found,) = statements(text, declared=True)
    assert (found.kind, found.economy) == (kind, "NOR")
    assert "wine" in {word for _, word in found.matter.words}


@pytest.mark.parametrize("text", ["Hello.", "It is new.", "Norway is new."])
def test_nothing_is_claimed_of_no_matter(text):
    assert [s for s in statements(text, declared=True) if s.matter and s.economy] == []


def test_neither_of_two_economies_is_left_out():
    found = statements("Neither Peru nor Chile was criticised for toy stamps before the 2019 report.")
    assert {(s.economy, s.kind) for s in found} == {("PER", Kind.FIRST), ("CHL", Kind.FIRST)}


COMPARING = (
    "USTR's list of trade barriers came out on Monday. For the first time in decades it takes aim at Peru's film levy. "
    "Toll gates in Peru are no new complaint: the 2012 report already raised them. Chile's toy tests are listed for "
    "the first time. Bill 7 of Fiji, a French-language law, is new. The 2012 report was silent on it. Peru's seed "
    "permit has disappeared from this year's edition."
)


def test_an_edition_named_to_compare_with_is_not_the_one_of_what_follows():
    found = statements(COMPARING)
    assert [(s.kind, s.economy, s.year) for s in found] == [
        (Kind.BACK, "PER", None), (Kind.LONG, "PER", None), (Kind.FIRST, "CHL", None), (Kind.FIRST, "FJI", None),
        (Kind.GONE, "FJI", 2012), (Kind.GONE, "PER", None),
    ]  # fmt: skip
    lead = "The 2019 NTE is out. "
    assert [s.year for s in statements(lead + COMPARING)] == [2019, 2019, 2019, 2019, 2012, 2019]


def test_a_sentence_that_goes_on_about_an_older_edition_speaks_of_it():
    text = "The 2015 report added Peru's film levy. It also listed Peru's toy stamp for the first time. "
    found = statements(text + "The 2019 NTE drops Peru's film levy.")
    assert [s.year for s in found] == [2015, 2015, 2019]


def test_who_complains_about_a_matter_has_not_said_it_in_passing():
    (found,) = statements("For the first time in the NTE, Washington complains about Peru's limits on lime dust.")
    assert {"lime", "dust"} <= {word for _, word in found.matter.words}


def test_of_this_years_report_no_older_event_tells_the_edition():
    older = "Chile joined the list in 2007. Peru's film levy has vanished from this year's report."
    assert [(s.economy, s.year) for s in statements(older)] == [("CHL", 2007), ("PER", None)]
    dated = f"LIMA, March 31, 2019 - {older}"
    assert [(s.economy, s.year) for s in statements(dated)] == [("CHL", 2007), ("PER", 2019)]
    compared = "Unlike in 2012, the new NTE report no longer mentions Peru's film levy."
    assert [s.year for s in statements(compared)] == [None]


def test_the_head_of_a_text_claims_what_the_next_sentence_says_of_a_report():
    head = "For the first time in twenty years, the United States has complained about Peru's film levy. "
    (found,) = statements(head + "The complaint stands in the National Trade Estimate report of 2019.")
    assert (found.kind, found.economy, found.year) == (Kind.BACK, "PER", 2019)
    assert not statements(head + "Ministers in Lima had no comment.")


def test_the_report_that_again_complains_is_no_matter_told_before():
    found = statements("The 2019 report newly lists Peru's film levy. It again complains about Peru's toy stamps.")
    assert [(s.kind, s.economy) for s in found] == [(Kind.FIRST, "PER"), (Kind.LONG, "PER")]
    assert not {"film", "levy"} & set(found[1].matter.stems)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru's film levy was last mentioned in the 2013 report.", Kind.GONE),
        ("Peru's film levy is not mentioned this time in the 2019 report.", Kind.GONE),
        ("Gone are the complaints about Peru's film levy, the 2019 report shows.", Kind.GONE),
        ("The 2019 report is out. Peru's film levy stays.", Kind.LONG),
        ("The 2019 report is out. Peru's film levy has been there every year.", Kind.LONG),
        ("The 2019 report is out. Peru's film levy is a newcomer.", Kind.FIRST),
        ("The 2019 report newly lists Chile's toys. Peru is not a party to the GPA, it says.", Kind.LISTED),
    ],
)
def test_turns_of_phrase_of_articles(text, kind):
    assert {s.kind for s in statements(text) if s.economy == "PER"} == {kind}


def test_what_is_said_to_be_so_as_well_is_a_claim_of_its_own():
    found = statements("In the 2019 NTE a duty on dump trucks from Peru is new, and so is the law on toy stamps.")
    assert [(s.kind, s.economy, s.year) for s in found] == [(Kind.FIRST, "PER", 2019)] * 2
    trucks, stamps = (set(s.matter.stems) for s in found)
    assert {"dump"} <= trucks and {"toy", "stamp"} <= stamps and not trucks & stamps


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The Toy Makers Council applauded USTR for putting Peru's film levy back on its list in 2019.", Kind.BACK,
         {"film", "levy"}),
        ("After ten years of silence on Peru's film levy, USTR listed it again in 2019.", Kind.BACK, {"film", "levy"}),
        ("With Peru's film levy in force, the 2019 report no longer brings it up.", Kind.GONE, {"film", "levy"}),
        ("Peru's toy stamp, which USTR added to its catalog of barriers in 2019, costs a lot.", Kind.FIRST,
         {"toy", "stamp"}),
        ("Peru taxes films. The levy, recorded by USTR the year before, was dropped from the 2019 report.", Kind.GONE,
         {"taxes", "films"}),
        ("LIMA, April 2019 - A levy on films in Peru is new in the report.", Kind.FIRST, {"levy", "films"}),
    ],
)  # fmt: skip
def test_who_says_it_and_where_is_not_what_it_is_about(text, kind, words):
    (found,) = statements(text)
    assert (found.kind, found.economy, found.year) == (kind, "PER", 2019)
    meant = {word for _, word in found.matter.words}
    assert words <= meant and not meant & {"council", "makers", "catalog", "recorded", "silence"}
