"""What a visitor uploads: a safe name, and a kind told by its content."""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path
from typing import BinaryIO

from analyzer.errors import LimitExceeded
from analyzer.reading.opening import describe
from analyzer.records import SourceFile

ENDINGS = (".pdf", ".html", ".htm", ".txt", ".md", ".csv", ".tsv", ".jsonl", ".parquet", ".rda", ".rds")
_LONGEST = 100


def safe_name(given: str | None) -> str:
    """The file's name without folders, control characters and what means something to a file system."""
    name = unicodedata.normalize("NFC", given or "").replace("\\", "/").rsplit("/", 1)[-1]
    name = re.sub(r"[^\w .()+,&=@-]", "", name).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    kept = stem[: _LONGEST - len(ending) - 1].strip(" .") or "report"
    return f"{kept}.{ending}" if ending and len(ending) <= 8 else kept


def receive(content: BinaryIO, path: Path, *, most: int) -> SourceFile:
    """Write an upload to a path and say what it is.

    Raises LimitExceeded, and as `reading.read` does where the file is empty or of no kind that holds reports.
    """
    with path.open("wb") as file:
        shutil.copyfileobj(content, file, 1 << 20)
    if path.stat().st_size > most:
        raise LimitExceeded(
            f"the file is larger than {most // 2**20} MiB.", remedy="Add it on the server: analyzer add REPORT"
        )
    return describe(path)
