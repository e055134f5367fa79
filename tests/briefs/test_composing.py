from __future__ import annotations

from dataclasses import replace

import pytest

from analyzer.briefs import fitting, layout
from analyzer.briefs.brief import Place
from analyzer.briefs.composing import draft
from analyzer.briefs.ground import Stated
from analyzer.errors import NothingHeld, QuoteMismatch
from analyzer.queries import Past, Standing
from analyzer.records import Change, ChangeKind, Evidence, Label, Listing, Mention, Status


def test_each_status_has_its_matters(ground):
    note = draft(ground)
    titles = {
        name: [matter.title for matter in getattr(note, name)]
        for name in ("new", "relisted", "changed", "dropped", "continued", "offsets")
    }
    assert titles == {
        "new": ["Network Fees"],  # the closing formula under the same heading is left out
        "relisted": ["Defense Offsets"],
        "changed": ["Recall Fines"],
        "dropped": ["Household Chemicals"],
        "continued": ["Rice"],
        "offsets": ["Defense Offsets"],
    }


def test_the_quote_is_the_sentence_that_says_it_with_both_pages(ground):
    relisted = draft(ground).relisted[0]
    assert relisted.quote.text == "Suppliers must accept offsets above ten million dollars."
    assert relisted.quote.place == Place("ite", 2025, "6", 8)
    assert str(relisted.quote.place) == "ITE 2025, p. 6 (PDF p. 8)"
    assert relisted.before is not None
    assert relisted.before.text == "Korea demands offsets from makers of arms."
    assert str(relisted.before.place) == "ITE 1996, held without pages"


def test_changed_matters_mark_old_and_new_words(ground):
    wording = draft(ground).changed[0].wording
    assert [(stretch.kind, stretch.text) for stretch in wording if stretch.kind != "same"] == [
        ("removed", "three "),
        ("added", "five"),
    ]


def test_acts_of_the_united_states_are_told_and_counted_nowhere(ground, passage_of, finding_of):
    text = "On May 2, 2024, the United States launched a review of soap. It will take a year."
    act = finding_of(passage_of(text, 2025, 9, heading="Soap", section="digital", page=7), Status.NEW, p_new=0.9)
    pages = lambda p, n: ("7", f"{ground.pages(p, n)[1]} {text}") if n == 9 else ground.pages(p, n)  # noqa: E731
    note = draft(replace(ground, findings=(*ground.findings, act), pages=pages))
    assert [matter.title for matter in note.new] == ["Network Fees"]
    assert [quote.text for quote in note.ours] == ["On May 2, 2024, the United States launched a review of soap."]


def test_a_section_that_has_gone_altogether_is_said_in_a_line(ground, passage_of, finding_of):
    line = "No longer there as a section: Investment Barriers (1 matter of 2024)."
    old = passage_of(
        "Korea caps foreign shares in ferries.", 2024, 9, heading="Ferries", section="investment", page=None
    )
    gone = finding_of(old, Status.DROPPED, p_new=0.0)
    assert line in draft(replace(ground, findings=(*ground.findings, gone))).summary
    new = passage_of("Korea caps shares in banks.", 2025, 9, heading="Banks", section="investment", page=None)
    kept = finding_of(new, Status.CONTINUED, p_new=0.1)
    assert line not in draft(replace(ground, findings=(*ground.findings, gone, kept))).summary


