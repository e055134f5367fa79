"""The verb that checks what the press says of a report."""

from __future__ import annotations

import codecs
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from analyzer.cli.options import Format, Json, Output, Series, StorePath, opened
from analyzer.cli.showing import console, place, plain, ranges, short, show
from analyzer.errors import AnalyzerError

MOST = 1_000_000  # characters of an article
_BYTES = 4 * MOST + 4  # that hold as many in any encoding, with the mark of the encoding before them
_HOLDS = {True: "HOLDS", False: "DOES NOT HOLD", None: "CANNOT BE TOLD"}
LEFT = 5  # sentences that are told to have been passed over


def check(
    article: Annotated[Path | None, typer.Argument(help="Text file with an article; - reads standard input.")] = None,
    claim: Annotated[str | None, typer.Option("--claim", help="A single claim, instead of a file.")] = None,
    series: Series = None,
    store: StorePath = None,
    format: Format = "table",
    json: Json = False,
    output: Output = None,
) -> None:
    """Judge claims such as "for the first time" or "dropped".

    Takes an article or one claim; answers with sentences and pages.
    """
    from analyzer import claims

    text = _text(article, claim)
    if not text.strip():
        raise AnalyzerError("the article is empty.", where=str(article), remedy="Nothing was checked.")
    with opened(store) as held:
        judged = claims.check(text, held, series=series, declared=claim is not None)
    rows = [j.as_row() for j in judged] if json or format in ("json", "jsonl") else claims.render_rows(judged)
    left = claims.passed_over(text, {j.claim for j in judged}) if claim is None else ()
    show(rows, format, table=lambda: _tell(judged, left), output=output, json=json)


def _text(article: Path | None, claim: str | None) -> str:
    if (article is None) == (claim is None):
        raise AnalyzerError("name a text file, or a claim.", remedy='analyzer check ARTICLE.txt, or --claim "..."')
    if claim is not None:
        if not claim.strip():
            raise AnalyzerError("the claim is empty.", remedy='Say what is claimed: analyzer check --claim "..."')
        return claim
    if str(article) == "-":
        return sys.stdin.read(MOST)
    try:
        with Path(str(article)).open("rb") as file:
            content = file.read(_BYTES)
    except OSError as error:
        raise AnalyzerError(f"the file cannot be read ({error.strerror}).", where=str(article)) from error
    return _decoded(content, str(article))[:MOST]


def _decoded(content: bytes, name: str) -> str:
    """The text of a file in UTF-8 or UTF-16, or as older programs of Windows write it. Raises AnalyzerError."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            # What is cut off may be cut within a letter.
            text = codecs.getincrementaldecoder(encoding)().decode(content, final=len(content) < _BYTES)
            if "\0" not in text:
                return text
    raise AnalyzerError("this is no text.", where=name, remedy="Save the article as plain text (UTF-8).")


def _tell(judged: tuple, left: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    out = console()
    for j in judged:
        out.print(f"“{plain(short(j.claim, 300))}”")
        out.print(f"  [bold]{_HOLDS[j.holds]}[/bold]{f' ({j.headline})' if j.holds is not None else ''}")
        out.print(f"  {plain(j.says)}")
        if not j.sure and j.holds is not None:
            out.print("  not sure: read the passages")
        for proof in (*j.here, *j.before):
            where = place(proof.printed_page, proof.pdf_page)
            out.print(f"    {proof.year}{', ' + where if where else ''}: “{plain(short(proof.text, 320))}”")
        if j.years_listed:
            out.print(f"  listed in: {ranges(j.years_listed)}; looked for: {plain(' '.join(j.matter))}")
        for note in j.notes:
            out.print(f"  note: {plain(note)}")
        out.print()
    for sentence in left[:LEFT]:
        out.print(f"Not judged: “{plain(short(sentence, 160))}”")
    if len(left) > LEFT:
        out.print(f"... and {len(left) - LEFT} more sentence(s) that may claim something.")
    out.print(f"{len(judged)} claim(s)" if judged else "The text claims nothing about a report that can be checked.")
