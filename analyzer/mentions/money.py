"""MONEY, PERCENT and DATE, also in text that has lost its commas and currency signs."""

from __future__ import annotations

import re

from analyzer.records import Label, Mention

_NUMBER = r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|crores?|lakhs?)"
_SIGN = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs.": "INR",
    "Rs": "INR",
    "C$": "CAD",
}
_CODES = r"USD|EUR|GBP|JPY|INR|CAD|AUD|NZD|CHF|NOK|SEK|DKK|KRW|CNY|RMB|SAR|AED|QAR|KWD|KD|BD|OMR|RO|TRY|ZAR|MYR|RM|THB|PHP|IDR|NIS|ILS|LTL|PLN|HUF|CZK|BRL|MXN"
_UNITS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "yen": "JPY", "won": "KRW",
    "baht": "THB", "rand": "ZAR", "rupees": "INR", "rupee": "INR", "ringgit": "MYR", "pesos": "", "dinars": "",
    "dinar": "", "riyals": "SAR", "rials": "OMR", "dirhams": "", "lira": "TRY", "kroner": "", "francs": "", "shekels": "ILS",
    "RMB": "CNY", "renminbi": "CNY", "rubles": "RUB", "reais": "BRL", "zloty": "PLN", "forints": "HUF",
}  # fmt: skip
_FIX = {"RMB": "CNY", "KD": "KWD", "BD": "BHD", "RO": "OMR", "RM": "MYR", "NIS": "ILS"}
_MONEY = re.compile(
    rf"(?P<sign>US\$|C\$|\$|€|£|¥|₹|Rs\.?\s|(?:\b(?:{_CODES})\s?))\s?(?P<n1>{_NUMBER})(?:\s(?P<s1>{_SCALE})\b)?"
    rf"|(?<![\w.])(?P<n2>{_NUMBER})\s(?:(?P<s2>{_SCALE})\s)?(?:[A-Z][a-z]+\s)?(?P<unit>{'|'.join(_UNITS)}|{_CODES})\b"
    rf"|(?<![\w.])(?P<n3>{_NUMBER})\s(?P<s3>million|billion|trillion|crores?)\b"
)
_PERCENT = re.compile(
    r"(?<![\w.])(?P<low>\d+(?:\.\d+)?)(?:\s?(?:[-–]|to|and)\s?(?P<high>\d+(?:\.\d+)?))?\s?(?:percent|per\scent|%)"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\b{_MONTH}\s(?:\d{{1,2}},?\s)?(?:19|20)\d\d\b|(?<![\d-])(?:19|20)\d\d(?![\d-])(?=[\s.,;)])")
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
        number = match.group("n1") or match.group("n2") or match.group("n3")
        scale = match.group("s1") or match.group("s2") or match.group("s3")
        amount = float(re.sub(r"[ ,]", "", number)) * (_SCALES[scale.rstrip("s")] if scale else 1)
        currency = _currency(match.group("sign"), match.group("unit"))
        out.append(Mention(match.start(), match.end(), Label.MONEY, f"{amount:.15g} {currency}"))
    return out


def _currency(sign: str | None, unit: str | None) -> str:
    given = (sign or unit or "").strip()
    known = _SIGN.get(given) or _UNITS.get(given) or _FIX.get(given)
    return known or (given if re.fullmatch(r"[A-Z]{3}", given) else "?")


def _percents(text: str) -> list[Mention]:
    out = []
    for match in _PERCENT.finditer(text):
        high = match.group("high")
        norm = f"{match.group('low')}-{high} %" if high else f"{match.group('low')} %"
        out.append(Mention(match.start(), match.end(), Label.PERCENT, norm))
    return out
