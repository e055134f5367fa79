"""Report files as pages of lines or rows of a table; the only room that knows file formats."""

from analyzer.reading.confined import Ready
from analyzer.reading.limits import DEFAULT, Limits
from analyzer.reading.opening import checksum, read
from analyzer.reading.rendering import render_page

__all__ = ["DEFAULT", "Limits", "Ready", "checksum", "read", "render_page"]
