from __future__ import annotations

import pytest

from analyzer.mentions.offset import find_offsets


def tagged(text):
    return [(text[m.start : m.end], m.norm, m.attrs["domain"], m.attrs["polarity"]) for m in find_offsets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army requires offsets.", [("offsets", "offset", "defence", "required")]),
        (
            "Exporters shun purchases to comply with the IC agreements.",
            [("IC agreements", "industrial_cooperation", "unspecified", "required")],
        ),
        (
            "The army takes “trade balancing” offsets or production offsets.",
            [
                ("“trade balancing” offsets", "offset", "defence", "required"),
                ("production offsets", "offset", "defence", "required"),
            ],
        ),
        ("Fiji has considered such offset rules.", [("offset rules", "offset", "unspecified", "other")]),
        (
            "Parastatal leases are subject to an IP obligation.",
            [("IP obligation", "industrial_cooperation", "unspecified", "required")],
        ),
        ("The defense ministry requires offset agreements.", [("offset agreements", "offset", "defence", "required")]),
        (
            "Bidders for hospitals face commercial offset requirements.",
            [("commercial offset requirements", "offset", "civil", "required")],
        ),
        ("The law abolished offsets.", [("offsets", "offset", "unspecified", "not_required")]),
        ("It will phase out its offsets.", [("offsets", "offset", "unspecified", "other")]),
        ("The offset rate is 40 percent of the military contract.", [("offset", "offset", "defence", "required")]),
        ("A counter-trade deal is needed.", [("counter-trade deal", "countertrade", "unspecified", "required")]),
        (
            "Its Industrial Cooperation Program (ICP) binds vendors.",
            [("Industrial Cooperation Program (ICP)", "industrial_cooperation", "unspecified", "required")],
        ),
        ("The Tawazun Economic Program applies.", [("Tawazun Economic Program", "offset", "defence", "required")]),
        ("Some states require offsets, defined as a duty.", [("offsets", "offset", "unspecified", "required")]),
        (
            "The program would either be ended or changed: an offset program.",
            [("offset program", "offset", "unspecified", "required")],
        ),
        ("Its offset program would either be kept or ended.", [("offset program", "offset", "unspecified", "other")]),
        (
            "A bond is expected to be held until the offset obligation is met.",
            [("offset obligation", "offset", "unspecified", "required")],
        ),
        ("It asks about commitments with respect to offsets.", [("offsets", "offset", "unspecified", "other")]),
        (
            "Fiji agreed under the GPA to lower its IC requirement.",
            [("IC requirement", "industrial_cooperation", "unspecified", "required")],
        ),
        ("It runs a defense “offsets” program.", [("defense “offsets” program", "offset", "defence", "required")]),
        ("It runs a defense “offsets program.", [("defense “offsets program", "offset", "defence", "required")]),
        ("It asks for “offsets” in tenders.", [("offsets", "offset", "unspecified", "required")]),
        ("It has an “offset” program.", [("“offset” program", "offset", "unspecified", "required")]),
        (
            "It sets “commercial offset” requirements.",
            [("“commercial offset” requirements", "offset", "civil", "required")],
        ),
        ("The army requires commercial offset deals.", [("commercial offset deals", "offset", "defence", "required")]),
        ("They take defense offsets by contract.", [("defense offsets", "offset", "defence", "required")]),
        (
            "The tender asks for offsets and waives import duties.",
            [("offsets", "offset", "unspecified", "required")],
        ),
        ("Fiji does not require offsets.", [("offsets", "offset", "unspecified", "not_required")]),
        ("Rules differ, but offsets are prohibited.", [("offsets", "offset", "unspecified", "not_required")]),
        ("Rules differ, but the law bans offsets.", [("offsets", "offset", "unspecified", "not_required")]),
        ("Rules differ. The law bans offsets.", [("offsets", "offset", "unspecified", "not_required")]),
        ("They take technology offsets by contract.", [("technology offsets", "offset", "unspecified", "required")]),
    ],
)
def test_practices_with_their_attributes(text, expected):
    assert tagged(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Firms raise prices to offset the cost.",
        "The gain was partially offset by fees.",
        "Lower fees offset their losses.",
        "The gain offsets the cost.",
        "It is a local offset of the price.",
        "Its climate law allows offsets for emissions.",
        "Carbon offsets are traded.",
        "A duty offset against imports was granted.",
        "Offset printing paper is taxed.",
        "The National Offset Company reviews bids.",
        "An ASEAN Industrial Cooperation scheme exists.",
        "Internet content providers (ICPs) need a licence.",
        "Its IP obligations on patents are unmet.",
        "It should join the IP agreements and invest in courts.",
    ],
)
def test_other_senses_are_no_mentions(text):
    assert tagged(text) == []


