"""The application over a store of the sample editions."""

from __future__ import annotations

import re
import shutil

import pytest

pytest.importorskip("fastapi", reason="needs the web extra")
pytest.importorskip("httpx", reason="needs httpx")

HERE = "http://127.0.0.1:8765"


def _visit(path, **options):
    from fastapi.testclient import TestClient

    from analyzer.web.app import create_app

    follow = options.pop("follow_redirects", True)
    return TestClient(create_app(path, **options), base_url=HERE, follow_redirects=follow)


@pytest.fixture(scope="session")
def visit():
    """Makes a client of an application over the store at a path."""
    return _visit


@pytest.fixture(scope="session")
def form_key():
    """Finds the key that a server's forms carry."""
    return lambda client: re.search(r'name="form_key" value="([^"]+)"', client.get("/check").text)[1]


@pytest.fixture(scope="session")
def store_path(sample_file):
    return sample_file


@pytest.fixture(scope="session")
def client(store_path):
    return _visit(store_path)


@pytest.fixture
def own_client(store_path, tmp_path):
    """A client of a store that the test may change."""
    path = tmp_path / "own.sqlite"
    shutil.copy(store_path, path)
    client = _visit(path)
    yield client
    client.app.state.desk.jobs.close()


@pytest.fixture
def key(client, form_key):
    return form_key(client)
