"""Answers are kept until the store changes, and worked out once."""

from __future__ import annotations

import threading
import time

from analyzer.records import Ruling
from analyzer.web.memo import Memo


def test_an_answer_is_kept_until_the_store_changes(own_store):
    memo, made = Memo(own_store), []

    def make():
        made.append(1)
        return len(made)

    assert [memo.get("x", make) for _ in range(3)] == [1, 1, 1]
    with own_store.writing() as writer:
        writer.remove("ite", 1996)
    assert memo.get("x", make) == 2


def test_the_oldest_answers_are_forgotten(own_store):
    memo, made = Memo(own_store, most=2), []
    for key in ("a", "b", "c", "c", "a"):
        memo.get(key, lambda key=key: made.append(key))
    assert made == ["a", "b", "c", "a"]


def test_many_who_ask_at_once_wait_for_one(own_store):
    memo, made = Memo(own_store), []

    def make():
        time.sleep(0.2)
        made.append(1)
        return len(made)

    found = []
    threads = [threading.Thread(target=lambda: found.append(memo.get("x", make))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 6


def test_an_error_is_not_kept(own_store):
    memo = Memo(own_store)

    def fail():
        raise ValueError

    for _ in range(2):
        try:
            memo.get("x", fail)
        except ValueError:
            continue
        raise AssertionError
    assert memo.get("x", lambda: 7) == 7


def test_what_depends_on_the_texts_alone_outlasts_a_ruling(own_store):
    texts, every, made = Memo(own_store, editions=True), Memo(own_store), []
    for memo in (texts, every):
        memo.get("x", lambda: made.append(1))
    with own_store.writing() as writer:
        writer.ruling(Ruling("ite2025-KOR-ffffffffffff", "KOR", "new", "A", "2025-04-01T09:00:00+00:00"))
    texts.get("x", lambda: made.append("texts"))
    every.get("x", lambda: made.append("every"))
    with own_store.writing() as writer:
        writer.remove("ite", 1996)
    texts.get("x", lambda: made.append("texts"))
    assert made == [1, 1, "every", "texts"]
