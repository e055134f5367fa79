"""A server over the sample editions, and a real browser that opens its pages and talks to nobody else."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="needs the web extra")
uvicorn = pytest.importorskip("uvicorn", reason="needs the web extra")
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright (pip install playwright)")

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 30_000  # milliseconds; for a loaded machine, as every wait ends with its event


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


def _chromium() -> str:
    named = os.environ.get("ANALYZER_TEST_CHROMIUM")
    found = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("Chromium is absent: install it (Debian: apt-get install chromium), or name another one in "
                    "ANALYZER_TEST_CHROMIUM")  # fmt: skip
    return found


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config) -> None:
        super().__init__(config)
        self.listening = threading.Event()

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        self.listening.set()


@contextmanager
def _serving(path, **options):
    from analyzer.web.app import create_app

    server = _Server(uvicorn.Config(create_app(path, **options), log_level="warning", access_log=False))
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        assert server.listening.wait(60), "the server did not start"
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(60)


@pytest.fixture(scope="session")
def serving():
    """Serves the store at a path for as long as its block lasts, and gives the address."""
    return _serving


@pytest.fixture(scope="session")
def site(sample_file):
    """The address of a server over the sample; for tests that change nothing."""
    with _serving(sample_file) as address:
        yield address


@pytest.fixture
def own_site(sample_file, tmp_path):
    """The address of a server over a copy of the sample that the test may change."""
    path = tmp_path / "own.sqlite"
    shutil.copy(sample_file, path)
    with _serving(path) as address:
        yield address


@pytest.fixture(scope="module")  # no longer: while Playwright runs, this thread can have no other event loop
def browser():
    path = _chromium()
    playwright.expect.set_options(timeout=PATIENCE)
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def window(browser):
    """Makes pages at an address of a server; afterwards nothing must have been asked of another, nor gone wrong.

    `visits` is the address of another site that the test opens, `refusals` are the statuses that it provokes.
    """
    contexts, asked, wrong = [], [], []

    def open_page(address, *, visits=None, refusals=(), **options):
        context = browser.new_context(base_url=address, **({"viewport": {"width": 1280, "height": 900}} | options))
        context.set_default_timeout(PATIENCE)
        own = (f"{address}/", "data:", "blob:", *([visits] if visits else []))
        context.on("request", lambda request: asked.append((request.url, request.url.startswith(own))))
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("console", lambda line: complain(line, refusals))
        contexts.append(context)
        return context.new_page()

    def complain(line, refusals):
        if line.type == "error" and not any(
            f"responded with a status of {status} " in line.text for status in refusals
        ):
            wrong.append(line.text)

    yield open_page
    for context in contexts:
        context.close()
    assert asked, "no page was opened"
    assert [url for url, own in asked if not own] == []
    assert wrong == []


@pytest.fixture
def page(window, site):
    """A page of the server over the sample."""
    return window(site)


@pytest.fixture
def plain(window, site):
    """A page in a browser without JavaScript."""
    return window(site, java_script_enabled=False)


@pytest.fixture(scope="session")
def sample_pdf(sample_paths):
    """The sample edition of a year."""
    return lambda year: next(path for path in sample_paths if str(year) in path.name)
