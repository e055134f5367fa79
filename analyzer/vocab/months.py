"""The months of the year by their English names."""

from __future__ import annotations

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ANY = "|".join(NAMES)  # of a pattern, to be put into a group
