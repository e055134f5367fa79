"""The ordered steps that bring an older store up to date, each done once."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sql

from analyzer.errors import StoreDamaged, StoreMissing, StoreTooNew, StoreTooOld
from analyzer.store import schema
from analyzer.store.database import Database

Step = Callable[[sql.Connection], None]


def _evidence_by_reference(connection: sql.Connection) -> None:
    """Version 2: a verdict names the passage that it rests on, where each had a copy of its text."""
    run = connection.exec_driver_sql
    key = schema.verdict.c.evidence.type.compile(connection.dialect)
    run(f"ALTER TABLE verdict ADD COLUMN evidence {key}")
    if connection.dialect.name == "postgresql":
        run(
            "UPDATE verdict SET evidence = body->'evidence'->>'passage_id', "
            "body = (body::jsonb #- '{evidence,text}' #- '{evidence,passage_id}')::json"
        )
        return
    run(
        "UPDATE verdict SET evidence = json_extract(body, '$.evidence.passage_id'), "
        "body = json_remove(body, '$.evidence.text', '$.evidence.passage_id')"
    )
    run("ALTER TABLE link RENAME TO link_before")
    schema.link.create(connection)
    names = ", ".join(column.name for column in schema.link.c)
    run(f"INSERT INTO link ({names}) SELECT {names} FROM link_before")  # noqa: S608  our own words
    run("DROP TABLE link_before")


def _every_ruling_kept(connection: sql.Connection) -> None:
    """Version 3: each ruling is a row of its own, where a later one on the same thing took the place of the first."""
    connection.exec_driver_sql("ALTER TABLE ruling RENAME TO ruling_before")
    schema.ruling.create(connection)
    names = ("at", "about", "economy", "against", "decision", "by", "why")
    before = sql.table("ruling_before", *(sql.column(name) for name in names))
    number = sql.func.row_number().over(order_by=[before.c[name] for name in names[:4]])
    kept = sql.select(number, *before.c)
    connection.execute(sql.insert(schema.ruling).from_select(["number", *names], kept))
    connection.exec_driver_sql("DROP TABLE ruling_before")


def _listings_that_continue(connection: sql.Connection) -> None:
    """Version 4: a listing names the one that its links come from; those of before had no other."""
    key = schema.listing.c.continues.type.compile(connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE listing ADD COLUMN continues {key}")


# version -> the step that leads to it from the one before
STEPS: dict[int, Step] = {2: _evidence_by_reference, 3: _every_ruling_kept, 4: _listings_that_continue}


def bring_up_to_date(database: Database, *, create: bool, read_only: bool = False) -> None:
    """Make the tables where there are none and `create` is given, and take the steps that an older store lacks.

    Raises StoreDamaged where another program's tables stand, StoreMissing where nothing does, StoreTooNew, StoreTooOld.
    """
    with database.engine.connect() as connection:
        version = _version(connection, database.where)
    if version is None and not create:
        raise StoreMissing(
            "the store is empty.", where=database.where, remedy="Add reports with: analyzer add REPORT..."
        )
    if version is not None and version > schema.VERSION:
        raise StoreTooNew(
            f"the store has version {version}; this program knows {schema.VERSION}.",
            where=database.where,
            remedy="Install a newer analyzer.",
        )
    if version != schema.VERSION and read_only:
        raise StoreTooOld(
            f"the store has version {version} and is to be left as it is; this program reads {schema.VERSION}.",
            where=database.where,
            remedy="Bring it up to date once: analyzer reports --store STORE",
        )
    if version != schema.VERSION:
        _step(database)


def _step(database: Database) -> None:
    with database.engine.connect() as connection:
        database.begin_writing(connection)
        with connection.begin():
            database.lock(connection)
            version = _version(connection, database.where)  # another process may have been quicker
            if version is None:
                schema.tables.create_all(connection)
                database.prepare(connection)
                connection.execute(sql.insert(schema.meta), [{"key": "version", "value": str(schema.VERSION)}])
                return
            for target in range(version + 1, schema.VERSION + 1):
                STEPS[target](connection)
            connection.execute(
                sql.update(schema.meta).where(schema.meta.c.key == "version").values(value=str(schema.VERSION))
            )


def _version(connection: sql.Connection, where: str) -> int | None:
    """The store's version; None where there are no tables yet."""
    known = sql.inspect(connection).get_table_names()
    if "meta" not in known:
        if known:
            raise StoreDamaged("this database is no store of analyzer.", where=where, remedy="Name another.")
        return None
    value = connection.scalar(sql.select(schema.meta.c.value).where(schema.meta.c.key == "version"))
    if value is None or not str(value).isdigit():
        raise StoreDamaged("this database is no store of analyzer.", where=where, remedy="Name another.")
    return int(value)
