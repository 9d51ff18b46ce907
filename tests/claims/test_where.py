"""Where something was so, told by whose people they are, by a noun, or by a word that stands for the place."""

import pytest

from claims.own_war import claims


@pytest.mark.parametrize("text", ["Half of Kidal's residents have fled.", "Half of the residents of Kidal have fled."])
def test_whose_people_fled_is_where_they_fled_from(text: str) -> None:
    (fled,) = [c for c in claims(text) if c.kind == "displacement"]
    assert [(p.role, p.name) for p in fled.places] == [("origin", "Kidal")]


def test_a_stand_in_at_the_end_of_a_clause_is_the_place_told_before() -> None:
    (aid,) = [
        c for c in claims("The agency reached Kidal on Tuesday. It handed out rations to 20,000 people there.") if c.kind == "response"
    ]
    assert [p.name for p in aid.places] == ["Kidal"]


def test_an_oblast_may_be_told_again() -> None:
    text = "Russian attacks across Donetsk Oblast were heavy. Three civilians were killed in the oblast on Monday."
    (killed,) = [c for c in claims(text) if c.type == "killed"]
    assert [p.name for p in killed.places] == ["Donetsk"]


def test_a_province_is_meant_and_not_the_country_that_owns_it() -> None:
    (crossed,) = [c for c in claims("Another 6,300 people have crossed into Afghanistan's Khost province.") if c.kind == "displacement"]
    assert [p.name for p in crossed.places] == ["Khost"]


@pytest.mark.parametrize("hit", ["Shells hit", "A rocket struck", "Air strikes hit", "The army shelled"])
def test_a_part_that_was_struck_is_where_it_was_and_not_its_town(hit: str) -> None:
    found = [p.name for c in claims(f"{hit} the Makeen area of southwest Kidal.") if c.kind == "event" for p in c.places]
    assert found == ["Makeen"]


@pytest.mark.parametrize("verb", ["lost", "surrounded", "abandoned", "took", "left"])
def test_a_town_with_a_persons_name_is_a_town_behind_what_is_done_to_towns(verb: str) -> None:
    assert "Gao" in [p.name for c in claims(f"Rebels took Kidal in May. The following month they {verb} Gao.") for p in c.places]
