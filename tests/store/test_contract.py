"""What every store promises, whatever the database under it."""

import json
import threading
from collections import Counter
from dataclasses import replace

import pytest
import sqlalchemy as sql

from analyzer import queries
from analyzer.errors import StoreDamaged, StoreLocked, StoreMissing, StoreTooNew
from analyzer.exports import finding_row, listing_row
from analyzer.pipeline import add, rule, take_in
from analyzer.records import Ruling
from analyzer.store import Store, schema, steps


def export(store):
    """All findings and listings as the bytes of an export."""
    rows = [finding_row(f) for f in store.findings("ite")]
    for code in store.economies("ite"):
        rows += [listing_row(entry) for entry in store.listings("ite", code)]
    return json.dumps(rows, ensure_ascii=False).encode()


@pytest.fixture
def filled(filled_address):
    with Store.open(filled_address) as store:
        yield store


def test_an_export_is_the_same_from_every_database(filled, sample_store):
    assert export(filled) == export(sample_store)


def test_every_answer_is_the_same_from_every_database(filled, sample_store):
    for ask in (
        lambda s: s.reports(),
        lambda s: s.chapters("ite", 2025),
        lambda s: s.chapter_years("ite"),
        lambda s: s.listings("ite", "KOR", boilerplate=False),
        lambda s: s.page("ite", 2025, 8),
        lambda s: s.unplaced(),
        lambda s: list(s.mentioned("ite", "OFFSET", year=2025)),
        lambda s: s.passages("ite", ["KOR"], years=[1996, 2025]),
        lambda s: s.before(s.passages("ite", ["KOR"], years=[2025])[5], 3),
        lambda s: queries.history(s, "KOR", "defense offset"),
        lambda s: queries.history(s, "KOR", "cloud security certification CSAP"),
        lambda s: {hit.passage.id for hit in queries.search(s, "e-commerce customs", first=2022, last=2024)},
    ):
        assert ask(filled) == ask(sample_store)


def test_what_stands_before_a_passage_comes_from_its_chapter_the_nearest_first(filled):
    held = [p for p in filled.passages("ite", years=[2025], placed=False) if p.chapter == "KOR"]
    assert filled.before(held[3], 2) == [held[2], held[1]]
    assert filled.before(held[1], 9) == [held[0]]
    assert filled.before(held[0], 9) == []


def test_a_store_that_holds_nothing_is_missing_until_it_is_made(empty_address):
    with pytest.raises(StoreMissing):
        Store.open(empty_address)
    with Store.open(empty_address, create=True) as store:
        assert store.reports() == [] and store.integrity() == []


@pytest.mark.parametrize("query", ["cloud security certification", "CLOUD Certifications", "clôud certification"])
def test_words_are_found_in_any_case_number_and_accent(filled, query):
    assert {p.chapter for p, _, _ in filled.search(query)} == {"KOR"}


def test_the_best_comes_first_and_words_may_be_missing(filled):
    hits = filled.search("offsets zeppelin", limit=5)
    assert 0 < len(hits) <= 5
    assert [rank for _, rank, _ in hits] == sorted((rank for _, rank, _ in hits), reverse=True)


def test_a_search_keeps_to_the_economy_and_the_year(filled):
    hits = filled.search("offset", economies=["KOR"], year=2025)
    assert hits and {(p.chapter, p.year) for p, _, _ in hits} == {("KOR", 2025)}
    assert filled.search("offset", economies=["NOR"], year=1800) == []


@pytest.mark.parametrize(
    "query", ['"', "offset AND", "a* OR (", "NEAR(", "-", "'; DROP TABLE passage; --", "\0", "%", "\\' | !x", "<->"]
)
def test_no_query_breaks_the_search(filled, query):
    assert isinstance(filled.search(query), list)


def test_work_that_fails_halfway_leaves_nothing(filled):
    before = export(filled)
    with pytest.raises(RuntimeError), filled.writing() as writer:
        writer.remove("ite", 2025)
        raise RuntimeError("halfway")
    assert export(filled) == before
    assert filled.integrity() == []


