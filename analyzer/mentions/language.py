"""The spaCy pipeline of our components, for analysts who use spaCy in their own code.

`tag` asks the same finders without tokenizing first; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import spacy
from spacy.language import Language

from analyzer.mentions import components  # noqa: F401  registers the factories

COMPONENTS = (
    "analyzer_offset",
    "analyzer_agreement",
    "analyzer_gpa_status",
    "analyzer_country",
    "analyzer_offset_terms",
    "analyzer_amount",
)
OFF_AT_FIRST = ("analyzer_amount", "analyzer_offset_terms")


def load(
    *,
    vocab: Any = True,  # noqa: ANN401  spaCy's own
    disable: str | Iterable[str] = OFF_AT_FIRST,
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: dict[str, Any] | None = None,
) -> Language:
    """Return a blank English pipeline with our components, two of them off unless they are enabled.

    Every doc gets the span groups OFFSET, AGREEMENT and COUNTRY, and all mentions in `doc._.mentions`; with
    `analyzer_amount` and `analyzer_offset_terms` enabled also AMOUNT (money, percentages, dates) and TERM.
    Set `doc._.chapter` (an economy's code) before the components run to tell whose chapter a text is from.
    """
    nlp = spacy.blank("en", vocab=vocab, config=config or {})
    nlp.max_length = 20_000_000  # no parser or entity recogniser here that would need the memory
    off, on, left_out = _names(disable) or set(OFF_AT_FIRST), _names(enable), _names(exclude)
    for name in COMPONENTS:
        if name not in left_out:
            nlp.add_pipe(name)
    for name in nlp.pipe_names:
        if name in off and name not in on:
            nlp.disable_pipe(name)
    return nlp


def _names(given: str | Iterable[str]) -> set[str]:
    return {given} if isinstance(given, str) else set(given)
