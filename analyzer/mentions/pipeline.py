"""The spaCy pipeline of our components, for analysts who use spaCy in their own code.

`tag` asks the same finders without tokenizing first; a test holds the two together.
"""

from __future__ import annotations

import spacy
from spacy.language import Language

from analyzer.mentions import components  # noqa: F401  registers the factories

COMPONENTS = ("analyzer_offset", "analyzer_agreement", "analyzer_gpa_status", "analyzer_country")


def load(*, all_labels: bool = False) -> Language:
    """Return a blank English pipeline with our components; with `all_labels` also money, percentages and dates.

    Every doc gets span groups OFFSET, AGREEMENT and COUNTRY, and all mentions in `doc._.mentions`. Set
    `doc._.chapter` (an economy's code) before the components run to tell whose chapter a text is from.
    """
    nlp = spacy.blank("en")
    nlp.max_length = 20_000_000  # no parser or entity recogniser here that would need the memory
    for name in (*COMPONENTS, "analyzer_amount") if all_labels else COMPONENTS:
        nlp.add_pipe(name)
    return nlp
