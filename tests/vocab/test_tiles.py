from analyzer.vocab import economies, tiles


def test_every_tile_is_a_known_economy_and_has_its_place_alone():
    places = tiles.places()
    assert set(places) <= economies.codes()
    assert len(set(places.values())) == len(places)


def test_an_economy_without_a_tile_stands_below_the_map():
    laid = tiles.laid_out({"KOR", "AFG", "ALB"})
    assert laid["KOR"] == tiles.places()["KOR"]
    below = max(row for _, row in tiles.places().values()) + 1
    assert (laid["AFG"], laid["ALB"]) == ((0, below), (1, below))
