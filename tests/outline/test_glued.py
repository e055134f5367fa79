from __future__ import annotations

import pytest

from analyzer.outline.glued import glued_heading


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Brass Sockets The office taxes them.", "Brass Sockets"),
        ("Taxes on Brass Sockets In the spring the office taxes them.", "Taxes on Brass Sockets"),
        ("Brass Sockets Many U.S. exporters pay.", "Brass Sockets"),
        ("Brass Sockets Ruritania taxes them.", "Brass Sockets"),
        ("Brass Sockets Ruritania’s office taxes them.", "Brass Sockets"),
        ("In Ruritania U.S. exporters pay.", None),  # the comma after the name was lost
        ("The Brass Office In April taxed sockets.", None),
        ("Sockets The office taxes them.", None),  # one word may be a name as well
        ("The office taxes sockets.", None),
        ("Ruritania taxes sockets.", None),
        ("", None),
    ],
)
def test_headings_are_told_from_openings(sentence: str, heading: str | None) -> None:
    assert glued_heading(sentence, names=("Ruritania",)) == heading
