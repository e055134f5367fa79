"""The tables of the store, the same in every database."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

VERSION = 4
APPLICATION_ID = 0x414E5A52  # "ANZR", in the header of a SQLite store
CHANGES = "changes"  # key in `meta` of a word that is drawn anew with every change to the store
EDITIONS = "changes of editions"  # the same for changes of what was read: rulings and histories leave it


class Words(TypeDecorator[str]):
    """Text of reports and people: what no database holds (NUL, lone surrogates) becomes a mark of the same length."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as it is stored; offsets into it stay right."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """The text with every character that cannot be stored replaced by one that can."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


# Compared by code point, so that every database sorts alike.
Key = String().with_variant(String(collation="C"), "postgresql")

tables = MetaData()

meta = Table("meta", tables, Column("key", Key, primary_key=True), Column("value", String, nullable=False))
source = Table(
    "source",
    tables,
    Column("sha256", Key, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary),
)
report = Table(
    "report",
    tables,
    Column("id", Key, primary_key=True),
    Column("series", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Column("title", Words, nullable=False),
    Column("sha256", Key, ForeignKey("source.sha256"), nullable=False),
    Column("account", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
)
page = Table(
    "page",
    tables,
    Column("report", Key, ForeignKey("report.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("printed", Words),
    Column("text", Words, nullable=False),
)
chapter = Table(
    "chapter",
    tables,
    Column("report", Key, ForeignKey("report.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("economy", Key, nullable=False),
    Column("name", Words, nullable=False),
    Column("pdf_page", Integer),
    Column("printed_page", Words),
    Column("members", JSON, nullable=False),
    Column("words", Integer, nullable=False),
    Column("torn", Boolean, nullable=False),
    Column("notes", JSON, nullable=False),
)
passage = Table(
    "passage",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", Key, nullable=False, unique=True),
    Column("report", Key, ForeignKey("report.id"), nullable=False),
    Column("series", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Column("chapter", Key, nullable=False),
    Column("section", Key, nullable=False),
    Column("printed_section", Words),
    Column("heading", JSON, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("text", Words, nullable=False),
    Column("pdf_page", Integer),
    Column("printed_page", Words),
    Column("economies", JSON, nullable=False),
    Column("sentences", JSON, nullable=False),
    Column("segments", JSON, nullable=False),
    Column("footnotes", JSON, nullable=False),
    Column("labels", String, nullable=False),  # labels of its mentions, space between
    Column("mentions", JSON, nullable=False),
    Index("passage_by_report", "report", "ordinal"),
    Index("passage_by_labels", "labels"),
)
passage_economy = Table(
    "passage_economy",
    tables,
    Column("economy", Key, primary_key=True),
    Column("passage", Integer, ForeignKey("passage.number"), primary_key=True),
    Column("series", Key, nullable=False),
    Column("year", Integer, nullable=False),
    Index("passage_economy_by_passage", "passage"),
)
verdict = Table(
    "verdict",
    tables,
    Column("series", Key, primary_key=True),
    Column("economy", Key, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("passage_id", Key, primary_key=True),
    Column("status", String, nullable=False),
    Column("p_new", Float, nullable=False),
    Column("listing_id", Key, nullable=False),
    Column("boilerplate", Boolean, nullable=False),
    Column("evidence", Key),  # passage that it rests on, whose text stands there alone
    Column("body", JSON, nullable=False),
    Index("verdict_by_passage", "passage_id"),
    Index("verdict_by_listing", "economy", "listing_id"),
    Index("verdict_by_year", "series", "year", "status"),
)
link = Table(
    "link",
    tables,
    Column("series", Key, primary_key=True),
    Column("economy", Key, primary_key=True),
    Column("later", Key, primary_key=True),
    Column("earlier", Key, primary_key=True),
    Column("later_year", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("ruled", Boolean, nullable=False),
    sqlite_with_rowid=False,  # the key is most of the row: no second copy of it
)
listing = Table(
    "listing",
    tables,
    Column("series", Key, primary_key=True),
    Column("economy", Key, primary_key=True),
    Column("id", Key, primary_key=True),
    Column("title", Words, nullable=False),
    Column("years", JSON, nullable=False),
    Column("gaps", JSON, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("passages", JSON, nullable=False),
    Column("continues", Key),  # the listing that its links come from
)
ruling = Table(
    "ruling",
    tables,
    Column("number", Integer, primary_key=True),  # in the order in which they were recorded: none is ever changed
    Column("about", Key, nullable=False),
    Column("economy", Key, nullable=False),
    Column("against", Key, nullable=False),  # "" where it is on a status
    Column("decision", String, nullable=False),
    Column("by", Words, nullable=False),
    Column("at", Key, nullable=False),
    Column("why", Words, nullable=False),
)
unplaced = Table(
    "unplaced",
    tables,
    Column("report", Key, ForeignKey("report.id"), primary_key=True),
    Column("place", Key, primary_key=True),
    Column("label", Words),
    Column("reason", Words, nullable=False),
    Column("text", Words, nullable=False),
)
