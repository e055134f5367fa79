"""What the server refuses, and what it tells browsers to refuse."""

from __future__ import annotations

import pytest

from analyzer.errors import StoreMissing
from analyzer.web.app import create_app
from analyzer.web.bounds import Bounds

POLICY = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "script-src": ["'self'"],
    "img-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
PAGES = ("/edition/ite/2025", "/economy/ite/2025/KOR", "/check", "/add", "/help", "/nowhere", "/api/v1/reports")
CLOSED = """
/ /check /edition/ite/2025 /add /add/ /openapi.json /api/v1/openapi.json /api/v1/rulings /note/ite/2025/KOR.docx
/passage/ite2025-KOR-000000000000/page.png /report/ite/2025/report.pdf
/enter /%65nter /enter/ /enterprise /ENTER /enter/%2e%2e/check http://127.0.0.1:8765//enter
/static /static/ /static/style.css /static/none /static//check http://127.0.0.1:8765//static/
/static/%2e%2e/check /static/..%2fcheck /static/%2e%2e/%2e%2e/api/v1/reports
"""


@pytest.mark.parametrize("path", PAGES)
def test_only_the_servers_own_script_and_style_can_run(client, path):
    answer = client.get(path)
    parts = (part.split() for part in answer.headers["content-security-policy"].split(";"))
    assert {name: values for name, *values in parts} == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.text.count("<script") == answer.text.count('<script src="/static/app.js')
    assert " style=" not in answer.text
    assert "<style" not in answer.text
    assert " onclick=" not in answer.text


