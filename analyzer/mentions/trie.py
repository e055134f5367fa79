"""Patterns for long lists of names: one regular expression that walks the names letter by letter."""

from __future__ import annotations

from collections.abc import Iterable

from analyzer.vocab.economies import pieces

_Node = dict[str, "_Node"]


def trie_pattern(names: Iterable[str]) -> str:
    """Return a pattern that matches any of the names, the longest first, at the price of one walk."""
    root: _Node = {}
    for name in names:
        node = root
        for piece in pieces(name):
            node = node.setdefault(piece, {})
        node[""] = {}
    return _written(root)


def _written(node: _Node) -> str:
    branches = [piece + _written(below) for piece, below in sorted(node.items()) if piece]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    if "" in node:  # a name may end here: the longer one is tried first
        return f"(?:{body})?" if len(branches) == 1 else body + "?"
    return body
