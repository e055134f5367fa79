"""How well statuses stand up against passages labelled by reading, with the naive ways beside them."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer.history import naive, training
from analyzer.history.tracing import Scope, trace
from analyzer.records import Passage, Status, Verdict
from analyzer.vocab import sections

_OUTSIDE = re.compile(r"[^a-z0-9]+")
_ORDER = (Status.NEW, Status.RELISTED, Status.CHANGED, Status.CONTINUED)
_LABELS = {"new": Status.NEW, "relisted": Status.RELISTED, "continued_changed": Status.CHANGED,
           "continued_same": Status.CONTINUED}  # fmt: skip
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


def evaluate(gold: Path, passages: Mapping[str, Sequence[Passage]], *, scope: Scope) -> Evaluation:
    """The figures on a gold file: flag, three-way and four-way F1, lost passages, calibration, naive ways beside them.

    `passages` are those of all editions held, by economy. Items marked unsure or boilerplate are left out.
    """
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [r for r in rows if not r.get("unsure") and not r.get("boilerplate")]
    items: list[Scored] = []
    for economy in sorted({r["country"] for r in rows}):
        items.extend(_score(economy, [r for r in rows if r["country"] == economy], passages.get(economy, ()), scope))
    return Evaluation(_figures(items), _interval(items), _naive_figures(items), tuple(items))


def _score(economy: str, rows: list[dict[str, object]], held: Sequence[Passage], scope: Scope) -> list[Scored]:
    years = {int(str(r["year"])) for r in rows}
    found = trace(economy, held, held={p.year for p in held}, scope=scope, years=years)
    verdicts = {v.passage_id: v for v in found.verdicts if v.status is not Status.DROPPED}
    return [_one(row, economy, held, verdicts) for row in rows]


def _one(row: dict[str, object], economy: str, held: Sequence[Passage], verdicts: Mapping[str, Verdict]) -> Scored:
    year, anchors = int(str(row["year"])), row["anchors"]
    own = [p for p in held if p.year == year]
    hits = [_holding(str(a), own) for a in (anchors if isinstance(anchors, list) else [])]
    votes = [verdicts[p.id] for p in hits if p is not None]
    counts = Counter(v.status for v in votes)
    found = next((s for s in _ORDER if counts and counts[s] == max(counts.values())), None)
    chance = sum(v.p_new for v in votes) / len(votes) if votes else 0.0
    latest = max((p.year for p in held if p.year < year), default=None)
    earlier = [p.text for p in held if p.year == latest]
    text = " ".join(str(a) for a in anchors) if isinstance(anchors, list) else ""
    ways = {"key of 100 characters": float(naive.same_opening(text, earlier)),
            "difflib": naive.closest_by_difflib(text, earlier),
            "TF-IDF cosine": naive.closest_by_tfidf(text, earlier)}  # fmt: skip
    section = sections.section_key(str(row.get("section", "")).split(" / ")[0])
    family = sections.family(section) if section is not None else "other"
    source = "paged" if any(p is not None and p.pdf_page for p in hits) else "table"
    truth = _LABELS[str(row["label"])]
    return Scored(str(row["id"]), economy, year, truth, found, chance, ways, family, source)


def _holding(anchor: str, passages: Sequence[Passage]) -> Passage | None:
    needle = _OUTSIDE.sub("", anchor.lower())
    for passage in passages:
        text = _OUTSIDE.sub("", passage.text.lower())
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
