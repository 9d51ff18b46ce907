"""Who holds, takes and loses places, who is held to have done what, and whom the words for forces mean; sentences of our own."""

import datetime
from typing import Any

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

PUBLISHED = datetime.date(2019, 6, 14)


def read(text: str) -> list[Claim]:
    return list(read_one(Report(id="own", text=text, sha256="0" * 64, published=PUBLISHED)).claims)


def told(claims: list[Claim]) -> set[tuple[str, ...]]:
    """Each claim as kind/type, status, names of places, role=name of actors."""
    return {
        (
            f"{c.kind}/{c.type}",
            c.status,
            *sorted(p.name or p.text for p in c.places),
            *sorted(f"{a.role}={a.name or a.text}" for a in c.actors),
        )
        for c in claims
    }


GAINED, HELD, LOST, CONTESTED = ("control/gained", "control/held", "control/lost", "control/contested")
SURE = "asserted"
ROWS: list[Any] = [
    (
        "Seleka rebels handed Bria over to the army.",
        [(GAINED, SURE, "Bria", "former_holder=Seleka", "holder=Central African Armed Forces")],
        [],
    ),
    (
        "The Taliban cleared Islamic State fighters from Jalalabad.",
        [(GAINED, SURE, "Jalalabad", "former_holder=Islamic State", "holder=Taliban")],
        [],
    ),
    ("Al-Shabab fighters remain in Jilib.", [(HELD, SURE, "Jilib", "holder=al-Shabaab")], []),
    ("The LTTE was confined to Mullaitivu.", [(HELD, SURE, "Mullaitivu", "holder=LTTE")], []),
    ("Boko Haram fighters used Gwoza as their base.", [(HELD, SURE, "Gwoza", "holder=Boko Haram")], []),
    ("Kidal changed hands twice as rebels and soldiers fought.", [(CONTESTED, SURE, "Kidal")], []),
    ("The FARC and the ELN are battling for control of Arauca.", [(CONTESTED, SURE, "Arauca", "holder=ELN", "holder=FARC")], []),
    ("The city of Mitrovica is divided by the river Ibar, where soldiers stand guard.", [], [CONTESTED]),
    ("Fighting with the army went on, and the Seleka denied that Bambari had fallen.", [(GAINED, "denied", "Bambari")], []),
    ("Snow fell in Kabul while soldiers slept.", [], [GAINED]),
    ("The Taliban overran and seized Sangin.", [(GAINED, SURE, "Sangin", "holder=Taliban")], []),
    ("The Taliban have taken control of Zarghunabad.", [(GAINED, SURE, "Zarghunabad", "holder=Taliban")], []),
    ("UNITA rebels once controlled Kuito, which soldiers now patrol.", [], [HELD]),
    ("Soldiers searched the hospital of Kuito, which UNITA rebels had used as a base.", [], [HELD]),
    ("UNITA rebels have controlled Huambo since May.", [(HELD, SURE, "Huambo", "holder=UNITA")], []),
    (
        "The road leads to Huambo, recaptured from UNITA rebels in May, and to the port held by soldiers.",
        [(GAINED, SURE, "Huambo", "former_holder=UNITA")],
        [],
    ),
    ("The Taliban took control of the last villages in Hezb-e-Islami hands in Helmand.", [], [HELD]),
    ("UNITA rebels kept the soldiers at bay near Kuito.", [], [HELD]),
    ("The M23 advanced to within 20 kilometres of Goma.", [("event/advance", SURE, "Goma", "agent=M23")], []),
    ("Rwanda pulled its troops out of Kisangani.", [("event/retreat", SURE, "Kisangani", "agent=Rwandan forces")], []),
    ("The minister asked for air strikes on Taliban positions near Kunduz.", [], ["event/air_strike:asserted"]),
    (
        "Boko Haram is suspected of carrying out a raid on Gwoza.",
        [("responsibility/attributed", SURE, "Gwoza", "agent=Boko Haram"), ("event/attack", "alleged", "Gwoza", "agent=Boko Haram")],
        [],
    ),
    ("The Taliban denied carrying out the attack in Kunduz.", [("responsibility/denied", SURE, "Kunduz", "agent=Taliban")], []),
    ("The attack in Bria was attributed to the Seleka.", [("responsibility/attributed", SURE, "Bria", "agent=Seleka")], []),
]


@pytest.mark.parametrize(("text", "wanted", "never"), ROWS, ids=[r[0][:50] for r in ROWS])
def test_sentence_says_who_holds_what(text: str, wanted: list[tuple[str, ...]], never: list[str]) -> None:
    found = told(read(text))
    assert not [one for one in wanted if one not in found], f"{wanted} not among {sorted(found)}"
    assert not [kind for kind in never if any(kind in (one[0], f"{one[0]}:{one[1]}") for one in found)], f"{never} among {sorted(found)}"


def names(text: str) -> list[str | None]:
    return [a.name for c in read(text) if c.kind == "control" for a in c.actors]


def test_pronoun_means_the_subject_of_its_own_clause() -> None:
    said = "M23 rebels said they had taken Rutshuru; Congo's army denied it, saying its troops still held the town."
    assert "FARDC" in " ".join(n or "" for n in names(said)) or "Congolese forces" in names(said)


def test_pronoun_that_is_an_object_means_somebody_else() -> None:
    claims = read("Taliban fighters marched on Kunduz, but Afghan troops repelled them.")
    assert any(c.type == "armed_clash" and any(a.role == "target" and a.name == "Taliban" for a in c.actors) for c in claims)


def test_the_army_is_the_army_named_before() -> None:
    assert names("The Yugoslav army shelled Vukovar. Croatia's police fled. The federal army now controls Vukovar.") == [
        "Yugoslav People's Army"
    ]


def test_forces_are_of_the_country_where_most_happens_not_of_one_that_is_only_named() -> None:
    text = "Rebels lost Douma and Harasta. Under a deal brokered by Turkey, government forces took control of Zamalka."
    assert "Syrian government forces" in names(text)


def test_forces_aligned_with_somebody_are_no_forces_of_a_state() -> None:
    assert names("In the north of Iraq, Iranian-backed militiamen captured Tikrit from Islamic State.") == [
        "Iranian-backed militiamen",
        "Islamic State",
    ]


def test_a_name_that_groups_share_is_the_one_of_the_reports_country() -> None:
    text = "Maoist rebels captured Salyan. The Royal Nepal Army retook it. The Communist Party of Nepal (Maoist) holds Rolpa."
    assert "Communist Party of India (Maoist)" not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized several towns, including Zintan and Nalut.",
        "The towns captured by the rebels include Zintan and Nalut.",
        "Among the towns taken by the rebels were Zintan and Nalut.",
    ],
)
def test_places_are_those_that_are_named_of_them(text: str) -> None:
    (claim,) = [c for c in read(f"{text} Soldiers shelled a camp near Tripoli.") if c.kind == "control"]
    assert {"Zintan", "Nalut"} <= {p.name for p in claim.places}


@pytest.mark.parametrize("when", ["in May 2014", "in the north in 2014", "on Monday"])
def test_when_or_in_which_part_a_town_fell_says_no_other_thing_of_it(when: str) -> None:
    assert [c.type for c in read(f"Zintan fell {when}. The rebels shelled the army.") if c.kind == "control"] == ["gained"]


def test_what_a_loss_means_to_somebody_does_not_make_him_the_holder() -> None:
    (claim,) = [c for c in read("The loss of Zintan was a blow to the army. The rebels shelled its men.") if c.kind == "control"]
    assert (claim.type, claim.actors) == ("lost", ())
