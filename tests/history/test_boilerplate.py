from __future__ import annotations

import pytest
from history_made import CHEESE, passage

from analyzer.history.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United States will continue to monitor the new scheme closely.", True),
        ("U.S. goods exports to Freedonia fell by a tenth.", True),
        ("The stock of direct investment in Freedonia was 3 billion (latest data available).", True),
        ("Freedonia was the ninth largest export market for U.S. goods.", True),
        ("U.S. exports of cheese to Freedonia fell by 40 percent because of the quarantine.", False),
        ("The Union of Islands comprises Freedonia, Ruritania and Sylvania.", True),
        ("Freedonia is a member of the Union of Islands and applies its licensing rules.", False),
        ("Freedonia and Ruritania signed a customs agreement in 2011.", True),
        ("Freedonia signed the agreement but has not lifted its quotas.", False),
        ("Freedonia is a party to the WTO Agreement on Government Procurement.", False),  # a standing that is tracked
        ("The two governments meet regularly to review implementation of the deal.", True),
        ("The United States has urged Freedonia to address this licensing rule.", True),
        ("The United States has urged Freedonia to lift its quota on cheese.", False),  # all that is said of the quota
        ("Breweries complain of the tax, and the United States continues to monitor it.", False),
        ("The free trade deal with Freedonia entered into force in 2012.", True),
        ("The Secretary of the Treasury shall notify the office that duties hold no longer.", True),
        ("On May 3, 2024, able clerks of the Treasury Department provided notice to the office.", True),
        ("The Freedonian Secretary of Salt shall levy a fee.", False),
        ("On May 4, 2024, the U.S. Standing Delegation provided like notice to its head.", True),
        ("On May 5, 2024 the United States issued a White House Memorandum titled “Salt.”", True),
        ("On May 5, 2024, the United States issued a fine for salt.", False),
        ("On May 4, 2024, the Freedonian Standing Delegation provided like notice to its head.", False),
        ("U.S. exports to Freedonia were " + "1," * 100_000 + " boxes.", False),
        (CHEESE, False),
        (CHEESE + " The United States will continue to raise the matter.", False),
    ],
)
def test_boilerplate_is_a_passage_without_any_barrier(text, expected):
    assert is_boilerplate(passage(2020, text)) is expected
