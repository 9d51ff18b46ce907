import datetime

import pytest

from marsad.flow import read_one
from marsad.model.report import Report
from marsad.reconcile import reconcile
from say import report, say

A = report("a", "2017-10-05", publisher="One")
B = report("b", "2017-10-06", publisher="Two")
DAY = {"start": "2017-10-04", "end": "2017-10-04"}


def strike(in_report=A, agent="Russia", by=None, **more):
    actors = {"agent": agent} if agent else {}
    return say("air_strike", in_report, actors=actors, by=by, **{"at": "Hawija", "position": 100, **DAY, **more})


def killed(in_report=A, count="at least 20", civilian=True, agent=None, by=None, **more):
    actors = {"agent": agent} if agent else {}
    return say(
        "killed", in_report, count=count, civilian=civilian, actors=actors, by=by, **{"at": "Hawija", "position": 100, **DAY, **more}
    )


def incidents(*claims, reports=(A, B)):
    return reconcile(reports, claims).incidents


def test_event_and_victims_of_one_sentence_are_one_incident():
    (one,) = incidents(strike(by="the monitor"), killed(by="the monitor"))
    assert one.types == ("air_strike",)
    assert one.killed is not None
    assert (one.killed.low, one.killed.best, one.killed.high) == (20, 20, None)
    assert one.killed.by.civilian is not None
    assert (one.grade, one.parties, one.strike_status) == ("weak", ("Russia",), "single source claim")


def test_two_reports_of_one_strike_are_one_incident():
    (one,) = incidents(
        strike(by="the monitor"), killed(by="the monitor"), strike(B, by="the hospital"), killed(B, count="24", by="the hospital")
    )
    assert one.reports == ("a", "b")
    assert (one.grade, one.strike_status) == ("fair", "likely")
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (20, 24)


def test_other_days_are_other_incidents():
    assert len(incidents(strike(), strike(B, start="2017-10-01", end="2017-10-01"))) == 2


def test_other_places_are_other_incidents():
    assert len(incidents(strike(), strike(position=150, at="Hit"))) == 2


def test_a_copy_raises_nothing():
    copy = report("b", "2017-10-06", publisher="Two", copy_of="a")
    (one,) = incidents(strike(by="x"), killed(by="x"), strike(copy, by="x"), killed(copy, by="x"), reports=(A, copy))
    assert one.grade == "weak"
    assert one.copies == 1


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([strike()], None),
        ([strike(), killed(civilian=False)], None),
        ([say("armed_clash", A, at="Hawija", position=100, **DAY), killed(civilian=None)], None),
        ([strike(), killed()], "weak"),
        ([strike(), killed(civilian=None)], "weak"),
        ([strike(agent="Russia"), strike(B, agent="Syrian army"), killed(), killed(B)], "contested"),
        ([strike(), killed(), killed(B, by="the hospital")], "fair"),
        ([strike(), killed(agent="Russia", by="Russian Ministry of Defence")], "confirmed"),
        ([strike(), killed(by="the monitor"), killed(B, by="the monitor", civilian=False)], "discounted"),
        ([strike(agent=None), killed(), killed(B, by="the hospital")], None),
    ],
)
def test_grades(claims, grade):
    (one,) = incidents(*claims)
    assert one.grade == grade
    assert one.reasons


def test_the_accused_alone_discounts_nothing():
    (one,) = incidents(strike(), killed(by="the monitor"), killed(B, by="Russia", civilian=False))
    assert one.grade != "discounted"


def test_owning_a_strike_declares_it():
    (one,) = incidents(strike(by="Russian Ministry of Defence"), killed(by="the monitor"))
    assert one.strike_status == "declared"
    assert [p.stance for p in one.positions] == ["admits"]
    assert one.grade == "weak"


def test_civilians_and_fighters_add_up_and_parts_do_not():
    whole = killed(count="25", civilian=None, by="x")
    claims = [strike(), whole, killed(count="12", civilian=True, by="x", part_of=whole.id, victims="children")]
    (one,) = incidents(*claims)
    assert one.killed is not None
    assert one.killed.best == 25
    (other,) = incidents(strike(), killed(count="20", by="x"), killed(count="5", civilian=False, by="x"))
    assert other.killed is not None
    assert other.killed.best == 25


def test_numbers_that_exclude_each_other_have_no_best():
    (one,) = incidents(strike(by="x"), killed(count="20", by="x"), strike(B, by="y"), killed(B, count="45", by="y"))
    assert one.killed is not None
    assert (one.killed.low, one.killed.best, one.killed.high) == (20, None, 45)


