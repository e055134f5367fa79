"""What a store answers: the rows of reports, passages and history as records."""

from __future__ import annotations

import sqlalchemy as sql

from analyzer.store import schema
from analyzer.store.judgements import Judgements
from analyzer.store.reports import Reports
from analyzer.store.searching import Searching


class Answers(Reports, Searching, Judgements):
    """The reading half of a store."""

    def integrity(self) -> list[str]:
        """What is wrong with the store; empty where all is well."""
        v, p = schema.verdict, schema.passage
        lost = (
            sql.select(sql.func.count().label("n"))
            .select_from(v.outerjoin(p, p.c.id == v.c.passage_id))
            .where(p.c.id.is_(None))
        )
        wrong = []
        with self.snapshot():
            for what, query in self.database.faults():
                wrong += [f"{what}: {next(iter(row.values()))}" for row in self._rows(query)]
            unheld = self._rows(lost)[0]["n"]
        if unheld:
            wrong.append(f"{unheld} verdicts speak of passages that are not held")
        return wrong
