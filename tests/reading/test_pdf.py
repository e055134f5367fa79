from __future__ import annotations

import pytest

from analyzer.errors import BrokenFile, EncryptedFile, LimitExceeded, NoText
from analyzer.reading import Limits, read
from analyzer.reading.opening import describe, read_here
from analyzer.records import LineKind

BODY, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"


def _read(path, **limits):
    limits = Limits(**limits)
    return read_here(path, describe(path), limits=limits)


def test_lines_know_their_text_type_and_place(make_pdf):
    page = [(100, 18, BOLD, "FREEDONIA"), (130, 11, BODY, "Quotas bind."), (145, 11, ITALIC, "See above.")]
    paged = _read(make_pdf([page], bookmarks=[("FREEDONIA", 0)]))
    first, second, third = paged.pages[0].lines
    assert (first.text, first.size, first.bold, first.italic) == ("FREEDONIA", 18.0, True, False)
    assert (second.text, second.size, second.bold) == ("Quotas bind.", 11.0, False)
    assert (third.bold, third.italic) == (False, True)
    left, top, right, bottom = second.box
    assert left == pytest.approx(72, abs=1)
    assert top < 130 < bottom
    assert 120 < right < 140
    assert [(mark.title, mark.level, mark.page) for mark in paged.bookmarks] == [("FREEDONIA", 0, 1)]


def test_running_heads_and_page_numbers_are_marked_and_kept(make_pdf):
    pages = []
    for number in range(1, 7):
        foot = f"BARRIERS TO TRADE | {number}" if number % 2 else f"{number} | BARRIERS TO TRADE"
        body = [
            (120 + 14 * i, 11, BODY, f"Line {'abcdefgh'[i]} of sheet {'uvwxyz'[number - 1]} runs on.") for i in range(8)
        ]
        pages.append([(40, 9, ITALIC, "Draft for comment"), *body, (750, 11, BODY, foot)])
    paged = _read(make_pdf(pages))
    assert [page.printed for page in paged.pages] == ["1", "2", "3", "4", "5", "6"]
    for page in paged.pages:
        kinds = {line.text: line.kind for line in page.lines}
        assert kinds["Draft for comment"] is LineKind.RUNNING
        assert sum(kind is LineKind.FOLIO for kind in kinds.values()) == 1
        assert sum(kind is LineKind.BODY for kind in kinds.values()) == 8


def test_small_type_at_the_foot_is_a_footnote(make_pdf):
    body = [(100 + 14 * i, 11, BODY, f"The tariff on item {i} stands.") for i in range(30)]
    note = [(700, 8, BODY, "1 Schedule of the customs code."), (710, 8, BODY, "It was last revised in spring.")]
    paged = _read(make_pdf([body + note]))
    marked = [line.text for line in paged.pages[0].lines if line.kind is LineKind.FOOTNOTE]
    assert marked == ["1 Schedule of the customs code.", "It was last revised in spring."]


@pytest.fixture
def encrypted(make_pdf, tmp_path):
    pikepdf = pytest.importorskip("pikepdf", reason="needs the dev extra")
    path = tmp_path / "locked.pdf"
    with pikepdf.open(make_pdf([[(100, 11, BODY, "Nothing to see for those without the key.")]])) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    return path


def test_a_password_is_asked_for(encrypted):
    with pytest.raises(EncryptedFile) as raised:
        read(encrypted)
    assert raised.value.where == "locked.pdf"
    assert "without" in raised.value.remedy


def test_a_pdf_without_text_names_ocr_as_the_remedy(make_pdf):
    with pytest.raises(NoText, match="OCR"):
        read(make_pdf([[], []]))


def test_a_pdf_cut_short_or_scrambled_is_broken(make_pdf, tmp_path):
    whole = make_pdf([[(100, 11, BODY, "Enough text to count as a page of a report.")]]).read_bytes()
    for name, content in (("cut.pdf", whole[:200]), ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 8)):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(BrokenFile, match=name):
            read(path)


def test_limits_on_pages_and_characters(make_pdf):
    path = make_pdf([[(100, 11, BODY, "A page with some forty characters on it.")]] * 3)
    with pytest.raises(LimitExceeded, match="3 pages"):
        read(path, limits=Limits(pages=2))
    with pytest.raises(LimitExceeded, match="by page 3"):
        read(path, limits=Limits(characters=100))
