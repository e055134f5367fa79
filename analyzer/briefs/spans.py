"""Years in words."""

from __future__ import annotations


def years(given: tuple[int, ...]) -> str:
    """Years in words, runs joined: (1995, 1996, 1997, 2022) gives "1995–1997, 2022"."""
    runs: list[list[int]] = []
    for year in sorted(given):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs) or "none"
