"""Words are found in their other forms, and not in words of other meaning that begin alike."""

from __future__ import annotations

import pytest

from analyzer.vocab.word_forms import pattern_of, places


@pytest.mark.parametrize(
    ("word", "found", "others"),
    [
        ("location", "location locations", "locate local"),
        ("localization", "localization localize localizing", "local locally"),
        ("licensing", "license licenses licensed licensing", "licorice"),
        ("certification", "certified certificate certification certify", "certain"),
        ("management", "management manage managed managing", "man"),
        ("ban", "ban bans banned banning", "bank banana"),
        ("tax", "tax taxes taxation taxed", "taxi"),
        ("taxes", "tax taxes", "taxi"),
        ("rice", "rice", "rich Rico price"),
        ("policies", "policy policies", "police"),
        ("import", "import imports importation importer", "port"),
        ("cases", "case cases", "cash"),
        ("losses", "loss losses", "lost"),
        ("movies", "movie movies", "move"),
        ("duties", "duty duties", "dutch dual"),
        ("levy", "levy levies levied", "level"),
        ("rate", "rate rates rated rating", "rather ratify"),
        ("potatoes", "potato potatoes", "pot"),
        ("delays", "delay delays delayed", "relay"),
        ("fees", "fee fees", "feed"),
        ("hormone", "hormone hormones hormonal", "harmony"),
        ("GI", "GI GIs", "gi gist"),
        ("IS", "IS", "is Is"),
        ("labeling", "label labels labeled labeling", "lab"),
    ],
)
def test_forms(word, found, others):
    pattern = pattern_of([word])
    assert [form for form in found.split() if not pattern.search(form)] == []
    assert [form for form in others.split() if pattern.search(form)] == []


def test_parts_of_a_way_stand_side_by_side():
    pattern = pattern_of(["e commerce", "electronic commerce"])
    assert pattern.search("on E-commerce") and pattern.search("electronic\ncommerce")
    assert not pattern.search("electronic goods and commerce")


def test_places_are_in_order_and_apart():
    assert places("import papers, papers", [pattern_of(["papers"]), pattern_of(["import papers"])]) == (
        (0, 13),
        (15, 21),
    )
