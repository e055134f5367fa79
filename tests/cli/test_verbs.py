import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from analyzer.claims import kinship
from analyzer.cli import answering, check, main
from analyzer.cli.verbs import app

VERBS = sorted(command.name or command.callback.__name__ for command in app.registered_commands)


@pytest.fixture
def run(sample_file, monkeypatch):
    monkeypatch.setenv("ANALYZER_STORE", str(sample_file))
    monkeypatch.delenv("COLUMNS", raising=False)

    def call(*arguments):
        return CliRunner().invoke(app, [str(a) for a in arguments])

    return call


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_does(verb):
    result = CliRunner().invoke(app, [verb, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


@pytest.mark.parametrize(
    ("before", "after", "held"),
    [([], [], False), (["sample"], [], True), ([], ["sample"], True), (["none"], ["sample"], True)],
)
def test_the_store_is_named_before_the_verb_or_after_it(before, after, held, sample_file, tmp_path, monkeypatch):
    monkeypatch.setenv("ANALYZER_STORE", str(tmp_path / "of the environment.sqlite"))
    places = {"sample": str(sample_file), "none": str(tmp_path / "none.sqlite")}
    first, then = ([part for name in names for part in ("--store", places[name])] for names in (before, after))
    result = CliRunner().invoke(app, [*first, "reports", "--json", *then])
    assert (result.exit_code == 0) == held


def test_the_verbs_of_the_front_door_are_there():
    wanted = "add agreements brief chapters demo doctor export findings history reports search tag"
    assert set(wanted.split()) <= set(VERBS)


def test_findings_show_page_status_and_evidence(run):
    output = run("findings", "KOR", "--year", 2025, "--label", "OFFSET").output
    for words in ("RELISTED", "Defense Offsets", "p. 6 (PDF 8)", "last 1996", "evidence (1996", "compared with 2024"):
        assert words in output


@pytest.mark.parametrize(
    "arguments",
    [
        ("reports",),
        ("chapters", "--year", 2025),
        ("findings", "KOR"),
        ("listings", "KOR"),
        ("history", "KOR", "defense offset"),
        ("search", "cloud"),
        ("agreements",),
        ("offsets",),
    ],
)
def test_every_answer_comes_as_json_and_as_a_table_of_100_columns(run, arguments):
    assert isinstance(json.loads(run(*arguments, "--json").output), dict if arguments[0] == "history" else list)
    table = run(*arguments)
    assert table.exit_code == 0
    assert max(map(len, table.output.splitlines())) <= 100


def test_listings_are_those_of_the_economy_and_year(run):
    every = json.loads(run("listings", "Korea", "--json").output)
    assert {row["economy"] for row in every} == {"KOR"}
    of_1996 = json.loads(run("listings", "KOR", "--year", 1996, "--json").output)
    assert of_1996 == [row for row in every if 1996 in row["years"]] and 0 < len(of_1996) < len(every)


def test_a_history_as_rows_holds_its_passages_and_as_json_one_answer(run, tmp_path):
    rows = run("history", "KOR", "defense offset", "--format", "csv").output.splitlines()
    assert [row.split(",")[0] for row in rows[:1]] == ["year"] and len(rows) >= 3
    run("history", "KOR", "defense offset", "-o", tmp_path / "found.json")
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["years_said"] == [1996, 2025]


def test_a_question_without_a_matter_is_an_error(run):
    result = run("history", "KOR", "the")
    assert (result.exit_code, "names no matter" in str(result.exception)) == (1, True)


WITHOUT_JSON = {"serve", "mcp"}  # they answer until they are stopped


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_that_answers_does_so_in_json(verb):
    options = {flag for option in get_command(app).commands[verb].params for flag in option.opts}
    assert ("--json" in options) is (verb not in WITHOUT_JSON)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented(verb):
    commands = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
    assert f"| `{verb}" in commands.read_text(encoding="utf-8")


def test_what_verbs_did_comes_as_json(run, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": "1", "text": "Offsets."}\n', encoding="utf-8")
    kept = tmp_path / "kept.sqlite"
    assert json.loads(run("backup", kept, "--json").output) == {"editions": 4, "file": str(kept)}
    assert json.loads(run("tag", tmp_path / "in.jsonl", tmp_path / "out.jsonl", "--json").output)["texts"] == 1
    assert json.loads(run("rulings", "--json").output) == []
    passage = json.loads(run("findings", "KOR", "--json").output)[0]["passage_id"]
    assert json.loads(run("show", passage, "--json").output)[0]["id"] == passage


def test_completion_is_offered():
    output = CliRunner().invoke(app, ["--help"]).output
    assert "--install-completion" in output and "--show-completion" in output


def test_help_lists_each_verb_once_in_a_whole_sentence():
    listed = CliRunner().invoke(app, ["--help"], env={"COLUMNS": "80"}).output.split("Reports:")[1]
    rows = [line.split(maxsplit=1) for line in listed.splitlines() if line.startswith("  ")]
    assert sorted(verb for verb, _ in rows) == sorted(VERBS)
    assert all(sentence.endswith(".") and not sentence.endswith("...") for _, sentence in rows)


def test_output_that_goes_to_no_terminal_is_as_wide_as_asked_for(run, monkeypatch):
    wide = max(map(len, run("findings", "KOR", "--year", 2025).output.splitlines()))
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, run("findings", "KOR", "--year", 2025).output.splitlines())) <= 60 < wide <= 100


def test_a_note_is_written(run, tmp_path):
    result = run("brief", "Korea", "--year", 2025, "-o", tmp_path / "note.md")
    assert result.exit_code == 0
    assert "Defense Offsets" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_export_writes_lines_that_scripts_read(run):
    rows = [json.loads(line) for line in run("export", "findings", "--year", 2025).output.splitlines()]
    assert {row["status"] for row in rows} == {"new", "relisted", "changed", "continued", "dropped"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("findings", "GCC", "--year", 2025, "--status", "relisted", "-f", "csv"),
        ("findings", "KOR", "--year", 1996, "--status", "dropped", "-f", "csv"),
        ("offsets", "GCC", "-f", "csv"),
    ],
)
def test_a_csv_of_nothing_names_its_columns(run, arguments):
    (head,) = run(*arguments).output.splitlines()
    assert {"economy", "passage_id", "pdf_page"} <= set(head.split(","))


