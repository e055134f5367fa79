"""Damage done to the bytes of a file: each way is a function of the file and a seeded source of chance."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65535",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"99999999999999999999",
    b"1e400",
)
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj\s", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])\d+(?![\w.])")
_NAME = re.compile(rb"/[A-Z]\w+")
_REFERENCE = re.compile(rb"(\d+)(?= 0 R)")


def flip(content: bytes, chance: Random) -> bytes:
    """Some bytes changed."""
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 2, 4, 16, 64, 256))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def truncate(content: bytes, chance: Random) -> bytes:
    """Cut short, or the beginning lost."""
    at = chance.randrange(1, len(content))
    return content[:at] if chance.random() < 0.8 else content[at:]


def repeat(content: bytes, chance: Random) -> bytes:
    """A stretch written many times over."""
    start = chance.randrange(len(content))
    stretch = content[start : start + chance.choice((1, 8, 64, 512))]
    return content[:start] + stretch * chance.choice((2, 10, 1000, 20_000)) + content[start:]


def swap(content: bytes, chance: Random) -> bytes:
    """Two stretches exchanged."""
    a, b = sorted(chance.randrange(len(content)) for _ in range(2))
    size = min(chance.choice((4, 32, 256)), max(1, b - a), len(content) - b)
    return content[:a] + content[b : b + size] + content[a + size : b] + content[a : a + size] + content[b + size :]


def drop(content: bytes, chance: Random) -> bytes:
    """A stretch left out."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice((1, 16, 128, 1024)) :]


def numbers(content: bytes, chance: Random) -> bytes:
    """Some of the numbers written in it made huge, negative or nought."""
    share = chance.choice((0.01, 0.1, 0.5))
    return _NUMBER.sub(lambda m: chance.choice(_NUMBERS) if chance.random() < share else m[0], content)


def bits(content: bytes, chance: Random) -> bytes:
    """One bit turned in every some hundred bytes."""
    step = chance.choice((50, 200, 1000))
    damaged = bytearray(content)
    for at in range(chance.randrange(step), len(damaged), step):
        damaged[at] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def objects_swapped(content: bytes, chance: Random) -> bytes:
    """The bodies of PDF objects exchanged while their numbers stay."""
    found = list(_OBJECT.finditer(content))
    bodies = [m[0].split(b"obj", 1)[1] for m in found]
    chance.shuffle(bodies)
    for match, body in zip(reversed(found), bodies, strict=True):
        content = content[: match.start()] + match[0].split(b"obj", 1)[0] + b"obj" + body + content[match.end() :]
    return content


def references(content: bytes, chance: Random) -> bytes:
    """References of a PDF pointing to other objects, to themselves or nowhere."""
    share = chance.choice((0.1, 0.5, 1.0))
    return _REFERENCE.sub(lambda m: str(chance.randrange(20)).encode() if chance.random() < share else m[0], content)


def names(content: bytes, chance: Random) -> bytes:
    """Names of a PDF exchanged: a page that says it is a font."""
    every = sorted(set(_NAME.findall(content)))
    share = chance.choice((0.05, 0.3))
    return _NAME.sub(lambda m: chance.choice(every) if chance.random() < share else m[0], content)


ANY: tuple[Mutation, ...] = (flip, flip, truncate, repeat, swap, drop, numbers, bits)
PDF: tuple[Mutation, ...] = (*ANY, objects_swapped, references, names, objects_swapped, references)
