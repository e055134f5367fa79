"""The listing history: same matter, changed substance, threads, dropped matters.

The only room that knows scikit-learn. Import `trace` from `analyzer.history.tracing` or from here; either loads numpy,
scipy and scikit-learn, so the rest of the program imports it inside functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.history.tracing import Scope, Trace, trace

__all__ = ["Scope", "Trace", "trace"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from analyzer.history import tracing

        return getattr(tracing, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
