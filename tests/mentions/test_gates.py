"""The quick looks let through whatever the patterns behind them find."""

import re

import pytest

from analyzer.mentions import agreement, gates, offset
from analyzer.vocab import agreements, offsets

PHRASES = (
    "The reciprocal defense procurement MOU and the RDP-A Agreement cover aircraft.",
    "It joined the WTO Committee on Government Procurement, the GPA Committee.",
    "The U.S.-Chile FTA, the Korea TPA, an Australia EPA and the India-Japan CEPA open tenders.",
    "The Trans-Pacific Partnership and the free trade agreement, a Ruritania free trade agreement, cover bids.",
    "The 1979 GATT Code, the revised GPA and the WTO Agreement on Government Procurement.",
    "The NTT arrangements, bilateral Satellite MOU, Supercomputer Agreement, Procedures to Introduce Supercomputers.",
    "The Japan Procedures to Introduce Supercomputers, the 1990 Memoranda of Understanding.",
    "OFFSETS, Counter-trade, counter purchases, INDUSTRIAL PARTICIPATION and Industrial co-operation.",
    "An ICP, the IPPs, IC obligations and IP requirements, Economic Enhancement, International Cooperation (IC).",
    "PUBL\u0130C WORKS and b\u0131ds, of\u017fet\u017f and \u212aOREA: letters that equal others without case.",
    *(f"The {entry.name} agreement on procurement" for entry in agreements.short_names()),
    *(f"the {programme.name.upper()}" for programme in offsets.programmes()),
)
_SHORT_FORMS = re.compile(r"(?i)\bI[CP]Ps?\b|\bI[CP]\s")


@pytest.mark.parametrize("text", PHRASES)
def test_what_a_pattern_finds_passes_its_gate(text):
    plain = gates.folded(text)
    if agreement._GATE.search(text):
        assert gates.holds(plain, agreement._GATE_WORDS)
    for _, pattern, words in agreement._PATTERNS:
        assert gates.holds(text, words) or not pattern.search(text)
    found = offset._GATE.search(text) is not None
    assert not found or gates.holds(plain, offset._GATE_WORDS) or offset._ABBREVIATED.search(plain)
    assert not _SHORT_FORMS.search(text) or offset._ABBREVIATED.search(plain)
    assert offset._speaks_of_offsets(text) == (found or offset._programmes()[0].search(text) is not None)


def test_the_phrases_reach_every_pattern():
    every = " ".join(PHRASES)
    assert all(pattern.search(every) for _, pattern, _ in agreement._PATTERNS)
    assert offset._GATE.search(every) and offset._programmes()[0].search(every)
