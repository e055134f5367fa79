"""The tree of errors at the head of its module."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from analyzer import errors

PACKAGE = Path(errors.__file__).parent


def test_the_tree_names_every_error_under_its_own():
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    above, drawn = ["AnalyzerError"], set()
    for lead, name in re.findall(r"^([│ ]*)[├└]── (\w+)", errors.__doc__, re.MULTILINE):
        depth = len(lead) // 4 + 1
        above[depth:] = [name]
        drawn.add((name, above[depth - 1]))
    family = {"AnalyzerError", *(name for name, _ in drawn)}
    raised = {(name, base) for name, own in bases.items() for base in own if base in family}
    assert drawn == raised