def test_what_changed_without_doubt_and_what_has_gone_by_name_come_first(ground, passage_of, finding_of):
    texts = ("In May 2024, Korea banned lamps.", "In May 2024, Korea banned ropes.")
    lamps, ropes = (passage_of(text, 2025, n, heading=text[-6:-1], page=7) for n, text in enumerate(texts, 20))
    old = passage_of("Korea banned lamps and ropes, or so it was said.", 2024, 20, heading="Wares", page=None)
    more = {"evidence": old, "first": 2024, "last": 2024, "change": Change(ChangeKind.LAW)}
    named = passage_of("Korea inspects combs of wood.", 2024, 21, heading="Combs", page=None)
    nameless = passage_of(
        "Korea prohibits imports of all brushes by a decree of 2023.", 2024, 30, heading="", page=None
    )
    findings = (
        finding_of(lamps, Status.CHANGED, p_new=0.5, **more),
        finding_of(ropes, Status.CHANGED, p_new=0.1, **more),
        finding_of(named, Status.DROPPED, p_new=0.0),
        finding_of(nameless, Status.DROPPED, p_new=0.0),
    )
    note = draft(replace(ground, findings=findings, pages=lambda p, n: ("7", " ".join(texts)) if n == 9 else None))
    assert [matter.title for matter in note.changed] == ["ropes", "lamps"]
    assert [matter.title for matter in note.dropped] == ["Combs", ""]


def test_doubt_is_said(ground):
    note = draft(ground)
    assert note.changed[0].doubt == "not sure: 40% likely listed anew"
    assert note.relisted[0].doubt is None
    assert "1 of 5 matters is marked “not sure”: read the page before citing them." in note.cautions


def test_dropped_matters_are_not_called_removed(ground):
    note = draft(ground)
    assert any("absence is not removal of the barrier" in line for line in note.cautions)
    assert "Not held: 2023." in note.cautions[0]


def test_the_press_is_told_that_a_relisted_matter_is_not_new(ground):
    first = draft(ground).questions[0]
    assert first.ask == "Is “Defense Offsets” in the report for the first time?"
    assert first.answer == "No: listed in 1996, then absent, and back in 2025."


def test_an_offset_called_new_is_checked_against_the_words_of_earlier_editions(ground):
    first, *rest = (f for f in ground.findings if f.verdict.status is not Status.RELISTED)
    offsets = next(f for f in ground.findings if f.verdict.status is Status.RELISTED)
    called_new = replace(offsets, verdict=replace(offsets.verdict, status=Status.NEW))
    asked = draft(replace(ground, findings=(first, *rest, called_new))).questions
    answers = [q.answer for q in asked if "offsets in the report for the first time" in q.ask]
    assert answers == ["No: editions of 1996 speak of offsets there already."]


def test_a_purposely_narrowed_edition_is_mentioned(ground):
    note = draft(replace(ground, series="nte"))
    assert any("Of the 2024 edition: USTR narrowed it on purpose" in line for line in note.cautions)


def test_words_that_are_not_on_the_page_stop_the_note(ground):
    with pytest.raises(QuoteMismatch, match="add the report again"):
        draft(replace(ground, pages=lambda subject, page: ("6", "Something else stands here.")))


def test_nothing_held_says_what_is(ground):
    with pytest.raises(NothingHeld, match="Editions held for it: 1996, 2022, 2024"):
        draft(replace(ground, findings=()))


def test_under_one_heading_all_is_one_matter_led_by_what_is_newest(ground, passage_of, finding_of):
    text = "Korea demands a second permit for cars. It must be renewed."
    point = finding_of(passage_of(text, 2025, 3, heading="Recall Fines"), Status.NEW, p_new=0.9)
    pages = ("6", f"{ground.pages(point.passage, 8)[1]} {text}")
    held = replace(ground, pages=lambda p, n: pages if (p.year, n) == (2025, 8) else ground.pages(p, n))
    note = draft(replace(held, findings=(*ground.findings, point)))
    (matter,) = note.changed
    assert matter.title == "Recall Fines"
    assert matter.new_point
    assert matter.since == "a new point of a matter listed since 2022"
    assert "1 materially changed (1 by a new point)" in note.summary[0]
    assert [(p.status, p.quote.text) for p in matter.points] == [(Status.CHANGED, ground.findings[2].passage.text)]


