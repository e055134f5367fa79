"""Claims judged by what editions say."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from analyzer.claims.judging import _Case


def test_an_edition_that_looks_like_it_by_chance_is_not_counted_as_listing_it():
    years = (1996, 1998, 1999, 2001, 2002, 2022, 2025)
    case = _Case(cast("Any", None), cast("Any", None), 2025, cast("Any", SimpleNamespace(years=years)))
    core = cast("Any", dict.fromkeys(years, SimpleNamespace(core=True)))
    chances = {1996: 0.6, 1999: 0.95, 2001: 0.6, 2002: 0.6, 2022: 0.7}
    assert case._older([1996, 1999, 2001, 2002, 2022], core, chances) == [1999, 2001, 2002, 2022]
    assert case._older([1996, 1999, 2001, 2002], core, chances) == [1999]
    assert case._older([1996, 2001, 2002], core, chances) == []
