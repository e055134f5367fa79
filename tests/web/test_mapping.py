"""The map of tiles."""

from __future__ import annotations

from analyzer.vocab import economies, tiles
from analyzer.web.counting import ORDER, Count
from analyzer.web.mapping import tile_map


def row(code: str, new: int) -> Count:
    return Count(code, code, {**dict.fromkeys(ORDER, 0), "new": new})


def test_every_tile_is_an_economy_and_has_a_place_of_its_own():
    assert set(tiles.places()) <= economies.codes()
    assert len(set(tiles.places().values())) == len(tiles.places())
    assert len(set(tiles.laid_out(economies.codes()).values())) == len(economies.codes())


def test_tiles_are_darker_the_more_they_have():
    found = tile_map([row(c, n) for c, n in zip(("KOR", "JPN", "CHN", "IND", "FRA", "DEU"), range(6), strict=True)],
                     {"USA"}, ("new",), year=2025)  # fmt: skip
    by_code = {t.code: t for t in found.tiles}
    assert [by_code[c].shade for c in ("KOR", "JPN", "CHN", "IND", "FRA", "DEU")] == [0, 1, 2, 3, 4, 5]
    assert by_code["USA"].shade is None
    assert by_code["JPN"].x > by_code["KOR"].x > by_code["CHN"].x
    assert found.steps == (1, 2, 3, 4, 5)


def test_a_map_without_findings_is_pale():
    assert [t.shade for t in tile_map([row("KOR", 0)], (), ("new",), year=2025).tiles] == [0]
