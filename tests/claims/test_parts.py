"""A part of those counted before is counted as one of their kind, and a share of them is no number of its own."""

import pytest

from claims.own_war import claims, counted

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


@pytest.mark.parametrize(
    ("text", "type_", "numbers"),
    [
        ("The attack left 11 soldiers and 3 policemen dead.", "killed", [11, 3]),
        ("The blast left four soldiers and two children wounded.", "injured", [4, 2]),
    ],
)
def test_all_of_a_list_are_left_so(text: str, type_: str, numbers: list[int]) -> None:
    assert counted(text, type_) == numbers


@pytest.mark.parametrize("fronted", ["", "In Kidal ", "In the Kidal region ", "On Monday ", "Over the past day, "])
def test_a_bare_number_behind_and_is_the_number_of_the_second_fate(fronted: str) -> None:
    text = f"{fronted}four civilians were killed and 11 were injured."
    assert (counted(text, "killed"), counted(text, "injured")) == ([4], [11])