def test_a_doubted_claim_of_responsibility_stays_doubted():
    (one,) = incidents(say("claimed", A, at="Las Vegas", actors={"agent": "Islamic State"}, status="doubted"))
    assert one.certainty == "doubted"
    assert one.positions[0].stance == "claims"


def test_planned_and_denied_events_are_no_incidents():
    made = reconcile([A], [strike(status="planned"), strike(status="denied", position=400)])
    assert not made.incidents
    assert len(made.unused) == 2


def test_responsibility_joins_the_event():
    (one,) = incidents(strike(agent=None), say("claimed", A, actors={"agent": "Islamic State"}, position=260))
    assert one.parties == ("Islamic State",)


def test_attackers_without_a_name_are_no_second_party():
    from msgspec.structs import replace

    unnamed = strike(agent="terrorists", position=150)
    unnamed = replace(unnamed, actors=(replace(unnamed.actors[0], name=None),))
    (one,) = incidents(strike(agent="Islamic State"), unnamed, killed())
    assert (one.parties, one.grade) == (("Islamic State",), "weak")


def test_one_great_strike_told_with_two_tolls_and_a_vague_place_is_one():
    claims = [
        strike(at="Mosul"),
        killed(at="Mosul", count="at least 105", by="the inquiry"),
        strike(B, at="Iraq"),
        killed(B, at="Iraq", count="240", by="an official"),
    ]
    (one,) = incidents(*claims)
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (105, 240)


def test_two_small_strikes_of_one_day_stay_two():
    claims = [strike(at="Mosul"), killed(at="Mosul", count="3"), strike(B, at="Iraq"), killed(B, at="Iraq", count="9")]
    assert len(incidents(*claims)) == 2


def test_an_execution_by_others_is_no_part_of_a_raid():
    raid = say("attack", A, at="west Mosul", position=100, end="2017-10-05")
    told = say("execution", A, at="west Mosul", position=180, actors={"agent": "Islamic State"}, end="2017-10-05")
    assert sorted(one.types for one in incidents(raid, told)) == [("attack",), ("execution",)]


def test_an_execution_by_the_raiders_is_part_of_their_raid():
    raid = say("attack", A, at="west Mosul", position=100, actors={"agent": "Islamic State"}, **DAY)
    told = say("execution", A, at="west Mosul", position=180, actors={"agent": "Islamic State"}, **DAY)
    (one,) = incidents(raid, told)
    assert one.types == ("attack", "execution")


def test_attacks_over_weeks_are_no_single_assault():
    bombs = say("ied", A, at="Mosul", position=100, start="2017-05-10", end="2017-10-05")
    assault = say("attack", A, at="Mosul", position=1400, end="2017-10-05")
    assert len(incidents(bombs, assault)) == 2


BETWEEN = (
    " The market stayed shut. Prices rose again. The mayor asked for calm and for help. Traders spoke of a slow month. Rain is due." * 3
)


def told(text):
    own = Report(id="own", text=text, sha256="0" * 64, published=datetime.date(2019, 5, 20))
    return reconcile([own], list(read_one(own).claims))


def test_nobody_is_killed_twice():
    shot = "Gunmen shot dead Judge Omar Haddad in Goma on 3 May."
    assert len(told(f"{shot}{BETWEEN} Rebels killed Omar Haddad on the night of 2 May, his brother said in Bukavu.").incidents) == 1
    assert len(told(f"{shot}{BETWEEN} Gunmen shot dead teacher Ali Mansour in Goma.").incidents) == 2


def test_attacks_in_a_whole_country_are_not_the_one_told_before():
    assert (
        len(told(f"Rebels attacked a bank in Goma on 3 May.{BETWEEN} In the Congo, attacks killed nine people in a year.").incidents) == 2
    )


def test_the_dead_of_a_war_are_a_figure_and_no_incident():
    picture = told("The war has claimed almost 70,000 lives in El Salvador.")
    assert not picture.incidents
    assert [figure.best for figure in picture.figures] == [70000.0]


def test_an_explosion_and_an_attack_are_one_within_a_sentence_only():
    blast = say("ied", A, at="Hawija", position=100, **DAY)
    assert len(incidents(blast, say("attack", A, at="Hawija", position=130, **DAY))) == 1
    assert len(incidents(blast, say("attack", A, at="Hawija", position=900, **DAY))) == 2


def test_victims_told_by_another_voice_in_the_next_paragraph_are_those_of_the_strike():
    (one,) = incidents(strike(by="Ministry of Defence"), killed(by="the hospital", position=700))
    assert one.killed is not None
    assert len(incidents(strike(by="Ministry of Defence"), killed(by="the hospital", position=2000))) == 2
