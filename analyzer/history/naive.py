"""Naive ways of telling whether a passage is newly listed, as a yardstick for the trained one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from analyzer.labelled import letters

_KEY = 100


def same_opening(text: str, earlier: Sequence[str]) -> bool:
    """Whether an earlier passage begins with the same hundred letters and digits."""
    key = letters(text)[:_KEY]
    return any(letters(other)[:_KEY] == key for other in earlier)


def closest_by_difflib(text: str, earlier: Sequence[str]) -> float:
    """The best difflib ratio over words with any earlier passage (quick bounds skip the hopeless)."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(text.lower().split())
    best = 0.0
    for other in earlier:
        matcher.set_seq1(other.lower().split())
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def closest_by_tfidf(text: str, earlier: Sequence[str]) -> float:
    """The best TF-IDF cosine with any earlier passage."""
    if not earlier:
        return 0.0
    rows = TfidfVectorizer(sublinear_tf=True).fit_transform([*earlier, text])
    return float(np.max((rows[:-1] @ rows[-1].T).toarray()))


def best_threshold(scores: Sequence[float], anew: Sequence[bool]) -> tuple[float, float]:
    """The threshold under which to flag that gives the best F1, chosen afterwards, and that F1."""
    best = (0.0, 0.0)
    for at in sorted(set(scores)):
        flagged = [s <= at for s in scores]
        both = sum(f and a for f, a in zip(flagged, anew, strict=True))
        f1 = 2 * both / (sum(flagged) + sum(anew)) if any(flagged) or any(anew) else 0.0
        best = max(best, (f1, at))
    return best[1], best[0]
