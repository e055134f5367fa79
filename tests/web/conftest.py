"""The application over a store of the sample editions."""

from __future__ import annotations

import pytest

from analyzer import assets, pipeline
from analyzer.store import Store

pytest.importorskip("fastapi", reason="needs the web extra")
pytest.importorskip("httpx", reason="needs httpx")


@pytest.fixture(scope="session")
def store_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "sample.sqlite"
    with Store.open(path, create=True) as held:
        pipeline.add(held, sorted((assets.corpora() / "sample").glob("*.pdf")), jobs=1)
    return path


@pytest.fixture(scope="session")
def client(store_path):
    from fastapi.testclient import TestClient

    from analyzer.web.app import create_app

    return TestClient(create_app(store_path), raise_server_exceptions=True)
