from __future__ import annotations

import io

import pytest
from PIL import Image

from analyzer.errors import BrokenFile, LimitExceeded, NothingHeld
from analyzer.reading import Limits, render_page
from analyzer.reading.confined import Ready

TEXT = [(100, 20, "Times-Bold", "QUOTAS BIND")]


def _picture(content, page=1, **options):
    return Image.open(io.BytesIO(render_page(content, page, **options)))


def test_a_page_is_as_wide_as_asked_and_shows_its_text(make_pdf):
    path = make_pdf([TEXT, []])
    shown, blank = _picture(path, width=306), _picture(path, 2, width=306)
    assert (shown.format, shown.size, shown.mode) == ("PNG", (306, 396), "RGB")
    assert shown.convert("L").getextrema()[0] < 60
    assert blank.convert("L").getextrema() == (255, 255)


def test_a_path_and_its_bytes_give_the_same_image(make_pdf):
    path = make_pdf([TEXT])
    assert render_page(path, 1) == render_page(path.read_bytes(), 1, name="made.pdf")


def test_marks_lie_under_the_text_at_their_place(make_pdf):
    path = make_pdf([TEXT])
    marked = _picture(path, width=612, marks=[(72, 80, 300, 110)])
    assert marked.getpixel((290, 95)) == (255, 236, 130)
    assert marked.getpixel((310, 95)) == (255, 255, 255)
    plain = _picture(path, width=612)
    dark = next((x, 93) for x in range(74, 200) if sum(plain.getpixel((x, 93))) < 60)
    assert sum(marked.getpixel(dark)) < 60


@pytest.mark.parametrize("page", [0, 2, -1])
def test_a_page_that_is_not_there(make_pdf, page):
    with pytest.raises(NothingHeld, match="1 pages"):
        render_page(make_pdf([TEXT]), page)


def test_too_many_pixels_and_too_little_time_are_refused(make_pdf):
    path = make_pdf([TEXT])
    with pytest.raises(LimitExceeded, match="narrower"):
        render_page(path, 1, width=9000)
    with pytest.raises(LimitExceeded, match="longer than"):
        render_page(path, 1, limits=Limits(seconds=0.001))


def test_what_is_no_pdf_is_named():
    with pytest.raises(BrokenFile, match=r"upload\.pdf"):
        render_page(b"%PDF-1.4 and nothing more", 1, name="upload.pdf")


@pytest.fixture
def ready():
    held = Ready()
    held.open()
    yield held
    held.close()


def test_a_process_made_ready_draws_the_same_and_another_takes_its_place(make_pdf, ready):
    path = make_pdf([TEXT, []])
    first = ready._child
    assert render_page(path, 1, ready=ready) == render_page(path, 1)
    second = ready._child
    assert first.returncode == 0 and second.poll() is None and second.pid != first.pid
    second.kill()
    second.wait()
    assert render_page(path, 2, ready=ready) == render_page(path, 2)  # one that has died is passed over


def test_limits_hold_for_a_process_made_ready_and_closing_ends_it(make_pdf, ready):
    path = make_pdf([TEXT])
    child = ready._child
    with pytest.raises(LimitExceeded, match="longer than"):
        render_page(path, 1, limits=Limits(seconds=0.001), ready=ready)
    assert child.returncode == -9
    with pytest.raises(LimitExceeded, match="narrower"):
        render_page(path, 1, width=9000, ready=ready)
    with pytest.raises((LimitExceeded, BrokenFile), match="memory"):
        render_page(path, 1, width=3000, limits=Limits(memory=20 * 2**20), ready=ready)
    last = ready._child
    ready.close()
    assert last.returncode == -9 and ready._child is None
    assert render_page(path, 1, ready=ready) == render_page(path, 1)
    assert ready._child is None


def test_a_process_made_ready_ends_when_nobody_can_ask_it_any_more(ready):
    ready._child.stdin.close()
    assert ready._child.wait(60) == 0
