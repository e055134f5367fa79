from __future__ import annotations

import re
import time
from dataclasses import replace

import docx
import pytest

from analyzer.briefs import layout, render
from analyzer.briefs.composing import draft
from analyzer.errors import BrokenFile, UnknownChoice


def _text(path):
    document = docx.Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_markdown_leads_with_what_is_new_and_cites_every_quote(ground, tmp_path):
    text = render(draft(ground), tmp_path / "note.md").read_text(encoding="utf-8")
    assert text.index("## Newly listed") < text.index("## No longer described") < text.index("# Detail by section")
    entries = [line for line in text.splitlines() if "“Korea" in line or "“Suppliers" in line or "“Bills" in line]
    assert len(entries) >= 6
    assert all(re.search(r"ITE \d{4}, (p\. |held)", line) for line in entries)
    assert " Editions held that speak of offsets here: 1996, 2025." in text
    assert "~~three~~ **five**" in text
    assert "| Defense Offsets | relisted | 1996, 2025 | 2022, 2024 |" in text


def test_editions_that_say_countertrade_are_named_beside_those_that_say_offsets(ground, tmp_path):
    note = draft(replace(ground, offset_years=(2021, 2025), countertrade_years=(1998, 2022, 2026)))
    text = render(note, tmp_path / "note.md").read_text(encoding="utf-8")
    assert " Editions held that speak of offsets here: 2021, 2025; of countertrade: 1998, 2022." in text


def test_citations_open_on_their_page_where_the_file_is_known(ground, tmp_path):
    note = draft(replace(ground, addresses={2025: "https://example.org/r.pdf"}))
    assert "](<https://example.org/r.pdf#page=8>)" in render(note, tmp_path / "n.md").read_text(encoding="utf-8")
    assert '<a href="https://example.org/r.pdf#page=8">ITE 2025, p. 6' in render(note, tmp_path / "n.html").read_text(
        encoding="utf-8"
    )
    made = docx.Document(str(render(note, tmp_path / "n.docx")))
    targets = {part.target_ref for part in made.part.rels.values() if part.is_external}
    assert targets == {"https://example.org/r.pdf#page=8", "https://example.org/r.pdf#page=9"}


def test_what_has_no_heading_is_called_by_its_name_in_every_form(ground, tmp_path):
    note = draft(ground)
    fees = replace(note.new[0], title="", called=f"Carrier Fees ({note.new[0].section})")
    note = replace(note, new=(fees,))
    text = render(note, tmp_path / "n.md").read_text(encoding="utf-8")
    assert "- **Carrier Fees** (" in text and "**Carrier Fees – new** (" in text
    assert "<strong>Carrier Fees – new</strong>" in render(note, tmp_path / "n.html").read_text(encoding="utf-8")
    assert "Carrier Fees – new (" in _text(render(note, tmp_path / "n.docx"))
    nameless = replace(fees, called=fees.section)
    assert (nameless.subject, nameless.label) == ("", fees.section)


def test_the_detail_has_room_for_the_weightiest_and_says_how_many_more_there_are(ground, tmp_path, monkeypatch):
    note = draft(ground)
    assert "more are shown by" not in render(note, tmp_path / "n.md").read_text(encoding="utf-8")
    monkeypatch.setattr(layout, "MOST", 2)
    kept = [matter for _, matters in layout.detailed(note) for matter in matters]
    assert sorted(m.status.value for m in kept) == ["new", "relisted"]
    told = f"{len(note.new + note.relisted + note.changed + note.dropped) - 2} more are shown by: analyzer findings KOR"
    for kind in ("md", "html"):
        assert told in render(note, tmp_path / f"n.{kind}").read_text(encoding="utf-8")
    assert told in _text(render(note, tmp_path / "n.docx"))


def test_word_draws_the_history_as_a_grid(ground, tmp_path):
    table = docx.Document(str(render(draft(ground), tmp_path / "note.docx"))).tables[-1]
    row = next(r for r in table.rows if r.cells[0].text == "Defense Offsets")
    assert [c.text for c in table.rows[0].cells] == ["Matter", "Now", "96", "22", "24", "25"]
    fills = [c._tc.xpath(".//w:shd/@w:fill") for c in row.cells]
    assert fills == [[], [], ["C77700"], [], [], ["C77700"]]
    assert [c.text for c in row.cells][2:] == ["", "○", "○", ""]


