from __future__ import annotations

import pytest

from analyzer import queries
from analyzer.queries import Standing
from analyzer.queries.events import changes


def standing(year, status, since=None, sentence="", also=()):
    return Standing("FJI", year, status, since, sentence, also=also)


def told(*standings):
    return [(e.year, e.words) for e in changes(standings)]


def test_a_rise_is_a_change_with_the_reports_date():
    assert told(standing(2021, "neither"), standing(2022, "silent"), standing(2025, "observer", "September 2022")) == [
        (2025, "observer since September 2022 (2021: neither)")
    ]


@pytest.mark.parametrize(
    "later",
    [
        standing(2023, "silent"),
        standing(2023, "observer", "May 2010"),
        standing(2023, "non-party", sentence="Fiji is not a party."),
    ],
)
def test_silence_on_an_accession_is_no_change(later):
    assert told(standing(2022, "acceding", "May 2015"), later) == []


def test_a_withdrawn_accession_is_a_change():
    back = standing(2025, "observer", "May 2010", also=("accession withdrawn May 2024",))
    (event,) = changes([standing(2022, "acceding", "May 2015", also=("observer since May 2010",)), back])
    assert event.words == "observer since May 2010; accession withdrawn May 2024 (2022: acceding)"
    assert not event.restated


def test_an_observer_stays_one_until_the_report_denies_it():
    assert told(standing(2018, "observer"), standing(2019, "non-party", sentence="Fiji is not a party.")) == []
    denied = standing(2019, "neither", sentence="Fiji is neither a party nor an observer.")
    assert told(standing(2018, "observer"), denied) == [(2019, "neither (2018: observer)")]


@pytest.mark.parametrize(
    "later",
    [
        standing(2021, "observer"),
        standing(2021, "observer", "May 2004"),
        standing(2021, "acceding", "May 2004"),
        standing(2021, "neither", sentence="Fiji is neither a party nor an observer."),
    ],
)
def test_not_a_party_tells_nothing_of_observing(later):
    assert told(standing(2020, "non-party"), later) == []


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (standing(2021, "observer", "May 2020"), "observer since May 2020 (2020: non-party)"),
        (
            standing(2021, "observer", sentence="Fiji recently became an observer to the GPA."),
            "observer (2020: non-party)",
        ),
        (standing(2021, "acceding"), "acceding (2020: non-party)"),
        (standing(2021, "party", "May 2004"), "party since May 2004 (2020: non-party)"),
    ],
)
def test_what_not_a_party_excludes_or_came_after_it_is_a_change(later, words):
    assert told(standing(2020, "non-party"), later) == [(2021, words)]


def test_who_is_found_to_observe_after_not_a_party_is_taken_for_an_observer():
    denied = standing(2022, "neither", sentence="Fiji is neither a party nor an observer.")
    assert told(standing(2020, "non-party"), standing(2021, "observer"), denied) == [(2022, "neither (2021: observer)")]
    assert told(standing(2020, "neither"), standing(2021, "non-party"), standing(2022, "observer")) == [
        (2022, "observer (2020: neither)")
    ]


def test_a_standing_older_than_the_edition_that_denied_it_is_restated():
    (event,) = changes([standing(2020, "neither"), standing(2021, "observer", "December 2008")])
    assert event.restated


def test_a_first_statement_is_an_event_only_if_it_began_since():
    assert told(standing(2018, "silent"), standing(2019, "observer", "May 2004")) == []
    assert told(standing(2018, "silent"), standing(2020, "observer", "May 2019")) == [(2020, "observer since May 2019")]
    assert told(standing(2020, "observer", "May 2019")) == []


def test_a_falling_date_of_an_old_accession_is_no_change_for_a_party():
    assert told(standing(1997, "party", "1996"), standing(1998, "acceding", "December 1995")) == []


def test_events_of_a_store_can_be_asked_by_economy_and_year(sample_store):
    found = queries.gpa_events(sample_store)
    for event in found:
        assert queries.gpa_events(sample_store, economy=event.economy, year=event.year) == [event]
    assert queries.gpa_events(sample_store, economy="KOR", year=2024) == []
