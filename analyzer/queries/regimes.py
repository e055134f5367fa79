"""Offset regimes as the reports describe them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from analyzer.queries.asking import economy_code, series_held
from analyzer.records import Mention, Passage
from analyzer.store import Store


@dataclass(frozen=True, slots=True)
class Regime:
    """What one economy is said to demand: the years, the latest place, and how it is called."""

    economy: str
    domain: str
    polarity: str
    norm: str
    years: tuple[int, ...]
    names: tuple[str, ...]
    pdf_page: int | None
    printed_page: str | None
    passage_id: str
    sentence: str


def offsets(
    store: Store, *, economy: str | None = None, year: int | None = None, series: str | None = None
) -> list[Regime]:
    """Offset regimes by economy, domain and polarity, each with its years and its latest sentence."""
    name = series_held(store, series)
    code = economy_code(economy) if economy else None
    groups: dict[tuple[str, str, str, str], list[tuple[Passage, Mention]]] = {}
    for passage, mentions in store.mentioned(name, "OFFSET", year=year):
        for who in passage.economies if len(passage.economies) == 1 else passage.economies[1:]:
            if code is not None and who != code:
                continue
            for mention in mentions:
                attrs = mention.attrs
                key = (who, attrs.get("domain", "unspecified"), attrs.get("polarity", "other"), mention.norm)
                groups.setdefault(key, []).append((passage, mention))
    return [_regime(key, held) for key, held in sorted(groups.items())]


def _regime(key: tuple[str, str, str, str], held: list[tuple[Passage, Mention]]) -> Regime:
    passage, mention = held[-1]
    start, end = next((s for s in passage.sentences if s[0] <= mention.start < s[1]), (0, len(passage.text)))
    names = Counter(p.text[m.start : m.end] for p, m in held)
    return Regime(
        *key,
        tuple(sorted({p.year for p, _ in held})),
        tuple(name for name, _ in names.most_common(3)),
        passage.pdf_page,
        passage.printed_page,
        passage.id,
        passage.text[start:end],
    )
