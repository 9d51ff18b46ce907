"""Deeds told of in general are no claims; deeds at a place, on a day, of somebody, are. Text in capitals is read alike."""

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report


def read(text: str) -> list[Claim]:
    return list(read_one(Report(id="own", text=text, sha256="0" * 64)).claims)


@pytest.mark.parametrize(
    "text",
    [
        "The commission spoke of kidnappings of merchants and murders of students.",
        "The bishop rejects attacks against civilians.",
        "Rebels must not kill anyone.",
        "He called them guerrillas who kill farmers and burn villages.",
        "The militia is killing the people, the bishop said.",
        "Relatives of the murdered priests met the minister in Goma.",
        "The families waited for the release of all those abducted.",
        "The general deplored the rebels' attacks.",
        "Police found explosives and three mortars in Goma.",
        "The rockets are kept in a depot near Goma.",
        "The senator harshly attacked the president.",
        "Whenever rebels attack the town of Bria, families flee to the bush.",
        "Every time a judge is murdered in Goma, shops stay shut.",
        "Hundreds flee Bria each time the militia comes near.",
    ],
)
def test_a_deed_in_general_is_no_claim(text: str) -> None:
    assert [c.type for c in read(text) if c.status == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The commission spoke of the murders of two students in Goma.", "killed"),
        ("The bishop condemned an attack against a convoy near Goma.", "attack"),
        ("Gunmen tried to assassinate the mayor of Goma.", "attack"),
        ("The army shelled civilians in Goma.", "shelling"),
        ("Rebel attacks killed many farmers near Goma.", "attack"),
        ("The minister mourned those killed in the blast in Goma.", "killed"),
        ("Rockets landed in Goma overnight.", "shelling"),
        ("A landmine killed two farmers near Goma.", "ied"),
        ("Helicopter gunships killed nine villagers near Goma.", "air_strike"),
    ],
)
def test_a_deed_in_particular_is_one(text: str, kind: str) -> None:
    assert kind in {c.type for c in read(text)}


def test_victims_by_name_are_read_in_capitals() -> None:
    claims = read("THE MINISTER CONDEMNED THE MURDER OF ANALYST ESTEBAN QUIROZ IN GOMA BY REBELS.")
    assert {"ESTEBAN QUIROZ"} <= {n for c in claims for a in c.actors if a.role in ("victim", "target") for n in (a.text, a.name)} or any(
        "QUIROZ" in a.text for c in claims for a in c.actors if a.role == "victim"
    )


def test_who_stands_without_a_number_is_told_apart() -> None:
    claims = [c for c in read("Six guards and the mayor were killed in Goma by gunmen.") if c.type == "killed"]
    assert len(claims) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkish shelling has killed two farmers near Goma.", "shelling"),
        ("An air strike on 12 May killed 31 people in a market in Goma.", "air_strike"),
        ("The bombing raids hit a row of villages near Goma.", "air_strike"),
        ("A suicide car bomber rammed a checkpoint in Goma.", "suicide_bomb"),
        ("Nine houses were looted by soldiers in Goma.", "looting"),
        ("The rebels opened fire in Goma.", "attack"),
        ("The convoy came under fire from rebels near Goma.", "attack"),
        ("Rebels blew up a pipeline near Goma.", "ied"),
        ("Violence between farmers and herders broke out in Goma as soldiers withdrew.", "armed_clash"),
    ],
)
def test_how_deeds_are_told(text: str, kind: str) -> None:
    assert [c.type for c in read(text) if c.kind == "event"][:1] == [kind]


