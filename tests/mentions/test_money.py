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
    assert find_amounts("It saw at least 500,000 people.") == []


@pytest.mark.parametrize(
    "word",
    [
        "USD", "EUR", "GBP", "JPY", "INR", "CAD", "AUD", "NZD", "CHF", "NOK", "SEK", "DKK", "KRW", "CNY", "SAR",
        "AED", "QAR", "KWD", "OMR", "TRY", "ZAR", "MYR", "THB", "PHP", "IDR", "ILS", "LTL", "PLN", "HUF", "CZK",
        "BRL", "MXN",
    ],
)  # fmt: skip
def test_codes_of_currencies(word):
    for text in (f"{word} 300", f"{word}300", f"300 {word}"):
        assert [m.norm for m in find_amounts(f"It is {text}.")] == [f"300 {word}"]


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("RMB", "CNY"), ("KD", "KWD"), ("BD", "BHD"), ("RO", "OMR"), ("RM", "MYR"), ("NIS", "ILS"), ("$", "USD"),
        ("US$", "USD"), ("US ", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("Rs ", "INR"),
        ("C$", "CAD"),
    ],
)  # fmt: skip
def test_signs_of_currencies(sign, code):
    assert [m.norm for m in find_amounts(f"It is {sign}300.")] == [f"300 {code}"]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("$1,500", "1500 USD"),
        ("$1 500", "1500 USD"),
        ("$1,500,000.5", "1500000.5 USD"),
        ("5 million", "5000000 ?"),
        ("3.5 million", "3500000 ?"),
        ("5 billion", "5000000000 ?"),
        ("5 trillion", "5000000000000 ?"),
        ("5 crore", "50000000 ?"),
        ("5 crores", "50000000 ?"),
        ("17 per cent", "17 %"),
        ("17-20 percent", "17-20 %"),
        ("17–20%", "17-20 %"),
        ("17 to 20 percent", "17-20 %"),
        ("17.5 and 20.5 percent", "17.5-20.5 %"),
        ("TEN per cent", "10 %"),
    ],
)
def test_how_figures_are_written(text, norm):
    assert [m.norm for m in find_amounts(f"It is {text}.")] == [norm]


@pytest.mark.parametrize(
    "word",
    [
        " contain", " or", " for", " to", " in", " are", " is", " must", " require", ".", ",", ";", ")",
    ],
)  # fmt: skip
def test_what_follows_a_least_amount(word):
    assert [m.norm for m in find_amounts(f"It is at least 500 000{word} it.")] == ["500000 ?"]


@pytest.mark.parametrize(
    "word",
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ],
)  # fmt: skip
def test_months(word):
    for date in (f"{word} 5, 2016", f"{word} 15 1999", f"{word} 2016"):
        assert [m.norm for m in find_amounts(f"On {date} it is.")] == [date]


def test_a_figure_within_a_word_is_no_amount():
    assert find_amounts("It is v5 million, x17 percent, at least v500 000.") == []


def test_a_year_stands_alone():
    text = "In 1999-2000, 12005, 20055, 1899 and 2005, 2006; (2007) 2008."
    assert [m.norm for m in find_amounts(text)] == ["2005", "2006", "2007", "2008"]