def test_a_reader_sees_the_old_state_until_the_writer_is_done(filled):
    before = export(filled)
    with filled.writing() as writer:
        writer.remove("ite", 2025)
        assert export(filled) == before
    assert [year for _, year in filled.editions()] == [1996, 2022, 2024]


def test_a_snapshot_stays_as_it_was(filled):
    with filled.snapshot():
        before = export(filled)
        _elsewhere(lambda: _remove(filled, 2025))
        assert export(filled) == before
    assert export(filled) != before


def _remove(store, year):
    with store.writing() as writer:
        writer.remove("ite", year)


def _elsewhere(work):
    """Work done in another thread, as by another person."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_only_one_writes_at_a_time(filled, filled_address):
    with filled.writing(), Store.open(filled_address, wait=0.2) as second:
        with pytest.raises(StoreLocked, match="Try again"), second.writing():
            pytest.fail("two writers at once")
        assert len(second.editions()) == 4  # reading goes on


def test_two_people_add_at_once(empty_address, sample_paths, sample_store):
    Store.open(empty_address, create=True).close()
    failed = []

    def person(paths):
        try:
            with Store.open(empty_address, create=True) as store:
                add(store, paths, jobs=1)
        except Exception as error:
            failed.append(error)

    people = [threading.Thread(target=person, args=(paths,)) for paths in (sample_paths[:3], sample_paths[1:])]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
    assert failed == []
    with Store.open(empty_address) as store:
        assert export(store) == export(sample_store)
        assert store.integrity() == []


def test_an_edition_that_another_person_was_quicker_to_add_stays(filled, sample_paths, monkeypatch):
    before = export(filled)
    held = filled.reports

    def as_we_looked():  # before the other person was done
        monkeypatch.setattr(filled, "reports", held)
        return []

    monkeypatch.setattr(filled, "reports", as_we_looked)
    summary = add(filled, sample_paths[-1:], jobs=1)
    assert [entry.outcome for entry in summary.editions] == ["unchanged"]
    assert export(filled) == before


def test_a_ruling_survives_a_new_reading(filled, sample_paths):
    (finding,) = filled.findings("ite", economy="KOR", year=2025, status=["relisted"])
    rule(filled, Ruling(finding.passage.id, "KOR", "new", "A. Reader", "2025-04-01T09:00:00+00:00", "other matter"))
    add(filled, sample_paths[-1:], jobs=1, replace=True)
    (again,) = [f for f in filled.findings("ite", economy="KOR", year=2025) if f.passage.id == finding.passage.id]
    assert (again.verdict.status.value, again.verdict.ruled_by) == ("new", "A. Reader")


def test_a_later_version_is_refused(filled, filled_address, monkeypatch):
    monkeypatch.setattr(schema, "VERSION", 0)
    with pytest.raises(StoreTooNew, match="newer analyzer"):
        Store.open(filled_address)


def test_an_older_store_is_brought_up_to_date_once(filled, filled_address, monkeypatch):
    before, taken = export(filled), []

    def step(number):
        def take(connection):
            taken.append(number)
            connection.exec_driver_sql(f"CREATE TABLE step_{number} (id INTEGER)")

        return take

    first, second = schema.VERSION + 1, schema.VERSION + 2
    monkeypatch.setattr(schema, "VERSION", second)
    monkeypatch.setattr(steps, "STEPS", {first: step(first), second: step(second)})
    for _ in range(2):
        with Store.open(filled_address) as store:
            assert export(store) == before
    assert taken == [first, second]


def test_copies_of_evidence_in_a_store_of_version_1_become_references(filled, filled_address):
    before, v, p = export(filled), schema.verdict, schema.passage
    with filled.database.engine.begin() as connection:
        texts = dict(map(tuple, connection.execute(sql.select(p.c.id, p.c.text))))
        for row in connection.execute(sql.select(v)).mappings().all():
            if row["evidence"] is None:
                continue
            copied = {**row["body"]["evidence"], "passage_id": row["evidence"], "text": texts[row["evidence"]]}
            this = (v.c.economy == row["economy"], v.c.year == row["year"], v.c.passage_id == row["passage_id"])
            connection.execute(sql.update(v).where(*this).values(body={**row["body"], "evidence": copied}))
        connection.exec_driver_sql("ALTER TABLE verdict DROP COLUMN evidence")
        connection.exec_driver_sql("ALTER TABLE listing DROP COLUMN continues")
        connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'version'")
    with Store.open(filled_address) as store:
        assert export(store) == before
        with store.database.engine.connect() as connection:
            bodies = connection.execute(sql.select(v.c.body).where(v.c.evidence.is_not(None))).scalars().all()
    assert bodies and not any({"text", "passage_id"} & body["evidence"].keys() for body in bodies)


def test_rulings_of_a_store_of_version_2_are_kept_and_stand_beside_later_ones(filled, filled_address):
    kept = [
        Ruling("ite2025-KOR-aaaaaaaaaaaa", "KOR", "new", "A", "2025-04-01T09:00:00+00:00", "read it"),
        Ruling("ite2025-KOR-aaaaaaaaaaaa", "KOR", "same", "A", "2025-04-01T08:00:00+00:00", against="earlier"),
    ]
    columns = '"about", "economy", "against", "decision", "by", "at", "why"'
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE ruling")
        connection.exec_driver_sql(
            "CREATE TABLE ruling (about VARCHAR NOT NULL, economy VARCHAR NOT NULL, against VARCHAR NOT NULL, decision "
            'VARCHAR NOT NULL, "by" VARCHAR NOT NULL, at VARCHAR NOT NULL, why VARCHAR NOT NULL, '
            "PRIMARY KEY (about, economy, against))"
        )
        for r in kept:
            values = ", ".join(f"'{v}'" for v in (r.about, r.economy, r.against or "", r.decision, r.by, r.at, r.why))
            connection.exec_driver_sql(f"INSERT INTO ruling ({columns}) VALUES ({values})")
        connection.exec_driver_sql("ALTER TABLE listing DROP COLUMN continues")
        connection.exec_driver_sql("UPDATE meta SET value = '2' WHERE key = 'version'")
    later = replace(kept[0], decision="withdrawn", at="2025-04-02T09:00:00+00:00")
    with Store.open(filled_address) as store:
        assert store.rulings() == [kept[1], kept[0]]
        with store.writing() as writer:
            writer.ruling(later)
        assert store.rulings() == [kept[1], kept[0], later]
        assert store.integrity() == []


def test_listings_of_a_store_of_version_3_are_kept(filled, filled_address):
    before = filled.listings("ite", "KOR")
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE listing DROP COLUMN continues")
        connection.exec_driver_sql("UPDATE meta SET value = '3' WHERE key = 'version'")
    with Store.open(filled_address) as store:
        assert store.listings("ite", "KOR") == [replace(one, continues=None) for one in before]
        assert store.integrity() == []


def test_a_step_that_fails_leaves_the_older_store(filled, filled_address, monkeypatch):
    def fail(connection):
        connection.exec_driver_sql("DROP TABLE listing")
        raise RuntimeError("halfway")

    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(steps, "STEPS", {schema.VERSION: fail})
    with pytest.raises(RuntimeError):
        Store.open(filled_address)
    monkeypatch.undo()
    with Store.open(filled_address) as store:
        assert store.listings("ite", "KOR") and store.integrity() == []


def test_another_programs_database_is_refused(empty_address):
    database = Store.open(empty_address, create=True).database
    with database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE meta RENAME TO birds")
    database.engine.dispose()
    with pytest.raises(StoreDamaged, match="no store of analyzer"):
        Store.open(empty_address, create=True)


def test_a_row_that_makes_no_sense_is_damage_and_no_crash(filled):
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE verdict SET status = 'gone' WHERE economy = 'KOR'")
    with pytest.raises(StoreDamaged, match="cannot be understood"):
        filled.findings("ite", economy="KOR", year=2025)


def test_sentences_that_make_no_sense_are_damage_when_a_report_is_added(filled):
    with filled.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE passage SET sentences = '[1]' WHERE ordinal = 0")
    bare = filled.bare("ite")
    assert {type(one.sentences) for one in bare} == {str}
    with pytest.raises(StoreDamaged, match="sentences of passage"):
        [one.passage() for one in bare]


def test_the_stock_counts_passages_without_a_look_at_them(filled):
    passages = filled.passages("ite", placed=False)
    assert {one.key: one.passages for one in filled.stock("ite")} == Counter(
        (p.year, p.chapter, p.economies) for p in passages
    )
    assert filled.stock("nte") == []
    every = filled.bare("ite")
    assert [one.passage() for one in every] == passages
    assert filled.bare("ite", ["KOR"]) == [one for one in every if "KOR" in one.economies]


def test_torn_chapters_and_listings_of_barriers_are_told(filled):
    assert filled.torn_chapters("ite") == frozenset()
    every = filled.listings("ite", "KOR")
    assert filled.listings("ite", "KOR", boilerplate=False) == every
    v, c = schema.verdict, schema.chapter
    with filled.database.engine.begin() as connection:
        connection.execute(sql.update(v).where(v.c.listing_id == every[0].id).values(boilerplate=True))
        connection.execute(sql.update(c).where(c.c.economy == "KOR").values(torn=True))
    assert filled.listings("ite", "KOR", boilerplate=False) == every[1:]
    assert filled.torn_chapters("ite") == {("KOR", year) for year in filled.chapter_years("ite")["KOR"]}


def test_what_no_database_can_hold_keeps_its_length(filled):
    assert schema.storable("a\0b\ud800c") == "a\ufffdb?c"
    with filled.database.engine.begin() as connection:
        connection.execute(
            schema.unplaced.insert(),
            [{"report": "ite-2025", "place": "x", "label": None, "reason": "odd", "text": "a\0b\ud800c"}],
        )
    assert filled.unplaced()[-1]["text"] == "a\ufffdb?c"


def test_a_table_with_what_no_database_can_hold_in_every_column_is_added(filled, tmp_path):
    odd = "odd\ud800\0 "
    rows = [
        {"year": 2019, "country": country, "section": odd, "text": f"{odd}Tyres need a licence."}
        for country in ("Korea", f"{odd}land")
    ]
    (tmp_path / "nte.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert not add(filled, [tmp_path / "nte.jsonl"], jobs=1).failed
    (passage,) = filled.passages("nte")
    assert (passage.printed_section, passage.text) == ("odd?\ufffd", "odd?\ufffd Tyres need a licence.")
    (left,) = [row for row in filled.unplaced() if row["report"] == "nte-2019"]
    assert (left["label"], "odd?\ufffd land" in left["reason"]) == ("odd?\ufffd land", True)


def test_a_ruling_by_a_name_that_no_database_can_hold_is_taken_in_once(filled):
    (finding,) = filled.findings("ite", economy="KOR", year=2025, status=["relisted"])
    given = Ruling(finding.passage.id, "KOR", "new", "A\ud800", "2025-04-01T09:00:00+00:00", "b\0\udfff")
    assert [take_in(filled, [given]) for _ in range(2)] == [1, 0]
    assert filled.rulings() == [replace(given, by="A?", why="b\ufffd?")]


def test_a_file_from_which_nothing_is_held_is_forgotten(filled, sample_paths, tmp_path):
    other = tmp_path / "other.pdf"
    other.write_bytes(sample_paths[-1].read_bytes() + b"\n% another copy\n")
    add(filled, [other], jobs=1, replace=True)
    assert sorted(filled.sources().values()) == ["ite-1996.pdf", "ite-2022.pdf", "ite-2024.pdf", "other.pdf"]
