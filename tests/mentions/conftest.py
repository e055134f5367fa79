from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def real_passages(real_table_editions):
    """All passages of the editions in ../shared/data."""
    from analyzer.outline import lay_out
    from analyzer.reading import read

    if not (DATA / "2025NTE.pdf").is_file():
        pytest.skip("2025NTE.pdf is not in ../shared/data")
    editions = (*real_table_editions, *lay_out(read(DATA / "2025NTE.pdf")))
    return [p for edition in editions for p in edition.passages]
