"""Downloads from a local server that behaves badly in the ways servers do."""

from __future__ import annotations

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from analyzer.errors import FetchError, UnknownChoice
from analyzer.fetching import Entry, fetch, find, known

BODY = b"%PDF-1.7\n" + bytes(range(256)) * 800
SUM = hashlib.sha256(BODY).hexdigest()


class Server(BaseHTTPRequestHandler):
    seen: list[tuple[str, str | None, str]]

    def do_GET(self):
        asked = self.headers.get("Range")
        self.seen.append((self.path, asked, self.headers["User-Agent"]))
        {
            "/redirect/a.pdf": self.redirect,
            "/page/a.pdf": self.page,
            "/gone/a.pdf": self.gone,
            "/ill/a.pdf": self.ill,
        }.get(self.path, self.body)()

    def redirect(self):
        self.send_response(302)
        self.send_header("Location", "/whole/a.pdf")
        self.end_headers()

    def page(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<html>moved</html>")

    def gone(self):
        self.send_error(404)

    def ill(self):
        self.send_error(503)

    def body(self):
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and "ignores" not in self.path else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")
        if "untold" not in self.path:
            told = 10**9 if "boasts" in self.path else 90_000 if "mean" in self.path else len(BODY) - start
            self.send_header("Content-Length", str(told))
        self.end_headers()
        first = len([path for path, _, _ in self.seen if path == self.path]) == 1
        broken = ("breaks" in self.path and first) or ("ignores" in self.path and first)
        self.wfile.write(BODY[start : start + 50_000] if broken else BODY[start:])

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    Server.seen = []
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


def entry(address, *, sha256=SUM, mirrors=()):
    return Entry("nte 2030", "A report", address, mirrors=mirrors, sha256=sha256)


@pytest.mark.parametrize("way", ["whole", "redirect", "untold"])
def test_the_file_comes_whole(server, tmp_path, way):
    path = fetch(entry(f"{server}/{way}/a.pdf"), tmp_path)
    assert path.read_bytes() == BODY
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
    assert Server.seen[0][2].startswith("analyzer/")


def test_a_broken_connection_is_resumed_where_it_broke(server, tmp_path):
    assert fetch(entry(f"{server}/breaks/a.pdf"), tmp_path).read_bytes() == BODY
    assert [asked for _, asked, _ in Server.seen] == [None, "bytes=50000-"]


def test_a_server_that_cannot_resume_sends_it_all_again(server, tmp_path):
    assert fetch(entry(f"{server}/ignores/a.pdf"), tmp_path).read_bytes() == BODY


def test_a_file_that_is_there_is_not_asked_for(server, tmp_path):
    (tmp_path / "a.pdf").write_bytes(BODY)
    fetch(entry(f"{server}/whole/a.pdf"), tmp_path)
    assert Server.seen == []


@pytest.mark.parametrize(
    ("way", "word"),
    [("page", "web page"), ("gone", "404"), ("boasts", "announced")],
)
def test_a_wrong_answer_is_said(server, tmp_path, way, word):
    with pytest.raises(FetchError, match=word) as caught:
        fetch(entry(f"{server}/{way}/a.pdf"), tmp_path)
    assert "analyzer add" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_more_than_the_limit_is_not_kept(server, tmp_path):
    with pytest.raises(FetchError, match="more than the limit"):
        fetch(entry(f"{server}/untold/a.pdf"), tmp_path, most=1000)
    assert list(tmp_path.iterdir()) == []


def test_another_checksum_is_refused_and_the_old_file_stays(server, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(FetchError, match="checksum"):
        fetch(entry(f"{server}/whole/a.pdf", sha256="0" * 64), tmp_path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_too_small_a_size_is_noticed_with_and_without_a_checksum(server, tmp_path):
    for sha256, word in ((SUM, "checksum"), (None, "cut short")):
        with pytest.raises(FetchError, match=word):
            fetch(entry(f"{server}/mean/a.pdf", sha256=sha256), tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_a_server_in_trouble_leaves_what_came(server, tmp_path):
    (tmp_path / "a.pdf.part").write_bytes(BODY[:50_000])
    with pytest.raises(FetchError, match="503"):
        fetch(entry(f"{server}/ill/a.pdf"), tmp_path)
    assert fetch(entry(f"{server}/whole/a.pdf"), tmp_path).read_bytes() == BODY
    assert Server.seen[-1][1] == "bytes=50000-"


def test_without_a_checksum_two_addresses_are_not_mixed(server, tmp_path):
    wanted = entry(f"{server}/ill/a.pdf", sha256=None, mirrors=(f"{server}/untold/a.pdf",))
    with pytest.raises(FetchError, match="cut short"):
        fetch(wanted, tmp_path)
    assert [asked for _, asked, _ in Server.seen] == [None, None]


def test_a_mirror_is_tried_next(server, tmp_path):
    got = fetch(entry(f"{server}/gone/a.pdf", mirrors=(f"{server}/whole/a.pdf",)), tmp_path)
    assert got.read_bytes() == BODY


def test_local_files_are_no_addresses(tmp_path):
    with pytest.raises(FetchError, match="http"):
        fetch(entry("file:///etc/hostname"), tmp_path)


def test_the_catalogue_is_found_by_series_and_year():
    assert find("NTE", "2025").size == 3_313_223
    assert {item.name for item in known()} >= {"nte 2025", "nte table"}
    with pytest.raises(UnknownChoice):
        find("nte", "1900")
