"""Reports added by upload, with their progress."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Path, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from analyzer.errors import NoText, NothingHeld
from analyzer.web.asking import year_asked
from analyzer.web.desk import Desk, desk
from analyzer.web.forms import keyed
from analyzer.web.jobs import Job
from analyzer.web.uploads import ENDINGS, receive, safe_name
from analyzer.web.views import show

router = APIRouter()
Key = Annotated[str, Path(max_length=40, pattern=r"^[a-z0-9]+$")]


@router.get("/add")
def form(request: Request) -> HTMLResponse:
    """The form to upload a report, and the uploads of this server's run."""
    at = desk(request)
    most = at.bounds.upload // 2**20
    return show(request, "add.html", {"jobs": at.jobs.all(), "most": most, "endings": ",".join(ENDINGS)})


@router.post("/add", dependencies=[Depends(keyed)])
def upload(
    request: Request,
    file: Annotated[UploadFile, File()],
    named: Annotated[str, Form(alias="series", max_length=40, pattern=r"^[\w-]*$")] = "",
    year: Annotated[str, Form(max_length=8)] = "",
    replace: Annotated[bool, Form()] = False,
) -> RedirectResponse:
    """Take a report in and put it into the queue."""
    at = desk(request)
    chosen = year_asked(year)
    if not file.filename:
        raise NoText("no file was chosen.", remedy="Choose a report on your machine, then press Add.")
    path = at.jobs.place(safe_name(file.filename))
    try:
        receive(file.file, path, most=at.bounds.upload)
        job = at.jobs.add(path, series=named or None, year=chosen, replace=replace)
    except BaseException:
        path.unlink(missing_ok=True)
        path.parent.rmdir()
        raise
    return RedirectResponse(f"/add/{job.id}", status_code=303)


@router.get("/add/{key}")
def progress(request: Request, key: Key) -> HTMLResponse:
    """What has become of an upload."""
    return show(request, "job.html", {"job": job_of(desk(request), key)})


@router.post("/add/{key}/stop", dependencies=[Depends(keyed)])
def stop(request: Request, key: Key) -> RedirectResponse:
    """End an upload that waits or is read; the store stays as it was."""
    at = desk(request)
    at.jobs.stop(job_of(at, key))
    return RedirectResponse(f"/add/{key}", status_code=303)


def job_of(at: Desk, key: str) -> Job:
    """The upload of that id. Raises NothingHeld."""
    found = at.jobs.get(key)
    if found is None:
        raise NothingHeld("this server knows of no such upload.", remedy="See what is held: open the edition.")
    return found
