"""Charts, drawn with Vega-Altair on this server as SVG: findings by status through the editions."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from analyzer.errors import MissingExtra
from analyzer.store import Tally

COLOURS = {
    "new": "#9b1c31",
    "relisted": "#c46a00",
    "changed": "#b59a00",
    "continued": "#9db2c4",
    "dropped": "#4a4a4a",
}
_ORDER = tuple(COLOURS)
_ONE_AT_A_TIME = threading.Lock()  # one engine draws them all


def through_the_years(counts: Sequence[Tally]) -> bytes:
    """An SVG with a bar for each edition held, parted by status; dropped matters stand below the line.

    Raises MissingExtra where the extra "web" is not installed.
    """
    summed: dict[tuple[int, str], int] = {}
    for tally in counts:
        summed[tally.year, tally.status] = summed.get((tally.year, tally.status), 0) + tally.count
    rows = [
        {"Edition": year, "Status": status, "Findings": -n if status == "dropped" else n, "Order": _ORDER.index(status)}
        for (year, status), n in sorted(summed.items())
    ]
    with _ONE_AT_A_TIME:
        try:
            import vl_convert

            plan = _plan()
        except ImportError as error:
            raise MissingExtra("charts need Vega-Altair.", remedy="pip install 'analyzer[web]'") from error
        first, *others = plan["data"]
        svg: str = vl_convert.vega_to_svg({**plan, "data": [{**first, "values": rows}, *others]})
    return svg.encode()


@lru_cache(maxsize=1)
def _plan() -> dict[str, Any]:
    """The chart without its rows, as Vega: made once, since that takes as long as a third of the drawing."""
    import altair
    import vl_convert

    chart = (
        altair.Chart({"values": []})
        .mark_bar()
        .encode(
            x=altair.X("Edition:O", axis=altair.Axis(labelAngle=-45)),
            y=altair.Y("Findings:Q", title="Passages", axis=altair.Axis(format="~s", tickCount=6)),
            color=altair.Color(
                "Status:N", scale=altair.Scale(domain=list(_ORDER), range=list(COLOURS.values())), legend=None
            ),  # words in a drawing are slow to measure: the page has the key
            order=altair.Order("Order:O"),
        )
        .properties(width=860, height=180)
        .configure(font="sans-serif", aria=False)  # as an image it is told of by the page's own words
        .configure_view(stroke=None)
        .configure_axis(labelLimit=0, titleLimit=0)  # words are short: no look whether each fits
    )
    plan: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_dict(validate=False))
    return plan
