"""What files of Word and Excel have in common: archives of XML."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_YEAR = 1980  # such archives know no earlier one
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def legal(words: str) -> str:
    """The words without the control characters that no XML may hold."""
    return _ILLEGAL.sub("", words)


class Archive(ZipFile):
    """A new archive whose parts bear the first day of a year, not the time of writing: equal parts, equal bytes."""

    def __init__(self, path: Path, *, year: int = FIRST_YEAR) -> None:
        super().__init__(path, "w", ZIP_DEFLATED)
        self._date = (max(year, FIRST_YEAR), 1, 1, 0, 0, 0)

    def open(
        self, name: str | ZipInfo, mode: str = "r", pwd: bytes | None = None, *, force_zip64: bool = False
    ) -> IO[bytes]:
        """A part, as `write` and `writestr` open it."""
        if isinstance(name, ZipInfo):
            name.date_time = self._date
        return super().open(name, mode, pwd, force_zip64=force_zip64)  # type: ignore[arg-type]
