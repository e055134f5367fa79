from __future__ import annotations

import pytest
from history_made import CHEESE, CLOUD, OFFSET, TARIFF, passage

from analyzer.history import background, labels, naive, shelf, training
from analyzer.labelled import fingerprint
from analyzer.records import Ruling, Status


def test_a_label_finds_its_passage_by_its_sentences_alone():
    held = shelf.arrange([passage(2020, CLOUD), passage(2020, TARIFF.format(rate=5), ordinal=1)], background.shipped())
    place = labels.Place(2020, (fingerprint("farmers pay it, at the PORT"),))
    assert list(labels.locate(place, labels.index(held.order), held)) == [1]


def test_folds_keep_an_economy_whole_and_are_of_like_size():
    fold = training.folds(["KOR"] * 6 + ["MEX"] * 3 + ["GHA"] * 3 + ["NZL"] * 2 + ["AUS"] * 2 + ["THA", "UZB"])
    assert fold == training.folds(["UZB", "THA"] + ["AUS"] * 2 + ["NZL"] * 2 + ["GHA"] * 3 + ["MEX"] * 3 + ["KOR"] * 6)
    assert len(set(fold.values())) == 6


def test_scores_count_new_and_relisted_as_one_flag():
    truth = [Status.NEW, Status.RELISTED, Status.CHANGED, Status.CONTINUED]
    figures = training.scores(truth, [Status.RELISTED, Status.RELISTED, Status.CHANGED, Status.CONTINUED])
    assert figures == {"flag_f1": 1.0, "three_macro_f1": 0.5556, "four_macro_f1": 0.6667}


@pytest.mark.parametrize(("text", "earlier", "expected"), [(OFFSET, [OFFSET, CHEESE], True), (OFFSET, [CHEESE], False)])
def test_the_naive_key_sees_only_equal_openings(text, earlier, expected):
    assert naive.same_opening(text, earlier) is expected


def test_the_best_threshold_flags_what_scores_low():
    assert naive.best_threshold([0.1, 0.2, 0.8, 0.9], [True, True, False, False]) == (0.2, 1.0)


def test_rulings_become_labels_with_the_pairs_as_evidence():
    old, late = passage(2019, OFFSET), passage(2020, OFFSET)
    told = [
        Ruling(late.id, "KOR", "new", "a", "2025-01-01T00:00:00+00:00"),
        Ruling(late.id, "KOR", "continued", "b", "2025-01-02T00:00:00+00:00"),
        Ruling(late.id, "KOR", "same", "b", "2025-01-02T00:00:00+00:00", against=old.id),
        Ruling("not held", "KOR", "new", "b", "2025-01-02T00:00:00+00:00"),
        Ruling(old.id, "KOR", "new", "b", "2025-01-02T00:00:00+00:00"),
        Ruling(old.id, "KOR", "withdrawn", "a", "2025-01-03T00:00:00+00:00"),
    ]
    found = labels.from_rulings(told, {p.id: p for p in (old, late)})
    assert [(one.economy, one.at.year, one.status, one.reader) for one in found] == [
        ("KOR", 2020, Status.CONTINUED, "b")
    ]
    assert [(place.year, len(place.sentences)) for place in found[0].evidence] == [(2019, len(old.sentences))]