def test_a_point_left_out_of_a_matter_that_goes_on_has_not_gone(ground, passage_of, finding_of):
    rice = ground.findings[4]
    old = passage_of("The duty of 513 percent holds for broken rice, too.", 2024, 6, heading="")
    gone = finding_of(old, Status.DROPPED, p_new=0.0)
    gone = replace(gone, verdict=replace(gone.verdict, listing_id=rice.verdict.listing_id))
    pages = {(2024, 8): ("6", f"{ground.pages(old, 8)[1]} {old.text}")}
    held = replace(ground, pages=lambda p, n: pages.get((p.year, n)) or ground.pages(p, n))
    note = draft(replace(held, findings=(*ground.findings, gone)))
    assert [m.title for m in note.dropped] == ["Household Chemicals"]
    assert [q.text for q in note.continued[0].left_out] == ["The duty of 513 percent holds for broken rice, too."]
    assert note.left_out == 1


def test_a_passage_of_a_wide_listing_that_shares_no_word_with_a_matter_is_no_point_of_it(
    ground, passage_of, finding_of
):
    rice = ground.findings[4]
    old = passage_of("Barges wait for weeks at harbours.", 2024, 6, heading="")
    gone = finding_of(old, Status.DROPPED, p_new=0.0)
    gone = replace(gone, verdict=replace(gone.verdict, listing_id=rice.verdict.listing_id))
    pages = {(2024, 8): ("6", f"{ground.pages(old, 8)[1]} {old.text}")}
    held = replace(ground, pages=lambda p, n: pages.get((p.year, n)) or ground.pages(p, n))
    note = draft(replace(held, findings=(*ground.findings, gone)))
    assert old.text in [m.quote.text for m in note.dropped]
    assert note.left_out == 0


def test_a_point_that_is_no_matter_stands_with_what_its_old_neighbour_became_or_nowhere(ground, passage_of, finding_of):
    rice = ground.findings[4]
    old = passage_of("Harbour masters weigh each sack.", 2024, 6, heading="", page=None)
    gone = finding_of(old, Status.DROPPED, p_new=0.0)
    became = replace(rice.verdict, evidence=replace(ground.findings[2].verdict.evidence, passage_id="before"))
    findings = tuple(replace(f, verdict=became) if f is rice else f for f in ground.findings)
    for follows, left in (("before", [old.text]), ("elsewhere", [])):
        point = replace(gone, verdict=replace(gone.verdict, follows=follows))
        note = draft(replace(ground, findings=(*findings, point)))
        assert [m.title for m in note.dropped] == ["Household Chemicals"]
        assert [q.text for q in note.continued[0].left_out] == left


def test_the_history_of_a_matter_agrees_with_its_status(ground):
    by_title = {thread.title: (thread.years, thread.gaps) for thread in draft(ground).threads}
    assert by_title["Defense Offsets"] == ((1996, 2025), (2022, 2024))
    assert by_title["Network Fees"] == ((2025,), ())
    assert by_title["Household Chemicals"] == ((2022, 2024), (2025,))


def test_the_standing_under_the_gpa_is_quoted_and_set_beside_the_edition_before(ground, passage_of):
    text = "Korea is a Party to the agreement."
    where = passage_of(text, 2025, 7, heading="", section="procurement")
    standing = Standing("KOR", 2025, "party", "1997", text, 8, "6", where.id)
    stated = Stated(standing, where, before="2022: not a Party, observer")
    pages = ("6", ground.pages(where, 8)[1] + text)
    held = replace(
        ground, standings=(stated,), pages=lambda p, n: pages if n == 8 and p.year == 2025 else ground.pages(p, n)
    )
    note = draft(held)
    assert (note.standings[0].words, note.standings[0].quote.text) == ("Party to the GPA since 1997", text)
    asked = next(q for q in note.questions if "Government Procurement" in q.ask)
    assert asked.answer == "Korea: Party to the GPA since 1997. (2022: not a Party, observer.)"


