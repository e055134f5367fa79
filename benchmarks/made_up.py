"""Editions of any number, made up: chapters of passages that mostly stay, sometimes change, come and go."""

from __future__ import annotations

import json
import random
from pathlib import Path

COUNTRIES = ("Korea", "Japan", "Brazil", "India", "Norway", "Turkey", "Mexico", "Kenya", "Chile", "Egypt")
SECTIONS = ("Import Policies", "Government Procurement", "Services Barriers", "Investment Barriers")
_SYLLABLES = ("ka", "lo", "mi", "ter", "van", "so", "pre", "dun", "ri", "gal", "be", "nos", "tu", "fe", "mar", "quin")
_PLAIN = ["the", "of", "and", "to", "in", "for", "that", "on", "by", "with", "from", "under", "at", "as", "an", "which"]


def editions(folder: Path, count: int, *, passages: int = 120, seed: int = 6) -> list[Path]:
    """Files of `count` editions, from 1901 on, each with so many passages a chapter; the same for the same seed."""
    draw = random.Random(seed)
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4))) for _ in range(6000)]
    chapters = {country: [_passage(draw, words) for _ in range(passages)] for country in COUNTRIES}
    paths = []
    for year in range(1901, 1901 + count):
        path = folder / f"made-up-{year}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for country, held in chapters.items():
                for place, text in enumerate(held):
                    section = SECTIONS[place * len(SECTIONS) // len(held)]
                    row = {"year": year, "country": country, "section": section, "text": text}
                    file.write(json.dumps(row) + "\n")
                chapters[country] = [_next_year(draw, words, text) for text in held]
        paths.append(path)
    return paths


def _next_year(draw: random.Random, words: list[str], text: str) -> str:
    chance = draw.random()
    if chance < 0.05:
        return _passage(draw, words)
    if chance < 0.35:
        parts = text.split()
        parts[draw.randrange(1, len(parts) - 1)] = draw.choice(words)
        return " ".join(parts)
    return text


def _passage(draw: random.Random, words: list[str]) -> str:
    return " ".join(_sentence(draw, words) for _ in range(3))


def _sentence(draw: random.Random, words: list[str]) -> str:
    parts = [draw.choice(_PLAIN) if draw.random() < 0.4 else draw.choice(words) for _ in range(draw.randint(12, 24))]
    return " ".join(parts).capitalize() + "."