def found(text):
    return [(span, norm) for span, norm, _, _ in tagged(text)]


@pytest.mark.parametrize(
    "word",
    [
        "Military offsets", "military offsets", "Defense offsets", "defence offsets", "Commercial offsets",
        "Direct offsets", "Indirect offsets", "Aircraft offsets", "trade balancing offsets",
        "“trade balancing” offsets", "Production offsets", "Economic offsets", "industrial offsets", "civil offsets",
        "Civilian offsets", "Domestic offsets", "IC offsets", "non-defense offsets", "Nondefence offsets",
        "non-military offsets", "Technology offsets", "Reciprocal offsets", "Local offsets", "National offsets",
        "Defense and Technology Offsets", "Military, Industrial and Economic Offset Policy",
        "Technological, Commercial and National Offset Rules",
    ],
)  # fmt: skip
def test_the_kind_of_offset_belongs_to_the_mention(word):
    assert found(f"It asks for {word} in May.") == [(word, "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "business requirement", "investment requirements", "contract obligation", "Obligations", "agreement",
        "Agreements", "package", "Packages", "proposal", "Proposals", "policy", "Policies", "program", "programme",
        "Programs", "Programmes", "provision", "Provisions", "component", "Components", "deal", "Deals",
        "arrangement", "Arrangements", "contribution", "Contributions", "guideline", "Guidelines", "regulation",
        "Regulations", "production", "venture", "Ventures", "commitment", "Commitments", "contract", "Contracts",
        "plan", "Plans", "scheme", "Schemes", "project", "Projects", "rule", "Rules", "regime", "Regimes",
        "transaction", "Transactions", "practice", "Practices", "condition", "Conditions", "request", "Requests",
        "undertaking", "Undertakings", "offer", "Offers", "law", "Laws", "system", "Systems", "demand", "Demands",
        "clause", "Clauses", "tender", "Tenders", "buyback", "Buybacks", "operation", "Operations",
    ],
)  # fmt: skip
def test_what_is_asked_for_belongs_to_the_mention(word):
    assert found(f"It has an offset {word} now.") == [(f"offset {word}", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "percentage", "percentages", "rate", "rates", "threshold", "thresholds", "multiplier", "multipliers", "level",
        "levels", "basis", "value", "values", "credit", "credits", "changes", "amount", "amounts", "partner",
        "partners", "share", "shares",
    ],
)  # fmt: skip
def test_a_measure_of_offsets_is_none_of_them(word):
    assert found(f"Now offset {word} grow.") == [("offset", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "to", "can", "could", "may", "might", "will", "would", "shall", "should", "must", "been", "be", "being", "is",
        "are", "was", "were", "not", "partially", "partly", "largely", "fully", "more than", "only", "somewhat",
        "help", "helps", "helped", "had", "has", "have", "and thus", "and thereby", "which", "that", "often", "also",
        "duties", "taxes", "companies", "firms",
    ],
)  # fmt: skip
def test_a_verb_is_no_offset(word):
    assert found(f"It says a price {word} offset for the bid.") == []
    assert found(f"Prices {word} offset thresholds.") == []


@pytest.mark.parametrize(
    "word",
    [
        "to", "help", "partially", "could", "can", "may", "would", "will", "been", "be",
    ],
)  # fmt: skip
def test_a_verb_before_an_instrument(word):
    assert found(f"It is said {word} offset rules.") == []


