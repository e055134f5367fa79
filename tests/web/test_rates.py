"""The bucket of requests."""

from __future__ import annotations

from analyzer.web.rates import Rate


def test_a_bucket_fills_again_with_time():
    now = [0.0]
    rate = Rate(2.0, 3, clock=lambda: now[0])
    assert [rate.allows("a") for _ in range(4)] == [True, True, True, False]
    assert rate.allows("b")
    now[0] = 0.5
    assert [rate.allows("a") for _ in range(2)] == [True, False]
    now[0] = 60.0
    assert [rate.allows("a") for _ in range(4)] == [True, True, True, False]
    assert rate.exhausted("a")


def test_no_rate_is_no_limit():
    rate = Rate(0.0, 0)
    assert all(rate.allows("a") for _ in range(1000))
    assert not rate.exhausted("a")


def test_only_so_many_visitors_are_remembered(monkeypatch):
    monkeypatch.setattr("analyzer.web.rates._MOST", 2)
    rate = Rate(0.001, 1)
    assert [rate.allows(visitor) for visitor in "abc"] == [True, True, True]
    assert rate.allows("a")
    assert not rate.allows("c")
