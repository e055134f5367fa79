"""The words of passages as numbers: what each sentence, heading and passage holds, and how much it weighs.

Python looks at each word once; all else is sums over arrays, since a large economy's passages have millions of words.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
import numpy.typing as npt
from scipy import sparse

from analyzer.history import words
from analyzer.history.background import Background
from analyzer.records import Passage

Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]  # in lists of one economy's words, which half the memory is enough for
_PAIR = 0.5  # weight of two neighbouring words as against the mean of the two
_YEAR = 0.4  # weight of a calendar year as against a word as rare
_END = "\x02"  # stands between rows
_MOST = 300_000  # pieces of text kept known; 27 editions have 90,000


@dataclass(frozen=True)
class Counted:
    """Weights of single words and neighbouring pairs by sentence and heading, squared weights of words by passage."""

    sentences: sparse.csr_matrix
    headings: sparse.csr_matrix  # one row a passage
    stems: sparse.csr_matrix  # one row a passage
    of_sentence: Ints  # passage of each sentence
    words: tuple[str, ...]  # the stems
    word_columns: Ints  # column of each stem; the other columns are pairs


class _Pieces(dict[str, int]):
    """Piece of text without white space -> its number, in the order of first use, with the numbers of its stems.

    What one economy's passages hold stands mostly in another's, too: pieces stay known from one to the next.
    """

    def __init__(self) -> None:
        self.stems: list[str] = []
        self._number: dict[str, int] = {}
        self._flat, self._sizes = array("q"), array("q")
        self._weights = array("d")
        self._weighed_by: Background | None = None
        self._lock = Lock()

    def __missing__(self, piece: str) -> int:
        with self._lock:
            if piece not in self:
                found = words.stems_of(piece)
                for stem in found:
                    if stem not in self._number:
                        self._number[stem] = len(self.stems)
                        self.stems.append(stem)
                    self._flat.append(self._number[stem])
                self._sizes.append(len(found))
                self[piece] = len(self)
            return self[piece]

    def weights(self, background: Background) -> npt.NDArray[np.float64]:
        """The weight of each stem known."""
        with self._lock:
            if self._weighed_by is not background:
                self._weights, self._weighed_by = array("d"), background
            self._weights.extend(_weight(stem, background) for stem in self.stems[len(self._weights) :])
            return np.array(self._weights, np.float64)

    def spread(self, read: Ints) -> tuple[Ints, Ints]:
        """The stems of pieces one after the other, and where each piece ends in them."""
        with self._lock:
            flat, sizes = np.array(self._flat, np.int64), np.array(self._sizes, np.int64)
        return _taken(flat, sizes, read)


def _weight(stem: str, background: Background) -> float:
    return background.idf(stem) * (_YEAR if words.is_year(stem) else 1.0)


_known = _Pieces()


def _pieces() -> _Pieces:
    """The pieces known; none where they have become too many to keep."""
    global _known
    if len(_known) > _MOST:
        _known = _Pieces()
    return _known


def count(order: Sequence[Passage], background: Background) -> Counted:
    """What stands in each of the passages, words weighed by how rare they are in reports at large."""
    pieces = _pieces()
    rows: list[str] = []  # sentences of a passage, then its heading
    heading: list[int] = []  # rows that are headings
    for passage in order:
        text = passage.text
        rows += [text[start:end] for start, end in passage.sentence_spans]
        # What stands in a printed heading stands in the text itself where a report came without its layout.
        heading.append(len(rows))
        rows += passage.heading[-1:] or ("",)
    of_row = np.repeat(np.arange(len(order)), np.diff(heading, prepend=-1))
    flat, ends = _stems(rows, pieces)
    used, flat = _by_first_use(flat, len(pieces.stems))
    stems = tuple([pieces.stems[k] for k in used])
    found = _Read(flat, ends, of_row, np.array(heading))
    return _counted(found, stems, pieces.weights(background)[used])


def _stems(rows: Sequence[str], pieces: _Pieces) -> tuple[Ints, Ints]:
    """The numbers of the stems of the rows one after the other, and where each row ends in them.

    Reports repeat themselves from year to year: of large economies' rows a quarter stood there before.
    """
    number: dict[str, int] = {}
    each = np.array([number.setdefault(row, len(number)) for row in rows], np.int64)
    read, ends = _read(list(number), pieces)
    flat, of_piece = pieces.spread(read)
    ends = np.concatenate([[0], of_piece])[ends]
    return _taken(flat, np.diff(ends, prepend=0), each)


def _taken(flat: Ints, sizes: Ints, which: Ints) -> tuple[Ints, Ints]:
    """The chosen ones of stretches that stand one after the other in `flat`, and where each of them ends."""
    own = sizes[which]
    ends = np.cumsum(own)
    shift = (np.cumsum(sizes) - sizes)[which] - (ends - own)
    return flat[np.arange(own.sum()) + np.repeat(shift, own)], ends


def _read(rows: Sequence[str], pieces: _Pieces) -> tuple[Ints, Ints]:
    """The pieces of the rows one after the other, and where each row ends in them."""
    text = f" {_END} ".join([*rows, ""])
    if text.count(_END) != len(rows):  # a mark that no report holds by right
        text = f" {_END} ".join([*(row.replace(_END, " ") for row in rows), ""])
    found = np.fromiter(map(pieces.__getitem__, text.split()), np.int64)
    mark = found == pieces[_END]
    return found[~mark], np.flatnonzero(mark) - np.arange(len(rows))


def _by_first_use(numbers: Ints, most: int) -> tuple[Ints, Ints]:
    """The distinct numbers (all below `most`) in the order of first use, and each number's place among them."""
    first = np.full(most, len(numbers))
    first[numbers[::-1]] = np.arange(len(numbers))[::-1]  # where places are named twice, the last one stays
    used = np.flatnonzero(first < len(numbers))
    used = used[np.argsort(first[used])]
    place = np.empty(most, np.int64)
    place[used] = np.arange(len(used))
    return used, place[numbers]


