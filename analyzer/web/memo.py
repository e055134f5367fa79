"""Answers kept until the store changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from analyzer.store import Store, revision

T = TypeVar("T")


class Memo:
    """Keeps the latest answers by name; each is worked out once, however many ask for it at the same time.

    With `editions` they outlast rulings: for what depends on the texts alone.
    """

    def __init__(self, store: Store, *, most: int = 600, editions: bool = False) -> None:
        self._store, self._most, self._editions = store, most, editions
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._doing: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._revision = revision(store, editions=editions)

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The answer of that name, from `make` (which depends on the key and the store alone) where none is kept."""
        now = revision(self._store, editions=self._editions)
        with self._lock:
            if now != self._revision:
                self._kept.clear()
                self._revision = now
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
            doing = self._doing.setdefault(key, threading.Lock())
        with doing:
            with self._lock:
                if key in self._kept and self._revision == now:
                    return cast("T", self._kept[key])
            try:
                made = make()
                self._keep(key, made, now)
            finally:
                with self._lock:
                    self._doing.pop(key, None)
        return made

    def clear(self) -> None:
        """Forget every answer."""
        with self._lock:
            self._kept.clear()

    def _keep(self, key: Hashable, made: object, now: str) -> None:
        with self._lock:
            if self._revision != now:  # the store changed meanwhile: the next one asks again
                return
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
