"""Who tells of a deed, wherever in the sentence they stand; and who did it, however the deed is told."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on in Mali.\n\n"
TOLD = """
Nine people were killed in Kidal, the governor said.
Nine people were killed in Kidal, said the governor.
Nine people were killed in Kidal, according to the governor.
According to the governor, nine people were killed in Kidal.
The governor said that nine people had been killed in Kidal.
The governor told Reuters that nine people were killed in Kidal.
Speaking by telephone, the governor said nine people were killed in Kidal.
In a statement on Monday the governor said nine people were killed in Kidal.
A statement from the governor said nine people were killed in Kidal.
Nine people, the governor said, were killed in Kidal.
Nine people were killed, the governor said, in Kidal.
The governor put the number of people killed in Kidal at nine.
The governor reported nine people killed in Kidal.
The governor announced on Monday that nine people were killed in Kidal.
"Nine people were killed in Kidal," said the governor on Monday.
Nine people were killed in Kidal, the governor added.
The governor wrote on Facebook that nine people were killed in Kidal.
By the governor's account, nine people were killed in Kidal.
In the governor's words, nine people were killed in Kidal.
Nine people were killed in Kidal, the governor was quoted as saying.
The governor, who visited the town, said nine people were killed in Kidal.
Nine people were killed in Kidal, a spokesman for the governor said.
Nine people were killed in Kidal, the governor said in a statement on Monday.
The figure of nine people killed in Kidal was given by the governor.
The death of nine people in Kidal was confirmed by the governor.
Nine people were killed in Kidal, as the governor put it.
As the governor said, nine people were killed in Kidal.
In the words of the governor, nine people were killed in Kidal.
The governor, who asked not to be named, said nine people were killed in Kidal.
The governor was quoted as saying nine people were killed in Kidal.
Nine people were killed in Kidal, the governor and medics said.
"""
DONE = """
The rebels attacked soldiers in Kidal. | attack
Soldiers were attacked by the rebels in Kidal. | attack
Soldiers came under attack from the rebels in Kidal. | attack
An attack by the rebels on soldiers in Kidal left nine dead. | attack
A rebel attack on soldiers in Kidal left nine dead. | attack
It was the rebels who attacked soldiers in Kidal. | attack
Nine soldiers died in Kidal in an attack carried out by the rebels. | attack
Soldiers in Kidal were fired on by the rebels. | attack
Kidal came under shelling from the rebels. | shelling
The rebels' shelling of Kidal went on. | shelling
Rockets fired by the rebels hit Kidal. | shelling
Nine teachers were taken hostage in Kidal by the rebels. | abduction
The execution of nine men by the rebels shook Kidal. | execution
Kidal has fallen into the hands of the rebels. | gained
The army lost Kidal to the rebels. | gained
The army was driven out of Kidal by the rebels. | gained
Control of Kidal passed to the rebels. | gained
Kidal is under siege by the rebels. | encirclement
The looting of shops by the rebels in Kidal went on. | looting
The withdrawal of the rebels from Kidal was announced. | retreat
Nine men were taken into custody in Kidal by the rebels. | arrest
"""


def read(text: str) -> list[Claim]:
    report = Report(id="own", text=BEFORE + text, sha256="0" * 64, published=datetime.date(2019, 6, 14))
    return [claim for claim in read_one(report).claims if claim.evidence.start >= len(BEFORE)]


@pytest.mark.parametrize("text", TOLD.strip().splitlines())
def test_who_tells_is_the_source_wherever_they_stand(text: str) -> None:
    told = next(claim for claim in read(text) if claim.type == "killed")
    assert told.quantity is not None
    assert told.quantity.best == 9
    assert {place.name for place in told.places} == {"Kidal"}
    assert any("governor" in source.text for source in told.sources)


@pytest.mark.parametrize("row", DONE.strip().splitlines())
def test_who_did_it_is_the_doer_however_it_is_told(row: str) -> None:
    text, type_ = (part.strip() for part in row.split("|"))
    done = next(claim for claim in read(text) if claim.type == type_)
    assert "Kidal" in {place.name for place in done.places}
    assert any("rebel" in actor.text.lower() for actor in done.actors if actor.role in ("agent", "holder"))


@pytest.mark.parametrize(
    "accused", ["Police charged a militia leader with the murder of", "Prosecutors accused the colonel of the killing of"]
)
def test_who_accuses_did_not_do_it(accused: str) -> None:
    claims = read(f"{accused} nine villagers in Kidal.")
    doers = [v.name or v.text for c in claims for v in c.actors if v.role == "agent"]
    assert any(c.kind == "casualty" for c in claims)
    assert not {"villagers", "Police", "Prosecutors", "Malian police"} & set(doers)


CHARGED = """
The governor blamed the rebels for the ambush near Kidal. | alleged
The ambush near Kidal was blamed on the rebels. | alleged
The rebels were accused of the ambush near Kidal. | alleged
Nine died in an ambush near Kidal blamed on the rebels. | alleged
The governor held the rebels responsible for the ambush near Kidal. | alleged
The rebels claimed responsibility for the ambush near Kidal. | asserted
The governor said the rebels were behind the ambush near Kidal. | asserted
The ambush near Kidal was the work of the rebels. | asserted
"""
DISOWNED = """
The rebels denied responsibility for the ambush near Kidal.
The rebels denied having carried out the ambush near Kidal.
The rebels denied that they were involved in the ambush near Kidal.
The rebels rejected accusations that they were behind the ambush near Kidal.
The rebels said they were not behind the ambush near Kidal.
Nobody claimed responsibility for the ambush near Kidal.
"""


@pytest.mark.parametrize("row", CHARGED.strip().splitlines())
def test_who_is_charged_with_a_deed_did_it_as_alleged(row: str) -> None:
    text, status = (part.strip() for part in row.split("|"))
    deed = next(claim for claim in read(text) if claim.kind == "event")
    assert deed.status == status
    assert [actor.text for actor in deed.actors if actor.role == "agent"] in (["the rebels"], ["The rebels"])


@pytest.mark.parametrize("text", DISOWNED.strip().splitlines())
def test_a_deed_that_somebody_disowns_was_done(text: str) -> None:
    deed = next(claim for claim in read(text) if claim.kind == "event")
    assert deed.status == "asserted"
    assert not [actor for actor in deed.actors if actor.role == "agent"]


@pytest.mark.parametrize("said", ["neither confirmed nor denied that they had", "would not confirm or deny that they had"])
def test_what_somebody_leaves_open_is_no_claim(said: str) -> None:
    assert not read(f"The rebels {said} shelled Kidal.")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("It is believed that shells hit Kidal", "estimated"),
        ("There were unconfirmed reports that shells landed in Kidal", "alleged"),
        ("The army denied that shells had landed in Kidal", "denied"),
        ("It was not possible to verify the claim that shells had landed in Kidal", "doubted"),
    ],
)
def test_an_outcome_is_no_surer_than_its_deed(said: str, status: str) -> None:
    assert {claim.status for claim in read(f"{said}, killing six people.") if claim.kind == "casualty"} == {status}
