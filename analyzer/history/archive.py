"""Model files of skops: written from classifiers, read as plain figures.

Nothing that a file names is imported or built: scikit-learn takes seconds to load, and all that is needed of its
classifiers are the figures that they learnt.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

# How skops calls what holds other things, and what its files hold beside the types of scikit-learn.
_PLAIN = frozenset(
    {
        "builtins.dict",
        "builtins.list",
        "builtins.str",
        "builtins.tuple",
        "numpy.float64",
        "numpy.int64",
        "numpy.ndarray",
    }
)
_ADDRESS = re.compile(r'("__id__": |"file": ")(\d+)')


def strange(content: bytes, trusted: Collection[str]) -> list[str]:
    """The types in a file's content that are neither plain nor among the trusted ones, sorted."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sorted(set(_types(_schema(archive))) - _PLAIN - set(trusted))


def read(content: bytes) -> Any:  # noqa: ANN401  whatever the file holds
    """A file's content: objects as dictionaries of their attributes, tuples as lists, arrays as they are.

    Raises what `zipfile`, `json` and `numpy.load` raise on damaged files, and KeyError or ValueError on other ones.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return _held(_schema(archive), archive)


def _schema(archive: zipfile.ZipFile) -> Any:  # noqa: ANN401
    return json.loads(archive.read("schema.json"))


def _types(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if "__class__" in node:
            yield f"{node['__module__']}.{node['__class__']}"
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from _types(one)


def _held(node: dict[str, Any], archive: zipfile.ZipFile) -> Any:  # noqa: ANN401
    match node["__loader__"]:
        case "DictNode":
            return {name: _held(one, archive) for name, one in node["content"].items()}
        case "ListNode" | "TupleNode":
            return [_held(one, archive) for one in node["content"]]
        case "ObjectNode" | "TreeNode":
            return _held(node["content"], archive)
        case "JsonNode":
            return json.loads(node["content"])
        case "NdArrayNode":
            return np.load(io.BytesIO(archive.read(node["file"])), allow_pickle=False)
        case other:
            raise ValueError(f"a part of the kind {other}")


def written(parts: Mapping[str, object]) -> bytes:
    """The file's content for classifiers by name; the same training gives the same bytes.

    skops names its parts by the addresses that objects happened to have, and stamps them with the time: the addresses
    become numbers in the order of their first use, the time a fixed one.
    """
    import skops.io

    with zipfile.ZipFile(io.BytesIO(skops.io.dumps(dict(parts)))) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    numbers: dict[str, str] = {}
    schema = _ADDRESS.sub(
        lambda found: found[1] + numbers.setdefault(found[2], str(len(numbers) + 1)), held.pop("schema.json").decode()
    )
    named = {f"{numbers[Path(name).stem]}.npy": _clean(content) for name, content in held.items()}
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in [*sorted(named.items()), ("schema.json", schema.encode())]:
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)
    return whole.getvalue()


def _clean(content: bytes) -> bytes:
    """An array's file with zeros between the fields of its records, where trees leave whatever memory held."""
    held = np.load(io.BytesIO(content), allow_pickle=False)
    if held.dtype.names is None:
        return content
    filled = np.zeros(held.shape, held.dtype)
    for name in held.dtype.names:
        filled[name] = held[name]
    cleaned = io.BytesIO()
    np.save(cleaned, filled, allow_pickle=False)
    return cleaned.getvalue()