def test_doctor_accounts_for_every_page(run):
    output = run("doctor").output
    assert "40 pages read" in output and "The store is sound." in output


def _command(*arguments, store):
    return subprocess.run(
        [sys.executable, "-m", "analyzer", *arguments, "--store", str(store)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_error_is_one_message_and_exit_code_one(sample_file):
    result = _command("findings", "Koreaa", store=sample_file)
    assert result.returncode == 1
    assert result.stderr.startswith("analyzer: 'Koreaa' is no economy known here.")
    assert "Traceback" not in result.stderr and result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("findings", "KOR", "-o", "FILE.csv"),
        ("export", "findings", "-o", "FILE.jsonl.gz"),
        ("export", "listings", "-o", "FILE.xlsx"),
        ("brief", "KOR", "-o", "FILE.md"),
        ("rulings", "-o", "FILE.jsonl"),
        ("check", "--claim", "In 2025 Korea is listed for the first time.", "-o", "FILE.json"),
        ("tag", "FILE.jsonl", "out.jsonl"),
        ("train", "--to", "FILE"),
    ],
)
def test_a_file_that_cannot_be_is_named(sample_file, tmp_path, monkeypatch, capsys, arguments):
    (tmp_path / "note.txt").write_text("no folder")
    there = tmp_path / ("note.txt" if arguments[0] == "train" else "none")
    given = [word.replace("FILE", str(there / "file")) for word in arguments]
    monkeypatch.setenv("ANALYZER_STORE", str(sample_file))
    monkeypatch.setattr(sys, "argv", ["analyzer", *given])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert ended.value.code == 1
    assert said.startswith(f"analyzer: {there}") and said.endswith("Check the path and its rights.")