def test_a_standing_told_in_other_words_is_no_barrier_that_has_gone(ground, passage_of, finding_of):
    old = passage_of("Korea was an observer to the agreement.", 2024, 7, heading="", section="procurement", page=None)
    mention = Mention(24, 37, Label.AGREEMENT, "GPA", {"status": "observer", "status_of": "KOR"})
    gone = finding_of(old, Status.DROPPED, p_new=0.0, mentions=(mention,))
    held = replace(ground, findings=(*ground.findings, gone))
    assert old.text in [matter.quote.text for matter in draft(held).dropped]
    stated = Stated(Standing("KOR", 2025, "party", "1997"), None)
    assert old.text not in [matter.quote.text for matter in draft(replace(held, standings=(stated,))).dropped]


def test_passages_in_a_row_that_have_gone_and_share_their_words_are_one_matter(ground, passage_of, finding_of):
    texts = (
        "Korea taxes paper lanterns at the border.",
        "Makers of paper lanterns call the border tax unfair.",  # goes on
        "Korea forbids wooden spoons.",  # another matter
    )
    gone = tuple(
        finding_of(passage_of(text, 2024, 20 + place, heading="", page=None), Status.DROPPED, p_new=0.0)
        for place, text in enumerate(texts)
    )
    note = draft(replace(ground, findings=(*ground.findings, *gone)))
    told = {matter.quote.text: [point.quote.text for point in matter.points] for matter in note.dropped}
    assert told[texts[0]] == [texts[1]]
    assert told[texts[2]] == []


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (
            (),
            "No earlier edition is held, so nothing can be called new: all is seen for the first time.",
        ),
        ((2022, 2024), "Korea has no chapter in the earlier editions held (2022, 2024); all of it is new."),
    ],
)
def test_without_an_earlier_chapter_nothing_is_said_to_be_new(ground, before, said):
    new = ground.findings[0]
    alone = replace(new, verdict=replace(new.verdict, compared_with=None, new_chapter=True))
    note = draft(replace(ground, held=(), before=before, findings=(alone,)))
    assert note.summary == (said, "First to read: Network Fees.")
    assert [matter.since for matter in note.new] == ["first seen here"]
    assert not any("new?" in question.ask for question in note.questions)
    assert fitting.first_page(note).parts[0].heading == "First seen here"


def test_what_holds_for_several_editions_is_said_once(ground):
    gaps = replace(ground.findings[0].verdict, missing_editions=(2011, 2012, 2013, 2024))
    first = replace(ground.findings[0], verdict=gaps)
    note = draft(replace(ground, series="nte", findings=(first, *ground.findings[1:])))
    assert [line for line in note.cautions if line.startswith("Of the")] == [
        "Of the 2011–2013 editions, not held: technical and sanitary barriers stood in reports of their own.",
        "Of the 2024 edition: USTR narrowed it on purpose: what it leaves out need not have been removed.",
    ]


def test_one_source_tells_since_when_a_matter_is_listed(ground, passage_of):
    old = passage_of("Importers were fined for a recall: recall fines hit cars.", 2019, 1, heading="", page=None)
    past = Past.of([old], [], before=2025)
    note = draft(replace(ground, past=past))
    matter = note.changed[0]
    assert matter.since == "named since 2019, linked back to 2022, a new rate or amount"
    assert matter.years == (2019, 2022, 2024, 2025)
    thread = next(thread for thread in note.threads if thread.title == "Recall Fines")
    assert (thread.years, thread.gaps) == (matter.years, ())


def test_a_new_matter_that_earlier_editions_name_is_not_called_new_without_a_word(ground, passage_of):
    old = passage_of("Carriers want network fees from content firms.", 2022, 1, heading="", section="services")
    asked = draft(replace(ground, past=Past.of([old], [], before=2025)))
    assert asked.new[0].since == "matched with no earlier passage, but “Network Fees” is named in 2022"
    answers = {question.ask: question.answer for question in asked.questions}
    said = answers["Is “Network Fees” new?"]
    assert said.startswith(
        "Perhaps not its subject: matched with no earlier passage, but “Network Fees” is named in 2022."
    )


