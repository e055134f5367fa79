from analyzer.vocab import economies, places


def test_every_place_belongs_to_a_member_of_a_bloc():
    members = {membership.code for membership in economies.memberships()}
    assert set(places.states().values()) <= members


def test_places_are_found_as_whole_words_and_for_the_states_looked_for():
    text = "Abu Dhabi levies a tax; Ras Al-Khaimah and Riyadh do not, nor does Dubailand."
    assert places.states_of(text, among=("ARE", "QAT", "SAU")) == ("ARE", "SAU")
    assert places.states_of(text, among=("SAU",)) == ("SAU",)
    assert places.states_of("A tax on banks in Dubailand.", among=("ARE",)) == ()
