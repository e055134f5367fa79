"""A store: one SQLite file, or a PostgreSQL database by URL; opened, checked and written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from analyzer.store.answers import Answers
from analyzer.store.database import WAIT, reach
from analyzer.store.steps import bring_up_to_date
from analyzer.store.writing import Writer


class Store(Answers):
    """Reports with their passages, mentions and listing history. Reading is open to many, writing to one at a time."""

    @classmethod
    def open(cls, url: str | Path, *, create: bool = False, read_only: bool = False, wait: float = WAIT) -> Store:
        """The store at a path or database URL, brought up to date.

        With `create` an empty one is made where there is none. With `read_only` the database itself refuses every
        change, and an older store is left as it is (StoreTooOld). `wait` is for how many seconds another writer is
        waited for. Raises StoreMissing, StoreDamaged, StoreTooNew, StoreLocked or StoreUnwritable; UnknownChoice for a
        URL of another kind of database, MissingExtra where PostgreSQL's driver is not installed.
        """
        store = cls(reach(url, create=create, read_only=read_only, wait=wait))
        try:
            with store.guarded():
                bring_up_to_date(store.database, create=create, read_only=read_only)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file or the connections."""
        self.database.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer whose work is kept whole when the block ends well, and not at all otherwise.

        Only one writer is at work at any time; others wait for it. What the store answers inside the block is the state
        before it. Raises StoreLocked where the wait is too long, and StoreUnwritable.
        """
        with self.guarded(), self.database.engine.connect() as connection:
            self.database.begin_writing(connection)
            with connection.begin():
                self.database.lock(connection)
                writer = Writer(connection, self.database)
                yield writer
                writer.mark_changed()
