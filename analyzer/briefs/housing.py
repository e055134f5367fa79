"""A note on a house template: a ministry's own letterhead in Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.errors import MissingExtra

if TYPE_CHECKING:
    from docx.document import Document


def on_template(template: Path, path: Path, words: Mapping[str, object], fill: Callable[[Document], None]) -> None:
    """Write the template with `{{p note }}` filled by `fill` and the other placeholders by `words`.

    Raises MissingExtra where docxtpl is not installed.
    """
    try:
        from docxtpl import DocxTemplate
    except ImportError as error:
        raise MissingExtra(
            "a house template needs docxtpl.", remedy="Install it with: pip install 'analyzer[template]'."
        ) from error
    house = DocxTemplate(str(template))
    note = house.new_subdoc()
    fill(note)
    house.render({"note": note, **words}, autoescape=True)
    house.save(str(path))
