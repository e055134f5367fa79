"""Gold passages scored: those that quote their sentences, and those that refer to them."""

from __future__ import annotations

import json

from history_made import CHEESE, CLOUD, OFFSET, TARIFF, Everything, passage

from analyzer.history import evaluation, model, training
from analyzer.labelled import fingerprint
from analyzer.records import Status

LABELS = {
    TARIFF.format(rate=35): "continued_changed",
    CHEESE: "continued_same",
    OFFSET: "relisted",
    CLOUD: "new",
}
EDITIONS = {
    1997: (TARIFF.format(rate=20), OFFSET),
    2022: (TARIFF.format(rate=20), CHEESE),
    2025: tuple(LABELS),
}


def chapters(*economies):
    return {
        code: [
            passage(year, text, ordinal=k, economy=code)
            for year, texts in EDITIONS.items()
            for k, text in enumerate(texts)
        ]
        for code in economies
    }


def evaluate(tmp_path, rows, held):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return evaluation.evaluate(gold, held, model.shipped(), scope=Everything())


def test_passages_that_are_quoted_are_judged_by_the_model_as_it_stands(tmp_path):
    rows = [
        {
            "id": text[:9],
            "year": 2025,
            "country": "KOR",
            "section": "Import Policies",
            "anchors": [text],
            "label": label,
        }
        for text, label in LABELS.items()
    ]
    lost = {**rows[0], "id": "lost", "anchors": ["Windmills are sealed at night."]}
    unsure = {**rows[0], "id": "unsure", "label": "new", "unsure": True}
    found = evaluate(tmp_path, [*rows, lost, unsure], chapters("KOR"))
    assert (found.figures["items"], found.figures["lost"]) == (5.0, 1.0)
    told = {item.id: item.found for item in found.items}
    truth = {item.id: item.truth for item in found.items}
    assert told == {**truth, "Freedonia": Status.CONTINUED, "lost": None}  # a rate alone is told as a figure
    assert found.naive["TF-IDF cosine"] == 0.8  # to it the lost one, which shares no word, is new


def test_labels_are_judged_by_models_that_have_not_seen_their_economy(tmp_path, monkeypatch):
    learnt: list[set[str]] = []
    fit = training._fit

    def spied(cases):
        learnt.append({case.label.economy for case in cases})
        return fit(cases)

    monkeypatch.setattr(training, "_fit", spied)
    held = chapters("KOR", "MEX")
    rows = [
        {
            "id": f"{code}{k}", "year": 2025, "economy": code, "label": label,
            "sentences": [fingerprint(part) for part in text.split(". ")],
        }
        for code in held
        for k, (text, label) in enumerate(LABELS.items())
    ]  # fmt: skip
    missing = {**rows[0], "id": "missing", "sentences": ["000000000000"]}
    found = evaluate(tmp_path, [*rows, missing], held)
    assert (found.figures["items"], found.figures["lost"]) == (9.0, 1.0)
    assert sorted(map(sorted, learnt)) == [["KOR"], ["MEX"]]
    assert {item.economy for item in found.items if item.found is not None} == {"KOR", "MEX"}