def test_the_press_is_told_what_is_new_in_a_matter_listed_before(ground, passage_of, finding_of):
    text = "Korea demands a second permit for cars."
    point = finding_of(passage_of(text, 2025, 3, heading="Recall Fines"), Status.NEW, p_new=0.95)
    pages = ("6", f"{ground.pages(point.passage, 8)[1]} {text}")
    held = replace(ground, pages=lambda p, n: pages if (p.year, n) == (2025, 8) else ground.pages(p, n))
    others = tuple(f for f in ground.findings if f.passage.heading != ("Network Fees",))
    answers = {question.ask: question.answer for question in draft(replace(held, findings=(*others, point))).questions}
    said = answers["Is “Recall Fines” new?"]
    assert said.startswith(f"No: a new point of a matter listed since 2022. “{text}” was found in no earlier")


def test_a_ruling_that_a_matter_was_listed_before_needs_no_years(ground):
    ruled = tuple(
        replace(f, verdict=replace(f.verdict, first_listed=None, last_listed_before=None, ruled_by="A. Clerk"))
        if f.verdict.status is Status.RELISTED
        else f
        for f in ground.findings
    )
    note = draft(replace(ground, findings=ruled, linked={}, offset_years=()))
    assert note.relisted[0].since == "listed before, then absent"
    assert "None" not in "".join([*note.summary, *note.cautions, *(q.answer for q in note.questions)])


def test_an_earlier_passage_that_may_well_say_it_makes_a_new_matter_unsure(ground, passage_of):
    old = passage_of("Bills on fees are talked of.", 1996, 1, heading="", page=None)
    near = Evidence(old.id, 1996, old.text, 0.87)
    first, *rest = ground.findings
    unsure = replace(first, verdict=replace(first.verdict, evidence=near, p_new=0.95))
    assert draft(ground).new[0].doubt is None
    matter = draft(replace(ground, findings=(unsure, *rest))).new[0]
    assert matter.doubt == "not sure, perhaps relisted: a passage of 1996 is 87% likely to say it"


def test_whose_chapter_it_stands_in_is_said_where_it_has_none_of_its_own(ground):
    def housed(finding, chapter):
        return replace(finding, passage=replace(finding.passage, chapter=chapter))

    gone = tuple(f for f in ground.findings if f.verdict.status is Status.DROPPED)
    inside = tuple(housed(f, "GCC") for f in ground.findings if f.verdict.status is not Status.DROPPED)
    said = "Korea has no chapter of its own in this edition, as it had in 2024: all of it stands in the chapter on the "
    assert draft(replace(ground, findings=(*inside, *gone))).cautions[0] == f"{said}Gulf Cooperation Council."
    assert not any("chapter of its own" in line for line in draft(ground).cautions)


def test_the_weightiest_point_left_out_is_named_on_the_first_page(ground, passage_of, finding_of):
    rice = ground.findings[4]
    texts = (
        "Importers were told of 513.",
        "Korea requires that millers who pay 513 buy 30 percent here.",
    )
    gone = []
    for at, text in enumerate(texts):
        lost = finding_of(passage_of(text, 2024, 20 + at, heading="", page=None), Status.DROPPED, p_new=0.0)
        gone.append(replace(lost, verdict=replace(lost.verdict, listing_id=rice.verdict.listing_id)))
    note = draft(replace(ground, findings=(*ground.findings, *gone)))
    assert [quote.text for quote in note.continued[0].left_out] == [texts[1], texts[0]]
    part = next(p for p in fitting.first_page(note).parts if p.heading == "No longer described")
    assert f"2 points were left out of matters that go on, such as “{texts[1]}”; see the detail." in part.remark


