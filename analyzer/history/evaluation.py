"""How well statuses stand up against passages labelled by reading, with the naive ways beside them.

A gold file either quotes its sentences (`anchors`), and is judged by the statuses of the trained model, or it refers to
them as `history.labels` does. The latter are what models learn from, so that each economy of theirs is judged by
a model that learnt from the others alone.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analyzer import labelled
from analyzer.history import examples, labels, naive, training
from analyzer.history.labels import Labelled
from analyzer.history.model import Model, beside_neighbours
from analyzer.history.tracing import Scope, trace
from analyzer.records import Passage, Status, Verdict
from analyzer.vocab import sections

_DRAWS = 1000
_SEED = 7


@dataclass(frozen=True)
class Scored:
    """One gold passage with the status found for it (None: lost) and its chance of being listed anew."""

    id: str
    economy: str
    year: int
    truth: Status
    found: Status | None
    p_new: float
    naive: Mapping[str, float]
    section: str  # its family
    source: str  # table | paged


@dataclass(frozen=True)
class Evaluation:
    """The figures of one gold file: names to values, intervals for the flag, and the single items."""

    figures: Mapping[str, float]
    flag_interval: tuple[float, float]
    naive: Mapping[str, float]
    items: tuple[Scored, ...]


def evaluate(gold: Path, passages: Mapping[str, Sequence[Passage]], model: Model, *, scope: Scope) -> Evaluation:
    """The figures on a gold file: flag, three-way and four-way F1, lost passages, calibration, naive ways beside them.

    `passages` are those of all editions held, by economy. Items marked unsure or boilerplate are left out.
    """
    rows = labelled.read(gold, dict, needs="this is no JSON object.", remedy="one labelled passage a line")
    if any("anchors" not in row for row in rows):
        items = _unseen(labels.read(gold), passages, model)
    else:
        items = _quoted(rows, passages, model, scope)
    return Evaluation(_figures(items), _interval(items), _naive_figures(items), tuple(items))


def _unseen(read: Sequence[Labelled], passages: Mapping[str, Sequence[Passage]], model: Model) -> list[Scored]:
    """The labels that readers were sure of, each judged by a model that has not seen its economy."""
    found, lost = examples.cases(read, passages, model.words)
    outcome = training.crossvalidate(found)
    outcome = replace(outcome, latest=beside_neighbours(outcome.odds, model.thresholds))
    by_hash = {economy: labels.index(passages[economy]) for economy in sorted({c.label.economy for c in found})}
    by_id = {p.id: p for economy in by_hash for p in passages[economy]}
    items: list[Scored] = [_scored(one, None, 0.0, [], []) for one in read if one.id in lost and one.sure]
    for k, case in enumerate(found):
        label = case.label
        if label.sure:
            ids = [i for s in label.at.sentences for i in by_hash[label.economy].get((label.at.year, s), ())]
            own = [by_id[i] for i in dict.fromkeys(ids)]
            earlier = [p.text for p in passages[label.economy] if p.year == case.earlier[case.column]]
            status = training.predict(outcome, k, model.thresholds)
            items.append(_scored(label, status, 1 - float(outcome.latest[k]), own, earlier))
    return items


def _scored(
    label: Labelled, status: Status | None, chance: float, own: Sequence[Passage], earlier: Sequence[str]
) -> Scored:
    text = " ".join(p.text for p in own)
    section = sections.family(own[0].section) if own else "other"
    ways = _naively(text, earlier)
    return Scored(label.id, label.economy, label.at.year, label.status, status, chance, ways, section, _source(own))


def _quoted(
    rows: Sequence[dict[str, object]], passages: Mapping[str, Sequence[Passage]], model: Model, scope: Scope
) -> list[Scored]:
    kept = [r for r in rows if not r.get("unsure") and not r.get("boilerplate")]
    items: list[Scored] = []
    for economy in sorted({str(r["country"]) for r in kept}):
        own = [r for r in kept if r["country"] == economy]
        items.extend(_score(economy, own, passages.get(economy, ()), model, scope))
    return items


def _score(
    economy: str, rows: list[dict[str, object]], held: Sequence[Passage], model: Model, scope: Scope
) -> list[Scored]:
    years = {int(str(r["year"])) for r in rows}
    found = trace(economy, held, held={p.year for p in held}, scope=scope, years=years, model=model)
    verdicts = {v.passage_id: v for v in found.verdicts if v.status is not Status.DROPPED}
    return [_one(row, economy, held, verdicts) for row in rows]


def _one(row: dict[str, object], economy: str, held: Sequence[Passage], verdicts: Mapping[str, Verdict]) -> Scored:
    year, anchors = int(str(row["year"])), row["anchors"]
    own = [p for p in held if p.year == year]
    hits = [_holding(str(a), own) for a in (anchors if isinstance(anchors, list) else [])]
    votes = [verdicts[p.id] for p in hits if p is not None]
    counts = Counter(v.status for v in votes)
    found = next((s for s in training.STATUSES if counts and counts[s] == max(counts.values())), None)
    chance = sum(v.p_new for v in votes) / len(votes) if votes else 0.0
    latest = max((p.year for p in held if p.year < year), default=None)
    text = " ".join(str(a) for a in anchors) if isinstance(anchors, list) else ""
    section = sections.section_key(str(row.get("section", "")).split(" / ")[0])
    family = sections.family(section) if section is not None else "other"
    ways = _naively(text, [p.text for p in held if p.year == latest])
    truth, source = labels.STATUS[str(row["label"])], _source([p for p in hits if p is not None])
    return Scored(str(row["id"]), economy, year, truth, found, chance, ways, family, source)


def _naively(text: str, earlier: Sequence[str]) -> dict[str, float]:
    return {
        "key of 100 characters": float(naive.same_opening(text, earlier)),
        "difflib": naive.closest_by_difflib(text, earlier),
        "TF-IDF cosine": naive.closest_by_tfidf(text, earlier),
    }


def _source(passages: Sequence[Passage]) -> str:
    return "paged" if any(p.pdf_page for p in passages) else "table"


def _holding(anchor: str, passages: Sequence[Passage]) -> Passage | None:
    needle = labelled.letters(anchor)
    for passage in passages:
        text = labelled.letters(passage.text)
        if needle in text or (len(text) > 40 and text in needle):
            return passage
    return None


def _figures(items: Sequence[Scored]) -> dict[str, float]:
    truth = [i.truth for i in items]
    guess = [i.found if i.found is not None else _wrong(i.truth) for i in items]
    sure = [i for i in items if i.p_new >= 0.9]
    anew = (Status.NEW, Status.RELISTED)
    return {
        "items": float(len(items)),
        "lost": float(sum(i.found is None for i in items)),
        **training.scores(truth, guess),
        "p_new_at_least_0.9": float(len(sure)),
        "of_these_anew": round(sum(i.truth in anew for i in sure) / len(sure), 4) if sure else 0.0,
    }


def _wrong(truth: Status) -> Status:
    return Status.CONTINUED if truth in (Status.NEW, Status.RELISTED) else Status.NEW


def _interval(items: Sequence[Scored]) -> tuple[float, float]:
    """The middle 95 percent of the flag's F1 when the items are drawn again with replacement."""
    draw = random.Random(_SEED)  # noqa: S311 - a bootstrap, not a secret
    found = sorted(_figures(draw.choices(items, k=len(items)))["flag_f1"] for _ in range(_DRAWS)) if items else [0.0]
    return found[int(0.025 * len(found))], found[min(len(found) - 1, int(0.975 * len(found)))]


def _naive_figures(items: Sequence[Scored]) -> dict[str, float]:
    """The flag's F1 of each naive way with the threshold that suits it best afterwards."""
    anew = [i.truth in (Status.NEW, Status.RELISTED) for i in items]
    ways = items[0].naive if items else {}
    return {way: round(naive.best_threshold([i.naive[way] for i in items], anew)[1], 4) for way in ways}
