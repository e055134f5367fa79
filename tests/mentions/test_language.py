from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy

from analyzer.mentions import mentions_of, pipeline

TEXT = "Chinas ministry requires defense offsets. Norway is a Party to the GPA, and KORUS covers procurement."


def test_the_pipeline_and_the_finders_agree():
    doc = pipeline()(TEXT)
    assert doc._.mentions == mentions_of(TEXT)
    assert len(doc._.mentions) == 5


def test_spans_carry_label_norm_and_attributes():
    doc = pipeline()(TEXT)
    (span,) = doc.spans["OFFSET"]
    assert (span.text, span.label_, span.id_) == ("defense offsets", "OFFSET", "offset")
    assert span._.attrs == {"domain": "defence", "polarity": "required"}
    first = doc.spans["COUNTRY"][0]
    assert (first.text, first._.char_start, first._.char_end) == ("Chinas", 0, 5)


def test_the_chapter_may_be_told():
    nlp = pipeline()
    doc = nlp.make_doc("It is not a party to the GPA.")
    doc._.chapter = "GHA"
    assert nlp(doc)._.mentions[0].attrs["status_of"] == "GHA"


def test_spacy_loads_it_by_name():
    nlp = spacy.load("analyzer", enable=["analyzer_amount"])
    assert nlp.pipe_names[-1] == "analyzer_amount" and "analyzer_offset_terms" not in nlp.pipe_names
    doc = nlp("a fee of $5 million")
    assert doc.spans["AMOUNT"][0].id_ == "5000000 USD"


@pytest.mark.parametrize("name", ["analyzer_offset", "analyzer_country"])
def test_each_component_stands_alone(name):
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    assert "doc.spans" in nlp.get_pipe_meta(name).assigns


def test_terms_are_spans_with_kind_and_norm():
    nlp = pipeline()
    nlp.enable_pipe("analyzer_offset_terms")
    doc = nlp("It requires offsets of 30 percent above $5 million.")
    assert [(s.text, s.label_, s.id_) for s in doc.spans["TERM"]] == [
        ("30 percent", "percentage", "30 %"),
        ("$5 million", "threshold", "5000000 USD"),
    ]


def test_the_name_stays_a_function_after_its_use():
    import analyzer.mentions

    analyzer.mentions.pipeline()
    assert callable(analyzer.mentions.pipeline)


def test_the_readmes_lines_run(capsys):
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^## In spaCy\n.*?^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert block is not None
    exec(block.group(1), {})  # our own README
    assert "AGREEMENT GPA GPA {'status': 'party', 'status_of': 'NOR'}" in capsys.readouterr().out
