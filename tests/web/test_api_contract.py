"""The JSON interface does what its description says, for requests that a machine makes up from it."""

from __future__ import annotations

import os
import shutil

import pytest
from hypothesis import HealthCheck, Phase, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")
EXAMPLES = int(os.environ.get("ANALYZER_TEST_EXAMPLES", "20"))  # for each operation; more for a thorough look
HOST = {"host": "127.0.0.1"}
OPERATIONS = (
    "GET /api/v1/agreements",
    "GET /api/v1/agreements/matrix",
    "GET /api/v1/chapters",
    "GET /api/v1/findings",
    "GET /api/v1/history",
    "GET /api/v1/jobs/{key}",
    "GET /api/v1/listings",
    "GET /api/v1/offsets",
    "GET /api/v1/passages/{key}",
    "GET /api/v1/passages/{key}/findings",
    "GET /api/v1/reports",
    "GET /api/v1/rulings",
    "GET /api/v1/search",
    "POST /api/v1/check",
    "POST /api/v1/rulings",
)
# What is held, so that answers with rows are compared with their description, too: operation, place, values.
HELD = (
    ("GET /api/v1/agreements", "query", {"year": 2025}),
    ("GET /api/v1/agreements/matrix", "query", {"economy": "Korea"}),
    ("GET /api/v1/chapters", "query", {"year": 1996}),
    ("GET /api/v1/findings", "query", {"year": 2025}),
    ("GET /api/v1/history", "query", {"economy": "KOR", "query": "defense offset"}),
    ("GET /api/v1/listings", "query", {"economy": "KOR"}),
    ("GET /api/v1/offsets", "query", {"economy": "KOR"}),
    ("GET /api/v1/reports", "query", {"series": "ite"}),
    ("GET /api/v1/search", "query", {"query": "offset", "year": 2025}),
    ("POST /api/v1/check", "body", {"text": "Korea's defense offsets are in the 2025 report for the first time."}),
)


@pytest.fixture(scope="module")
def operations(store_path, tmp_path_factory):
    """Every operation of the interface's description, by method and path; over a store that may be changed."""
    from analyzer.web.app import create_app
    from analyzer.web.bounds import Bounds

    path = tmp_path_factory.mktemp("contract") / "own.sqlite"
    shutil.copy(store_path, path)
    app = create_app(path, bounds=Bounds(costly=0))
    # What the server warms up in a thread of its own is warm before the first request: NumPy parses the heads of its
    # files as source, and where Hypothesis parses at that moment some Pythons fail (CPython issue 106905).
    app.state.desk.warm_up()
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HOST)
    return {f"{one.ok().method.upper()} {one.ok().path}": one.ok() for one in schema.get_all_operations()}


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_as_described(operations, name, mode):
    if mode == "negative" and not (list(operations[name].iter_parameters()) or operations[name].body):
        pytest.skip("takes no value that could be wrong")

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(case=operations[name].as_strategy(generation_mode=schemathesis.GenerationMode(mode)))
    def ask(case):
        case.call_and_validate(headers=HOST)

    ask()


@pytest.mark.parametrize(("name", "place", "values"), HELD)
def test_what_is_held_is_answered_as_described(operations, name, place, values):
    media = {"media_type": "application/json"} if place == "body" else {}
    answer = operations[name].Case(**{place: values}, **media).call_and_validate(headers=HOST)
    assert answer.status_code == 200
    assert answer.json()


def test_no_operation_is_left_out(operations):
    assert sorted(operations) == list(OPERATIONS)
