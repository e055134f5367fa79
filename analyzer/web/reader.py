"""The process that reads one uploaded report into the store and tells its progress, a JSON object a line."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from analyzer.errors import AnalyzerError


def serve() -> None:
    """Carry out the task on standard input: the process's whole life."""
    task = json.load(sys.stdin)
    say(add(task))


def add(task: dict[str, Any]) -> dict[str, Any]:
    """What became of the file: its editions, and the error with its remedy where there is one."""
    from analyzer.pipeline import add as add_files
    from analyzer.store import Store

    try:
        with Store.open(task["store"], wait=600) as store:
            summary = add_files(
                store,
                [Path(task["path"])],
                series=task["series"],
                year=task["year"],
                replace=task["replace"],
                progress=lambda step, done, total: say({"step": step, "done": done, "total": total}),
            )
    except AnalyzerError as error:
        return {"editions": [], "error": error.what, "remedy": error.remedy}
    error_found = summary.failed[0][1] if summary.failed else None
    return {
        "editions": [asdict(entry) for entry in summary.editions],
        "error": error_found.what if error_found else None,
        "remedy": error_found.remedy if error_found else None,
    }


def say(row: dict[str, Any]) -> None:
    """Write a line that the server reads."""
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()
