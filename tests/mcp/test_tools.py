"""Answers of each tool over the sample editions, with their citations."""

from __future__ import annotations

import json

import pytest

from analyzer import queries
from analyzer.mcp import tools as tools_module

OFFSETS = {
    "cite_as": "ITE 2025, p. 6 (PDF p. 8)",
    "report": "ITE 2025",
    "year": 2025,
    "printed_page": "6",
    "pdf_page": 8,
}


def test_reports_name_what_is_held_and_what_is_not(ask):
    answer = ask("reports")
    assert [row["report"] for row in answer["reports"]] == ["ITE 1996", "ITE 2022", "ITE 2024", "ITE 2025"]
    assert answer["not_held"] == {"ite": []}  # no other was published


def test_a_finding_carries_status_evidence_and_page(ask):
    answer = ask("findings", economy="Korea", year=2025, status=["relisted"])
    (finding,) = answer["findings"]
    assert (answer["total"], answer["shown"], answer["next_skip"]) == (1, 1, None)
    assert (finding["economy"], finding["status"], finding["last_listed_before"]) == ("KOR", "relisted", 1996)
    assert finding["citation"].items() >= OFFSETS.items()
    assert finding["nearest_before"]["year"] == 1996


def test_long_answers_come_in_parts_that_join(ask):
    whole = ask("findings", year=2025, limit=50)["findings"]
    parts, skip = [], 0
    while skip is not None:
        answer = ask("findings", year=2025, limit=7, skip=skip)
        parts, skip = parts + answer["findings"], answer["next_skip"]
    assert parts == whole and len(parts) == answer["total"] > 7


def test_history_gives_the_matter_year_by_year(ask):
    answer = ask("history", economy="KOR", query="defense offset")
    assert answer["years"]["said"] == [1996, 2025] and answer["years"]["not_said"] == [2022, 2024]
    assert [row["year"] for row in answer["passages"]] == [1996, 2025]
    assert answer["passages"][-1]["citation"].items() >= OFFSETS.items()
    assert sum(thread["passages"] for thread in answer["threads"]) == 2


def test_search_gives_snippet_and_page(ask):
    answer = ask("search", query="offset", economy="KOR", year=2025)
    assert answer["passages"][0]["citation"].items() >= OFFSETS.items()
    assert "offset" in answer["passages"][0]["snippet"].lower()
    assert ask("search", query="zebra xylophone") == {"shown": 0, "passages": []}


def test_standings_and_regimes_cite_their_sentence(ask, sample_store):
    standings = ask("agreements", year=2025)["standings"]
    expected = {s.economy: s.status for s in queries.agreements(sample_store, year=2025)}
    assert {row["economy"]: row["status"] for row in standings} == expected
    assert all((row["citation"] is None) == (row["status"] == "silent") for row in standings)
    regime = ask("offsets", economy="KOR", year=2025)["regimes"][0]
    assert regime["years"] == [2025] and regime["citation"].items() >= OFFSETS.items()


def test_a_claim_is_judged(ask):
    answer = ask("check", text="Korea's defense offsets are in the 2025 report for the first time.")
    (claim,) = answer["claims"]
    assert (claim["answer"], claim["holds"]) == ("relisted", False)
    assert claim["here"][0]["citation"]["pdf_page"] == 8


def test_a_passage_and_its_page_are_given_whole(ask, verdicts_read):
    found = ask("findings", economy="KOR", label="OFFSET")["findings"][0]
    verdicts_read.clear()
    passage = ask("passage", passage_id=found["citation"]["passage_id"])
    assert passage["text"] == found["text"] and passage["statuses"] == [{"economy": "KOR", "status": "relisted"}]
    assert "OFFSET" in {m["label"] for m in passage["mentions"]}
    assert verdicts_read == [found["citation"]["passage_id"]]
    by_pdf, by_print = ask("page", year=2025, pdf_page=8), ask("page", year=2025, printed_page="6")
    assert by_pdf == by_print
    assert passage["text"].split()[0] in by_pdf["text"]


@pytest.mark.parametrize(
    ("tool", "arguments", "word"),
    [
        ("findings", {"economy": "Koreaa"}, "Did you mean"),
        ("findings", {"year": 1997}, "Held: 1996, 2022, 2024–2025"),
        ("findings", {"section": "kitchens"}, "Choose one of"),
        ("findings", {"status": ["fresh"]}, "relisted"),
        ("findings", {"limit": 1000}, "less than or equal to 50"),
        ("search", {"query": "x" * 301}, "at most 300"),
        ("search", {}, "required"),
        ("check", {"text": "x" * 20_001}, "at most 20000"),
        ("passage", {"passage_id": "nte2025-KOR-000000000000"}, "no passage has the id"),
        ("page", {"year": 2025, "pdf_page": 4000}, "no such page"),
        ("page", {"year": 2025}, "Name pdf_page or printed_page"),
        ("history", {"economy": "KOR", "query": "zebra xylophone"}, "nothing on"),
        ("page", {"year": 2025, "pdf_page": 8, "series": "xyz"}, "no series held"),
    ],
)
def test_a_wrong_question_is_told_what_would_be_right(ask, tool, arguments, word):
    message = ask(tool, **arguments)
    assert isinstance(message, str) and word in message and "Traceback" not in message


def test_long_texts_are_cut_and_say_so(ask, monkeypatch):
    monkeypatch.setattr(tools_module.limits, "WHOLE", 50)
    text = ask("page", year=2025, pdf_page=8)["text"]
    assert len(text) < 120 and text.endswith("[cut; ask for the passage to read all of it]")


def test_no_answer_is_larger_than_an_assistant_reads(ask):
    answers = [ask("findings", limit=50), ask("agreements"), ask("offsets", limit=50), ask("search", query="the")]
    assert max(len(json.dumps(answer)) for answer in answers) < 200_000
