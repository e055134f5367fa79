"""The tables of the store, and the ordered steps that bring an older store up to date."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 1
APPLICATION_ID = 0x414E5A52  # "ANZR", in the header of a SQLite store

tables = MetaData()

meta = Table("meta", tables, Column("key", String, primary_key=True), Column("value", String, nullable=False))
source = Table(
    "source",
    tables,
    Column("sha256", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary),
)
report = Table(
    "report",
    tables,
    Column("id", String, primary_key=True),
    Column("series", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("title", String, nullable=False),
    Column("sha256", String, ForeignKey("source.sha256"), nullable=False),
    Column("account", JSON, nullable=False),
    Column("warnings", JSON, nullable=False),
)
page = Table(
    "page",
    tables,
    Column("report", String, ForeignKey("report.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("printed", String),
    Column("text", Text, nullable=False),
)
chapter = Table(
    "chapter",
    tables,
    Column("report", String, ForeignKey("report.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("economy", String, nullable=False),
    Column("name", String, nullable=False),
    Column("pdf_page", Integer),
    Column("printed_page", String),
    Column("members", JSON, nullable=False),
    Column("words", Integer, nullable=False),
    Column("torn", Boolean, nullable=False),
    Column("notes", JSON, nullable=False),
)
passage = Table(
    "passage",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("report", String, ForeignKey("report.id"), nullable=False),
    Column("series", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("chapter", String, nullable=False),
    Column("section", String, nullable=False),
    Column("printed_section", String),
    Column("heading", JSON, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("pdf_page", Integer),
    Column("printed_page", String),
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
    Column("economy", String, primary_key=True),
    Column("passage", Integer, ForeignKey("passage.number"), primary_key=True),
    Column("series", String, nullable=False),
    Column("year", Integer, nullable=False),
    Index("passage_economy_by_passage", "passage"),
)
verdict = Table(
    "verdict",
    tables,
    Column("series", String, primary_key=True),
    Column("economy", String, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("passage_id", String, primary_key=True),
    Column("status", String, nullable=False),
    Column("p_new", Float, nullable=False),
    Column("listing_id", String, nullable=False),
    Column("boilerplate", Boolean, nullable=False),
    Column("body", JSON, nullable=False),
    Index("verdict_by_passage", "passage_id"),
    Index("verdict_by_listing", "economy", "listing_id"),
    Index("verdict_by_year", "series", "year", "status"),
)
link = Table(
    "link",
    tables,
    Column("series", String, primary_key=True),
    Column("economy", String, primary_key=True),
    Column("later", String, primary_key=True),
    Column("earlier", String, primary_key=True),
    Column("later_year", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("ruled", Boolean, nullable=False),
)
listing = Table(
    "listing",
    tables,
    Column("series", String, primary_key=True),
    Column("economy", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("years", JSON, nullable=False),
    Column("gaps", JSON, nullable=False),
    Column("sections", JSON, nullable=False),
    Column("passages", JSON, nullable=False),
)
ruling = Table(
    "ruling",
    tables,
    Column("about", String, primary_key=True),
    Column("economy", String, primary_key=True),
    Column("against", String, primary_key=True),
    Column("decision", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", String, nullable=False),
)
unplaced = Table(
    "unplaced",
    tables,
    Column("report", String, ForeignKey("report.id"), primary_key=True),
    Column("place", String, primary_key=True),
    Column("label", String),
    Column("reason", String, nullable=False),
    Column("text", Text, nullable=False),
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE passage_fts USING fts5(text, heading, content='passage', content_rowid='number', "
    "tokenize='porter unicode61 remove_diacritics 2')"
)
