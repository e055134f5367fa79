from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / ".ci" / "licences.py"


@pytest.fixture(scope="module")
def licences():
    spec = importlib.util.spec_from_file_location("licences", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_that_we_install_binds_our_users(licences):
    held = {d.metadata["Name"].lower(): licences.licence(d) for d in licences.installed()}
    assert {"spacy", "sqlalchemy", "typer", "psycopg", "distributed", "typing_extensions"} <= set(held)
    assert [name for name, text in held.items() if licences.refused(text)] == []


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("GNU General Public License v2 (GPLv2)", True),
        ("GNU Affero General Public License v3", True),
        ("LGPL-3.0-only", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT OR GPL-2.0", False),
        ("BSD-3-Clause", False),
    ],
)
def test_which_licences_are_refused(licences, text, refused):
    assert licences.refused(text) is refused
