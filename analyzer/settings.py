"""What holds unless a person says otherwise: where the store lies, and who the person is."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

STORE_VARIABLE = "ANALYZER_STORE"


def default_store() -> str:
    """The store's path or URL: the variable ANALYZER_STORE, or a file in the user's data folder."""
    given = os.environ.get(STORE_VARIABLE)
    if given:
        return given
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return str(base / "analyzer" / "store.sqlite")


def user() -> str:
    """The name of this machine's user, or "a reader" where the machine knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "a reader"
