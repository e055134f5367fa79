"""Verbs that train the comparison and measure it: train and evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.options import AsJson, Series, StorePath, opened
from analyzer.cli.showing import say
from analyzer.errors import AnalyzerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analyzer.records import Passage, Ruling


def _held(store: str | None, series: str | None) -> tuple[Mapping[str, Sequence[Passage]], list[Ruling]]:
    from analyzer import pipeline, queries

    with opened(store) as held:
        return pipeline.by_economy(held.passages(queries.series_held(held, series))), held.rulings()


def train(
    to: Annotated[Path, typer.Option("--to", help="Folder for the model and its card.")],
    labels: Annotated[Path | None, typer.Option(help="Labels made by reading; the shipped ones, by default.")] = None,
    vocabulary: Annotated[
        bool, typer.Option("--vocabulary", help="Count words and learn their meanings anew from the editions held.")
    ] = False,
    claims: Annotated[
        bool, typer.Option("--claims", help="Make what judges claims about reports anew, from labelled claims.")
    ] = False,
    kin: Annotated[
        str | None,
        typer.Option(
            "--kin",
            metavar="ENCODER",
            help="Take the meanings of words for claims from a sentence encoder (name, folder).",
        ),
    ] = None,
    series: Series = None,
    store: StorePath = None,
    json: AsJson = False,
) -> None:
    """Make the comparison's model anew.

    It learns from labels made by reading and the store's rulings; the store must hold the editions that they are on.
    """
    if claims:
        _train_claims(labels, to, series, store, json=json)
        return
    if kin is not None:
        _train_kin(kin, to, series, store, json=json)
        return
    from analyzer import assets
    from analyzer.history import background, training

    path = labels or assets.corpora() / "gold" / "status_labels.jsonl"
    _present(path)
    to.mkdir(parents=True, exist_ok=True)
    passages, rulings = _held(store, series)
    words = training.vocabulary(passages) if vocabulary else background.shipped()
    trained = training.train(path, passages, words, rulings=rulings, folder=to)
    said = {"used": trained.cases, "not_found": len(trained.lost), "folder": str(to), "figures": trained.figures}
    head = f"{trained.cases} labels and rulings used, {len(trained.lost)} not found in the editions held"
    say(said, "\n".join((f"{head}; written to {to}", *_figures(trained.figures))), json=json)


def _train_claims(labels: Path | None, to: Path, series: str | None, store: str | None, *, json: bool) -> None:
    from analyzer import assets
    from analyzer.claims import learning, presence, scoring

    path = labels or assets.corpora() / "gold" / "claims.jsonl"
    _present(path)
    to.mkdir(parents=True, exist_ok=True)
    with opened(store) as held:
        model = learning.learn(scoring.read(path), held, series=series)
    presence.write(model, to)
    factors = model.as_row()
    say({"folder": str(to), "factors": factors}, "\n".join((f"written to {to}", *_figures(factors))), json=json)


def _figures(named: Mapping[str, float]) -> Iterator[str]:
    return (f"  {name}: {value:.3f}" for name, value in named.items())


def _train_kin(name: str, to: Path, series: str | None, store: str | None, *, json: bool) -> None:
    from analyzer import queries
    from analyzer.claims import kinship

    encoder = kinship.encoder(name)
    with opened(store) as held:
        texts = sorted({p.text for p in held.passages(queries.series_held(held, series), placed=False)})
    to.mkdir(parents=True, exist_ok=True)
    table = kinship.distil(kinship.seen(texts, encoder.words), encoder)
    kinship.write(table, to, encoder=encoder.name)
    count = len(table.words)
    say({"folder": str(to), "words": count}, f"{count} words; written to {to}", json=json)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Passages labelled by reading, with their sentences (jsonl).")],
    series: Series = None,
    store: StorePath = None,
    claims: Annotated[bool, typer.Option("--claims", help="The file holds claims about reports instead.")] = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="The file tells of passages whether they are gone.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Measure statuses, claims or what is dropped against labels.

    Statuses with the naive ways beside them.

    On the labels that models learn from (corpora/gold/status_labels.jsonl) each economy is judged by a model that
    learnt from the others.
    """
    if claims:
        _evaluate_claims(gold, series, store, json=json)
        return
    if dropped:
        _evaluate_dropped(gold, series, store, json=json)
        return
    from dataclasses import asdict

    from analyzer.history import breakdown, evaluation, model
    from analyzer.vocab import series as all_series

    _present(gold)
    found = evaluation.evaluate(gold, _held(store, series)[0], model.shipped(), scope=all_series)
    low, high = found.flag_interval
    rows = {**found.figures, "flag_interval_low": low, "flag_interval_high": high}
    rows |= {f"naive {name}": value for name, value in found.naive.items()}
    groups, wrong = breakdown.groups(found.items), breakdown.mistakes(found.items)
    lines = [f"{name:<36}{value:>8.3f}" for name, value in rows.items()]
    lines += ["", "listed anew, by group                items   anew      p      r     F1"]
    for one in groups:
        shares = _shares(one.precision, one.recall, one.f1)
        lines.append(f"{one.by:<10}{one.name:<26}{one.items:>6}{one.anew:>7}{shares}")
    lines += ["", "; ".join(f"{truth} taken for {told}: {count}" for truth, told, count in wrong)]
    answer = {**rows, "groups": [asdict(one) for one in groups], "mistakes": wrong}
    say(answer, "\n".join(lines), json=json)


def _evaluate_claims(gold: Path, series: str | None, store: str | None, *, json: bool) -> None:
    from analyzer.claims import scoring

    _present(gold)
    with opened(store) as held:
        rows = scoring.table(scoring.score(scoring.read(gold), held, series=series))
    lines = []
    for row in rows:
        share = "" if row["accuracy"] is None else f"{row['accuracy']:.3f}"
        counts = f"{row['half']:<12}{row['verdict']:<20}{row['right']:>4} of{row['claims']:>4}{share:>8}"
        lines.append(f"{counts}  {row['judged instead']}".rstrip())
    say(rows, "\n".join(lines), json=json)


def _evaluate_dropped(gold: Path, series: str | None, store: str | None, *, json: bool) -> None:
    from dataclasses import asdict

    from analyzer import queries
    from analyzer.history import leavings

    _present(gold)
    labels = leavings.read(gold)
    with opened(store) as held:
        verdicts = held.verdicts(queries.series_held(held, series), status=["dropped"])
    rows = leavings.score(labels, verdicts)
    lines = ["dropped     passages  gone  told  right      p      r     F1"]
    for row in rows:
        shares = _shares(row.precision, row.recall, row.f1)
        lines.append(f"{row.drawn:<12}{row.passages:>8}{row.gone:>6}{row.told:>6}{row.right:>7}{shares}")
    say([asdict(row) for row in rows], "\n".join(lines), json=json)


def _shares(*shares: float | None) -> str:
    return "".join(f"{'-' if share is None else format(share, '.2f'):>7}" for share in shares)


def _present(path: Path) -> None:
    if not path.is_file():
        raise AnalyzerError("there is no such file.", where=str(path), remedy="Name a file of labels (jsonl).")