def test_a_narrowed_edition_that_is_not_held_is_called_so(ground):
    note = draft(replace(ground, series="nte", held=(1996, 2022)))
    assert any(line.startswith("Of the 2024 edition, not held: USTR narrowed") for line in note.cautions)


def test_what_is_wholly_new_is_read_before_a_new_point_of_a_matter_listed_before(ground, passage_of, finding_of):
    text = "Makers of cars are told of permits."
    point = finding_of(passage_of(text, 2025, 3, heading="Recall Fines"), Status.NEW, p_new=0.99)
    pages = ("6", f"{ground.pages(point.passage, 8)[1]} {text}")
    held = replace(ground, pages=lambda p, n: pages if (p.year, n) == (2025, 8) else ground.pages(p, n))
    note = draft(
        replace(held, findings=(*(f for f in ground.findings if f.verdict.status is not Status.RELISTED), point))
    )
    assert [matter.title for matter in note.new] == ["Network Fees"]
    assert [matter.title for matter in note.changed] == ["Recall Fines"]
    assert note.summary[1] == "First to read: Network Fees (new; in no earlier edition held)."


def test_a_matter_listed_before_whose_offsets_are_named_for_the_first_time_is_told_so(ground):
    note = draft(replace(ground, offset_years=(2025,)))
    assert "offsets named in no earlier edition held" in layout.marks(note.relisted[0])
    assert "offsets named in no earlier edition held" not in layout.marks(draft(ground).relisted[0])


def test_what_has_no_name_to_look_for_is_said_to_be_matched_with_nothing(ground):
    first, *rest = ground.findings
    unnamed = replace(first, passage=replace(first.passage, heading=()))
    note = draft(replace(ground, findings=(unnamed, *rest)))
    assert note.new[0].since == "matched with no earlier passage"
    asked = next(question for question in note.questions if question.ask.endswith("new?"))
    assert asked.answer.startswith("It was matched with no passage of the earlier editions held (1996, 2022, 2024).")


def test_the_history_table_says_where_only_the_wording_can_be_followed(ground, passage_of):
    fine = ground.findings[2]
    old = passage_of("Makers pay for what they call back.", 1996, 1, heading="", page=None)
    wide = Listing(fine.verdict.listing_id, "KOR", "", (1996, 2025), (), (), (old.id, fine.passage.id))
    note = draft(replace(ground, past=Past.of([old], [wide], before=2025)))
    assert note.changed[0].since == "linked back to 2022, a new rate or amount"
    assert ("Recall Fines", "changed", "2022, 2024–2025 (by links)", "–") in layout.timeline_rows(note)


def test_of_two_matters_of_one_name_history_and_status_one_stands_in_the_table(ground, passage_of, finding_of):
    text = "Korea fines importers of buses, too."
    other = finding_of(
        passage_of(text, 2025, 8, heading="Recall Fines"), Status.CONTINUED, p_new=0.0, first=2022, last=2024
    )
    bloc = replace(other, passage=replace(other.passage, economies=("GCC",), chapter="GCC"))
    pages = ("6", f"{ground.pages(bloc.passage, 8)[1]} {text}")
    held = replace(ground, pages=lambda p, n: pages if (p.year, n) == (2025, 8) else ground.pages(p, n))
    held = replace(held, linked={**ground.linked, bloc.passage.id: (2022, 2024)}, findings=(*ground.findings, bloc))
    told = [(thread.title, thread.status) for thread in draft(held).threads if "Recall Fines" in thread.title]
    assert told == [("Recall Fines", Status.CHANGED), ("Recall Fines", Status.CONTINUED)]
    again = replace(bloc, passage=replace(bloc.passage, id="ite2025-GCC-9", section="services"))
    linked = {**held.linked, again.passage.id: (2022, 2024)}
    same = replace(held, findings=(*held.findings, again), linked=linked)
    assert "Recall Fines (2 matters)" in [thread.title for thread in draft(same).threads]


