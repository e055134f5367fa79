from __future__ import annotations

from analyzer.outline.placing import place
from analyzer.outline.tables import lay_out_table
from analyzer.records import Row, SourceFile, Table

LAMPS = (
    "Korea taxes glass lanterns at nine percent. The Korean lantern bureau licenses every wick maker in the land. "
    "Polishers of brass sockets in Korea wait two years for a stamp. Korean inspectors weigh each wick by hand."
)
BOATS = (
    "Japan restricts wooden ferries from abroad to three ports on its northern coast. Japanese harbour pilots charge "
    "double for cedar planks and barrels of tar. The shipyard levy of Japan falls on imported anchors and no others. "
    "Japanese rope makers enjoy a bounty on hemp that strangers are refused."
)
SEEDS = "Chile inspects tulip bulbs in brine. Quarantine gardens in Chile soak dahlias and crocus corms for a week."


def rows(*more: tuple[int, str, str, str]) -> list[Row]:
    around = [
        (year, country, "Other Barriers", f"{text} {text}")
        for year in (2001, 2003)
        for country, text in (("Korea", LAMPS), ("Japan", BOATS), ("Chile", SEEDS))
    ]
    return [Row(n, *row) for n, row in enumerate([*around, *more], start=1)]


def test_a_stretch_on_another_economy_is_found_with_its_bounds() -> None:
    row = (2002, "Korea", "Import Policies", f"{LAMPS} {BOATS} {LAMPS}")
    placing = place(rows(row))
    (stray,) = placing.strays[7]
    assert placing.placed[7] == "KOR"
    assert (stray.economy, row[3][stray.start : stray.stop]) == ("JPN", BOATS)


def test_what_is_said_of_another_economy_in_the_own_words_stays() -> None:
    compared = LAMPS.replace("Polishers", "Japan and Japanese makers are spared. Japan pays nothing. Polishers")
    assert not place(rows((2002, "Korea", "Import Policies", compared))).strays


def test_without_chapters_around_nothing_is_moved() -> None:
    assert not place(rows((2009, "Korea", "Import Policies", f"{LAMPS} {BOATS}"))).strays


def test_a_blocs_chapter_may_speak_of_its_members() -> None:
    france = LAMPS.replace("Korean", "French").replace("Korea", "France")
    spain = BOATS.replace("Japanese", "Spanish").replace("Japan", "Spain")
    held = [Row(n, year, "European Union", None, f"{france} {spain}") for n, year in enumerate((2001, 2002, 2003), 1)]
    assert not place(held).strays


def test_stretches_stand_in_their_own_chapters_and_lose_nothing() -> None:
    source = Table(
        SourceFile("sample.csv", "0" * 64, 1, "csv"),
        tuple(rows((2002, "Korea", "Import Policies", f"{BOATS} {LAMPS}"), (2002, "Japan", "Services", BOATS[:110]))),
    )
    edition = next(e for e in lay_out_table(source) if e.year == 2002)
    of = {code: [p for p in edition.passages if p.chapter == code] for code in ("KOR", "JPN")}
    assert " ".join(p.text for p in of["KOR"]) == LAMPS
    strayed = [p for p in of["JPN"] if p.segments[0].row == 7]
    assert " ".join(p.text for p in strayed) == BOATS
    assert {(p.section, p.printed_section) for p in strayed} == {("unsectioned", None)}
    assert {p.section for p in of["KOR"]} == {"import_policies"}
    for passage in edition.passages:
        (segment,) = passage.segments
        assert source.rows[(segment.row or 0) - 1].text[segment.offset :].startswith(passage.text)
    notes = {c.economy: c.notes for c in edition.chapters}
    count = len(BOATS.split())
    assert notes["JPN"] == (f"{count} words come from the source's chapter on Korea",)
    assert notes["KOR"] == (f"{count} words of the source's chapter stand under Japan",)
    assert (edition.account.total, edition.account.placed) == (2, 2)
