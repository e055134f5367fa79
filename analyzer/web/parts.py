"""A file or the part of it that a browser asks for: readers of PDFs fetch the pages they show, not all 400."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fastapi.responses import Response


def part(
    content: bytes, asked: Mapping[str, str], *, tag: str, media_type: str, headers: Mapping[str, str]
) -> Response:
    """The content, or the one range of bytes that a request's headers ask for (RFC 9110, section 14).

    `tag` names this content: a range asked for on condition of another (`If-Range`) gives all. So do several ranges at
    once, which a server may leave aside. One beyond the end is refused with 416.
    """
    size = len(content)
    shared = {**headers, "accept-ranges": "bytes", "etag": f'"{tag}"'}
    wanted = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", asked.get("range", "").strip())
    if wanted is None or wanted.groups() == ("", "") or asked.get("if-range", shared["etag"]) != shared["etag"]:
        return Response(content, media_type=media_type, headers=shared)
    first, last = wanted.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if first and last and int(last) < start:  # no range at all
        return Response(content, media_type=media_type, headers=shared)
    if start >= size:
        return Response(status_code=416, headers={**shared, "content-range": f"bytes */{size}"})
    shared["content-range"] = f"bytes {start}-{end - 1}/{size}"
    return Response(content[start:end], status_code=206, media_type=media_type, headers=shared)
