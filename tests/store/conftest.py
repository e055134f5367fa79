"""An address of a store on each database: `empty_address`, and `filled_address` with the sample editions."""

from __future__ import annotations

import os
import shutil
import uuid

import pytest

from analyzer.pipeline import add
from analyzer.store import Store

SERVER = os.environ.get("ANALYZER_TEST_POSTGRES", "")  # URL of a server on which databases may be made and dropped
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


class Server:
    """Databases on the PostgreSQL server given, each with a name of its own, gone at the end."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(SERVER, autocommit=True) as connection:
            connection.execute(statement)

    def database(self, template: str = "template0") -> str:
        name = f"analyzer_{uuid.uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        self.made.append(name)
        return SERVER.rsplit("/", 1)[0] + "/" + name

    def drop(self, url: str) -> None:
        name = url.rsplit("/", 1)[1]
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.made.remove(name)


@pytest.fixture(scope="session")
def server():
    if not SERVER:
        pytest.skip("no PostgreSQL server is named in ANALYZER_TEST_POSTGRES")
    held = Server()
    yield held
    for name in list(held.made):
        held.drop(f"/{name}")


@pytest.fixture(scope="session")
def filled_database(server, sample_paths):
    url = server.database()
    with Store.open(url, create=True) as store:
        assert not add(store, sample_paths, jobs=1).failed
    return url


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def empty_address(kind, tmp_path, request):
    if kind == "sqlite":
        yield str(tmp_path / "empty.sqlite")
        return
    server = request.getfixturevalue("server")
    url = server.database()
    yield url
    server.drop(url)


@pytest.fixture
def filled_address(kind, tmp_path, request):
    if kind == "sqlite":
        path = tmp_path / "filled.sqlite"
        shutil.copy(request.getfixturevalue("sample_file"), path)
        yield str(path)
        return
    server = request.getfixturevalue("server")
    url = server.database(request.getfixturevalue("filled_database").rsplit("/", 1)[1])
    yield url
    server.drop(url)
