from __future__ import annotations

from analyzer.outline.placing import place
from analyzer.records import Row

LAMPS = "Korea taxes glass lanterns. The lantern bureau in Seoul licenses wick makers and polishers of brass sockets. "
BOATS = "Japan restricts wooden ferries. Harbour pilots at Osaka weigh cedar planks and tar barrels for the shipyard. "
SEEDS = "Chile inspects tulip bulbs. Quarantine gardens near Valparaiso soak dahlias and crocus corms in brine. "


def rows(*more: tuple[int, str, str]) -> list[Row]:
    held = [
        (y, c, t * 3) for y in (2001, 2002, 2003) for c, t in (("Korea", LAMPS), ("Japan", BOATS), ("Chile", SEEDS))
    ]
    return [Row(n, y, c, "Other Barriers", t) for n, (y, c, t) in enumerate([*held, *more], start=1)]


def test_rows_with_an_economys_name_stay_there() -> None:
    placing = place(rows())
    assert [placing.placed[n] for n in (1, 2, 3)] == ["KOR", "JPN", "CHL"]
    assert not placing.moved
    assert not placing.reasons


def test_a_row_under_a_fragment_goes_to_the_chapter_that_it_resembles() -> None:
    placing = place(rows((2002, "Wick Makers Must", LAMPS)))
    assert placing.placed[10] == "KOR"
    assert placing.moved == {10}


def test_a_row_that_resembles_nothing_stays_unplaced_with_a_reason() -> None:
    placing = place(rows((2002, "•", "Snow ploughs need winter tyres.")))
    assert 10 not in placing.placed
    assert "'•' is no economy's name" in placing.reasons[10]


def test_chapters_of_distant_years_have_no_vote() -> None:
    placing = place(rows((2015, "Wick Makers Must", LAMPS)))
    assert "no chapter of the years around is held" in placing.reasons[10]


def test_a_row_equally_near_to_two_chapters_stays_unplaced() -> None:
    placing = place(rows((2002, "On June 2", LAMPS + BOATS)))
    assert "two chapters are equally near" in placing.reasons[10]


def test_a_long_row_that_speaks_of_another_economy_only_is_moved() -> None:
    placing = place(rows((2002, "Korea", BOATS * 20)))
    assert placing.placed[10] == "JPN"
    assert placing.moved == {10}


def test_a_long_row_that_names_its_own_economy_is_never_doubted() -> None:
    placing = place(rows((2002, "Korea", BOATS * 20 + "Korea watches.")))
    assert placing.placed[10] == "KOR"
