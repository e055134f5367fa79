from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from analyzer import assets

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.mark.real
@pytest.mark.parametrize(("kind", "name"), [("edition", "2025NTE.pdf"), ("table", "nteText.rda")])
def test_checksums_are_those_of_the_files_at_hand(kind, name):
    path = DATA / name
    if not path.is_file():
        pytest.skip(f"{name} is not in ../shared/data")
    catalogue = tomllib.loads((assets.corpora() / "catalogue.toml").read_text(encoding="utf-8"))
    sums = {entry.get("sha256") for entry in catalogue[kind]}
    assert hashlib.sha256(path.read_bytes()).hexdigest() in sums
