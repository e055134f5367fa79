from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def real_passages():
    """All passages of the editions in ../shared/data."""
    from analyzer.outline import lay_out
    from analyzer.reading import read

    files = [DATA / "nteText.rda", DATA / "2025NTE.pdf"]
    if not all(file.is_file() for file in files):
        pytest.skip("the reports are not in ../shared/data")
    return [p for file in files for edition in lay_out(read(file)) for p in edition.passages]