def test_what_visitors_type_is_escaped(client, key):
    bad = "<img src=x onerror=alert(1)>"
    claim = f"Korea's {bad} is newly listed in the 2025 report."
    pages = (
        client.get("/search", params={"q": bad}),
        client.post("/check", data={"text": claim, "form_key": key}),
        client.get(f"/economy/ite/2025/{bad}"),
        client.get("/economy/ite/2025/KOR", params={"q": bad}),
    )
    for page in pages:
        assert bad not in page.text, page.url
        assert "&lt;img src=x onerror=alert(1)&gt;" in page.text, page.url


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "[::1"])
def test_names_that_are_not_this_machines_are_refused(client, host):
    assert client.get("/check", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8765", "127.0.0.1", "[::1]:8765"])
def test_this_machines_names_are_answered(client, host):
    assert client.get("/check", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
def test_posts_of_other_sites_are_refused(client, key, headers):
    answer = client.post("/check", data={"text": "x", "form_key": key}, headers=headers)
    assert answer.status_code == 403


def test_a_form_without_the_servers_key_is_refused(client):
    for path, values in (("/check", {"text": "x"}), ("/rule", {"about": "x", "economy": "KOR", "decision": "new"})):
        answer = client.post(path, data={**values, "form_key": "guessed"})
        assert answer.status_code == 400
        assert "load the page again" in answer.text


def test_forms_of_our_own_pages_pass(client, key):
    headers = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    assert client.post("/check", data={"text": "x", "form_key": key}, headers=headers).status_code == 200


def test_other_methods_are_refused(client):
    assert client.put("/check").status_code == 405
    assert client.delete("/api/v1/reports").status_code == 405
    head = client.head("/check")
    assert (head.status_code, head.content) == (200, b"")


def test_large_requests_are_refused(store_path, visit):
    small = visit(store_path, bounds=Bounds(body=1000))
    assert small.post("/check", content=b"a" * 1001).status_code == 413

    def pieces():
        for _ in range(20):
            yield b"text=" + b"a" * 95

    answer = small.post("/check", content=pieces(), headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code in (400, 413, 500)
    assert small.get("/check", headers={"content-length": "many"}).status_code == 400


def test_too_many_requests_are_refused(store_path, visit):
    busy = visit(store_path, bounds=Bounds(requests=0.001, burst=3))
    assert [busy.get("/help").status_code for _ in range(4)] == [200, 200, 200, 429]
    costly = visit(store_path, bounds=Bounds(costly=0.001, costly_burst=1))
    assert [costly.get("/check").status_code for _ in range(2)] == [200, 429]
    assert costly.get("/help").status_code == 200


def test_only_so_many_uploads_come_in_at_a_time(store_path, visit, form_key):
    none = visit(store_path, bounds=Bounds(waiting=0))
    answer = none.post("/add", data={"form_key": form_key(none)}, files={"file": ("a.jsonl", b"{}")})
    assert answer.status_code == 429
    assert "Other reports are being uploaded." in answer.text
    assert none.get("/add").status_code == 200


@pytest.fixture
def closed(closed_app):
    """A visitor without the token."""
    from fastapi.testclient import TestClient

    return TestClient(closed_app, base_url="http://127.0.0.1:8765", follow_redirects=False)


@pytest.fixture(scope="module")
def closed_app(store_path):
    return create_app(store_path, token="s3cret", bounds=Bounds(guesses=0.0, costly=0.0))


def test_a_token_is_asked_for_once(store_path, visit):
    closed = visit(store_path, token="s3cret", follow_redirects=False)
    answer = closed.get("/check")
    assert answer.status_code == 401
    assert 'action="/enter"' in answer.text
    assert closed.get("/check?token=wrong").status_code == 401
    assert closed.get("/api/v1/reports").json()["error"] == "A token is needed."
    assert closed.get("/api/v1/reports", headers={"authorization": "Bearer s3cret"}).status_code == 200
    answer = closed.get("/search?q=a+b&token=s3cret")
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a+b")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert closed.get("/check").status_code == 200


def test_a_token_may_be_given_on_a_form(store_path, visit):
    closed = visit(store_path, token="s3cret", follow_redirects=False)
    assert closed.post("/enter", data={"token": "wrong"}).status_code == 401
    assert closed.post("/enter", data={"token": "s3cret"}).headers["location"] == "/"
    assert closed.get("/help").status_code == 200


@pytest.mark.parametrize("path", CLOSED.split())
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_without_the_token_there_is_no_way_in(closed, path, method):
    for query in ("", "?token=wrong", "?token=", "?token=s3cret%00", "?token=wrong&token=s3cret"):
        answer = closed.request(method, path + query)
        assert answer.status_code == 401 or path.startswith("/static/")
        assert "s3cret" not in str(answer.headers)
        for held in ("/edition/", "/agreements/", "2025", "Korea"):
            assert held not in answer.text
        assert closed.get("/check").status_code == 401


def test_a_form_that_is_wrong_tells_nothing_of_what_is_held(closed):
    for answer in (
        closed.post("/enter", data={"token": "x" * 201}),
        closed.post("/enter", content=b"x", headers={"content-type": "multipart/form-data"}),
        closed.post("/static/style.css"),
    ):
        assert 400 <= answer.status_code < 500
        assert "/edition/" not in answer.text
        assert "s3cret" not in str(answer.headers)


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PUT", "PROPFIND"])
def test_no_other_method_leads_in(closed, method):
    answer = closed.request(method, "/enter?token=wrong")
    assert (answer.status_code, "set-cookie" in answer.headers) == (405, False)


def test_the_right_token_opens_wherever_it_is_given(store_path, visit):
    for path, target in (("/enter", "/enter"), ("/static/style.css", "/static/style.css"), ("/nowhere", "/nowhere")):
        closed = visit(store_path, token="s3cret", follow_redirects=False)
        assert closed.get(f"{path}?token=s3cret").headers["location"] == target
        assert closed.get("/check").status_code == 200
        assert closed.get("/enter").headers["location"] == "/"
        assert "/edition/ite/2025" in closed.get("/nowhere").text


@pytest.mark.parametrize("path", ["/check", "/enter", "/api/v1/reports"])
@pytest.mark.parametrize("way", ["query", "bearer", "cookie", "first of two"])
def test_wrong_tokens_are_counted(store_path, visit, path, way):
    closed = visit(store_path, token="s3cret", bounds=Bounds(guesses=0.001, guesses_burst=3), follow_redirects=False)
    query, headers = {
        "query": ("?token=no", []),
        "bearer": ("", [("authorization", "Bearer no")]),
        "cookie": ("", [("cookie", "analyzer_token=no")]),
        "first of two": ("", [("authorization", "Bearer no"), ("authorization", "")]),
    }[way]
    found = [closed.get(path + query, headers=headers).status_code for _ in range(5)]
    assert found == [401, 401, 401, 429, 429]


def test_a_token_of_an_earlier_start_is_forgotten(closed):
    closed.cookies.set("analyzer_token", "old", domain="127.0.0.1", path="/")
    assert closed.get("/check").status_code == 401
    assert "analyzer_token" not in closed.cookies


def test_files_of_the_pages_need_no_token(closed):
    assert closed.get("/static/style.css").status_code == 200
    assert closed.get("/static/style.css?token=wrong").headers["content-type"].startswith("text/css")


def test_with_a_token_the_names_given_are_answered(store_path, visit):
    bearer = {"authorization": "Bearer s3cret"}
    named = visit(store_path, token="s3cret", names=["Reports.example"])
    assert named.get("/help", headers={"host": "reports.example", **bearer}).status_code == 200
    assert named.get("/help", headers={"host": "evil.example", **bearer}).status_code == 421
    anywhere = visit(store_path, token="s3cret")
    assert anywhere.get("/help", headers={"host": "192.0.2.7:8765", **bearer}).status_code == 200
    assert anywhere.get("/help", headers={"host": "evil.example", **bearer}).status_code == 421


def test_the_token_does_not_lead_to_another_server(store_path, visit):
    closed = visit(store_path, token="s3cret", follow_redirects=False)
    assert closed.get("http://127.0.0.1:8765//evil.example/?token=s3cret").headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fapp.py",
        "/report/..%2f..%2fetc/2025/report.pdf",
        "/note/ite/2025/..%2f..%2fKOR.docx",
    ],
)
def test_paths_lead_nowhere_else(client, path):
    answer = client.get(path)
    assert answer.status_code in (404, 422)
    assert "import" not in answer.text


def test_an_unforeseen_error_shows_no_trace(store_path, monkeypatch):
    from fastapi.testclient import TestClient

    app = create_app(store_path)
    broken = TestClient(app, base_url="http://127.0.0.1:8765", raise_server_exceptions=False)

    def fail():
        raise RuntimeError("secret detail")

    monkeypatch.setattr(app.state.desk.store, "rulings", fail)
    for path in ("/rulings", "/api/v1/rulings"):
        answer = broken.get(path)
        assert answer.status_code == 500
        assert "secret detail" not in answer.text
        assert "Traceback" not in answer.text
        assert "content-security-policy" in answer.headers


def test_a_missing_store_is_said_at_the_start(tmp_path):
    with pytest.raises(StoreMissing):
        create_app(tmp_path / "none.sqlite")


def test_an_empty_store_leads_to_the_form_to_add_a_report(tmp_path, visit, form_key):
    empty = visit(tmp_path / "new.sqlite", create=True)
    assert "No report is held yet" in empty.get("/").text
    assert form_key(empty)
    for path in ("/search?q=x", "/rulings", "/help", "/api/v1/reports"):
        assert empty.get(path).status_code == 200
    assert empty.get("/api/v1/findings").status_code == 404


def test_a_check_tells_what_it_did_not_judge(client):
    text = "Korea's defense offsets are in the 2025 report for the first time. Chile's <b>envoy</b> liked the report."
    page = client.get("/check", params={"text": text}).text
    assert "Not judged" in page and "<li>Chile&#39;s &lt;b&gt;envoy&lt;/b&gt; liked the report.</li>" in page
    page = client.get(
        "/check", params={"text": "Korea's defense offsets are in the 2025 report for the first time."}
    ).text
    assert "Not judged" not in page and "1 claim found" in page
