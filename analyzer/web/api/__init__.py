"""The JSON interface, versioned; described at /api/v1/openapi.json."""

from fastapi import APIRouter

from analyzer.web.api import answers, procurement, rulings, texts
from analyzer.web.api.rows import Problem

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
router = APIRouter(
    prefix="/api/v1",
    tags=["v1"],
    responses={code: {"model": Problem, "description": text} for code, text in _PROBLEMS.items()},
)
for part in (answers, procurement, texts, rulings):
    router.include_router(part.router)

__all__ = ["router"]
