"""The JSON interface, versioned; described at /api/v1/openapi.json."""

from collections.abc import Iterator

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.dependencies.models import Dependant

from analyzer.web.api import answers, procurement, rulings, texts
from analyzer.web.api.rows import Problem

_LONGEST = 60  # characters of a parameter's name in a message
_PROBLEMS = {
    400: "The request is not sound",
    401: "A token is needed",
    403: "The request comes from another site's page",
    404: "It is not held, or is no choice known",
    413: "The request is too large",
    422: "A value is not of its kind",
    429: "Too many requests",
    503: "The store cannot be used now",
}


def _known(request: Request) -> None:
    """Refuse parameters that the operation does not have: a misspelt one would otherwise be left out in silence."""
    known = sorted(_parameters(request.scope["route"].dependant))
    strange = next((name for name in request.query_params if name not in known), None)
    if strange is not None:
        there = f"there are {', '.join(known)}" if known else "there are none"
        raise HTTPException(400, f"'{strange[:_LONGEST]}' is no parameter of this address: {there}")


def _parameters(dependant: Dependant) -> Iterator[str]:
    yield from (parameter.alias for parameter in dependant.query_params)
    for one in dependant.dependencies:
        yield from _parameters(one)


router = APIRouter(
    prefix="/api/v1",
    tags=["v1"],
    dependencies=[Depends(_known)],
    responses={code: {"model": Problem, "description": text} for code, text in _PROBLEMS.items()},
)
for part in (answers, procurement, texts, rulings):
    router.include_router(part.router)

__all__ = ["router"]
