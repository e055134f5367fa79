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