@pytest.mark.parametrize(
    "word",
    [
        "an", "a", "the", "any", "no", "its", "their", "such", "each", "this", "these", "of", "for", "on", "in",
        "his", "all", "some", "significant", "percent", "a fair", "require", "requires", "required", "requiring",
        "seek", "seeks", "obtain", "demand", "demands", "tenders and",
    ],
)  # fmt: skip
def test_a_noun_by_what_stands_before(word):
    assert found(f"With {word} offset in tenders it wins.") == [("offset", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        " is it", " are it", " was it", " were it", " has it", " have it", " had it", " can it", " may it",
        " must it", " will it", " would it", " allow it", " allows it", " apply", " applies", " applied",
        " amount to it", " amounts to it", " require it", " requires it", " equal it", " equals it", " for it",
        " as it", " on it", " in it", " to it", " at it", " with it", " from it", " and it", " or it", ".",
        ", it is.", "; it is.", ": it is.", ") it is.",
    ],
)  # fmt: skip
def test_a_noun_by_what_stands_behind(word):
    assert found(f"The buyer says an offset{word}") == [("offset", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "the", "a", "an", "any", "its", "their", "this", "these", "those", "some", "all", "part", "much", "most",
        "by", "against", "with exports", "foreign", "internal", "adverse", "government purchase", "cost", "costs",
        "losses",
    ],
)  # fmt: skip
def test_an_object_makes_a_verb(word):
    assert found(f"Now price offsets {word} thing.") == found(f"Now it takes some offset {word} thing.") == []


def test_a_noun_needs_its_neighbours():
    assert found("With an “offset in tenders it wins.") == [("offset", "offset")]
    assert found("Firms want to buy an offset in tenders.") == [("offset", "offset")]
    assert found("Then offset in tenders wins.") == found("The buyer says an offset like it.") == []


@pytest.mark.parametrize(
    "word",
    [
        "carbon", "emission", "emissions", "duty", "duties", "tax", "taxes", "subsidy", "subsidies", "screen",
        "producer", "location", "post digital", "post, digital", "greenhouse", "biodiversity", "environmental",
        "credit", "rebate", "PDV", "compensatory", "balance-sheet", "import", "trade", "carbon price",
    ],
)  # fmt: skip
def test_offsets_of_another_kind(word):
    assert found(f"The {word} offset is due in tenders.") == found(f"Tenders take {word} offsets in May.") == []


@pytest.mark.parametrize(
    "word",
    [
        "print", "printing", "press", "presses", "paper", "lithography", "plate", "plates", "machine", "machines",
        "against", "Act", "of duties", "of tax", "on value", "on VAT", "on tax", "ink", "purchase", "purchases",
        "Company", "Companies", "Corporation", "Group", "Fund", "Committee", "Authority", "Office", "Department",
        "Bureau", "Unit", "Board", "Secretariat", "Council", "Division", "program Division", "program Office",
        "program Department", "program Committee", "program Unit", "program Board", "program Authority",
    ],
)  # fmt: skip
def test_what_offset_names_in_a_compound(word):
    assert found(f"The buyer needs an offset {word} in tenders.") == []
    assert found(f"The buyer learns of offsets {word} in tenders.") == [] or word.startswith("program")


@pytest.mark.parametrize(
    "word",
    [
        "import duty", "import duties", "duty liability", "tax liability", "tax liabilities", "carbon", "emission",
        "emissions", "greenhouse", "fuel economy",
    ],
)  # fmt: skip
def test_fiscal_offsets(word):
    assert found(f"It gives offsets in {word} matters.") == []
    assert found(f"A supplier gives offsets in {word} matters.") == [("offsets", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "procurement", "tender", "contract", "purchase", "defense", "defence", "military", "bid", "local content",
        "technology transfer", "supplier",
    ],
)  # fmt: skip
def test_fiscal_words_in_a_purchase(word):
    assert found(f"It gives offsets in carbon matters, for a {word}.") == [("offsets", "offset")]


@pytest.mark.parametrize(
    "word",
    [
        "of", "for", "to", "on", "in", "from", "as", "with", "by", "through", "require", "requiring", "seek",
        "seeking", "demand", "request", "requested", "precluding", "mandating", "prohibit", "imposing", "including",
        "involving", "obtain", "offer", "accept", "use", "uses",
    ],
)  # fmt: skip
def test_governed_offsets_are_no_verb(word):
    assert found(f"The rules {word} offsets by law.") == [("offsets", "offset")]
    assert found("The rules know offsets by law.") == []


@pytest.mark.parametrize(
    "word",
    [
        "countertrade", "counter-trade", "counter trade", "counter- trade", "counter‑trade", "counterpurchase",
        "counterpurchases", "counter purchasing", "Countertrade", "“countertrade” deals", "countertrade purchases",
    ],
)  # fmt: skip
def test_ways_to_write_countertrade(word):
    assert found(f"It wants {word} now.") == [(word, "countertrade")]


