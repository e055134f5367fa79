import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from analyzer.errors import AnalyzerError, NothingHeld, UnknownChoice
from analyzer.exports import finding_row
from analyzer.pipeline import add, rule, take_in
from analyzer.records import Ruling
from analyzer.store import Store


def _all(store):
    return [finding_row(f) for f in store.findings("ite")]


def test_adding_again_changes_nothing(own_store, sample_paths):
    before = _all(own_store)
    summary = add(own_store, sample_paths, jobs=1)
    assert {entry.outcome for entry in summary.editions} == {"unchanged"}
    assert _all(own_store) == before


def test_one_by_one_is_the_same_as_all_at_once(tmp_path, sample_paths, sample_store):
    with Store.open(tmp_path / "steps.sqlite", create=True) as store:
        for path in sample_paths:
            add(store, [path], jobs=1)
        assert _all(store) == _all(sample_store)
        assert store.integrity() == []


@pytest.mark.slow
def test_order_and_number_of_workers_do_not_matter(tmp_path, sample_paths, sample_store):
    with Store.open(tmp_path / "back.sqlite", create=True) as store:
        for path in reversed(sample_paths):
            add(store, [path], jobs=2)
        assert _all(store) == _all(sample_store)


def test_a_bad_file_does_not_keep_the_others_out(tmp_path, sample_paths):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and nothing that follows")
    with Store.open(tmp_path / "s.sqlite", create=True) as store:
        summary = add(store, [bad, sample_paths[0], tmp_path / "absent.pdf"], jobs=1)
        assert [name for name, _ in summary.failed] == ["bad.pdf", "absent.pdf"]
        assert [entry.outcome for entry in summary.editions] == ["added"]


def test_an_edition_from_another_file_is_only_taken_when_told(own_store, sample_paths, tmp_path):
    other = tmp_path / "other.pdf"
    shutil.copy(sample_paths[-1], other)
    with other.open("ab") as file:
        file.write(b"\n% another copy\n")
    before = _all(own_store)
    (entry,) = add(own_store, [other], jobs=1).editions
    assert entry.outcome == "held" and "--replace" in entry.warnings[0]
    (entry,) = add(own_store, [other], jobs=1, replace=True).editions
    assert entry.outcome == "replaced"
    assert _all(own_store) == before
    assert own_store.integrity() == []


def _relisted(store):
    (finding,) = store.findings("ite", economy="KOR", year=2025, status=["relisted"])
    return finding


def test_a_ruling_outranks_the_score_and_survives(own_store, sample_paths):
    finding = _relisted(own_store)
    rule(own_store, Ruling(finding.passage.id, "KOR", "new", "A. Reader", "2025-04-01T09:00:00+00:00", "other matter"))
    (after,) = [f for f in own_store.findings("ite", economy="KOR", year=2025) if f.passage.id == finding.passage.id]
    assert (after.verdict.status.value, after.verdict.ruled_by) == ("new", "A. Reader")
    add(own_store, [sample_paths[-1]], jobs=1, replace=True)
    (again,) = [f for f in own_store.findings("ite", economy="KOR", year=2025) if f.passage.id == finding.passage.id]
    assert again.verdict.status.value == "new"


def test_a_ruling_withdrawn_leaves_the_scores_as_they_were_and_stays_withdrawn(own_store, sample_paths):
    before, finding = _all(own_store), _relisted(own_store)
    about, against = finding.passage.id, finding.verdict.evidence.passage_id
    rule(own_store, Ruling(about, "KOR", "new", "A. Reader", "2025-04-01T09:00:00+00:00"))
    rule(own_store, Ruling(about, "KOR", "different", "A. Reader", "2025-04-01T09:01:00+00:00", against=against))
    rule(own_store, Ruling(about, "KOR", "withdrawn", "B. Reader", "2025-04-02T09:00:00+00:00"))
    (after,) = [f for f in own_store.findings("ite", economy="KOR", year=2025) if f.passage.id == about]
    assert (after.verdict.status.value, after.verdict.ruled_by) == ("new", None)  # the pair's ruling still stands
    rule(own_store, Ruling(about, "KOR", "withdrawn", "B. Reader", "2025-04-02T09:01:00+00:00", against=against))
    assert _all(own_store) == before
    add(own_store, [sample_paths[-1]], jobs=1, replace=True)
    assert _all(own_store) == before
    told = [("A. Reader", "new"), ("A. Reader", "different"), ("B. Reader", "withdrawn"), ("B. Reader", "withdrawn")]
    assert [(r.by, r.decision) for r in own_store.rulings()] == told  # who decided what, and who took it back
    with pytest.raises(NothingHeld, match=f"no ruling on {about} stands"):
        rule(own_store, Ruling(about, "KOR", "withdrawn", "C. Reader", "2025-04-03T09:00:00+00:00"))
    assert len(own_store.rulings()) == 4


def test_of_several_rulings_the_latest_is_in_force_in_whatever_order_they_are_taken_in(own_store):
    before, about = _all(own_store), _relisted(own_store).passage.id
    first = Ruling(about, "KOR", "new", "A. Reader", "2025-04-01T09:00:00+02:00")  # seven in UTC
    second = Ruling(about, "KOR", "continued", "B. Reader", "2025-04-01T08:00:00+00:00")
    assert take_in(own_store, [second, first, second]) == 2
    (after,) = [f for f in own_store.findings("ite", economy="KOR", year=2025) if f.passage.id == about]
    assert (after.verdict.status.value, after.verdict.ruled_by) == ("continued", "B. Reader")
    back = Ruling(about, "KOR", "withdrawn", "C. Reader", "2025-04-02T08:00:00+00:00")
    assert take_in(own_store, [first, back]) == 1
    assert _all(own_store) == before
    assert take_in(own_store, own_store.rulings()) == 0
    with pytest.raises(UnknownChoice, match="time of a ruling"):
        take_in(own_store, [Ruling(about, "KOR", "new", "A", "2025-04-03T09:00:00+00:00"), replace(first, at="May")])
    assert len(own_store.rulings()) == 3  # all of them or none


def test_a_ruling_of_a_time_yet_to_come_is_refused_as_it_would_outrank_those_made_now(own_store):
    about, now = _relisted(own_store).passage.id, datetime.now(UTC)
    come = Ruling(about, "KOR", "continued", "B. Reader", (now + timedelta(days=300)).isoformat(timespec="seconds"))
    with pytest.raises(AnalyzerError, match=rf"ruling on {about} by B\. Reader is of .*, which is yet to come"):
        take_in(own_store, [Ruling(about, "KOR", "new", "A. Reader", "2025-04-01T09:00:00+00:00"), come])
    assert own_store.rulings() == []
    fast = replace(come, at=(now + timedelta(seconds=30)).isoformat(timespec="seconds"))  # a clock a little ahead
    assert take_in(own_store, [fast]) == 1


def test_a_ruling_on_what_is_not_held_or_not_known_is_refused(own_store):
    finding = _relisted(own_store)
    with pytest.raises(UnknownChoice, match="relisted"):
        rule(own_store, Ruling(finding.passage.id, "KOR", "gone", "A", "2025-04-01T09:00:00+00:00"))
    with pytest.raises(NothingHeld):
        rule(own_store, Ruling("ite2025-KOR-ffffffffffff", "KOR", "new", "A", "2025-04-01T09:00:00+00:00"))
    assert own_store.rulings() == []
