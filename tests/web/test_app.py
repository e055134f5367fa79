"""What the server refuses, and what it tells browsers to refuse."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from analyzer.errors import StoreMissing
from analyzer.web.app import MOST_BYTES, create_app


def test_no_script_can_run(client):
    for path in ("/edition/ite/2025", "/check", "/nowhere"):
        answer = client.get(path)
        assert "script-src" not in answer.headers["content-security-policy"]
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "<script" not in answer.text


def test_what_visitors_type_is_escaped(client):
    bad = "<script>alert(1)</script>"
    assert bad not in client.get("/search", params={"q": bad}).text
    assert bad not in client.post("/check", data={"text": f"Korea's {bad} is newly listed in the 2025 report."}).text
    assert bad not in client.get(f"/economy/ite/2025/{bad}").text


def test_other_names_of_this_machine_are_refused_without_a_token(client):
    assert client.get("/check", headers={"host": "evil.example"}).status_code == 421


def test_posts_of_other_sites_and_huge_ones_are_refused(client):
    assert client.post("/check", data={"text": "x"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/check", content=b"a" * (MOST_BYTES + 1)).status_code == 413


def test_a_token_is_asked_for_once(store_path):
    closed = TestClient(create_app(store_path, token="s3cret"), follow_redirects=False)
    assert closed.get("/check").status_code == 401
    assert closed.get("/check?token=wrong").status_code == 401
    assert closed.get("/api/v1/reports", headers={"authorization": "Bearer s3cret"}).status_code == 200
    answer = closed.get("/check?token=s3cret")
    assert (answer.status_code, answer.headers["location"]) == (303, "/check")
    assert closed.get("/check").status_code == 200


def test_a_missing_store_is_said_at_the_start(tmp_path):
    with pytest.raises(StoreMissing):
        create_app(tmp_path / "none.sqlite")
