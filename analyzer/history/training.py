"""Training from labels made by reading: small classifiers, their thresholds, and a card.

Folds are whole economies, never sentences. The same labels, editions and library versions give the same file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits

from analyzer.history import archive, cards, examples, labels, relisting
from analyzer.history.background import Background
from analyzer.history.background import count as background_of
from analyzer.history.background import write as write_words
from analyzer.history.classifiers import log_odds
from analyzer.history.examples import Case
from analyzer.history.model import BESIDE, EDGE, NAME, PARTS, Model, beside_neighbours
from analyzer.history.model import of as model_of
from analyzer.records import Passage, Ruling, Status

SEED = 7
_FOLDS = 6
_TREES = 120
_CONFIDENT, _RIGHT = 0.9, 0.95  # of the findings told with such a chance, so many must be right
_LEAST_TRUST = 70  # percent of their weight that chances keep at least
_NEARLY = 0.03  # figures this close cannot be told apart on so few labels
STATUSES = (Status.NEW, Status.RELISTED, Status.CHANGED, Status.CONTINUED)


@dataclass(frozen=True)
class Outcome:
    """What cross-validation over economies gave: chances for every case that its model had not seen."""

    listed: list[np.ndarray]  # by the line, in every earlier edition
    odds: np.ndarray  # in the edition compared with, by line and trees: (cases, len(BESIDE))
    latest: np.ndarray  # the same as chances
    relisted: list[float]
    changed: list[float]


@dataclass(frozen=True)
class Trained:
    """A model with what is told of it."""

    model: Model
    figures: Mapping[str, float]
    cases: int
    lost: tuple[str, ...]


def train(
    labels_path: Path,
    passages: Mapping[str, Sequence[Passage]],
    background: Background,
    *,
    rulings: Sequence[Ruling] = (),
    folder: Path | None = None,
) -> Trained:
    """The model learnt from the labels and from people's rulings; with `folder`, written there with its card.

    `passages` are those of all editions held, by economy.
    """
    own = labels.from_rulings(rulings, {p.id: p for held in passages.values() for p in held})
    with threadpool_limits(limits=1):  # the last bits of sums hang on how many threads share them
        found, lost = examples.cases([*labels.read(labels_path), *own], passages, background)
        outcome = crossvalidate(found)
        weights = calibrate(found, outcome.odds)
        outcome = replace(outcome, latest=beside_neighbours(outcome.odds, weights))
        thresholds = {**choose(found, outcome), **weights}
        figures = measure(found, outcome, thresholds)
        content = archive.written(dict(zip(PARTS, _fit(found), strict=True)))
    trained = Trained(model_of(content, thresholds, background), figures, len(found), tuple(lost))
    if folder is not None:
        (folder / f"{NAME}.skops").write_bytes(content)
        write_words(background, folder)
        sha = hashlib.sha256(content).hexdigest()
        years = sorted({c.label.at.year for c in found})
        economies = sorted({c.label.economy for c in found})
        text = cards.compose(
            sha256=sha, thresholds=thresholds, figures=figures, labels=labels_path, rulings=len(own), cases=len(found),
            lost=len(lost),
            years=years, economies=economies, seed=SEED,
            versions={name: version(name) for name in ("numpy", "scipy", "scikit-learn", "skops")},
        )  # fmt: skip
        (folder / f"{NAME}.toml").write_text(text, encoding="utf-8")
    return trained


def vocabulary(passages: Mapping[str, Sequence[Passage]]) -> Background:
    """How common words are in the editions held, and what they mean there; `passages` by economy."""
    once = {p.id: p for held in passages.values() for p in held}
    order = [once[key] for key in sorted(once)]
    with threadpool_limits(limits=1):
        return background_of((p.text for p in order), (p.text[a:b] for p in order for a, b in p.sentence_spans))


def estimator() -> Pipeline:
    """The classifier before it has learnt: a logistic regression over standardised features."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.3, random_state=SEED, max_iter=1000))


