"""A Word document on a plain page, or on a house template: a ministry's own letterhead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.briefs import paper
from analyzer.errors import MissingExtra

if TYPE_CHECKING:
    from docx.document import Document


@dataclass(frozen=True, slots=True)
class Words:
    """What a house template may say of the document: `{{ title }}` and so on."""

    title: str
    economy: str
    year: int
    report: str


def write(path: Path, words: Words, fill: Callable[[Document], None], *, template: Path | None) -> None:
    """Write the document that `fill` puts together.

    With a `template` it stands in place of `{{p note }}`, and the words in their places. Raises MissingExtra where
    docxtpl is then not installed.
    """
    if template is not None:
        _on_template(template, path, words, fill)
        return
    document = paper.plain()
    fill(document)
    paper.date(document, words.title, words.year)
    document.save(str(path))


def _on_template(template: Path, path: Path, words: Words, fill: Callable[[Document], None]) -> None:
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingExtra(
            "a house template needs docxtpl.", remedy="Install it with: pip install 'analyzer[template]'."
        ) from error
    house = DocxTemplate(str(template))
    note = house.new_subdoc()
    fill(note)
    house.render({"note": note, **asdict(words)}, autoescape=True)
    house.save(str(path))
