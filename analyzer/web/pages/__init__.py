"""Pages for people. Every one is a permalink; none is changed by looking at it."""

from fastapi import APIRouter

from analyzer.web.pages import (
    adding,
    agreements,
    checking,
    downloads,
    economies,
    editions,
    entering,
    helping,
    histories,
    listings,
    offsets,
    passages,
    ruling,
    searching,
)

router = APIRouter(include_in_schema=False)
for part in (
    downloads,  # first: their addresses are those of pages with an ending
    editions,
    economies,
    listings,
    histories,
    passages,
    agreements,
    offsets,
    searching,
    checking,
    adding,
    ruling,
    entering,
    helping,
):
    router.include_router(part.router)

__all__ = ["router"]
