from __future__ import annotations

import pytest

from analyzer.mentions.money import find_amounts


@pytest.mark.parametrize(
    ("text", "label", "norm"),
    [
        ("$1.5 million", "MONEY", "1500000 USD"),
        ("300 million baht", "MONEY", "300000000 THB"),
        ("KD3 million", "MONEY", "3000000 KWD"),
        ("10 million Kuwaiti dinar", "MONEY", "10000000 KWD"),
        ("Rs. 300 crores", "MONEY", "3000000000 INR"),
        ("U.S. 1 million", "MONEY", "1000000 USD"),
        ("one million dollars", "MONEY", "1000000 USD"),
        ("30 to 50 percent", "PERCENT", "30-50 %"),
        ("17.5%", "PERCENT", "17.5 %"),
        ("March 2016", "DATE", "March 2016"),
    ],
)
def test_amounts_and_dates(text, label, norm):
    (mention,) = find_amounts(f"It is {text}.")
    assert (mention.label, mention.norm) == (label, norm)
