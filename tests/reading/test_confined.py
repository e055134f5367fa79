from __future__ import annotations

import io
import os
import pickle
import pickletools
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.errors import BrokenFile, LimitExceeded, MissingColumns
from analyzer.reading import Limits, read
from analyzer.reading.confined import _Answer, written
from analyzer.reading.opening import DEFAULT, describe, read_here
from analyzer.records import LineKind


def test_the_child_gives_what_reading_here_gives(make_pdf):
    path = make_pdf([[(100, 11, "Times-Roman", "A licence is needed for each import of tyres.")]])
    assert read(path) == read_here(path, describe(path), limits=DEFAULT)


def test_errors_of_the_child_arrive_whole(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("year,country\n2025,Freedonia\n")
    with pytest.raises(MissingColumns) as raised:
        read(path)
    assert raised.value.where == "rows.csv"
    assert "section, text" in raised.value.what


def test_time_is_bounded(make_pdf):
    path = make_pdf([[(100, 11, "Times-Roman", "A page like any other page of a report.")]])
    with pytest.raises(LimitExceeded, match="longer than"):
        read(path, limits=Limits(seconds=0.001))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses a bound on the address space")
def test_memory_is_bounded(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"year": 2025, "country": "Freedonia", "section": "x", "text": "y"}\n' * 200_000)
    with pytest.raises((LimitExceeded, BrokenFile), match="memory"):
        read(path, limits=Limits(memory=120 * 2**20))


def test_reading_works_in_a_script_without_a_main_guard(make_pdf, tmp_path):
    path = make_pdf([[(100, 11, "Times-Roman", "Tenders are open to local firms alone.")]])
    script = tmp_path / "script.py"
    script.write_text(
        f"from pathlib import Path\nfrom analyzer.reading import read\nprint(len(read(Path({str(path)!r})).pages))\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
        check=True,
    )
    assert done.stdout == "1\n"


class _Hostile:
    def __reduce__(self):
        return (os.system, ("true",))


@pytest.mark.parametrize("answer", [_Hostile(), [Path("x")], os.getcwd])
def test_an_answer_may_hold_nothing_but_records_and_errors(answer):
    assert _Answer(io.BytesIO(pickle.dumps(answer))).load() is None
    assert _Answer(io.BytesIO(written(LineKind.BODY)[:-3])).load() is None
    assert _Answer(io.BytesIO(written(LineKind.BODY))).load() is LineKind.BODY


def test_an_answer_calls_nothing_but_records():
    called = {arg for op, arg, _ in pickletools.genops(written(LineKind.BODY)) if op.name == "SHORT_BINUNICODE"}
    assert called == {"analyzer.records.source", "LineKind", "body"}


def test_an_answer_changes_no_class_of_its_reader():
    state = b"N}X\x12\x00\x00\x00_value2member_map_}s\x86"  # what BUILD would set
    answer = b"\x80\x05canalyzer.records.source\nLineKind\n" + state + b"b."
    _Answer(io.BytesIO(answer)).load()
    assert LineKind(LineKind.BODY.value) is LineKind.BODY
    assert LineKind._value2member_map_
