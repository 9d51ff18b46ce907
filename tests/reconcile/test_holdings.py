from marsad.model.picture import Holding
from marsad.reconcile import reconcile
from say import report, say

DAYS = {day: report(f"r{day}", f"2017-03-{day:02}", publisher=f"Outlet {day}") for day in range(1, 29)}
IS, ISF = "Islamic State", "Iraqi security forces"


def word(kind, day, holder=None, at="Hit", **more):
    actors = {"holder": holder} if holder else {}
    if former := more.pop("former", None):
        actors["former_holder"] = former
    return say(kind, DAYS[day], at=at, actors=actors, **more)


def holdings(*claims) -> list[Holding]:
    return list(reconcile(list(DAYS.values()), claims).holdings)


def test_a_gain_ends_the_other_side():
    old, new = holdings(word("held", 3, IS), word("gained", 10, ISF, start="2017-03-09", end="2017-03-09"))
    assert (old.holder, str(old.to)) == (IS, "2017-03-09")
    assert (new.holder, new.state, str(new.from_), new.to) == (ISF, "held", "2017-03-09", None)


def test_forces_of_one_side_hold_it_together():
    (one,) = holdings(word("held", 3, "Iraqi police"), word("held", 5, "Iraqi army"))
    assert one.state == "held"
    assert str(one.as_of) == "2017-03-05"


def test_two_holders_at_one_time_are_contested():
    result = reconcile(list(DAYS.values()), [word("held", 3, IS), word("held", 4, ISF)])
    assert {h.state for h in result.holdings} == {"contested"}
    assert all(h.contradicted_by for h in result.holdings)
    assert [c.kind for c in result.contradictions] == ["holders"]
    assert {about for c in result.contradictions for about in c.about} <= {h.id for h in result.holdings}


def test_a_lost_place_has_an_unknown_holder():
    old, new = holdings(word("held", 3, IS), word("lost", 8, former=IS))
    assert old.to is not None
    assert (new.holder, new.state) == (None, "unknown")


def test_a_gain_without_a_holder_is_a_loss_of_the_former():
    (one,) = holdings(word("gained", 8, former=IS))
    assert (one.holder, one.state, one.former_holder) == (None, "unknown", IS)


def test_a_share_is_kept_and_makes_the_whole_contested():
    whole, share = holdings(
        word("held", 3, IS, at="Raqqa"), word("gained", 3, "Syrian Democratic Forces", at="Raqqa", count="90", unit="percent")
    )
    assert share.share == 90
    assert whole.state == "contested"


def test_shares_above_the_whole_are_a_contradiction():
    claims = [word("held", 3, IS, count="60", unit="percent"), word("held", 3, ISF, count="70", unit="percent")]
    assert "shares" in [c.kind for c in reconcile(list(DAYS.values()), claims).contradictions]


def test_parts_are_their_own_places_and_make_the_whole_contested():
    claims = [word("held", 7, IS, at="Mosul"), word("gained", 7, ISF, at="east Mosul", start="2017-01-24", end="2017-01-24")]
    by_part = {h.place.part: h for h in holdings(*claims)}
    assert by_part["east"].holder == ISF
    assert by_part[None].state == "contested"


def test_the_fall_of_the_whole_ends_its_parts():
    claims = [word("held", 3, IS, at="west Mosul"), word("gained", 20, ISF, at="Mosul", former=IS)]
    west = next(h for h in holdings(*claims) if h.place.part == "west")
    assert west.to is not None


def test_a_cleared_province_concerns_its_towns():
    town, province = holdings(word("held", 3, IS, at="Baiji"), word("lost", 9, former=IS, at="Salah al-Din"))
    assert town.to is not None
    assert "cleared" in " ".join(town.reasons)
    assert province.state == "unknown"


def test_a_town_said_to_be_held_after_its_province_was_cleared_is_contested():
    town, _ = holdings(word("held", 12, IS, at="Baiji"), word("lost", 9, former=IS, at="Salah al-Din"))
    assert town.state == "contested"
    assert town.contradicted_by


def test_some_territory_makes_nobody_the_holder():
    hold = word("held", 3, IS)
    taken = word("gained", 3, ISF, words="forces seized some territory in Hit")
    (one,) = holdings(hold, taken)
    assert (one.holder, one.state) == (IS, "contested")


def test_entering_changes_no_holder():
    (one,) = holdings(word("held", 3, IS, at="Riyadh"), say("advance", DAYS[4], at="Riyadh", role="target", actors={"agent": ISF}))
    assert (one.holder, one.entered_by) == (IS, (ISF,))


def test_entered_places_without_a_holder_are_unknown():
    (one,) = holdings(say("advance", DAYS[4], at="Riyadh", role="target", actors={"agent": ISF}))
    assert (one.holder, one.state, one.entered_by) == (None, "unknown", (ISF,))


def test_what_a_party_says_of_itself_is_marked():
    (one,) = holdings(word("held", 3, "Iraqi police", by="Iraqi army"))
    assert one.claimed_by_party


def test_control_by_fire_is_kept():
    (one,) = holdings(word("held", 3, ISF, means="fire"))
    assert one.means == "fire"


def test_a_denied_gain_is_contested():
    result = reconcile(list(DAYS.values()), [word("gained", 3, ISF), word("gained", 4, ISF, status="denied", by=IS)])
    assert [h.state for h in result.holdings] == ["contested"]
    assert [c.kind for c in result.contradictions] == ["holders"]


def test_hands_changed_unseen_after_a_long_silence():
    old, new = holdings(word("held", 1, IS), word("held", 28, ISF))
    assert "nobody says when" in " ".join(old.reasons)
    assert new.from_ is None


def test_units_without_a_name_contradict_nobody():
    from msgspec.structs import replace

    unnamed = word("gained", 7, "The units", start="2017-03-07", end="2017-03-07")
    unnamed = replace(unnamed, actors=(replace(unnamed.actors[0], name=None),))
    (one,) = holdings(unnamed, word("held", 8, ISF))
    assert (one.holder, one.state) == (ISF, "held")


def test_several_holders_of_one_side_are_the_side():
    from msgspec.structs import replace

    claim = word("held", 3, "Iraqi army")
    other = word("held", 3, "Iraqi police").actors[0]
    (one,) = holdings(replace(claim, actors=(*claim.actors, other)))
    assert one.holder == "Iraqi security forces"


def test_an_unnamed_place_is_no_holding():
    assert not holdings(word("held", 3, IS, at="the square"))


def test_of_places_inside_each_other_the_inner_one_is_meant():
    assert [h.place.name for h in holdings(word("held", 3, IS, at="Mosul and Iraq"))] == ["Mosul"]


def test_a_state_that_stands_on_one_day_did_not_begin_on_it():
    (one,) = holdings(word("held", 3, IS, start="2017-03-03"))
    assert one.from_ is None


def test_a_part_that_is_still_held_when_the_whole_is_taken_is_a_contradiction():
    whole = word("gained", 5, ISF, at="Hawija", start="2017-03-05", end="2017-03-05", by="the commander")
    part = word("held", 5, IS, at="west Hawija", by=IS, words="its fighters still hold the west of the town")
    made = reconcile(list(DAYS.values()), [whole, part])
    assert {h.state for h in made.holdings} == {"contested", "held"}
    assert [c.kind for c in made.contradictions] == ["holders"]