def forest() -> ExtraTreesClassifier:
    """The trees before they have learnt: they see where features matter together, which the line does not."""
    return ExtraTreesClassifier(_TREES, min_samples_leaf=3, max_features=0.3, random_state=SEED)


def _learn(rows: tuple[np.ndarray, np.ndarray, np.ndarray, list[str]], *, balanced: bool = False) -> Pipeline:
    table, truth, weight, _ = rows
    if balanced:  # both answers weigh the same, however rare the one is
        share = float(weight[truth].sum() / weight.sum())
        weight = weight * np.where(truth, 0.5 / share, 0.5 / (1 - share))
    return estimator().fit(table.astype(np.float64), truth, logisticregression__sample_weight=weight)


def _fit(found: Sequence[Case]) -> tuple[Pipeline, ExtraTreesClassifier, Pipeline, Pipeline]:
    matter = _learn(examples.pairs(found))
    again = _learn(examples.relistings(found, [_chances(matter, case) for case in found]), balanced=True)
    rows, truth, weight, _ = examples.latest(found)
    return matter, forest().fit(rows, truth, sample_weight=weight), again, _learn(examples.substances(found))


def _chances(matter: Pipeline, case: Case) -> np.ndarray:
    found: np.ndarray = matter.predict_proba(case.table.astype(np.float64))[:, 1]
    return found


def folds(economies: Sequence[str]) -> dict[str, int]:
    """The fold of each economy: dealt out by falling number of cases, so that folds are of like size."""
    sizes = {e: economies.count(e) for e in sorted(set(economies))}
    load = [0] * min(_FOLDS, len(sizes))
    found = {}
    for economy in sorted(sizes, key=lambda e: (-sizes[e], e)):
        fold = load.index(min(load))
        load[fold] += sizes[economy]
        found[economy] = fold
    return found


def crossvalidate(found: Sequence[Case]) -> Outcome:
    """The chances of every case from models that never saw its economy."""
    fold = folds([c.label.economy for c in found])
    listed: list[np.ndarray] = [np.zeros(0)] * len(found)
    odds = np.zeros((len(found), len(BESIDE)), np.float32)
    relisted, changed = [0.0] * len(found), [0.0] * len(found)
    for number in sorted(set(fold.values())):
        matter, trees, again, substance = _fit([c for c in found if fold[c.label.economy] != number])
        for k, case in enumerate(found):
            if fold[case.label.economy] == number:
                listed[k] = _chances(matter, case)
                odds[k] = _beside(matter, trees, case)
                row = relisting.row(listed[k], case.regained, case.column)
                relisted[k] = float(again.predict_proba(row[None].astype(np.float64))[0, 1])
                changed[k] = float(substance.predict_proba(case.substance[None].astype(np.float64))[0, 1])
    return Outcome(listed, odds, 1 / (1 + np.exp(-odds[:, 0])), relisted, changed)


def _beside(matter: Pipeline, trees: ExtraTreesClassifier, case: Case) -> np.ndarray:
    """The log-odds of a case and of its neighbours, in the order of `BESIDE`."""

    def odds(row: np.ndarray) -> float:
        chances = matter.predict_proba(row[None].astype(np.float64))[:, 1] + trees.predict_proba(row[None])[:, 1]
        return float(log_odds(chances / 2, EDGE)[0])

    near = [0.0 if row is None else odds(row) for row in (case.before, case.after)]
    return np.array([odds(case.table[case.column]), *near, case.after is None], np.float32)


def calibrate(found: Sequence[Case], odds: np.ndarray) -> dict[str, float]:
    """What the log-odds of a passage and its neighbours weigh, so that chances on unseen economies are what they say.

    All weights are taken back until of those told as newly listed with 0.9 or more at least 0.95 are.
    """
    sure = [k for k, case in enumerate(found) if case.label.sure]
    anew = np.array([found[k].anew for k in sure])
    line = LogisticRegression(C=1.0).fit(odds[sure].astype(np.float64), ~anew)
    fitted = dict(zip((*BESIDE, "shift"), [*line.coef_[0].tolist(), float(line.intercept_[0])], strict=True))
    for percent in range(100, _LEAST_TRUST - 1, -1):
        weights = {name: round(weight * percent / 100, 3) for name, weight in fitted.items()}
        told = 1 - beside_neighbours(odds[sure], weights) >= _CONFIDENT
        if told.any() and anew[told].mean() >= _RIGHT:
            break
    return weights


