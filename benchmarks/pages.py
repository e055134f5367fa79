"""How long the server takes for each kind of page over a full store: python benchmarks/pages.py STORE [--cpu]

Every address is asked for twice: at first nothing on it is kept ("first"), then its answers are ("again"). What the
server works out at its start is worked out before. Times are of the whole request in this process, without a network;
with --cpu they are those of the processor alone, for a machine that others use as well.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from analyzer.vocab import economies

SEED, EACH = 7, 40
clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
WORDS = ("offset", "cloud security certification", "tariff", "import licence", "biotechnology", "data localization")
CLAIM = "The import licences of {} are in the report of {} for the first time."


def addresses(desk) -> Iterator[tuple[str, list[str]]]:
    """Kinds of pages, each with addresses drawn from what is held."""
    draw, store = random.Random(SEED), desk.store
    series = desk.series()
    years = desk.years(series)
    tallies = desk.tallies(series)
    size: dict[tuple[str, int], int] = {}
    for tally in tallies:
        size[tally.economy, tally.year] = size.get((tally.economy, tally.year), 0) + tally.count
    largest = sorted(size, key=lambda key: (-size[key], key))[:10]
    chapters = draw.sample(sorted(size), EACH)
    listings = [(code, draw.choice(store.listings(series, code)).id) for code, _ in chapters[:EACH]]
    found = [draw.choice(desk.findings(series, code, year)).passage.id for code, year in chapters[:EACH]]
    yield "edition", [f"/edition/{series}/{y}" for y in years]
    yield "economy", [f"/economy/{series}/{y}/{c}" for c, y in chapters]
    yield "economy, the ten largest", [f"/economy/{series}/{y}/{c}" for c, y in largest]
    yield "economy, filtered", [f"/economy/{series}/{y}/{c}?status=new&q=import" for c, y in chapters]
    yield "listings", [f"/listings/{series}/{c}" for c in sorted({c for c, _ in chapters})]
    yield "listing", [f"/listing/{series}/{c}/{i}" for c, i in listings]
    yield "passage", [f"/passage/{i}" for i in found]
    yield "search", [f"/search?q={w}" for w in WORDS] + [f"/search?q={w}&year={years[-1]}" for w in WORDS]
    yield "agreements", [f"/agreements/{series}/{y}" for y in years]
    yield "agreements, all editions", [f"/agreements/{series}"]
    yield "offsets", [f"/offsets/{series}", *(f"/offsets/{series}?year={y}" for y in years)]
    yield "others", ["/check", "/add", "/rulings", "/help"]
    yield "image of a page", [f"/passage/{i}/page.png" for i in found if f"{series}{years[-1]}" in i][:10]
    yield (
        "claim",
        [f"/check?text={CLAIM.format(economies.name_of(c), years[-1])}" for c in sorted({c for c, _ in size})],
    )
    yield "chart", [f"/chart/{series}/{c}.svg" for c in sorted({c for c, _ in chapters})]
    yield "Word note", [f"/note/{series}/{y}/{c}.docx" for c, y in chapters[:5]]
    yield "table (xlsx)", [f"/findings/{series}/{y}/{c}.xlsx" for c, y in chapters[:5]]
    yield "API: findings", [f"/api/v1/findings?economy={c}&year={y}" for c, y in chapters]
    yield "API: search", [f"/api/v1/search?query={w}" for w in WORDS]


def main(store: Path) -> None:
    from fastapi.testclient import TestClient

    from analyzer.web.app import create_app, settle
    from analyzer.web.bounds import Bounds

    app = create_app(store, bounds=Bounds(costly=0))
    desk = app.state.desk
    started = clock()
    desk.warm_up()
    settle()
    print(f"worked out at the start: {clock() - started:.1f} s\n")
    print(f"| {'page':26} | addresses | first, p50 ms | first, p95 | again, p50 | again, p95 | kB, largest |")
    print("|---|---|---|---|---|---|---|")
    client = TestClient(app, base_url="http://127.0.0.1:8765")
    kinds = [(kind, found) for kind, found in addresses(desk) if found]
    desk.chapters.clear()
    for kind, found in kinds:
        client.get("/help")
        first, again, largest = [], [], 0
        for times in (first, again):
            for address in found:
                at = clock()
                answer = client.get(address)
                times.append(1000 * (clock() - at))
                assert answer.status_code in (200, 404), address
                largest = max(largest, len(answer.content))
        cells = [f"{_at(times, share):.0f}" for times in (first, again) for share in (0.5, 0.95)]
        print(f"| {kind:26} | {len(found)} | {' | '.join(cells)} | {largest // 1000} |")


def _at(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
