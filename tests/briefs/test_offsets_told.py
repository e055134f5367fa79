"""Every passage of a matter that speaks of offsets is told among the offsets."""

from __future__ import annotations

from dataclasses import replace

from analyzer.briefs.composing import draft
from analyzer.briefs.layout import parts
from analyzer.records import Label, Mention, Status


def test_civil_and_military_offsets_are_both_quoted(ground, passage_of, finding_of):
    texts = (
        "Korea's army asks for offsets in arms contracts.",
        "A bill of 2024 lets ministries ask for offsets in tenders.",
    )
    told = []
    for n, text in enumerate(texts):
        at = text.index("offsets")
        mention = Mention(at, at + 7, Label.OFFSET, "offset", {})
        row = passage_of(text, 2025, 20 + n, heading="Offsets", section="procurement", page=None)
        told.append(finding_of(row, Status.NEW, p_new=0.9, mentions=(mention,)))
    note = draft(replace(ground, findings=tuple(told), earlier={}, linked={}, offset_years=(2025,)))
    (matter,) = note.offsets
    shown = next(part for part in parts(note, most=5, quote=300, before=200) if part.heading == "Offsets")
    assert {m.quote.text for m in (*shown.matters, *shown.told)} == set(texts)
    assert matter.quote.text in texts
