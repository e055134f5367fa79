"""What the package imports is what it says that it needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: wanted for name, wanted in PROJECT["optional-dependencies"].items() if name != "dev"}


def names(requirements):
    return {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-") for one in requirements}


def imported(path):
    """The packages of others that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("room", ["web", "mcp", "else"])
def test_every_import_is_declared_where_it_is_used(room):
    extras = EXTRAS.values() if room == "else" else [EXTRAS[room]]
    declared = names(PROJECT["dependencies"]).union(*map(names, extras))
    modules = [
        path
        for path in (ROOT / "analyzer").rglob("*.py")
        if room == (part if (part := path.relative_to(ROOT / "analyzer").parts[0]) in ("web", "mcp") else "else")
    ]
    packages = {name for path in modules for name in imported(path)} - {"analyzer", *sys.stdlib_module_names}
    known = packages_distributions()
    lacking = {
        name for name in packages if not declared & {one.lower().replace("_", "-") for one in known.get(name, [name])}
    }
    assert modules and lacking == set()


def test_every_dependency_has_a_floor_and_a_ceiling_and_stands_once():
    wanted = [one for group in (PROJECT["dependencies"], *EXTRAS.values()) for one in group]
    assert [one for one in wanted if not re.fullmatch(r"[\w.-]+(\[\w+\])?>=[\d.]+,<[\d.]+", one)] == []
    assert names(PROJECT["dependencies"]) & names(PROJECT["optional-dependencies"]["dev"]) == set()