def test_an_edition_that_leaves_the_section_out_is_no_gap(ground, passage_of):
    fine = ground.findings[2]
    cars = replace(fine, passage=replace(fine.passage, section="tbt_sps", heading=("Recall Fines",)))
    linked = {**ground.linked, fine.passage.id: (2009, 2022, 2024)}
    findings = tuple(cars if f is fine else f for f in ground.findings)
    note = draft(replace(ground, series="nte", findings=findings, linked=linked, held=(2009, 2012, 2016, 2022, 2024)))
    assert next(t.gaps for t in note.threads if t.title == "Recall Fines") == (2016,)  # 2012 left such barriers out


def test_where_offsets_turn_the_first_page_and_the_press_are_told(ground):
    offsets = next(f for f in ground.findings if f.verdict.status is Status.RELISTED)
    goes_on = replace(offsets, verdict=replace(offsets.verdict, status=Status.CONTINUED))
    findings = tuple(goes_on if f is offsets else f for f in ground.findings)
    note = draft(replace(ground, findings=findings, offset_turns=("defence offset asked for, in 2024 not asked for",)))
    said = "Otherwise than in the last edition that spoke of it: defence offset asked for, in 2024 not asked for."
    assert said in next(p.remark for p in fitting.first_page(note).parts if p.heading == "Offsets")
    assert said in next(q.answer for q in note.questions if q.ask == "What does it say of offsets?")


def test_of_offsets_the_sentence_that_names_them_is_quoted(ground, passage_of, finding_of):
    law = "On May 3, 2024, Korea enacted Act 11, which bans foreign dredgers from all tenders of ports."
    text = (
        f"{law} Suppliers of cranes and of whatever else the ports of the country may need give offsets of 20 percent."
    )
    old = passage_of("Ports buy dredgers as they like, and cranes.", 2024, 7, heading="Ports", section="procurement")
    new = passage_of(text, 2025, 7, heading="Ports", section="procurement")
    at = text.index("offsets")
    mention = Mention(at, at + 7, Label.OFFSET, "offset", {})
    changed = finding_of(
        new, Status.CHANGED, p_new=0.1, evidence=old, first=2022, last=2024, change=Change(ChangeKind.LAW, (law,), ()),
        mentions=(mention,),
    )  # fmt: skip
    note = draft(
        replace(ground, findings=(changed,), earlier={old.id: old}, linked={}, pages=lambda p, n: ("6", p.text))
    )
    (matter,) = note.offsets
    assert matter.quote.text == law
    part = next(p for p in layout.parts(note, most=3, quote=300, before=200) if p.heading == "Offsets")
    assert "give offsets of 20 percent" in part.matters[0].quote.text
    assert "legal step" not in part.matters[0].since
    answer = next(q.answer for q in note.questions if q.ask == "What does it say of offsets?")
    assert "give offsets" in answer
    assert not answer.startswith("Changed")


def test_what_the_passage_still_says_is_not_shown_as_what_was_said_before(ground, passage_of, finding_of):
    ban = "Korea maintains a moratorium on planting biotechnology soybeans in its mountain provinces."
    gone = "Korea had approved no biotechnology soybeans of any kind for use as feed."
    step = "In May 2025 Korea approved planting three biotechnology soybeans in its coastal provinces, and for feed."

    def note(old_text):
        old = passage_of(old_text, 2024, 30, heading="Soybeans", page=None)
        new = passage_of(f"{ban} {step}", 2025, 30, heading="Soybeans", page=7)
        found = finding_of(
            new, Status.CHANGED, p_new=0.1, evidence=old, first=2024, last=2024, change=Change(ChangeKind.LAW)
        )
        pages = lambda p, n: ("7", new.text) if n == 9 else None  # noqa: E731
        return draft(replace(ground, earlier={old.id: old}, findings=(found,), pages=pages)).changed[0]

    assert note(ban).quote.text == step
    assert note(ban).before is None
    assert note(f"{ban} {gone}").before.text == gone