def predict(outcome: Outcome, k: int, thresholds: Mapping[str, float]) -> Status:
    """The status that the chances and thresholds give."""
    if outcome.latest[k] >= thresholds["listed"]:
        return Status.CHANGED if outcome.changed[k] >= thresholds["changed"] else Status.CONTINUED
    return Status.RELISTED if outcome.relisted[k] >= thresholds["relisted"] else Status.NEW


def choose(found: Sequence[Case], outcome: Outcome) -> dict[str, float]:
    """The thresholds that serve unseen economies best: of the flag first, then of relisted and changed."""
    chosen = {"listed": 0.5, "listed_before": 0.85, "relisted": 0.8, "changed": 0.5, "dropped": 0.35, "tie": 0.6}
    aims: list[tuple[str, Callable[[Mapping[str, float]], float]]] = [
        ("listed", lambda f: f["flag_f1"]), ("relisted", lambda f: f["three_macro_f1"]),
        ("changed", lambda f: f["four_macro_f1"]),
    ]  # fmt: skip
    grid = [round(0.1 + 0.02 * k, 2) for k in range(44)]
    for name, aim in aims:
        scores = [aim(measure(found, outcome, {**chosen, name: at})) for at in grid]
        chosen[name] = _among(_plateau(grid, scores), calibrated=name == "listed")
    chosen["dropped"] = chosen["listed"]  # the same question, asked of the older edition's passages
    return chosen


def _plateau(grid: Sequence[float], scores: Sequence[float]) -> list[float]:
    """The thresholds that do nearly as well as the best.

    Scores are smoothed over neighbours first, so that no lucky spike is taken.
    """
    smooth = np.convolve(np.pad(scores, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    return [grid[k] for k in np.flatnonzero(smooth >= smooth.max() - _NEARLY).tolist()]


def _among(plateau: Sequence[float], *, calibrated: bool) -> float:
    """Of thresholds that cannot be told apart the middle one, at the edge of no fall.

    Of calibrated chances the one nearest to one half, so that they mean what they say.
    """
    return min(plateau, key=lambda at: abs(at - 0.5)) if calibrated else plateau[len(plateau) // 2]


def measure(found: Sequence[Case], outcome: Outcome, thresholds: Mapping[str, float]) -> dict[str, float]:
    """Flag F1 and macro F1 over three and four statuses, on the labels that their readers were sure of."""
    sure = [k for k, case in enumerate(found) if case.label.sure]
    truth = [found[k].label.status for k in sure]
    guess = [predict(outcome, k, thresholds) for k in sure]
    return scores(truth, guess)


def scores(truth: Sequence[Status], guess: Sequence[Status]) -> dict[str, float]:
    """The figures of a run of statuses against the true ones."""
    anew = (Status.NEW, Status.RELISTED)
    flag = _f1([t in anew for t in truth], [g in anew for g in guess])
    three = [[s if s in anew else Status.CONTINUED for s in run] for run in (truth, guess)]
    return {
        "flag_f1": round(flag, 4),
        "three_macro_f1": round(_macro(three[0], three[1], (*anew, Status.CONTINUED)), 4),
        "four_macro_f1": round(_macro(truth, guess, STATUSES), 4),
    }


def _macro(truth: Sequence[Status], guess: Sequence[Status], among: Sequence[Status]) -> float:
    return sum(_f1([t is s for t in truth], [g is s for g in guess]) for s in among) / len(among)


def _f1(truth: Sequence[bool], guess: Sequence[bool]) -> float:
    both = sum(t and g for t, g in zip(truth, guess, strict=True))
    total = sum(truth) + sum(guess)
    return 2 * both / total if total else 0.0
