"""Short forms with the long forms that a text gives them."""

from __future__ import annotations

import pytest

from analyzer.queries.short_forms import short_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Importers pay an import inspection fee (IIF) of two percent.", [("IIF", "import inspection fee")]),
        ("materials of special risk known as special risk tissues (SRTs) go", [("SRT", "special risk tissues")]),
        ("the Bureau of Northern Standards (BNS)", [("BNS", "Bureau of Northern Standards")]),
        ("a value-added tax (“VAT”) and a sales levy (SL)", [("VAT", "value-added tax"), ("SL", "sales levy")]),
        ("in Norway (OECD) and elsewhere (see below)", []),  # no such words before it
        ("(IIF) alone", []),
        ("import inspection fee, paid late (IIF)", []),  # a mark stands between
    ],
)
def test_each_letter_is_found_in_the_words_before(text, expected):
    assert list(short_forms(text)) == expected