@dataclass(frozen=True)
class _Read:
    """Numbers of words one after the other, where each row ends, its passage, and which rows are headings."""

    flat: Ints
    ends: Ints
    of_row: Ints
    heading: Ints


def _counted(read: _Read, stems_read: tuple[str, ...], weights: npt.NDArray[np.float64]) -> Counted:
    flat, ends, of_row, heading = read.flat, read.ends, read.of_row, read.heading
    size = len(weights)
    row = np.repeat(np.arange(len(ends), dtype=np.int32), np.diff(ends, prepend=0))
    # Each word is followed by the pair that it makes with the word before it.
    key, follows = np.empty(2 * len(flat), np.int64), np.zeros(2 * len(flat), bool)
    key[0::2] = flat
    key[3::2] = size + flat[:-1] * size + flat[1:]
    follows[0::2] = True
    follows[3::2] = row[1:] == row[:-1]
    key, rows = key[follows], np.repeat(row, 2)[follows]
    found, column, before = _columns(key)
    pairs = found >= size
    left, right = np.divmod(found[pairs] - size, max(1, size))
    weight = np.empty(len(found), np.float64)
    weight[~pairs] = weights[found[~pairs]]
    weight[pairs] = _PAIR * (weights[left] + weights[right]) / 2
    every = _rows(rows, column, before, weight, len(ends))
    single = key < size
    place = np.cumsum(single, dtype=np.int32) - np.int32(1)  # of each word among the words
    before = np.where(before[single] >= 0, place[before[single]], np.int32(-1))
    stems = _rows(of_row[rows[single]], column[single], before, weight**2, len(heading))
    sentences = np.ones(len(ends), bool)
    sentences[heading] = False
    of_words = np.empty(size, np.int64)
    of_words[found[~pairs]] = np.flatnonzero(~pairs)
    return Counted(every[sentences], every[heading], stems, of_row[sentences], stems_read, of_words)


def _rows(
    row: Ints | Places, column: Places, before: Places, weight: npt.NDArray[np.float64], height: int
) -> sparse.csr_matrix:
    """A matrix with each column's weight in the rows that name it, in the order in which they first do.

    `before` has the place where the column was named before, or -1: in the same row it counts once.
    """
    kept = np.flatnonzero((before < 0) | (row[before] != row))
    column = column[kept]
    ends = np.concatenate([[0], np.cumsum(np.bincount(row[kept], minlength=height))])
    parts = (weight[column].astype(np.float32), column, ends)
    return sparse.csr_matrix(parts, shape=(height, len(weight)), dtype=np.float32)


def _columns(key: Ints) -> tuple[Ints, Places, Places]:
    """The distinct keys (none negative) by first use, each place's number among them, and where it stood before.

    -1 stands where the key is named for the first time.
    """
    ordered, place = _sorted(key)
    begins = np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(key)]
    before = np.empty(len(key), np.int32)
    before[place[1:]] = place[:-1]
    firsts = place[begins]
    before[firsts] = -1
    number = np.empty(len(firsts), np.int32)
    by_use = np.argsort(firsts)
    number[by_use] = np.arange(len(firsts), dtype=np.int32)
    column = np.empty(len(key), np.int32)
    column[place] = number[np.cumsum(begins, dtype=np.int32) - 1]
    return ordered[begins][by_use], column, before


def _sorted(key: Ints) -> tuple[Ints, Places]:
    """The keys in order, and their places; plain numbers are sorted far quicker than places by numbers."""
    bits = len(key).bit_length()
    if not len(key) or int(key.max()) >> (62 - bits):
        at = np.argsort(key, kind="stable")
        return key[at], at.astype(np.int32)
    packed = key << bits
    packed |= np.arange(len(key))
    packed.sort()
    place = (packed & ((1 << bits) - 1)).astype(np.int32)
    packed >>= bits
    return packed, place
