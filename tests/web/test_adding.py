"""Uploads: what is refused, what is read, with which progress."""

from __future__ import annotations

import json
import re
import tempfile
import time
from pathlib import Path

import pytest

from analyzer import assets
from analyzer.web.jobs import Busy
from analyzer.web.uploads import safe_name

ROWS = [
    {"year": 2019, "country": "Korea", "section": "Import Policies", "text": "Seed drills pay a fee of 9 percent."},
    {"year": 2019, "country": "Japan", "section": "Import Policies", "text": "Rope must be tested twice in a year."},
]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2025 NTE.pdf", "2025 NTE.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\reports\\nte.pdf", "nte.pdf"),
        ("..", "report"),
        ("", "report"),
        (None, "report"),
        ("a\x00b\n<script>.pdf", "abscript.pdf"),
        ("é" * 300 + ".pdf", "é" * 96 + ".pdf"),
        (".htaccess", "htaccess"),
    ],
)
def test_names_are_made_safe(given, kept):
    assert safe_name(given) == kept


def send(client, key, name, content, **values):
    return client.post("/add", data={"form_key": key, **values}, files={"file": (name, content)})


def finished(client, page):
    job = re.search(r'data-job="([^"]+)"', page.text)[1]
    for _ in range(600):
        row = client.get(f"/api/v1/jobs/{job}").json()
        if row["over"]:
            return job, row
        time.sleep(0.1)
    raise AssertionError(row)


def uploads(client):
    """Files of uploads that lie in the server's temporary folder."""
    files = client.app.state.desk.jobs._files
    return [] if files is None else list(Path(files.name).rglob("*"))


def test_a_report_is_added(own_client, form_key):
    lines = "\n".join(json.dumps(row) for row in ROWS).encode()
    assert own_client.get("/edition/nte/2019").status_code == 404
    page = send(own_client, form_key(own_client), "rows.jsonl", lines, series="nte")
    assert page.url.path.startswith("/add/")
    job, row = finished(own_client, page)
    assert (row["state"], row["file"], row["error"]) == ("done", "rows.jsonl", None)
    assert [(e["report"], e["outcome"], e["passages"]) for e in row["editions"]] == [("nte-2019", "added", 2)]
    assert '<a href="/edition/nte/2019">nte-2019</a>' in own_client.get(f"/add/{job}").text
    assert own_client.get("/edition/nte/2019").status_code == 200
    assert "Seed drills" in own_client.get("/economy/nte/2019/KOR").text
    deadline = time.monotonic() + 60
    while left := uploads(own_client):
        assert time.monotonic() < deadline, left
        time.sleep(0.1)


def test_a_report_that_cannot_be_read_says_why_and_leaves_the_store(own_client, form_key):
    before = own_client.get("/api/v1/reports").json()
    page = send(own_client, form_key(own_client), "nte2031.pdf", b"%PDF-1.7\nnothing follows")
    _, row = finished(own_client, page)
    assert row["state"] == "failed"
    assert row["error"]
    assert own_client.get("/api/v1/reports").json() == before


def test_what_is_held_stays_as_it_is(own_client, form_key):
    path = sorted((assets.corpora() / "sample").glob("*.pdf"))[0]
    _, row = finished(own_client, send(own_client, form_key(own_client), path.name, path.read_bytes()))
    assert [e["outcome"] for e in row["editions"]] == ["unchanged"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tool.exe", b"MZ\x90\x00" * 20, "reader is known"),
        ("nte.pdf", b"MZ\x90\x00" * 20, "no PDF"),
        ("nte.pdf", b"", "empty"),
        ("page.zip", b"PK\x03\x04" + b"\x00" * 60, "reader is known"),
    ],
)
def test_other_kinds_are_refused_by_their_content(client, key, name, content, says):
    answer = send(client, key, name, content)
    assert answer.status_code == 422
    assert says in answer.text
    assert uploads(client) == []


def test_uploads_need_the_forms_key_and_a_file(client, key):
    assert send(client, "guessed", "a.jsonl", b"{}").status_code == 400
    assert client.post("/add", data={"form_key": key}).status_code == 422
    assert send(client, key, "a.jsonl", b"{}", year="next").status_code == 404
    assert send(client, key, "a.jsonl", b"{}", series="../x").status_code == 422


def test_uploads_are_limited_in_size(store_path, visit, form_key):
    from analyzer.web.bounds import Bounds

    small = visit(store_path, bounds=Bounds(upload=10_000))
    key = form_key(small)
    assert send(small, key, "a.jsonl", b"{" * 10_001).status_code == 413


def test_an_upload_can_be_stopped_and_the_queue_is_short(own_client, form_key, monkeypatch, tmp_path):
    jobs = own_client.app.state.desk.jobs
    monkeypatch.setattr("analyzer.web.jobs._PROGRAM", "import time; time.sleep(60)")
    key = form_key(own_client)
    pages = [send(own_client, key, f"{n}.jsonl", b'{"year": 1}') for n in range(5)]
    deadline = time.monotonic() + 10
    while jobs.all()[-1].state != "running" and time.monotonic() < deadline:
        time.sleep(0.05)
    last = send(own_client, key, "6.jsonl", b'{"year": 1}') if len(jobs.all()) == 5 else pages[-1]
    states = [job.state for job in jobs.all()]
    assert states.count("running") == 1
    if len(states) == 5 and last is not pages[-1]:
        assert "Other reports wait" in last.text
    running = next(job for job in jobs.all() if job.state == "running")
    own_client.post(f"/add/{running.id}/stop", data={"form_key": key})
    assert jobs.get(running.id).state == "stopped"
    folder = Path(jobs._files.name)
    assert folder.is_dir()
    jobs.close()
    assert not folder.exists()
    path = tmp_path / "none.jsonl"
    path.write_text("{}")
    with pytest.raises(Busy):
        jobs.add(path, series=None, year=None, replace=False)


def test_an_unknown_upload_is_said(client):
    assert client.get("/add/none").status_code == 404
    assert client.get("/api/v1/jobs/none").status_code == 404


def test_no_server_leaves_a_folder_behind(store_path, visit, form_key, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    unused = visit(store_path)
    assert unused.get("/add").status_code == 200
    assert list(tmp_path.iterdir()) == []
    with visit(store_path) as used:  # from start to shutdown
        monkeypatch.setattr("analyzer.web.jobs._PROGRAM", "import time; time.sleep(60)")
        send(used, form_key(used), "a.jsonl", b'{"year": 1}')
        assert [path.name[:17] for path in tmp_path.iterdir()] == ["analyzer-uploads-"]
    assert list(tmp_path.iterdir()) == []