def test_a_broken_truce_is_none() -> None:
    assert "ceasefire" not in {c.type for c in read("The army violated the ceasefire in Goma.")}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The fighting led to the deaths of 40 civilians in Goma.", [40]),
        ("The blast claimed the lives of seven policemen in Goma.", [7]),
        ("The war has claimed 900 lives.", [900]),
        ("The army lost 20 men in Goma.", [20]),
        ("More than 30 people starved to death in the besieged town of Goma.", [30]),
        ("Troops brought out 30 injured people and four bodies.", [4]),
    ],
)
def test_how_the_dead_are_told(text: str, counts: list[int]) -> None:
    assert [c.quantity.best for c in read(text) if c.type == "killed" and c.quantity] == counts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The siege of the theatre in Goma in October 2002, when 130 hostages were killed, shocked the country.", "2002-10-01"),
        ("The bishop said on 3 May 2004 that he condemned the murder of two nurses in Goma.", "None"),
    ],
)
def test_a_when_clause_has_the_time_before_it(text: str, start: str) -> None:
    assert {str(c.time.start) for c in read(text) if c.type == "killed"} == {start}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A cease-fire in eastern Goma began on Sept. 5.", "ceasefire"),
        ("Ethiopia's air force continues to pound rebel camps near Goma.", "air_strike"),
        ("Soldiers torched six houses near Goma.", "looting"),
        ("Militants set fire to shops in Goma.", "looting"),
        ("Fighting raged into Sunday morning in the war zone.", "armed_clash"),
        ("The town suffers under a siege by government forces.", "encirclement"),
    ],
)
def test_more_ways_of_telling(text: str, kind: str) -> None:
    assert kind in {c.type for c in read(text)}


def test_a_part_is_told_once_beside_its_whole() -> None:
    claims = [c for c in read("Officials said 21 people, including six children, were killed in strikes in Goma.") if c.type == "killed"]
    assert [c.quantity.best for c in claims if c.quantity] == [21, 6]


def test_a_nationality_makes_no_soldiers() -> None:
    assert [c.civilian for c in read("Gunmen killed six Spanish missionaries in Goma.") if c.type == "killed"] == [True]
    assert [c.civilian for c in read("Gunmen killed six Spanish chairmen in Goma.") if c.type == "killed"] == [None]
    assert [c.civilian for c in read("Rebels killed 12 Spanish soldiers in Goma.") if c.type == "killed"] == [False]


def test_who_is_counted_is_no_news_of_the_deed() -> None:
    assert "arrest" not in {c.type for c in read("The rebels released 13 captured soldiers near Goma.")}


def test_a_deed_and_its_outcome_are_one_event() -> None:
    claims = read("Militants stormed Goma, shooting at random and killing nine people.")
    assert [c.type for c in claims if c.kind == "event"] == ["attack"]
    assert [c.quantity.best for c in claims if c.type == "killed" and c.quantity] == [9]


def test_the_sort_of_an_attack_is_told_once() -> None:
    assert [c.type for c in read("A chlorine gas attack in Goma was reported.") if c.kind == "event"] == ["chemical_attack"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Soldiers arrested 100 men in the occupied valley near Goma.", "gained"),
    ],
)
def test_what_only_says_who_or_which(text: str, never: str) -> None:
    assert never not in {c.type for c in read(text)}


def test_one_volley_is_told_once() -> None:
    claims = read("The army launched artillery and rocket fire against rebel camps near Goma, killing 50.")
    assert [c.type for c in claims if c.kind == "event"] == ["shelling"]


def test_what_sets_off_something_has_happened() -> None:
    claims = read("The killing of Burhan Darwish by soldiers in Goma in July 2016 set off months of protests.")
    assert {c.status for c in claims if c.type == "killed"} == {"asserted"}


def test_nobody_hurt_is_told() -> None:
    assert {c.status for c in read("Nobody was hurt in the rocket attack on Goma.") if c.type == "injured"} == {"denied"}


def test_dead_and_missing() -> None:
    claims = read("Some 15 people were dead and 22 missing after the strike on the barracks in Goma.")
    assert [(c.type, c.quantity.best) for c in claims if c.quantity and c.kind == "casualty"] == [("killed", 15), ("missing", 22)]


def test_a_headline_that_begins_with_a_number() -> None:
    claims = read_one(
        Report(id="own", title="Six killed, 14 wounded in Goma rocket attack", text="Rebels fired rockets.", sha256="0" * 64)
    ).claims
    told = [(c.type, c.quantity.best) for c in claims if c.evidence.field == "title" and c.quantity]
    assert told == [("killed", 6), ("injured", 14)]
