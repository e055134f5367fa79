"""What the words on the pages mean, and the interface for programs."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse

from analyzer.web.desk import desk
from analyzer.web.static import FOLDER
from analyzer.web.views import show

router = APIRouter()


@router.get("/favicon.ico")
def icon() -> FileResponse:
    """The icon, where a browser asks for it unbidden."""
    return FileResponse(FOLDER / "icon.svg", media_type="image/svg+xml")


@router.get("/help")
def help_page(request: Request) -> HTMLResponse:
    """Statuses, keys, limits, and the addresses that answer in JSON."""
    app: FastAPI = request.app
    described = [
        (method.upper(), path, operation["summary"], operation.get("description", ""))
        for path, methods in sorted(app.openapi()["paths"].items())
        for method, operation in methods.items()
    ]
    return show(request, "help.html", {"described": described, "bounds": desk(request).bounds})
