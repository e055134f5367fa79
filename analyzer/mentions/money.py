"""MONEY, PERCENT and DATE, also in text that has lost its commas and currency signs."""

from __future__ import annotations

import re

from analyzer.records import Label, Mention
from analyzer.vocab import months

_NUMBER = (
    r"(?:(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]ive|[Tt]en)(?=\s(?:million|billion))|\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|crores?|lakhs?)"
_SIGN = {
    "$": "USD",
    "US$": "USD",
    "U.S.": "USD",
    "US": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "C$": "CAD",
}
_CODES = (
    r"USD|EUR|GBP|JPY|INR|CAD|AUD|NZD|CHF|NOK|SEK|DKK|KRW|CNY|RMB|SAR|AED|QAR|KWD|KD|BD|OMR|RO|TRY|ZAR|MYR|RM"
    r"|THB|PHP|IDR|NIS|ILS|LTL|PLN|HUF|CZK|BRL|MXN"
)
_UNITS = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "baht": "THB",
    "rand": "ZAR",
    "rupees": "INR",
    "rupee": "INR",
    "ringgit": "MYR",
    "pesos": "",
    "dinars": "",
    "dinar": "",
    "rials": "OMR",
    "dirhams": "",
    "lira": "TRY",
    "kroner": "",
    "krone": "",
    "francs": "",
    "franc": "",
    "peso": "",
    "dirham": "",
    "riyals": "SAR",
    "shekels": "ILS",
    "Baht": "THB",
    "shillings": "ATS",
    "riyal": "SAR",
    "rial": "OMR",
    "crowns": "",
    "tenge": "KZT",
    "dong": "VND",
    "SDRs": "XDR",
    "RMB": "CNY",
    "renminbi": "CNY",
    "rubles": "RUB",
    "reais": "BRL",
    "zloty": "PLN",
    "forints": "HUF",
}
_FIX = {"RMB": "CNY", "KD": "KWD", "BD": "BHD", "RO": "OMR", "RM": "MYR", "NIS": "ILS"}
_MONEY = re.compile(
    rf"(?P<sign>US\$|U\.S\.\s(?=\d)|\bUS\s(?=\d)|C\$|\$|€|£|¥|₹|Rs\.?\s"
    rf"|(?:\b(?:{_CODES})\s?))\s?(?P<n1>{_NUMBER})(?:\s(?P<s1>{_SCALE})\b)?"
    rf"|(?<![\w.])(?P<n2>{_NUMBER})\s(?:(?P<s2>{_SCALE})\s)?(?:(?P<whose>[A-Z][a-z]+)\s)?(?P<unit>{'|'.join(_UNITS)}|{_CODES})\b"
    rf"|(?<![\w.])(?P<n3>{_NUMBER})\s(?P<s3>million|billion|trillion|crores?)\b"
    rf"|(?<=at\sleast\s)(?P<n4>\d{{1,3}}(?:[ ,]\d{{3}})+)(?=\s(?:contain|or|for|to|in|are|is|must|require)|[.,;)])"
)
_PERCENT = re.compile(
    r"(?<![\w.])(?P<low>\d+(?:\.\d+)?|(?i:ten|fifteen|twenty(?:-five)?|thirty(?:-five)?|forty|fifty|sixty|seventy(?:-five)?|eighty"
    r"|ninety|one\shundred|two\shundred)(?=\sper))(?:\s?(?:[-–]|to|and)\s?(?P<high>\d+(?:\.\d+)?))?\s?(?:percent|per\scent|%)"
)
_DATE = re.compile(
    rf"\b(?:{months.ANY})\s(?:\d{{1,2}},?\s)?(?:19|20)\d\d\b|(?<![\d-])(?:19|20)\d\d(?![\d-])(?=[\s.,;)])"
)
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "five": 5.0, "ten": 10.0}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}


def find_amounts(text: str) -> list[Mention]:
    """Return the MONEY, PERCENT and DATE mentions of a text, in order.

    The norm of money is "amount currency" with "?" for a currency that the text does not give.
    """
    found = [*_money(text), *_percents(text)]
    taken = [(m.start, m.end) for m in found]
    for match in _DATE.finditer(text):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            found.append(Mention(match.start(), match.end(), Label.DATE, match.group()))
    return sorted(found, key=lambda m: (m.start, m.end))


def _money(text: str) -> list[Mention]:
    out = []
    for match in _MONEY.finditer(text):
        number = match.group("n1") or match.group("n2") or match.group("n3") or match.group("n4")
        scale = match.group("s1") or match.group("s2") or match.group("s3")
        amount = (_WORDS.get(number.lower()) or float(re.sub(r"[ ,]", "", number))) * (
            _SCALES[scale.rstrip("s")] if scale else 1
        )
        currency = _currency(match.group("sign"), match.group("unit"), match.group("whose"))
        out.append(Mention(match.start(), match.end(), Label.MONEY, f"{amount:.15g} {currency}"))
    return out


_WHOSE = {
    ("Kuwaiti", "dinar"): "KWD",
    ("Bahraini", "dinar"): "BHD",
    ("Jordanian", "dinar"): "JOD",
    ("Iraqi", "dinar"): "IQD",
    ("Tunisian", "dinar"): "TND",
    ("Algerian", "dinar"): "DZD",
    ("Mexican", "peso"): "MXN",
    ("Philippine", "peso"): "PHP",
    ("Argentine", "peso"): "ARS",
    ("Chilean", "peso"): "CLP",
    ("Moroccan", "dirham"): "MAD",
    ("Swiss", "franc"): "CHF",
    ("Norwegian", "krone"): "NOK",
    ("Danish", "krone"): "DKK",
    ("Canadian", "dollar"): "CAD",
    ("Singapore", "dollar"): "SGD",
    ("Taiwan", "dollar"): "TWD",
    ("Hong", "dollar"): "HKD",
    ("Pakistani", "rupee"): "PKR",
    ("Qatari", "riyal"): "QAR",
    ("Omani", "rial"): "OMR",
    ("Omani", "riyal"): "OMR",
    ("Australian", "dollar"): "AUD",
}


def _currency(sign: str | None, unit: str | None, whose: str | None) -> str:
    owned = _WHOSE.get((whose or "", (unit or "").replace("kroner", "krone").removesuffix("s")))
    if owned:
        return owned
    given = (sign or unit or "").strip()
    known = _SIGN.get(given) or _UNITS.get(given) or _FIX.get(given)
    return known or (given if re.fullmatch(r"[A-Z]{3}", given) else "?")


def _percents(text: str) -> list[Mention]:
    out = []
    for match in _PERCENT.finditer(text):
        high = match.group("high")
        low = _figure(match.group("low"))
        norm = f"{low}-{high} %" if high else f"{low} %"
        out.append(Mention(match.start(), match.end(), Label.PERCENT, norm))
    return out


_TENS = {
    "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "thirty-five": 35, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "seventy-five": 75, "eighty": 80, "ninety": 90, "one hundred": 100,
    "two hundred": 200,
}  # fmt: skip


def _figure(text: str) -> str:
    words = " ".join(text.lower().split())
    return str(_TENS[words]) if words in _TENS else text
