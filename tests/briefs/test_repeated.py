"""What the edition before says in another place is no news, and what this one says elsewhere has not gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs.brief import Wording
from analyzer.briefs.composing import draft
from analyzer.briefs.quoting import further, lead
from analyzer.briefs.repeated import Edition
from analyzer.briefs.wording import settled
from analyzer.records import Change, ChangeKind, Status

QUOTA = "Korea sets aside 40 percent of cinema screens for films produced in the Han region."


@pytest.fixture
def edition(passage_of):
    return Edition([passage_of(f"Korea taxes combs. {QUOTA}", 2024, 1, heading="")])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (QUOTA, True),
        ("For films produced in the Han region Korea sets aside 40 percent of cinema screens", True),
        ("Korea sets aside 40 percent of cinema screens for films", True),  # cut out of it
        ("Korea sets aside 50 percent of cinema screens for films produced in the Han region.", False),
        ("Korea sets aside studios for films produced by regional broadcasters of the Han highlands.", False),
        ("Korea taxes combs.", False),  # too few words to tell
        ("", False),
    ],
)
def test_a_sentence_is_said_with_its_words_and_all_its_figures(edition, text, says):
    assert edition.says(text) == says


def test_tables_of_texts_lack_the_commas_of_figures(passage_of):
    old = Edition([passage_of("Korea caps cinema screens in Busan and Daegu at 1 500 seats.", 2024, 1, heading="")])
    assert old.says("Korea caps cinema screens in Busan and Daegu at 1,500 seats.")


def test_what_is_lacking_is_told_by_the_nearest_sentence_alone(edition):
    assert edition.lacks(QUOTA) == 0.0
    assert 0.0 < edition.lacks(QUOTA.replace("cinema screens", "radio waves")) < 0.6
    assert edition.lacks("Chile bans tinted windscreens.") == 1.0


def test_of_a_changed_passage_what_the_edition_before_says_elsewhere_is_not_quoted(edition, passage_of):
    told = passage_of(f"{QUOTA} Tickets cost distributors a stamp.", 2025, 1, heading="")
    against = "Korea asks cinemas for much paper."
    assert told.text[slice(*lead(told, against=against, after=2023))] == QUOTA
    assert told.text[slice(*lead(told, against=against, lacking=edition.lacks, after=2023))] != QUOTA


def test_a_further_step_that_was_told_before_is_none(passage_of):
    step = "In 2024, Korea enacted Law 32/2024, which bans imports of worn tyres and requires permits for 30 percent."
    told = passage_of(f"Korea bans worn tyres. {step}", 2025, 1, heading="")
    assert [told.text[slice(*span)] for span in further(told, 2022)] == [step]
    assert further(told, 2022, said=lambda text: text == step) == []


def test_what_stands_elsewhere_is_neither_added_nor_removed():
    stretches = (
        Wording("same", "Korea taxes combs. "),
        Wording("removed", "Brushes pay less. Soap is free. "),
        Wording("added", "Films pay more. Radios pay nothing."),
    )
    shown = settled(stretches, said=lambda text: text.startswith("Films"), says=lambda text: text.startswith("Soap"))
    assert shown == (
        Wording("same", "Korea taxes combs. "),
        Wording("removed", "Brushes pay less. "),
        Wording("same", "Films pay more. "),
        Wording("added", "Radios pay nothing."),
    )


def test_a_change_that_stands_in_another_passage_of_the_edition_before_is_none(ground, passage_of, finding_of):
    old = passage_of("Korea asks cinemas for much paper.", 2024, 7, heading="Cinemas")
    text = "Korea sets aside 40 percent of cinema screens for films produced in Asia."
    beside = passage_of(text, 2024, 30, heading="Broadcasting")
    told = passage_of(text, 2025, 11, heading="Cinemas")
    changed = finding_of(told, Status.CHANGED, p_new=0.1, evidence=old, change=Change(ChangeKind.SCOPE, (text,), ()))
    pages = {(2025, 8): ("6", text), (2024, 8): ("6", old.text)}
    ground = replace(
        ground,
        findings=(changed,),
        earlier={old.id: old},
        pages=lambda subject, page: pages.get((subject.year, page)),
        linked={},
    )
    assert [m.title for m in draft(replace(ground, old=(old,))).changed] == ["Cinemas"]
    assert [m.title for m in draft(replace(ground, old=(old, beside))).continued] == ["Cinemas"]
    ruled = replace(changed, verdict=replace(changed.verdict, ruled_by="A. Reader"))
    assert [m.title for m in draft(replace(ground, old=(old, beside), findings=(ruled,))).changed] == ["Cinemas"]


def test_a_point_that_changed_is_quoted_by_what_changed_in_it(ground, passage_of, finding_of):
    ban = "In 2022, Korea banned 40 percent of foreign films from cinemas by Law 12/2022."
    fresh = "Ushers now wear hats."
    pairs = [
        ("Cinemas pay a toll.", "Cinemas pay a toll. In June 2025 it was raised to 9 percent by Law 3/2025."),
        (ban, f"{ban} {fresh}"),
    ]
    told, earlier = [], {}
    for n, (before, now) in enumerate(pairs):
        old = passage_of(before, 2024, 40 + n, heading="Cinemas", page=None)
        new = passage_of(now, 2025, 40 + n, heading="Cinemas", page=None)
        earlier[old.id] = old
        told.append(finding_of(new, Status.CHANGED, p_new=0.1, evidence=old, change=Change(ChangeKind.SCOPE)))
    (matter,) = draft(replace(ground, findings=tuple(told), earlier=earlier, old=tuple(earlier.values()))).changed
    assert matter.quote.text.startswith("In June 2025")
    assert [point.quote.text for point in matter.points] == [fresh]


def test_words_struck_out_in_one_place_and_set_in_another_were_moved():
    stretches = (
        Wording("added", "Apples, pears and "),
        Wording("same", "plums pay a duty"),
        Wording("removed", ", as do pears and apples"),
        Wording("added", " of nine percent"),
    )
    no = lambda text: False  # noqa: E731
    kinds = [(shown.kind, shown.text) for shown in settled(stretches, said=no, says=no)]
    assert kinds[0] == ("same", "Apples, pears and plums pay a duty")
    assert kinds[-1] == ("added", " of nine percent")


def test_a_figure_told_in_another_passage_before_is_the_one_that_was(ground, passage_of, finding_of):
    rule = "Harbours admit 46 categories of wooden ferries and barges each winter."
    linked, other = (
        passage_of("Ferries pay tolls.", 2024, 30, heading="Tolls", page=None),
        passage_of(rule, 2024, 31, heading="", page=None),
    )
    now = passage_of(f"Ferries pay tolls. {rule.replace('46', '25')}", 2025, 30, heading="Tolls", page=None)
    found = finding_of(now, Status.CONTINUED, p_new=0.1, evidence=linked)
    held = replace(ground, findings=(found,), earlier={linked.id: linked})
    (matter,) = draft(replace(held, old=(linked, other))).changed
    assert (matter.quote.text, matter.before.text) == (rule.replace("46", "25"), rule)
    assert draft(replace(held, old=(linked,))).changed == ()
