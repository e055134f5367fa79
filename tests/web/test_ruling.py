"""Rulings by one click, and through the interface for programs."""

from __future__ import annotations

import re

import pytest


def finding(client):
    rows = client.get("/api/v1/findings", params={"economy": "KOR", "year": 2025, "status": "relisted"}).json()
    return rows[0]


def test_a_ruling_is_recorded_and_outranks_the_score(own_client, form_key):
    row = finding(own_client)
    page = own_client.get("/economy/ite/2025/KOR?status=relisted").text
    assert f'name="about" value="{row["passage_id"]}"' in page
    values = {
        "form_key": form_key(own_client),
        "about": row["passage_id"],
        "economy": "KOR",
        "decision": "new",
        "against": row["evidence"]["passage_id"],
        "back": "/economy/ite/2025/KOR#here",
    }
    own_client.post("/name", data={"form_key": values["form_key"], "by": "Ann Réader"})
    answer = own_client.post("/rule", data=values, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/economy/ite/2025/KOR#here")
    after = own_client.get(f"/api/v1/passages/{row['passage_id']}/findings").json()[0]
    assert (after["status"], after["ruled_by"]) == ("new", "Ann Réader")
    assert "Ruled by Ann Réader." in own_client.get("/economy/ite/2025/KOR?status=new").text
    assert "Ann Réader" in own_client.get("/rulings").text
    (line,) = own_client.get("/rulings.jsonl").text.splitlines()
    assert '"decision": "new"' in line
    assert '"against": null' in line


def test_a_pair_is_told_apart(own_client, form_key):
    row = finding(own_client)
    values = {"about": row["passage_id"], "economy": "KOR", "decision": "different"}
    values |= {"form_key": form_key(own_client), "against": row["evidence"]["passage_id"]}
    assert own_client.post("/rule", data=values).status_code == 200
    after = own_client.get(f"/api/v1/passages/{row['passage_id']}/findings").json()[0]
    assert after["status"] == "new"


def test_rulings_go_through_the_interface_too(own_client):
    row = finding(own_client)
    given = {"about": row["passage_id"], "economy": "KOR", "decision": "continued", "by": "B", "why": "read it"}
    answer = own_client.post("/api/v1/rulings", json=given)
    assert (answer.status_code, answer.json()["by"]) == (201, "B")
    assert own_client.get("/api/v1/rulings").json()[0]["why"] == "read it"
    assert own_client.post("/api/v1/rulings", json={**given, "about": "none"}).status_code == 404
    assert own_client.post("/api/v1/rulings", json={**given, "decision": "gone"}).status_code == 422
    foreign = {"origin": "http://evil.example"}
    assert own_client.post("/api/v1/rulings", json=given, headers=foreign).status_code == 403


@pytest.mark.parametrize(
    "back", ["//evil.example", "http://evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_a_ruling_never_leads_to_another_site(own_client, form_key, back):
    row = finding(own_client)
    values = {"form_key": form_key(own_client), "about": row["passage_id"], "economy": "KOR", "decision": "relisted"}
    answer = own_client.post("/rule", data={**values, "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/rulings"


def test_looking_changes_nothing(client):
    assert client.get("/rule").status_code == 405
    assert client.get("/name").status_code == 405


def test_pages_keep_no_old_answer_after_a_ruling(own_client, form_key):
    address = "/edition/ite/2025"
    shown = lambda: re.search(r'KOR\?status=relisted">(\d+)', own_client.get(address).text)  # noqa: E731
    assert shown()
    row = finding(own_client)
    values = {"form_key": form_key(own_client), "about": row["passage_id"], "economy": "KOR", "decision": "new"}
    own_client.post("/rule", data=values)
    assert shown() is None


def test_a_ruling_is_withdrawn_with_one_click(own_client, form_key):
    row = finding(own_client)
    values = {"form_key": form_key(own_client), "about": row["passage_id"], "economy": "KOR"}
    button = f'withdraw the ruling<span class="vh"> on {row["passage_id"]}'
    assert button not in own_client.get("/economy/ite/2025/KOR").text
    pair = {**values, "decision": "different", "against": row["evidence"]["passage_id"]}
    for given in ({**values, "decision": "new"}, pair):
        assert own_client.post("/rule", data=given).status_code == 200
    assert own_client.get("/economy/ite/2025/KOR").text.count(button) == 1
    listed = own_client.get("/rulings").text
    assert listed.count(button) == 2
    assert f'name="against" value="{pair["against"]}"' in listed
    for given in (values, pair):
        assert own_client.post("/rule", data={**given, "decision": "withdrawn"}).status_code == 200
    assert button not in own_client.get("/rulings").text
    assert finding(own_client) == row
    kept = own_client.get("/api/v1/rulings").json()
    assert [r["decision"] for r in kept] == ["new", "different", "withdrawn", "withdrawn"]
    assert not any(r["stands"] for r in kept)


def test_a_withdrawal_needs_a_ruling_that_stands(own_client, form_key):
    row = finding(own_client)
    given = {"about": row["passage_id"], "economy": "KOR", "decision": "withdrawn"}
    page = own_client.post("/rule", data={**given, "form_key": form_key(own_client)})
    asked = own_client.post("/api/v1/rulings", json=given)
    assert (page.status_code, asked.status_code) == (404, 404)
    for answer in (page, asked):
        assert f"o ruling on {row['passage_id']} stands" in answer.text
    assert own_client.get("/api/v1/rulings").json() == []
