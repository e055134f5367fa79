"""Images are drawn apart from the server, and once."""

from __future__ import annotations

import re

import pytest

from analyzer.web import drawing


@pytest.fixture
def passage(client):
    page = client.get("/economy/ite/2025/KOR?status=relisted").text
    return re.search(r'href="(/passage/[^"]+)"', page)[1]


def test_an_image_is_drawn_once_and_by_the_confined_reader(own_client, passage, monkeypatch):
    drawn = []
    real = drawing.reading.render_page
    monkeypatch.setattr(drawing.reading, "render_page", lambda *a, **k: drawn.append(a[1]) or real(*a, **k))
    first, again = (own_client.get(f"{passage}/page.png").content for _ in range(2))
    assert first == again
    assert drawn == [8]
    own_client.get(f"{passage}/page.png?page=1")
    assert drawn == [8, 1]


@pytest.mark.parametrize(("page", "status"), [(0, 422), (10_000, 404), ("x", 422), (10**30, 422)])
def test_pages_that_are_not_there_are_said(client, passage, page, status):
    assert client.get(f"{passage}/page.png?page={page}").status_code == status


@pytest.mark.parametrize("path", ["/passage/a%00b", "/passage/<b>", "/add/%00", "/edition/ite/99999"])
def test_odd_addresses_are_answered_in_words(client, path):
    answer = client.get(path)
    assert answer.status_code in (404, 422)
    assert "<h1>That cannot be shown</h1>" in answer.text
