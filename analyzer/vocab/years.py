"""Years in words."""

from __future__ import annotations

from collections.abc import Iterable


def ranges(years: Iterable[int], *, dash: str = "–") -> str:
    """Years in short, by time, each once: "1995–1998, 2025"; "" where there are none."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}" for run in runs)
