"""A part of those counted before is counted as one of their kind, and a share of them is no number of its own."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on in Mali.\n\n"


def claims(text: str) -> tuple[Claim, ...]:
    return read_one(Report(id="r", text=BEFORE + text, sha256="0" * 64, published=datetime.date(2016, 11, 23))).claims


def counted(text: str, type_: str) -> list[float | None]:
    return [c.quantity.best for c in claims(text) if c.type == type_ and c.quantity is not None]


WHOLES = (
    "The rebels kidnapped 40 villagers near Kidal",
    "Soldiers arrested 40 pupils in Kidal",
    "Some 40 fighters attacked Kidal",
    "The army captured 40 rebels near Kidal",
)


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize(
    "joined", ["{w}, and 26 of them were killed.", "{w}; 26 of them were killed.", "{w}. Later, 26 of them were killed."]
)
def test_so_many_of_them_are_read_whoever_they_are(whole: str, joined: str) -> None:
    assert counted(joined.format(w=whole), "killed") == [26]


@pytest.mark.parametrize(
    ("text", "type_", "number", "who"),
    [
        ("Twenty of the dead were soldiers.", "killed", 20, "soldiers"),
        ("Some 12 of the dead are children.", "killed", 12, "children"),
        ("Twelve of the wounded were children.", "injured", 12, "children"),
        ("Thirty-one of those killed were rebels.", "killed", 31, "rebels"),
    ],
)
def test_who_a_part_of_the_dead_were_is_told(text: str, type_: str, number: int, who: str) -> None:
    (found,) = [c for c in claims("An air strike hit a camp in Kidal. " + text) if c.type == type_]
    assert (found.quantity and found.quantity.best, found.victims) == (number, who)


def test_how_many_of_the_wounded_died_is_no_number_of_wounded() -> None:
    assert counted("The blast hurt 30 people in Kidal. Three of the wounded died.", "injured") == [30]


@pytest.mark.parametrize(
    "text",
    [
        "One in five of Mali's 20 million people has fled.",
        "Roughly one in five of the 20 million people has fled.",
        "One in five of the country's 20 million people has fled.",
        "The war has displaced one in five of Mali's 20 million people.",
    ],
)
def test_a_share_of_a_counted_whole_is_a_share(text: str) -> None:
    moved = [c.quantity for c in claims(text) if c.kind == "displacement" and c.quantity is not None]
    assert [(q.best, q.unit) for q in moved] == [(20, "percent")]


@pytest.mark.parametrize("text", ["Half of Kidal's residents have fled.", "Half of the residents of Kidal have fled."])
def test_whose_people_fled_is_where_they_fled_from(text: str) -> None:
    (fled,) = [c for c in claims(text) if c.kind == "displacement"]
    assert [(p.role, p.name) for p in fled.places] == [("origin", "Kidal")]


@pytest.mark.parametrize("time", ["overnight", "last week", "on Monday", "early today", "late on Sunday", "in recent days"])
@pytest.mark.parametrize("verb", ["took control", "seized control", "regained control"])
def test_a_time_put_in_does_not_part_control_from_its_place(verb: str, time: str) -> None:
    (gained,) = [c for c in claims(f"The army {verb} {time} of the town of Kidal.") if c.kind == "control"]
    assert (gained.type, [p.name for p in gained.places]) == ("gained", ["Kidal"])
    assert gained.time.text is not None


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("Kidal, which fell to rebels in May, was shelled.", "shelling", None),
        ("Kidal, which the army left on Sunday, was shelled on Tuesday.", "shelling", datetime.date(2016, 11, 22)),
        ("Rebels who entered Kidal on Sunday have shelled Gao.", "shelling", None),
        ("A bomb that went off on Monday killed six people in Kidal.", "killed", datetime.date(2016, 11, 21)),
    ],
)
def test_what_a_relative_clause_tells_of_a_subject_has_its_own_time(text: str, type_: str, date: datetime.date | None) -> None:
    (found,) = [c for c in claims(text) if c.type == type_]
    assert found.time.start == date


@pytest.mark.parametrize(
    ("text", "type_", "number"),
    [
        ("Six nurses taken hostage on Tuesday in Kidal.", "abduction", 6),
        ("Six soldiers beaten to death in Kidal.", "killed", 6),
        ("Four soldiers succumbed to their injuries on Tuesday.", "killed", 4),
        ("More than 100 rebel elements were killed in Kidal.", "killed", 100),
        ("Six civilians, a pregnant woman among them, perished in Kidal on Monday.", "killed", 6),
    ],
)
def test_headlines_and_words_for_dying(text: str, type_: str, number: int) -> None:
    assert counted(text, type_) == [number]


def test_people_are_taken_away_and_not_taken() -> None:
    found = claims("Soldiers took away 20 residents of Kidal on 9 June.")
    assert [c.type for c in found] == ["abduction"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army accused the rebels of looting Kidal, an accusation the militia rejected.", "the militia"),
        ("Witnesses said soldiers had killed six people in Kidal, a charge denied by the government.", "the government"),
        ("The army has repeatedly denied shelling Kidal.", "The army"),
    ],
)
def test_who_denies_something_says_so(text: str, who: str) -> None:
    (denied,) = [c for c in claims(text) if (c.kind, c.type) == ("responsibility", "denied")]
    assert [s.text for s in denied.sources] == [who]


def test_strikes_told_place_by_place_are_of_whom_and_when_the_sentence_before_tells() -> None:
    text = (
        "On June 8, Coalition forces attacked ISIL in Iraq, conducting 16 strikes using bomber and fighter aircraft.\n\n"
        "Near Fallujah, five strikes destroyed two ISIL bunkers.\n\nNear Hit, one strike destroyed an ISIL tunnel."
    )
    strikes = [c for c in claims(text) if c.type == "air_strike"]
    assert {a.name for c in strikes for a in c.actors if a.role == "agent"} == {"US-led coalition"}
    assert [c.time.start for c in strikes] == [datetime.date(2016, 6, 8)] * 3
    assert not [a for c in strikes for a in c.actors if "aircraft" in a.text]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels, backed by army units, still hold Kidal.", "army units"),
        ("Troops supported by Russian aircraft attacked Kidal.", "Russian aircraft"),
        ("The army, with help from Chad, retook Kidal.", "Chad"),
    ],
)
def test_who_backs_a_deed_is_a_supporter(text: str, who: str) -> None:
    assert who in [a.text for c in claims(text) for a in c.actors if a.role == "supporter"]


def test_who_tried_to_enter_a_town_advanced_on_it() -> None:
    assert [(c.type, c.status) for c in claims("Rebels tried to enter Kidal.")] == [("advance", "asserted")]


def test_drinking_water_is_delivered() -> None:
    (aid,) = [c for c in claims("The ICRC delivered drinking water to 900 families in Kidal.") if c.kind == "response"]
    assert aid.quantity is not None
    assert (aid.type, aid.quantity.best) == ("aid_delivered", 900)


def test_a_stand_in_at_the_end_of_a_clause_is_the_place_told_before() -> None:
    (aid,) = [
        c for c in claims("The agency reached Kidal on Tuesday. It handed out rations to 20,000 people there.") if c.kind == "response"
    ]
    assert [p.name for p in aid.places] == ["Kidal"]


def test_an_oblast_may_be_told_again() -> None:
    text = "Russian attacks across Donetsk Oblast were heavy. Three civilians were killed in the oblast on Monday."
    (killed,) = [c for c in claims(text) if c.type == "killed"]
    assert [p.name for p in killed.places] == ["Donetsk"]


@pytest.mark.parametrize(
    ("text", "type_", "numbers"),
    [
        ("The attack left 11 soldiers and 3 policemen dead.", "killed", [11, 3]),
        ("The blast left four soldiers and two children wounded.", "injured", [4, 2]),
    ],
)
def test_all_of_a_list_are_left_so(text: str, type_: str, numbers: list[int]) -> None:
    assert counted(text, type_) == numbers


@pytest.mark.parametrize("text", ["Shelling killed nobody in Kidal.", "There were no casualties in the attack in Kidal."])
def test_where_nobody_was_harmed_the_deed_stands_and_the_harm_is_denied(text: str) -> None:
    found = claims(text)
    assert {c.status for c in found if c.kind == "event"} == {"asserted"}
    assert {c.status for c in found if c.kind == "casualty"} == {"denied"}


@pytest.mark.parametrize("fronted", ["", "In Kidal ", "In the Kidal region ", "On Monday ", "Over the past day, "])
def test_a_bare_number_behind_and_is_the_number_of_the_second_fate(fronted: str) -> None:
    text = f"{fronted}four civilians were killed and 11 were injured."
    assert (counted(text, "killed"), counted(text, "injured")) == ([4], [11])


def test_who_is_considered_missing_is_missing() -> None:
    assert [c.status for c in claims("Six villagers are considered missing in Kidal.") if c.type == "missing"] == ["asserted"]


def test_a_province_is_meant_and_not_the_country_that_owns_it() -> None:
    (crossed,) = [c for c in claims("Another 6,300 people have crossed into Afghanistan's Khost province.") if c.kind == "displacement"]
    assert [p.name for p in crossed.places] == ["Khost"]
