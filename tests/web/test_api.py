"""The JSON interface."""

from __future__ import annotations


def test_it_is_described(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert sorted(paths) == [
        "/api/v1/agreements",
        "/api/v1/agreements/matrix",
        "/api/v1/chapters",
        "/api/v1/check",
        "/api/v1/findings",
        "/api/v1/history",
        "/api/v1/jobs/{key}",
        "/api/v1/listings",
        "/api/v1/offsets",
        "/api/v1/passages/{key}",
        "/api/v1/passages/{key}/findings",
        "/api/v1/reports",
        "/api/v1/rulings",
        "/api/v1/search",
    ]


def test_findings_and_history_answer_in_rows(client):
    rows = client.get("/api/v1/findings", params={"economy": "KOR", "year": 2025, "status": "relisted"}).json()
    assert [(r["economy"], r["status"], r["last_listed_before"]) for r in rows] == [("KOR", "relisted", 1996)]
    found = client.get("/api/v1/history", params={"economy": "KOR", "query": "defense offset"}).json()
    assert (found["years_said"], found["years_not_said"]) == ([1996, 2025], [2022, 2024])
    later = client.get("/api/v1/history", params={"economy": "KOR", "query": "defense offset", "first": 2000}).json()
    assert (later["years_said"], later["years_not_said"]) == ([2025], [2022, 2024])


def test_every_listing_answers(client):
    for name in ("reports", "chapters", "agreements", "offsets"):
        assert len(client.get(f"/api/v1/{name}").json()) >= 1
    assert client.get("/api/v1/search", params={"query": "offset"}).json()[0]["snippet"]


def test_a_claim_is_judged(client):
    (found,) = client.post(
        "/api/v1/check", json={"text": "Korea's offsets are newly listed in the 2025 report."}
    ).json()
    assert (found["answer"], found["holds"]) == ("relisted", False)


def test_wrong_arguments_are_said(client):
    assert client.get("/api/v1/findings", params={"economy": "Atlantis"}).status_code == 404
    assert client.get("/api/v1/search", params={"query": "x", "limit": 0}).status_code == 422


def test_standings_stand_beside_the_dated_lists(client):
    (row,) = client.get("/api/v1/agreements", params={"economy": "Korea", "year": 2025}).json()
    assert row["economy"] == "KOR"
    assert row["reference"] == "party"
    assert row["rdp"] == "negotiating"


def test_a_parameter_that_is_none_is_refused(client):
    answer = client.get("/api/v1/findings", params={"economy": "KOR", "satus": "new"})
    assert answer.status_code == 400
    assert "'satus' is no parameter of this address: there are" in answer.json()["error"]
    assert "status" in answer.json()["error"]
