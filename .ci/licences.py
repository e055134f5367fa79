"""Lists the licence of everything that `analyzer` and its extras install, and fails where one is GPL or AGPL.

python .ci/licences.py      run it in an environment with the extras
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

STRONG = re.compile(
    r"(?<!L)(?<!Lesser )(?<!Library or Lesser )\b(A?GPL|(Affero )?General Public License)", re.IGNORECASE
)


def installed(name: str = "analyzer", extras: frozenset[str] = frozenset()) -> Iterator[Distribution]:
    """Every package that is needed and installed, once each."""
    seen: set[tuple[str, str]] = set()
    found: dict[str, Distribution] = {}
    todo = [(name, extras or frozenset(distribution(name).metadata.get_all("Provides-Extra") or ()) - {"dev"})]
    while todo:
        package, wanted = todo.pop()
        try:
            held = distribution(package)
        except PackageNotFoundError:
            continue
        found[held.metadata["Name"].lower()] = held
        for line in held.requires or ():
            need = Requirement(line)
            for extra in ("", *sorted(wanted)):
                key = (line, extra)
                if key not in seen and (need.marker is None or need.marker.evaluate({"extra": extra})):
                    seen.add(key)
                    todo.append((need.name, frozenset(need.extras)))
    for _, held in sorted(found.items()):
        yield held


def licence(held: Distribution) -> str:
    """The licence as the package's own metadata names it."""
    meta = held.metadata
    named = [c.rsplit(" :: ", 1)[-1] for c in meta.get_all("Classifier") or () if c.startswith("License ::")]
    free = (meta.get("License") or "").strip().split("\n")[0]
    return (
        meta.get("License-Expression") or "; ".join(n for n in named if n != "OSI Approved") or free[:60] or "not named"
    )


def refused(text: str) -> bool:
    """Whether a licence asks that programs using the package be given under it, too, and offers no other choice."""
    offers = re.split(r"\s+OR\s+|;\s*", text)
    return all(STRONG.search(offer) for offer in offers)


def main() -> int:
    """Print the list."""
    wrong = 0
    for held in installed():
        text = licence(held)
        wrong += refused(text)
        print(f"{held.metadata['Name']:28} {held.version:14} {text}{'   <- refused' if refused(text) else ''}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