def test_the_history_tells_what_cannot_be_told_in_every_form(ground, tmp_path):
    note = draft(ground)
    rice = next(thread for thread in note.threads if thread.title == "Rice")
    note = replace(note, threads=(replace(rice, years=(1996, 2025), gaps=(2022,), unclear=(2024,)),))
    assert "2022; unclear: 2024 |" in render(note, tmp_path / "n.md").read_text(encoding="utf-8")
    page = render(note, tmp_path / "n.html").read_text(encoding="utf-8")
    assert "<td>2022; unclear: 2024</td>" in page
    assert ">?<title>Rice: 2024</title>" in page
    row = docx.Document(str(render(note, tmp_path / "n.docx"))).tables[-1].rows[1]
    assert [cell.text for cell in row.cells][2:] == ["", "○", "?", ""]


def test_html_escapes_what_a_report_says(ground, tmp_path):
    first = ground.findings[0]
    hostile = replace(first, passage=replace(first.passage, heading=("<script>alert(1)</script>",)))
    page = render(draft(replace(ground, findings=(hostile, *ground.findings[2:]))), tmp_path / "note.html").read_text(
        encoding="utf-8"
    )
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<del>three </del><ins>five</ins>" in page
    assert page.count("<svg") == 1


def test_word_holds_the_same_note(ground, tmp_path):
    text = _text(render(draft(ground), tmp_path / "note.docx"))
    assert text.startswith("Korea in the 2025 Illustrative Trade Barrier Estimate")
    assert "“Suppliers must accept offsets above ten million dollars.” [ITE 2025, p. 6 (PDF p. 8)]" in text
    assert "What the press will ask" in text


def test_the_same_note_is_the_same_file_whenever_it_is_written(ground, tmp_path, monkeypatch):
    first = render(draft(ground), tmp_path / "first.docx").read_bytes()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert render(draft(ground), tmp_path / "later.docx").read_bytes() == first


def test_a_house_template_frames_the_note(ground, tmp_path):
    pytest.importorskip("docxtpl", reason="needs the template extra")
    house = docx.Document()
    house.add_paragraph("Ministry of Trade: {{ economy }} {{ year }}")
    house.add_paragraph("{{p note }}")
    house.save(str(tmp_path / "house.docx"))
    made = render(draft(ground), tmp_path / "note.docx", template=tmp_path / "house.docx")
    text = _text(made)
    assert text.startswith("Ministry of Trade: Korea 2025")
    assert "Defense Offsets" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [(None, "cannot be opened"), (b"Dear Sir", "cannot be opened"), ("Ministry: {{ economy", "cannot be filled")],
)
def test_a_house_template_that_cannot_be_used_is_named(ground, tmp_path, words, said):
    pytest.importorskip("docxtpl", reason="needs the template extra")
    house = tmp_path / "house.docx"
    if isinstance(words, bytes):
        house.write_bytes(words)
    elif words is not None:
        document = docx.Document()
        document.add_paragraph(words)
        document.save(str(house))
    with pytest.raises(BrokenFile, match=rf"house\.docx: the house template {said}"):
        render(draft(ground), tmp_path / "note.docx", template=house)
    assert not (tmp_path / "note.docx").exists()


@pytest.mark.parametrize(("name", "template"), [("note.pdf", None), ("note", None), ("note.md", "house.docx")])
def test_other_endings_are_refused_with_the_choices(ground, tmp_path, name, template):
    with pytest.raises(UnknownChoice, match=r"no kind of note"):
        render(draft(ground), tmp_path / name, template=template and tmp_path / template)


def test_the_same_note_gives_the_same_text(ground, tmp_path):
    note = draft(ground)
    for kind in ("md", "html"):
        first = render(note, tmp_path / f"a.{kind}").read_bytes()
        assert render(draft(ground), tmp_path / f"b.{kind}").read_bytes() == first


@pytest.mark.parametrize("kind", ["md", "html", "docx"])
def test_every_form_tells_acts_of_the_united_states_apart(ground, tmp_path, kind):
    note = draft(ground)
    act = replace(note.new[0].quote, text="The United States issued an order on soap.")
    path = render(replace(note, ours=(act,)), tmp_path / f"note.{kind}")
    text = _text(path) if kind == "docx" else path.read_text(encoding="utf-8")
    apart = text.split("Acts of the United States, alone or together with others")
    assert len(apart) == 2
    assert "counted nowhere" in apart[1]
    assert "The United States issued an order on soap." in apart[1]
    assert "Acts of the United States" not in render(note, tmp_path / "n.md").read_text(encoding="utf-8")
