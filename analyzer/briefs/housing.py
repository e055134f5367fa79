"""A Word document on a plain page, or on a house template: a ministry's own letterhead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from analyzer.briefs import paper
from analyzer.errors import BrokenFile, MissingExtra
from analyzer.office import Archive

if TYPE_CHECKING:
    from docx.document import Document
    from docxtpl import DocxTemplate


@dataclass(frozen=True, slots=True)
class Words:
    """What a house template may say of the document: `{{ title }}` and so on."""

    title: str
    economy: str
    year: int
    report: str


def write(path: Path, words: Words, fill: Callable[[Document], None], *, template: Path | None) -> None:
    """Write the document that `fill` puts together.

    With a `template` it stands in place of `{{p note }}`, and the words in their places. Raises BrokenFile where that
    cannot be used, MissingExtra where docxtpl is then not installed.
    """
    if template is not None:
        _on_template(template, path, words, fill)
        return
    document = paper.plain()
    fill(document)
    paper.date(document, words.title, words.year)
    _save(document, path, words.year)


def _save(document: Document | DocxTemplate, path: Path, year: int) -> None:
    """Write the file; the parts in its archive bear the edition's year."""
    written = BytesIO()
    document.save(written)
    with ZipFile(written) as parts, Archive(path, year=year) as archive:
        for name in parts.namelist():
            archive.writestr(name, parts.read(name))


def _on_template(template: Path, path: Path, words: Words, fill: Callable[[Document], None]) -> None:
    try:
        from docxtpl import DocxTemplate
        from jinja2 import TemplateError
    except ImportError as error:
        raise MissingExtra(
            "a house template needs docxtpl.", remedy="Install it with: pip install 'analyzer[template]'."
        ) from error
    try:
        house = DocxTemplate(str(template))
        note = house.new_subdoc()
    except Exception as error:  # python-docx raises many kinds on what is no document
        raise BrokenFile(
            f"the house template cannot be opened ({error}).", where=str(template), remedy="Name a Word file (.docx)."
        ) from error
    fill(note)
    try:
        house.render({"note": note, **asdict(words)}, autoescape=True)
    except TemplateError as error:
        raise BrokenFile(
            f"the house template cannot be filled ({error}).",
            where=str(template),
            remedy="Its places are {{p note }}, {{ title }}, {{ economy }}, {{ year }} and {{ report }}.",
        ) from error
    _save(house, path, words.year)
