"""The key that every form of this server carries, so that no other page can send it."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Form, Request

from analyzer.errors import AnalyzerError
from analyzer.web.desk import desk


class StaleForm(AnalyzerError):
    """A form without this server's key."""


def keyed(request: Request, form_key: Annotated[str, Form(max_length=200)] = "") -> None:
    """Let a form pass that carries the key of the page it was on. Raises StaleForm."""
    if not hmac.compare_digest(form_key.encode(), desk(request).key.encode()):
        raise StaleForm(
            "the form is from another page, or from before the server's last start.",
            remedy="Go back, load the page again, and send it once more.",
        )
