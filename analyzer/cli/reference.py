"""The dated reference lists beside what a report states."""

from __future__ import annotations

from datetime import date

from analyzer.vocab import ftas, gpa, rdp

_RELEASE = (3, 31)  # the editions come out at the end of March


def beside(code: str, year: int, stated: str) -> dict[str, str]:
    """The columns `reference`, `rdp`, `fta` and `check` for an economy in an edition.

    `check` is "differs" where the report states another standing than the list; silence is never a difference.
    """
    day = date(year, *_RELEASE)
    standings = gpa.standings_of(code, day)
    known = {s.status for s in standings}
    standing = standings[0] if standings else None
    partner, chapter = rdp.partner(code, day), ftas.chapter(code, day)
    differs = stated != "silent" and stated not in (known or {"neither"})
    return {
        "reference": f"{standing.status} since {standing.since}" if standing and standing.since else _word(standing),
        "rdp": partner.standing if partner else "",
        "fta": f"{chapter.agreement} {chapter.chapter}" if chapter else "",
        "check": "differs" if differs else "",
    }


def _word(standing: gpa.Standing | None) -> str:
    return standing.status if standing else "not listed"
