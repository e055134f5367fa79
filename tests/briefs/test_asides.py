from __future__ import annotations

import pytest

from analyzer.briefs.asides import is_aside, points_elsewhere


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("U.S. exports of cars to Korea increased by 12 percent.", True),
        ("The agencies meet regularly to share best practices.", True),
        ("The United States raised this issue at each meeting.", True),
        ("The Gulf Council comprises Qatar and Oman.", True),
        ("In 2021 both sides continued to discuss this issue at the margins of a meeting.", True),
        ("The United States will continue to explore avenues to ease these worries.", True),
        ("Officials of both sides engaged in 2021 to resolve open questions.", True),
        ("Officials engaged in 2021 to resolve open questions on the ban of pepper.", False),
        ("Bilateral trade in salt has fallen from $3 million in 2012 to $2 million.", True),
        ("The decline in trade reflects quarrels of old.", True),
        ("The decline in trade reflects a ban on salt.", False),
        ("Bilateral trade in salt has fallen to $2 million since the quota.", False),
        ("The Gulf Council comprises Qatar and Oman, whose duties are five percent.", False),
        ("Korea prohibits imports of cars. U.S. exports of cars increased by 12 percent.", False),
        ("U.S. exports of cars face a duty of 12 percent.", False),
        ("Korea maintains a screen quota.", False),
        ("On May 2, 2024, the United States issued an order on soap. The order stated:", True),
        ("In 2024, the United States and Korea signed a pact on salt. The pact will make both friends.", True),
        ("In 2024, the United States signed a pact on salt. Korea then prohibited pepper.", False),
        ("The United States is concerned that Korea prohibits pepper.", False),
        ("In 2024, Korea and the United States agreed on salt fees of five percent.", False),
        ("In March 2012 the United States initiated a case on salt fees.", True),  # commas lost in a table of texts
        ("In 1999 the Administration outlined a plan for soap.", True),
        (
            "The UFLPA entered into force in 2021. It holds that goods made by force under the UFLPA are prohibited.",
            True,
        ),
        ("The Tariff Act of 1930 has been amended. Korea prohibits pepper from abroad.", False),
        ("USTR published a list under the UFLPA. Korea then prohibited pepper.", False),
        ("USTR issued an order on data. In May 2024, Korea recognized that its terms are fair.", False),
    ],
)
def test_trade_figures_and_talks_are_no_barrier(passage_of, text, aside):
    assert is_aside(passage_of(text, 2025, 1, heading="")) is aside


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("(Fees on salt are discussed in the Other Barriers section of this chapter.)", True),
        ("Salt fees are described further in the Import Policies section.", True),
        ("The fee discussed in the salt section of the draft law takes effect in May.", False),
        ("The court discussed in the hearing whether the fee holds.", False),
    ],
)
def test_where_more_is_to_be_found_is_no_point_of_a_matter(passage_of, text, elsewhere):
    assert points_elsewhere(passage_of(text, 2025, 1, heading="")) is elsewhere
