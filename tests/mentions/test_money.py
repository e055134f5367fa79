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


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("two million dollars", "2000000 USD"),
        ("three million euros", "3000000 EUR"),
        ("five million dollars", "5000000 USD"),
        ("ten million dollars", "10000000 USD"),
        ("2 lakh rupees", "200000 INR"),
        ("4 crore rupees", "40000000 INR"),
        ("$3 billion", "3000000000 USD"),
        ("$2 trillion", "2000000000000 USD"),
        ("$7 thousand", "7000 USD"),
        ("5 hundred dollars", "500 USD"),
        ("PLN 300", "300 PLN"),  # a code that stands for itself
        ("10 million pesos", "10000000 ?"),  # whose, is not said
        ("at least 500 000 or more", "500000 ?"),  # an amount whose sign is lost
    ],
)
def test_scales_and_figures_in_words(text, norm):
    assert [m.norm for m in find_amounts(f"It is {text}.") if m.label == "MONEY"] == [norm]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("ten", 10),
        ("fifteen", 15),
        ("twenty", 20),
        ("twenty-five", 25),
        ("thirty", 30),
        ("thirty-five", 35),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("seventy-five", 75),
        ("eighty", 80),
        ("ninety", 90),
        ("one hundred", 100),
        ("two hundred", 200),
    ],
)
def test_shares_in_words(words, figure):
    (mention,) = find_amounts(f"The duty is {words} percent.")
    assert (mention.label, mention.norm) == ("PERCENT", f"{figure} %")


def test_a_year_beside_an_amount_is_a_date_and_one_inside_it_is_not():
    found = find_amounts("In 2016, $2000 was due; 1999.")
    assert [(m.label.value, m.norm, m.start) for m in found] == [
        ("DATE", "2016", 3),
        ("MONEY", "2000 USD", 9),
        ("DATE", "1999", 24),
    ]


def test_a_bare_number_is_an_amount_only_as_a_least_one():
    assert find_amounts("They exceed 500,000 or more.") == []
    assert find_amounts("At least 500,000 people came.") == []
