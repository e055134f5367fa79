"""The passages of one economy's history, fetched alone, are those found among all."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

from history_made import CHEESE, CLOUD, OFFSET, TARIFF, passage

from analyzer.pipeline import add
from analyzer.pipeline.pools import Pool, by_economy, pools_of, spoken_of, trace
from analyzer.records import Status
from analyzer.store import Stock, Store


def test_an_economys_passages_are_the_same_fetched_alone(sample_store):
    every = by_economy(sample_store.passages("ite", placed=False))
    assert "GCC" in every
    for code, passages in every.items():
        assert spoken_of(sample_store, "ite", code) == passages
    assert spoken_of(sample_store, "ite", "NZL") == []


def test_editions_added_one_by_one_give_the_same_store(tmp_path, sample_paths, sample_store):
    with Store.open(tmp_path / "one-by-one.sqlite", create=True) as store:
        for path in sample_paths:
            assert not add(store, [path], jobs=1).failed
        assert store.economies("ite") == sample_store.economies("ite")
        for code in store.economies("ite"):
            assert store.listings("ite", code) == sample_store.listings("ite", code)
            held = [s.verdicts("ite", economy=code) for s in (store, sample_store)]
            assert held[0] == held[1]


def _holding(held, *years, torn=()):
    """A store of the NTE that counts these passages."""
    return SimpleNamespace(
        editions=lambda: tuple(("nte", year) for year in years),
        stock=lambda series: held,
        torn_chapters=lambda series: frozenset(torn),
    )


def test_a_blocs_first_chapter_has_what_was_said_of_its_members_worked_out():
    earlier = [passage(2020, CHEESE, economy="SAU"), passage(2022, CHEESE, economy="SAU"), passage(2022, CLOUD)]
    late = [passage(2025, CHEESE, economy="GCC"), passage(2025, CLOUD)]
    held = [Stock(one.year, one.chapter, one.economies, 1) for one in earlier]
    found = pools_of(_holding(held, 2020, 2022), {("nte", 2025): late})
    worked_out = {pool.economy: (pool.years, pool.first) for pool in found}
    assert worked_out["GCC"] == ((2020, 2022, 2025), False)
    assert worked_out["KOR"] == worked_out["SAU"] == ((2025,), True)
    sizes = {pool.economy: (len(pool), len(pool.fresh)) for pool in found}
    assert [sizes[code] for code in ("GCC", "SAU", "KOR", "QAT")] == [(3, 1), (3, 1), (2, 1), (1, 1)]
    assert list(next(pool.fresh for pool in found if pool.economy == "KOR")) == late[1:]


def test_an_edition_that_is_replaced_counts_with_its_new_passages_alone():
    held = [Stock(year, "KOR", ("KOR",), 5) for year in (2021, 2022)]
    (pool,) = pools_of(_holding(held, 2021, 2022), {("nte", 2022): [passage(2022, CLOUD)]})
    assert (pool.about, len(pool.fresh), len(pool)) == ((held[0],), 1, 6)
    assert (pool.years, pool.held, pool.first) == ((2022,), (2021, 2022), False)


def test_a_pool_knows_which_of_its_chapters_are_torn():
    held = [Stock(year, "KOR", ("KOR",), 5) for year in (2020, 2021, 2022)]
    store = _holding(held, 2020, 2021, 2022, torn=[("KOR", 2021), ("KOR", 2022), ("JPN", 2020)])
    new = {("nte", 2022): [passage(2022, CLOUD)], ("nte", 2025): [passage(2025, CLOUD)]}
    (pool,) = pools_of(store, new, {("nte", "KOR", 2025), ("ite", "KOR", 2020)})
    assert pool.torn == {2021, 2025}  # that of 2022 is replaced by a whole one


def test_what_a_bloc_no_longer_says_is_dropped_for_a_member_only_where_its_own_chapter_follows():
    passages = [
        passage(2015, TARIFF.format(rate=20), economy="EUU"),
        passage(2016, CHEESE, economy="EUU"),
        replace(passage(2016, CLOUD, economy="EUU", ordinal=1), economies=("EUU", "GBR")),
        passage(2021, OFFSET, economy="GBR"),
    ]
    years = (2015, 2016, 2021)
    found = trace(Pool("nte", "GBR", years, years, frozenset()), passages, (), [])
    gone = {(v.year, v.passage_id) for v in found.verdicts if v.status is Status.DROPPED}
    assert gone == {(2021, passages[1].id), (2021, passages[2].id)}


def test_histories_hold_the_threads_of_linear_algebra_to_one_from_the_first_on():
    told = "from analyzer.pipeline import pools\nheld = pools._threads()\nwith held.limit(limits=1): print(*[\n"
    told += "i['num_threads'] for i in held.info()])"
    threads = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert threads
    assert set(threads) == {"1"}
