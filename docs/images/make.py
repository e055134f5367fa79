"""Takes the README's pictures of pages anew, of the sample editions: python docs/images/make.py

Needs the `dev` extra and Chromium (or another one named in ANALYZER_TEST_CHROMIUM).
The picture of a note is not among them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "benchmarks")]
WIDTH, HEIGHT = 1280, 800
COLOURS = 128


def _edition(page: Page) -> None:
    page.goto("/edition/ite/2025")
    page.evaluate("document.querySelector('#table').scrollIntoView()")


def _economy(page: Page) -> None:
    page.goto("/economy/ite/2025/KOR?status=new&status=relisted&status=changed")


def _history(page: Page) -> None:
    page.goto("/history/ite/KOR?q=defense+offset")


def _listing(page: Page) -> None:
    page.goto("/economy/ite/2025/KOR?status=relisted")
    page.get_by_role("link", name="linked passages").click()
    page.wait_for_url("**/listing/**")


def _passage(page: Page) -> None:
    page.goto("/economy/ite/2025/KOR?status=relisted")
    page.locator("article a.page").click()
    page.wait_for_url("**/passage/**")
    image = page.locator("figure img").first
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())


PICTURES = {"edition": _edition, "economy": _economy, "history": _history, "listing": _listing, "passage": _passage}


def main() -> None:
    """Write the pictures beside this file."""
    from load import sample
    from serving import serving

    chromium = os.environ.get("ANALYZER_TEST_CHROMIUM") or shutil.which("chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(sample(Path(folder))) as address,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        context = browser.new_context(base_url=address, viewport={"width": WIDTH, "height": HEIGHT})
        for name, show in PICTURES.items():
            page = context.new_page()
            show(page)
            page.wait_for_load_state("networkidle")
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
            few = picture.quantize(COLOURS, dither=Image.Dither.NONE)  # a third of the bytes, no difference to the eye
            few.save(HERE / f"{name}.png", optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
