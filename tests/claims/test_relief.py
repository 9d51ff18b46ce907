"""What is done for people and what they want, in sentences of our own about an invented war."""

import datetime
from typing import Any

import pytest

from claims.own_war import claims
from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

WAR = "Rebels and the army clashed near Sabha, and shelling displaced civilians. "
AID, ACCESS, NEED, TRAPPED = "response/aid_delivered", "response/access", "population/in_need", "population/trapped"

READ: list[tuple[str, dict[str, Any]]] = [
    ("Some 2,400 families have received food parcels in Ghat.", {"is": AID, "best": 2400, "unit": "household"}),
    ("UNHCR distributed 900 tents in Ghat.", {"is": AID, "best": 900, "unit": "tent"}),
    ("A plane carrying medical supplies landed in Ghat on Monday.", {"is": AID, "destination": "Ghat"}),
    ("An aid convoy set off at dawn. At least three trucks entered Ghat.", {"is": AID, "best": 3, "unit": "truck"}),
    ("MSF has assisted 3,500 people in Ghat.", {"is": AID, "best": 3500, "provider": "MSF"}),
    ("MSF has been unable to reach 3,500 people in Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": True, "best": 3500}),
    ("Militiamen barred aid workers from entering Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": True}),
    ("A UN convoy was turned back at a checkpoint in Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": True}),
    ("The ICRC gained access to Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": False, "provider": "ICRC"}),
    ("MSF suspended its activities in Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": True}),
    ("A humanitarian corridor was opened to Ghat.", {"is": ACCESS, "status": "asserted", "out_of_reach": False}),
    ("Militiamen reportedly barred aid workers from entering Ghat.", {"is": ACCESS, "status": "alleged", "out_of_reach": True}),
    ("MSF has reached 3,500 people in Ghat.", {"is": AID, "best": 3500, "provider": "MSF", "at": "Ghat"}),
    ("MSF hopes to reach 3,500 people in Ghat.", {"is": AID, "best": 3500, "status": "planned"}),
    ("UNHCR says its teams have reached 3,500 people in Ghat.", {"is": AID, "best": 3500, "at": "Ghat"}),
    ("Two UNHCR convoys reached Ghat on Monday.", {"is": AID, "best": 2, "provider": "UNHCR", "destination": "Ghat"}),
    ("Thirty tonnes of flour sent by Oxfam reached Ghat.", {"is": AID, "best": 30, "provider": "Oxfam", "destination": "Ghat"}),
    ("The army granted two of nine requests to take food to Ghat.", {"is": ACCESS, "best": 2, "out_of_reach": False, "at": "Ghat"}),
    ("Nothing got through to Ghat.", {"is": ACCESS, "out_of_reach": True, "at": "Ghat"}),
    ("Trucks loaded with food left Sabha. The convoy was turned back at Ghat.", {"is": ACCESS, "out_of_reach": True, "at": "Ghat"}),
    ("Aid agencies met.\n\n- 3,500 people assisted in Ghat", {"is": AID, "best": 3500, "at": "Ghat"}),
    ("- Distributed 30 tonnes of food to 3,500 people in Ghat.", {"is": AID, "best": 3500, "at": "Ghat"}),
    ("Aid agencies met.\n\nOxfam\n\n- Gave tents to 300 families in Ghat.", {"is": AID, "best": 300, "provider": "Oxfam"}),
    ("Aid agencies met.\n\nOxfam: 300 families in Ghat provided with tents.", {"is": AID, "best": 300, "provider": "Oxfam"}),
    ("Aid agencies met.\n\nTripoli\n\n- Oxfam gave tents to 300 families.", {"is": AID, "best": 300, "at": "Tripoli"}),
    ("Aid agencies met.\n\nChildren vaccinated: 5,100", {"is": AID, "best": 5100}),
    ("Aid agencies met.\n\nPeople reached with food: 33,000", {"is": AID, "best": 33000}),
    ("The site was designed for 4,000 families.", {"is": "response/site_capacity", "best": 4000}),
    ("Two reception centres were opened for families from Ghat.", {"is": "response/site_opened", "best": 2}),
    ("Families are trapped by the shelling in Ghat.", {"is": TRAPPED}),
    ("Some 7,000 residents of Ghat have endured a siege since May.", {"is": TRAPPED, "best": 7000}),
    ("About 40,000 people are living under siege in Ghat.", {"is": TRAPPED, "best": 40000}),
    ("Some 300,000 people in Fezzan face acute food insecurity.", {"is": NEED, "best": 300000}),
    ("Nearly 30,000 residents of Ghat are without water.", {"is": NEED, "best": 30000}),
    ("Some 8,000 people have no access to food in Ghat.", {"is": NEED, "best": 8000, "status": "asserted"}),
    ("The displaced families are in urgent need of food.", {"is": NEED}),
    ("Sabha has a population of 20,000.", {"is": "population/resident", "best": 20000}),
]
NOT_READ = [
    ("Residents of Ghat were in need of a new bus.", "population"),
    ("The mission is to repair a station that serves 40,000 people.", "response"),
    ("Rebel trucks entered Ghat at dawn.", "response"),
    ("The bakery delivered 300 loaves to Ghat.", "response"),
    ("Two trucks with medicine on their way to Ghat were sent back.", "response/aid_delivered"),
    ("Rebels received weapons and food from Chad.", "response"),
    ("The court barred the minister from entering the building.", "response"),
    ("Two residents of Ghat signed the letter.", "population"),
    ("Three miners were trapped under the rubble.", "population"),
    ("The fighters, trapped in Ghat, refused to surrender.", "population"),
    ("Two dozen people have starved to death in Ghat.", "population"),
    ("Some 8,000 people have access to food in Ghat.", "population"),
]


def read(text: str) -> list[Claim]:
    return list(read_one(Report(id="own", text=text, sha256="0" * 64, published=datetime.date(2019, 6, 14))).claims)


def told(claim: Claim) -> dict[str, Any]:
    """What a row may ask for: type, status, count, and names by role."""
    values: dict[str, Any] = {"is": f"{claim.kind}/{claim.type}", "status": claim.status, "out_of_reach": claim.out_of_reach}
    if claim.quantity is not None:
        values |= {"best": claim.quantity.best, "unit": claim.quantity.unit}
    values |= {p.role: p.name for p in claim.places}
    return values | {a.role: a.name for a in claim.actors}


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_relief_and_need_are_read(text: str, wanted: dict[str, Any]) -> None:
    claims = read(WAR + text)
    assert any(wanted.items() <= told(c).items() for c in claims), f"{wanted} is not among {[told(c) for c in claims]}"


@pytest.mark.parametrize(("text", "kind"), NOT_READ)
def test_what_is_no_relief_and_no_need_is_left(text: str, kind: str) -> None:
    read_too = [told(c) for c in read(WAR + text) if c.kind == kind]
    assert not read_too


def test_people_are_told_of_once() -> None:
    claims = [c for c in read(WAR + "Ghat's 7,000 residents have endured a siege.") if c.kind == "population"]
    assert [c.type for c in claims] == ["trapped"]


def test_aid_organisations_are_no_force() -> None:
    claims = read_one(Report(id="r", text="War went on. Aid organisations entered Goma on Monday.", sha256="0" * 64)).claims
    assert not [c for c in claims if c.type == "advance"]


def test_drinking_water_is_delivered() -> None:
    (aid,) = [c for c in claims("The ICRC delivered drinking water to 900 families in Kidal.") if c.kind == "response"]
    assert aid.quantity is not None
    assert (aid.type, aid.quantity.best) == ("aid_delivered", 900)
