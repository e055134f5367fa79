"""Downloads a catalogue entry: resumed where it broke off, held to a size, checked before it gets its name.

The standard library's client is enough for one file by GET with a Range header, and adds no dependency.
"""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from analyzer.errors import FetchError
from analyzer.fetching.catalogue import Entry

AGENT = f"analyzer/{version('analyzer')} (reads trade-barrier reports; one file at a person's request)"
MOST = 200 * 1024 * 1024  # bytes; the reports are 3 to 10 MB
CHUNK = 1 << 16
TRIES = 3  # requests to one address: the first, and two that resume
WAIT = 30.0  # seconds of silence
Progress = Callable[[int, int | None], None]


def fetch(entry: Entry, folder: Path, *, most: int = MOST, progress: Progress | None = None) -> Path:
    """Download an entry into a folder and return the file's path; a file that is there and right is left as it is.

    The address is tried first, then its mirrors. `progress` gets bytes done and in all (None: not told). Raises
    FetchError where no address gives the file: unreachable, moved, a web page, too large, or another checksum.
    """
    target = folder / entry.file
    if target.is_file() and entry.sha256 is not None and _sha256(target) == entry.sha256:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    troubles = []
    for address in (entry.address, *entry.mirrors):
        part = _part(target, entry, address)
        try:
            _download(address, part, most, progress or _silent)
            _check(entry, address, part)
        except FetchError as error:
            troubles.append(str(error))
            continue
        part.replace(target)
        return target
    raise FetchError("; ".join(troubles), where=entry.name, remedy=_by_hand(entry))


def _by_hand(entry: Entry) -> str:
    return (
        f"If the publisher has moved it, look for '{entry.title}' on the publisher's site, save it, "
        "and add it by hand: analyzer add FILE"
    )


def _silent(done: int, total: int | None) -> None:
    """Nothing is shown."""


def _download(address: str, part: Path, most: int, progress: Progress) -> None:
    if urlsplit(address).scheme not in ("http", "https"):
        raise FetchError("only http and https addresses are fetched.", where=address)
    trouble = ""
    for _ in range(TRIES):
        try:
            if _once(address, part, most, progress):
                return
            trouble = "the connection broke off before the end; what came is kept, and the next run resumes it."
        except urllib.error.HTTPError as error:
            if error.code < 500:  # gone, or not to be resumed; a server in trouble may give the rest later
                part.unlink(missing_ok=True)
            moved = " The publisher's address has moved." if error.code in (404, 410) else ""
            raise FetchError(f"the server answers {error.code}.{moved}", where=address) from error
        except (OSError, http.client.HTTPException) as error:
            trouble = f"it cannot be reached ({error})."
    raise FetchError(trouble, where=address)


def _once(address: str, part: Path, most: int, progress: Progress) -> bool:
    """Ask once, from where the part ends; True where all has come."""
    done = part.stat().st_size if part.is_file() else 0
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"} | ({"Range": f"bytes={done}-"} if done else {})
    request = urllib.request.Request(address, headers=headers)  # noqa: S310  the scheme is checked
    with urllib.request.urlopen(request, timeout=WAIT) as reply:  # noqa: S310
        if "html" in reply.headers.get_content_type():
            part.unlink(missing_ok=True)
            raise FetchError("a web page came instead of the file: its address has moved.", where=address)
        if reply.status != 206 or not reply.headers.get("Content-Range", "").startswith(f"bytes {done}-"):
            done = 0  # the server sends it all again
        length = reply.headers.get("Content-Length", "")
        total = done + int(length) if length.isdigit() else None
        if total is not None and total > most:
            raise FetchError(f"{total:,} bytes are announced, the limit is {most:,}.", where=address)
        with part.open("ab" if done else "wb") as file:
            while chunk := reply.read1(CHUNK):
                done += len(chunk)
                if done > most:
                    file.close()
                    part.unlink(missing_ok=True)
                    raise FetchError(f"more than the limit of {most:,} bytes came.", where=address)
                file.write(chunk)
                progress(done, total)
    return total is None or done >= total


def _check(entry: Entry, address: str, part: Path) -> None:
    """Raise FetchError, and throw the part away, where the bytes are not what the catalogue says."""
    trouble = None
    with part.open("rb") as file:
        head = file.read(1024)
    if entry.file.casefold().endswith(".pdf") and b"%PDF-" not in head:
        trouble = "what came is no PDF."
    elif entry.file.casefold().endswith(".pdf") and entry.sha256 is None and b"%%EOF" not in _end(part):
        trouble = "the PDF is cut short: the server told too small a size."
    elif entry.sha256 is not None and _sha256(part) != entry.sha256:
        trouble = "the checksum is another than the catalogue's: the file was changed or damaged."
    if trouble:
        part.unlink()
        raise FetchError(trouble, where=address)


def _part(target: Path, entry: Entry, address: str) -> Path:
    """What came so far: without a checksum to tell, the beginning of one address's file is not joined to another's."""
    own = "" if entry.sha256 is not None else "." + hashlib.sha256(address.encode()).hexdigest()[:8]
    return target.with_name(f"{target.name}{own}.part")


def _end(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2048))
        return file.read()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
