"""How fast editions are tagged: all of them on some cores, and words per second beside spaCy's own pipelines.

    python benchmarks/tagging.py [REPORT ...] [--jobs 2] [--sample 400000] [--json]

Reading and outlining are not timed. "spaCy blank" only splits into tokens. "statistical" has the layers of spaCy's
small English pipeline (a shared convolutional embedding of width 96, tagger, parser, entity recogniser) with untrained
weights: it tells nothing of quality, but does the same sums as a trained one. All rates of one run are of one core.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import spacy
from joblib import Parallel, delayed
from spacy.training import Example

from analyzer.mentions import mentions_of, pipeline
from analyzer.outline import lay_out
from analyzer.reading import read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
Text = tuple[str, str, int]


def texts_of(paths: Iterable[Path]) -> list[list[Text]]:
    """The passages of every edition in the files: text, chapter, year."""
    return [
        [(passage.text, passage.chapter, passage.year) for passage in edition.passages]
        for path in paths
        for edition in lay_out(read(path))
    ]


def words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)


def tag_all(texts: Sequence[Text]) -> int:
    return sum(len(mentions_of(text, chapter=chapter, year=year)) for text, chapter, year in texts)


def rate(texts: Sequence[str], work: Callable[[Sequence[str]], object]) -> float:
    """Words per second of some work on the texts."""
    start = time.perf_counter()
    work(texts)
    return words(texts) / (time.perf_counter() - start)


def statistical() -> Any:
    """An English pipeline with the layers of spaCy's small one, its weights untrained."""
    nlp = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tok2vec")
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {**_architecture(nlp, name), "tok2vec": listener}})
    doc = nlp.make_doc("Norway taxes goods from Korea .")
    example = Example.from_dict(
        doc,
        {
            "tags": ["NNP", "VBZ", "NNS", "IN", "NNP", "."],
            "heads": [1, 1, 1, 2, 3, 1],
            "deps": ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"],
            "entities": ["U-GPE", "O", "O", "O", "U-GPE", "O"],
        },
    )
    nlp.initialize(lambda: [example])
    return nlp


def _architecture(nlp: Any, name: str) -> dict[str, Any]:
    model = dict(nlp.get_factory_meta(name).default_config["model"])
    model.pop("tok2vec")
    return model


def measure(paths: Sequence[Path], *, jobs: int, sample: int) -> dict[str, float]:
    editions = texts_of(paths)
    everything = [text for edition in editions for text in edition]
    total = words(text for text, _, _ in everything)
    halves = [everything[i :: jobs * 8] for i in range(jobs * 8)]
    Parallel(n_jobs=jobs)(delayed(tag_all)(half[:50]) for half in halves)  # the workers load their modules
    start = time.perf_counter()
    mentions = sum(Parallel(n_jobs=jobs)(delayed(tag_all)(half) for half in halves))
    elapsed = time.perf_counter() - start

    step = max(1, total // sample)
    chosen = [text for text, _, _ in everything[::step]]
    blank, ours, small = spacy.blank("en"), pipeline(), statistical()
    rates = {
        "tagging": rate(chosen, lambda texts: [mentions_of(text) for text in texts]),
        "spaCy blank": rate(chosen, lambda texts: list(blank.pipe(texts))),
        "spaCy blank with our components": rate(chosen, lambda texts: list(ours.pipe(texts))),
        "statistical": rate(chosen[::20], lambda texts: list(small.pipe(texts))),
    }
    return {
        "editions": len(editions),
        "words": total,
        "mentions": mentions,
        "jobs": jobs,
        "seconds": elapsed,
        **{f"{name}, words/s": value for name, value in rates.items()},
        "tagging against spaCy blank": rates["tagging"] / rates["spaCy blank"],
        "tagging against statistical": rates["tagging"] / rates["statistical"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=[DATA / "nteText.rda", DATA / "2025NTE.pdf"])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=400_000, help="words for the rates of one core")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.reports, jobs=given.jobs, sample=given.sample)
    if given.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))
    else:
        for name, value in figures.items():
            print(f"{name:<44}{value:>14,.2f}" if value < 1000 else f"{name:<44}{value:>14,.0f}")


if __name__ == "__main__":
    main()
