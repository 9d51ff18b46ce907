"""What is done is told once, of those who did it and of its own time, whatever words stand between or beside."""

import datetime

import pytest

from claims.own_war import claims, counted


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


@pytest.mark.parametrize("text", ["Shelling killed nobody in Kidal.", "There were no casualties in the attack in Kidal."])
def test_where_nobody_was_harmed_the_deed_stands_and_the_harm_is_denied(text: str) -> None:
    found = claims(text)
    assert {c.status for c in found if c.kind == "event"} == {"asserted"}
    assert {c.status for c in found if c.kind == "casualty"} == {"denied"}


def test_who_is_considered_missing_is_missing() -> None:
    assert [c.status for c in claims("Six villagers are considered missing in Kidal.") if c.type == "missing"] == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "The coalition is backing the army with air strikes near Kidal.",
        "Russia has supported government forces with air strikes near Kidal.",
        "Coalition air strikes supported the army near Kidal.",
    ],
)
def test_whom_strikes_help_they_do_not_hit(text: str) -> None:
    strikes = [c for c in claims(text) if c.type == "air_strike"]
    assert strikes
    assert not [a for c in strikes for a in c.actors if a.role == "target"]


def test_no_word_of_the_name_of_a_body_is_a_deed() -> None:
    text = "The United Nations Hybrid Operation in Darfur has asked for helicopters. Rebels shelled El Fasher on Monday."
    assert {c.type for c in claims(text)} == {"shelling"}


def test_who_is_named_with_soldiers_fled_no_more_than_they_did() -> None:
    assert not [c for c in claims("About 3,000 Angolan soldiers and some 300 Zimbabweans crossed into Zambia.") if c.kind == "displacement"]


def test_evidence_holds_no_half_of_a_word_or_of_a_time() -> None:
    found = claims("Saudi-led air strikes killed nine people in Hodeidah. Two years ago rebels seized Taiz.")
    assert {c.evidence.text for c in found if c.kind in ("casualty", "control")} == {
        "Saudi-led air strikes killed nine people in Hodeidah",
        "rebels seized Taiz",
    }