def test_meanings_of_words_are_taken_from_an_encoder(sample_file, tmp_path, monkeypatch, capsys):
    made = kinship.Encoder("made-up", ("drone",), lambda words: np.eye(len(words), dtype=np.float32))
    monkeypatch.setattr(kinship, "encoder", {"some": made}.__getitem__)
    monkeypatch.setenv("ANALYZER_STORE", str(sample_file))
    monkeypatch.setattr(sys, "argv", ["analyzer", "train", "--kin", "some", "--to", str(tmp_path / "new"), "--json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    said, held = json.loads(capsys.readouterr().out), kinship.read(tmp_path / "new")
    assert said == {"folder": str(tmp_path / "new"), "words": len(held.words)}
    assert {"drone", "offset", "procurement"} <= set(held.words)


def test_a_table_of_findings_ends_and_says_so(run, monkeypatch):
    every = run("findings").output
    monkeypatch.setattr(answering, "SHOWN", 2)
    some = run("findings").output
    assert every.startswith(some.split("The first 2 of them")[0].rstrip()[:400])
    assert "The first 2 of them; name an economy" in some and "The first" not in every
    assert every.splitlines()[-1] == some.splitlines()[-1] and len(some) < len(every) / 3
    assert len(json.loads(run("findings", "--json").output)) > 2


@pytest.mark.parametrize("claim", ["", "  \n"])
def test_an_empty_claim_is_refused(run, claim):
    result = run("check", "--claim", claim)
    assert result.exit_code and "the claim is empty" in str(result.exception)


def test_what_of_an_article_was_not_judged_is_said(run, tmp_path):
    told = "The 2025 NTE lists Korea's defense offsets for the first time."
    passed = "Peru's envoy welcomed the report. Chile was glad of its report. Sales of kites in Peru rose."
    (tmp_path / "article.txt").write_text(f"{told} {passed}")
    said = run("check", tmp_path / "article.txt").output
    assert "Not judged: “Peru's envoy welcomed the report.”" in said
    assert "Not judged: “Chile was glad of its report.”" in said
    assert said.count("Not judged") == 2 and said.rstrip().endswith("1 claim(s)")
    (tmp_path / "article.txt").write_text(told + " Peru's envoy welcomed the report." * 9)
    assert "... and 4 more sentence(s) that may claim something." in run("check", tmp_path / "article.txt").output


def test_a_claim_need_not_sound_like_one(run):
    result = run("check", "--claim", "Korea asks for defense offsets", "--json")
    (row,) = json.loads(result.output)
    assert (row["economy"], row["kind"], row["answer"], row["holds"]) == ("KOR", "listed", "relisted", True)


def test_an_economy_like_no_other_is_refused_without_a_thousand_names(sample_file):
    result = _command("findings", "Xyzzyxx", store=sample_file)
    told = "'Xyzzyxx' is no economy known here. Give its name or its code of three letters: Korea, or KOR."
    assert result.stderr.strip() == f"analyzer: {told}"


def test_help_and_import_load_nothing_heavy():
    code = (
        "import sys; sys.argv=['analyzer','--help']\n"
        "try:\n from analyzer.cli import main; main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'sklearn', 'scipy', 'numpy', 'pypdfium2', 'sqlalchemy', 'lxml', 'docx'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_question_loads_no_more_than_it_needs(sample_file):
    code = (
        "import sys; sys.argv=['analyzer','findings','KOR','--year','2025','--store',sys.argv[1]]\n"
        "try:\n from analyzer.cli import main; main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'sklearn', 'scipy', 'numpy', 'pypdfium2', 'pydantic', 'lxml', 'docx'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code, str(sample_file)], check=True, capture_output=True)


def test_words_need_no_quotation_marks(run):
    assert run("history", "KOR", "defense", "offset").output == run("history", "KOR", "defense offset").output
    assert run("search", "defense", "offset").output == run("search", "defense offset").output


def test_what_the_editions_asked_for_do_not_say_is_not_denied_of_the_others(run):
    result = run("history", "KOR", "defense offset", "--from", "2022", "--to", "2024")
    assert "in the editions asked for; it is in" in str(result.exception)
    assert "1996" in str(result.exception)


def test_words_that_no_passage_holds_together_are_told(run):
    said = "None holds all of these words as they are"
    assert said in run("search", "offset", "zebra").output
    assert said not in run("search", "offset").output


@pytest.mark.parametrize("target", ["in.jsonl", "out.csv", "-"])
def test_tag_overwrites_no_source_and_writes_lines_alone(run, tmp_path, monkeypatch, target):
    monkeypatch.chdir(tmp_path)
    lines = '{"id": "a", "text": "Korea asks for offsets."}\n'
    Path("in.jsonl").write_text(lines, encoding="utf-8")
    assert "Name another file" in str(run("tag", "in.jsonl", target).exception)
    assert Path("in.jsonl").read_text(encoding="utf-8") == lines


@pytest.mark.parametrize("content", [None, "this is no store"])
def test_a_backup_that_is_none_leaves_no_store_behind(run, tmp_path, content):
    backup, store = tmp_path / "a.backup", tmp_path / "new.sqlite"
    if content:
        backup.write_text(content, encoding="utf-8")
    result = run("restore", backup, "--store", store)
    assert "analyzer backup FILE" in str(result.exception)
    assert not store.exists()


def test_adding_what_is_not_there_leaves_no_store_behind(run, tmp_path):
    store = tmp_path / "new.sqlite"
    assert "no such file" in str(run("add", tmp_path / "none.pdf", "--store", store).exception)
    assert not store.exists()


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_articles_come_in_the_encodings_of_offices(run, tmp_path, encoding):
    article = tmp_path / "a.txt"
    article.write_bytes("Korea’s defense offsets are in the 2025 report for the first time.".encode(encoding))
    result = run("check", article)
    assert "“Korea’s defense offsets" in result.output
    assert "DOES NOT HOLD (relisted)" in result.output


def test_an_article_that_is_no_text_is_an_error(run, tmp_path):
    article = tmp_path / "a.txt"
    article.write_bytes(bytes(range(256)))
    assert "this is no text" in str(run("check", article).exception)


def test_a_decision_on_a_pair_needs_both(run):
    assert "--against ID" in str(run("rule", "ite2025-KOR-000000000001", "same", "--by", "A. Reader").exception)


def test_a_standing_has_room_for_its_sentence_on_wide_screens(run, monkeypatch):
    assert "140 columns wide" in run("agreements", "KOR").output
    monkeypatch.setenv("COLUMNS", "160")
    assert "columns wide" not in run("agreements", "KOR").output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_article_is_cut_between_letters(run, tmp_path, encoding):
    article = tmp_path / "a.txt"
    said = "Korea’s defense offsets are in the 2025 report for the first time. "
    article.write_bytes((said + "😀’" * check.MOST).encode(encoding))
    assert "“Korea’s defense offsets" in run("check", article).output
