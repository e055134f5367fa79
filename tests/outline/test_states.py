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


def test_another_heading_ends_what_was_spoken_of():
    apart = passages(OMAN, "In May the RPO forbade foreign cards.", headings=["Calls", "Cards"])
    assert [passage.economies for passage in follow(apart)] == [("GCC", "OMN"), ("GCC",)]
