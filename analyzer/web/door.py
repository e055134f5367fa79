"""Who may come in: the names that the server answers to, the token, and requests of its own pages."""

from __future__ import annotations

import hmac
import ipaddress
import re
import socket
from collections.abc import Collection, Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from analyzer.errors import AnalyzerError

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "analyzer_token"
_TOKEN = re.compile(r"[!-~](?:[ -~]{0,198}[!-~])?")  # what a cookie, a header and the form can carry


class Door:
    """Checks of a request's head.

    Without a token the server answers to this machine's own names alone, so that no page elsewhere can reach it under a
    name of its own (DNS rebinding). With a token it answers to the names given as well; where none are given, to
    addresses and to this machine's name. Raises AnalyzerError for a token that is empty or cannot be carried, and for
    names without a token.
    """

    def __init__(self, token: str | None = None, names: Collection[str] = ()) -> None:
        if token is not None and not _TOKEN.fullmatch(token):
            raise AnalyzerError(
                "a token has 1 to 200 characters, all printable ASCII, none of them a blank at either end.",
                remedy="Is the variable set that it comes from? Without --token one is made up where it is needed.",
            )
        if names and token is None:
            raise AnalyzerError(
                f"under other names ({', '.join(sorted(names))}) the server is open to others, and needs a token.",
                remedy="Give one with --token.",
            )
        self.token = token
        self._names = LOOPBACK | {name.casefold() for name in names}
        self._any_address = token is not None and not names
        if self._any_address:
            self._names |= {socket.gethostname().casefold()}

    def answers_to(self, host: str) -> bool:
        """Tell whether the Host header names this server."""
        name = hostname(host)
        return name in self._names or (self._any_address and _is_address(name))

    def opens(self, headers: Mapping[str, str], query: str = "") -> bool:
        """Tell whether the request carries the token, as a cookie, `Authorization: Bearer ...` or `?token=...`."""
        if self.token is None:
            return True
        given = tokens(headers, query)
        return True in [self.fits(one) for one in given]  # all are compared, so that time tells nothing

    def fits(self, token: str) -> bool:
        """Tell whether this is the token."""
        return self.token is not None and hmac.compare_digest(token.encode(), self.token.encode())


def own_page(headers: Mapping[str, str]) -> bool:
    """Tell whether a request that changes something comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold() != ""


def hostname(host: str) -> str:
    """The name in a Host header, without port and brackets; "" where it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").casefold()
    except ValueError:
        return ""


def tokens(headers: Mapping[str, str], query: str = "") -> list[str]:
    """The tokens that a request carries, right or wrong: as a cookie, as a bearer's, in its query."""
    given = [_cookie(headers.get("cookie", "")), _bearer(headers.get("authorization", "")), asked_token(query)]
    return [token for token in given if token]


def asked_token(query: str) -> str:
    """The token in a query string, or ""."""
    try:
        return parse_qs(query, max_num_fields=50).get("token", [""])[0]
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _bearer(header: str) -> str:
    kind, _, token = header.partition(" ")
    return token.strip() if kind.casefold() == "bearer" else ""
