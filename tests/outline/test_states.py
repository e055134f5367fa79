import pytest

from analyzer.outline.states import economies_of, follow
from analyzer.records import Passage


@pytest.mark.parametrize(
    ("text", "headings", "expected"),
    [
        ("Qatar demands a licence.", (), ("GCC", "QAT")),
        ("Abu Dhabi and Dubai tax foreign banks.", (), ("GCC", "ARE")),  # emirates of one state
        ("Saudi Arabia asks firms to move from Dubai.", (), ("GCC", "SAU")),  # a state named goes before a place
        ("The members agreed on a tax.", (), ("GCC",)),
        ("The agency in Riyadh decides.", ("Measures of Oman",), ("GCC", "OMN")),  # a heading decides
        ("Bahrain, Kuwait, Oman and Qatar have agreed.", (), ("GCC",)),  # too many to be about any of them
    ],
)
def test_states_that_a_bloc_passage_is_about(text, headings, expected):
    assert economies_of(text, "GCC", 2025, headings=headings) == expected


def test_a_state_is_about_itself_whoever_is_named():
    assert economies_of("Japan does likewise in Riyadh.", "KOR", 2025) == ("KOR",)


def passages(*texts, headings=None):
    return [
        Passage(
            id=str(place),
            series="nte",
            year=2025,
            chapter="GCC",
            economies=economies_of(text, "GCC", 2025),
            section="digital",
            printed_section=None,
            heading=(headings[place],) if headings else (),
            ordinal=place,
            text=text,
            sentences=((0, len(text)),),
            pdf_page=1,
            printed_page="1",
        )
        for place, text in enumerate(texts)
    ]


OMAN = "Oman’s Radio and Post Office (RPO) blocks calls."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May the RPO forbade foreign cards.", ("GCC", "OMN")),
        ("In May the office forbade foreign cards.", ("GCC",)),  # says nothing of the body
        ("The RPO would like the GCC to follow.", ("GCC",)),  # speaks of the bloc
        ("Qatar’s RPO does the same.", ("GCC", "QAT")),  # a namesake
    ],
)
def test_what_goes_on_about_a_states_body_is_about_that_state(text, expected):
    assert [passage.economies for passage in follow(passages(OMAN, text))] == [("GCC", "OMN"), expected]


@pytest.mark.parametrize(
    ("introduced", "own"),
    [
        ("Oman’s Radio and Post Office (RPO) blocks calls.", True),
        ("In Oman the Gulf Telecom Company AG (GT) has no rival.", True),  # letters are left out
        ("In Oman the wholesalers asked the Union of Firms (VAF) for help.", True),  # letters of another language
        ("In Oman the rules of the European Radio Offices (ERO) hold.", False),
        ("Oman asked the GCC Standards Body (SB) for help.", False),
        ("Oman asked the GCCs Standards Body (SB) for help.", False),  # an apostrophe was lost
        ("Oman dealt with the U.S. Rice Council (USRC).", False),
        ("In 2020 Oman joined the Fast Lane for Patents (FLP).", False),
        ("Oman is a member of the World Trade Organization (SADC).", False),  # an economy of that short name
    ],
)
def test_a_body_of_others_that_a_state_deals_with_is_not_its_own(introduced, own):
    short = introduced.rsplit("(")[1].split(")")[0]
    follows = list(follow(passages(introduced, f"In May the {short} met.")))[1]
    assert follows.economies == (("GCC", "OMN") if own else ("GCC",))


def test_another_heading_ends_what_was_spoken_of():
    apart = passages(OMAN, "In May the RPO forbade foreign cards.", headings=["Calls", "Cards"])
    assert [passage.economies for passage in follow(apart)] == [("GCC", "OMN"), ("GCC",)]