@pytest.mark.parametrize(
    "word",
    [
        "industrial cooperation", "Industrial Co-operation", "Industrial Participation", "industrial collaboration",
        "industrial benefits", "National Industrial Participation", "Defense Industrial Participation",
        "defence industrial cooperation", "Civil Industrial Cooperation", "civilian industrial cooperation",
        "Military Industrial Cooperation", "International Cooperation (IC)", "Industrial Cooperation (IC) Program",
        "Industrial Participation (IP)", "industrial cooperation policy (ICP)",
        "Industrial Participation Program (NIPP)", "Industrial Participation (NIP)", "Industrial Participation (DIP)",
        "Industrial Participation (SIP)", "Industrial Cooperation (ICs)", "Industrial Cooperation (IPP)",
        "“industrial cooperation” deals", "Industrial Cooperation Programs (ICPs)",
    ],
)  # fmt: skip
def test_ways_to_write_industrial_cooperation(word):
    assert found(f"It wants {word} now.") == [(word, "industrial_cooperation")]
    assert found("It wants “industrial cooperation” now.") == [("industrial cooperation", "industrial_cooperation")]


@pytest.mark.parametrize(
    "word",
    [
        "industrial cooperation Authority", "industrial cooperation Company", "industrial cooperation Council",
        "industrial cooperation Committee", "industrial cooperation Agency", "industrial cooperation Department",
        "industrial cooperation Office", "industrial cooperation in the A5", "industrial cooperation Enhancement",
        "industrial cooperation (AICO)", "Industrial Cooperation Zone", "industrial cooperation zone",
        "Asean Industrial Cooperation", "International Cooperation",
    ],
)  # fmt: skip
def test_what_is_called_after_industrial_cooperation(word):
    assert found(f"It sees {word}.") == []


@pytest.mark.parametrize(
    "word",
    [
        "IC agreement", "IP obligation", "ICP", "ICPs", "NIPP", "ITB", "ITBs", "IRB", "IRBs", "TEPA", "TEPAs",
    ],
)  # fmt: skip
def test_short_names(word):
    norm = "offset" if word.startswith("TEPA") else "industrial_cooperation"
    assert found(f"Industrial Participation binds; each {word} in tenders too.")[1:] == [(word, norm)]


@pytest.mark.parametrize(
    "word",
    [
        "Internet", "content provider", "content providers", "the web", "an ISP", "ISPs", "telecom", "the MII",
        "integrated circuit", "intellectual property", "a patent", "copyright", "trademark", "TRIPS", "piracy",
        "counterfeit", "enforcement of IP",
    ],
)  # fmt: skip
def test_icps_of_the_internet(word):
    assert found(f"A tender tells of {word}: an ICP is due.") == []


@pytest.mark.parametrize(
    "word",
    [
        "procurement", "the GPA", "tender", "bidding", "vendor", "aircraft", "technology transfer", "industrial",
        "parastatal", "imported content", "local company", "local companies", "local industry", "local entity",
        "local firm", "contract", "supplier", "Tawazun", "proposal", "proposals", "invest",
    ],
)  # fmt: skip
def test_icps_of_industry(word):
    assert found(f"It tells of {word}: an ICP is due.") == [("ICP", "industrial_cooperation")]
    assert found("It tells of rules: an ICP is due.") == []


def test_ip_is_property_where_nothing_tells_otherwise():
    assert found("An IP obligation is due in tenders.") == []
    assert len(found("Under imported content rules an IP obligation is due.")) == 1


@pytest.mark.parametrize(
    "word",
    [
        "Tawazun Program", "UAE Offset Program", "Economic Participation Policy",
        "Industrial and Technological Benefits", "Economic Enhancement Programme", "Partnership for Development",
        "Tawazun Program Agreement", "Tawazun Program Policy", "Tawazun Program (TP)",
        "Industrial and Regional Benefits (IRBs)",
    ],
)  # fmt: skip
def test_programmes_by_name(word):
    assert [span for span, _ in found(f"It has the {word} now.")] == [word]


def test_guidelines_are_no_policy():
    assert found("It has the Tawazun Program Policy Guidelines now.") == [("Tawazun Program", "offset")]
