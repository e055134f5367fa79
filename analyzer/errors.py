"""The errors that callers may meet.

AnalyzerError
├── ReadingError            a file could not be read as a report
│   ├── UnknownFormat       no reader for this kind of file
│   ├── BrokenFile          damaged or cut short
│   ├── EncryptedFile       needs a password
│   ├── NoText              scanned, image-only or empty
│   ├── MissingColumns      a table without year, country, section or text
│   └── LimitExceeded       time, memory, size or pages beyond the limit
├── OutlineError            the text is not a report we can lay out
│   ├── NotAReport          no chapters were found
│   └── UnknownEdition      series or year could not be found out
├── StoreError
│   ├── StoreMissing        there is no store at this address
│   ├── StoreLocked         another process is writing
│   ├── StoreDamaged        the file is no store, or is corrupt
│   ├── StoreTooNew         written by a later version
│   └── StoreUnwritable     read-only place or disk full
│       └── StoreTooOld     written by an earlier version, and not to be changed
├── ModelError              a trained artefact is missing, altered or of other features
├── UnknownChoice           an argument that is none of the known choices
├── NothingHeld             the question needs an edition or economy that is not held
├── QuoteMismatch           a quote does not stand on the page it cites
├── FetchError              a download failed or is not what the catalogue says
├── Busy                    (web) too many uploads wait already
├── StaleForm               (web) a form without the server's key
└── MissingExtra            a feature needs an optional package
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 15  # so many choices are listed even where some are near
_MANY = 60  # more than so many are not listed


class AnalyzerError(Exception):
    """Base of all errors raised on purpose: what happened, where, and what to do.

    `str(error)` is a full message of one or more sentences; `where` and `remedy` hold its parts.
    """

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.what, self.where, self.remedy = what, where, remedy
        parts = [f"{where}: {what}" if where else what]
        if remedy:
            parts.append(remedy)
        super().__init__(" ".join(parts))

    def __reduce__(self) -> tuple[object, ...]:
        return (_restore, (type(self).__name__, self.what, self.where, self.remedy))


def _restore(name: str, what: str, where: str | None, remedy: str | None) -> AnalyzerError:
    """The error of this name, or a plain one of a kind that does not stand here."""
    kind: type[AnalyzerError] = globals().get(name, AnalyzerError)
    error = kind.__new__(kind)
    AnalyzerError.__init__(error, what, where=where, remedy=remedy)
    return error


class ReadingError(AnalyzerError):
    """A file could not be read as a report."""


class UnknownFormat(ReadingError):
    """No reader is known for this kind of file."""


class BrokenFile(ReadingError):
    """The file is damaged or cut short."""


class EncryptedFile(ReadingError):
    """The file needs a password."""


class NoText(ReadingError):
    """The file holds no text: scanned, image-only or empty."""


class MissingColumns(ReadingError):
    """A table lacks one of the columns year, country, section, text."""


class LimitExceeded(ReadingError):
    """Reading went beyond a limit of time, memory, size or pages."""


class OutlineError(AnalyzerError):
    """The text is not a report that can be laid out."""


class NotAReport(OutlineError):
    """No chapters were found."""


class UnknownEdition(OutlineError):
    """Series or year could not be found out from the file."""


class StoreError(AnalyzerError):
    """The store cannot be used."""


class StoreMissing(StoreError):
    """There is no store at this address."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreDamaged(StoreError):
    """The file is no store of ours, or it is corrupt."""


class StoreTooNew(StoreError):
    """The store was written by a later version."""


class StoreUnwritable(StoreError):
    """The store's place is read-only, or the disk is full."""


class StoreTooOld(StoreUnwritable):
    """The store was written by an earlier version, and is to be left as it is."""


class ModelError(AnalyzerError):
    """A trained artefact is missing, altered, or was made for other features."""


class UnknownChoice(AnalyzerError):
    """An argument is none of the known choices; the message lists them, or says with `hint` where they are found."""

    def __init__(
        self, kind: str, given: str, choices: Iterable[str], *, hint: str = "", among: str = "known here"
    ) -> None:
        known = sorted(choices)
        near = get_close_matches(given, known, n=3, cutoff=0.5)
        hints = [f"Did you mean {', '.join(near)}?"] if near else []
        if len(known) <= (_MANY if not near else _FEW):
            hints.append(f"Choose one of: {', '.join(known)}.")
        elif not near:
            hints.append(hint or f"{len(known)} are known, such as {', '.join(known[:3])}.")
        super().__init__(f"'{given}' is no {kind} {among}.", remedy=" ".join(hints))


class NothingHeld(AnalyzerError):
    """The question needs an edition or an economy that is not held."""


class QuoteMismatch(AnalyzerError):
    """A quote does not stand on the page that it cites."""


class FetchError(AnalyzerError):
    """A download failed, or is not what the catalogue says."""


class MissingExtra(AnalyzerError):
    """A feature needs an optional package that is not installed."""
