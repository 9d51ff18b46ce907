"""How surely a claim is told: the words over and beside the predicate decide, the same for every kind."""

import pytest

from marsad.flow import read_one
from marsad.model.report import Report

CASES = [
    ("Rebels captured Kidal.", "control", {"asserted"}),
    ("The government will investigate the killing of two nurses in Gao.", "casualty", {"asserted"}),
    ("The council refused to condemn the shelling of Goma.", "event", {"asserted"}),
    ("The UN failed to prevent the massacre in Gao.", "event", {"asserted"}),
    ("The army used helicopters to bomb several villages near Goma.", "event", {"asserted"}),
    ("The army is willing to withdraw from Goma.", "event", {"planned"}),
    ("The army prevented a massacre in Gao.", "event", {"denied"}),
    ("The rebels agreed to stop the shelling of Goma.", "event", {"asserted"}),
    ("Police stopped an attack on the embassy in Gao.", "event", {"denied"}),
    ("The rebels denied that they were behind the killing of a priest in Gao.", "casualty", {"asserted"}),
    ("The rebels denied the killing of a priest in Gao.", "casualty", {"denied"}),
    ("The council condemned the alleged attack on Goma.", "event", {"alleged"}),
    ("A day after fighters abandoned their camp, rebels captured Kidal.", "control", {"asserted"}),
    ("Rebels may have captured Kidal.", "control", {"possible"}),
    ("Rebels reportedly captured Kidal.", "control", {"alleged"}),
    ("Rebels claimed to have captured Kidal.", "control", {"alleged"}),
    ("Rebels have not captured Kidal.", "control", {"denied"}),
    ("Rebels are expected to capture Kidal.", "control", {"expected"}),
    ("Rebels plan to capture Kidal.", "control", {"planned"}),
    ("Rebels failed to capture Kidal.", "control", {"denied"}),
    ("The army denied that rebels had captured Kidal.", "control", {"denied"}),
    ("If rebels capture Kidal, the road to Gao will be cut.", "control", set()),
    ("Have rebels captured Kidal?", "control", set()),
    ("An estimated 7,000 people fled Bambari.", "displacement", {"estimated"}),
    ("Some 7,000 people are believed to have fled Bambari.", "displacement", {"estimated"}),
    ("Up to 7,000 people could flee Bambari.", "displacement", {"possible"}),
    ("Residents accused soldiers of killing 15 villagers in Baga.", "casualty", {"alleged"}),
    ("Monitors accused the army of looting homes and killing 15 villagers.", "casualty", {"alleged"}),
    ("Soldiers killed 15 villagers in Baga.", "casualty", {"asserted"}),
    ("The minister doubted that rebels had captured Kidal.", "control", {"doubted"}),
    ("Few doubted that rebels had captured Kidal.", "control", {"asserted"}),
    ("There is no doubt that rebels have captured Kidal.", "control", {"asserted"}),
    ("The governor disputed that rebels had captured Kidal.", "control", {"denied"}),
    ("The general promised that no house in Goma would be burned.", "event", set()),
    ("The governor dismissed reports that rebels had captured Kidal.", "control", {"denied"}),
    ("The ministry refuted reports claiming rebels have occupied six villages near Kidal.", "control", {"denied"}),
    ("Colonel Diallo brushed aside government reports that rebels were leaving Kidal.", "event", {"denied"}),
    ("Claims that rebels captured Kidal are false.", "control", {"denied"}),
    ("It is not true that rebels captured Kidal.", "control", {"denied"}),
    ("The army said it was untrue that rebels had captured Kidal.", "control", {"denied"}),
    ("The statement that rebels captured Kidal does not correspond to the truth.", "control", {"denied"}),
    ("There is no truth to reports that rebels captured Kidal.", "control", {"denied"}),
    ("There were reports of fighting in Kidal.", "event", {"alleged"}),
    ("Reports suggest rebels captured Kidal.", "control", {"alleged"}),
    ("It was reported that rebels had captured Kidal.", "control", {"alleged"}),
    ("Rebels were said to have captured Kidal.", "control", {"alleged"}),
    ("The UN confirmed reports that soldiers killed 15 villagers in Baga.", "casualty", {"asserted"}),
    ("According to UN estimates, rebels control 60 percent of the country.", "control", {"estimated"}),
    ("Nine thousand people are displaced in Kidal, the UN estimates.", "displacement", {"estimated"}),
    ("We are relieved that we could help evacuate 300 civilians from Kidal.", "displacement", {"asserted"}),
    ("It is likely that 40 people were killed in Kidal.", "casualty", {"possible"}),
    ("Thousands of villagers are trying to flee Kidal by boat.", "displacement", {"asserted"}),
    ("A spokesman accused the rebels of attacking a clinic in Kidal.", "event", {"alleged"}),
    ("Jets are thought to have bombed Marib.", "event", {"estimated", "alleged"}),
    ("Rebels are close to capturing Kidal.", "control", {"expected"}),
    ("Rebels are on the verge of capturing Kidal.", "control", {"expected"}),
    ("Rebels are within days of capturing Kidal.", "control", {"expected"}),
    ("The army is nearing the recapture of Kidal.", "control", {"expected"}),
    ("The army is about to take Kidal.", "control", {"expected"}),
    ("Rebels came close to capturing Kidal.", "control", set()),
    ("Rebels nearly captured Kidal.", "control", set()),
    ("Kidal fell to the rebels nearly a year ago.", "control", {"asserted"}),
    ("Rebels claimed control of Kidal.", "control", {"alleged"}),
]


@pytest.mark.parametrize(("text", "kind", "statuses"), CASES, ids=[text for text, _, _ in CASES])
def test_status(text: str, kind: str, statuses: set[str]) -> None:
    found = {c.status for c in read_one(Report(id="r", text=text, sha256="0" * 64)).claims if c.kind == kind}
    assert found <= statuses
    assert bool(found) == bool(statuses)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The army warned of the danger of an attack on Kidal.", "event", "possible"),
        ("The mediator called for a ceasefire in Kidal.", "event", "planned"),
        ("The two armies agreed a ceasefire in Kidal.", "event", "asserted"),
        ("The rebels had the task of assassinating the mayor of Kidal.", "event", "planned"),
        ("An attempt to assassinate the mayor of Kidal failed.", "event", "asserted"),
    ],
)
def test_what_a_deed_is_said_to_be(text: str, kind: str, status: str) -> None:
    assert {c.status for c in read_one(Report(id="r", text=text, sha256="0" * 64)).claims if c.kind == kind} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers died in a plane crash near Kidal.",
        "A bus overturned near Kidal, killing 12 passengers.",
        "Three men were killed and four hurt in a road accident near Kidal.",
    ],
)
def test_an_accident_is_no_violence(text: str) -> None:
    assert not [c for c in read_one(Report(id="r", text=text, sha256="0" * 64)).claims if c.kind == "casualty"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Floods displaced 3,000 people in Kassala.", False),
        ("Wildfires drove 5,000 residents from the valley.", False),
        ("The earthquake forced 12,000 families from their homes in Herat.", False),
        ("Drought and conflict displaced 30,000 people in Baidoa.", True),
        ("A flood of 3,000 refugees fled to Goma.", True),
        ("The outbreak of fighting displaced 20,000 people in Bunia.", True),
        ("Hurricane Ines left 10,000 people homeless in Choluteca.", False),
        ("Some 4,000 people fled after a cyclone hit the coast of Sofala.", False),
        ("3,000 left their homes when the river burst its banks.", False),
        ("The dam broke, and 3,000 villagers fled their homes.", False),
        ("Floods in Sudan have displaced 12,000 people.", False),
        ("Fleeing the tsunami, 4,000 people sought shelter in schools.", False),
        ("10,000 homeless after hurricane hits Honduras", False),
        ("About 900 families fled the war and then the floods.", True),
        ("A rain of shells drove 3,000 people from Zintan.", True),
        ("As the rains began, 30,000 refugees crossed into Chad.", True),
        ("Some 4,000 people fled Zintan, and the floods made the road impassable.", True),
        ("The cyclone struck the camps at Palong, where 90,000 refugees live.", True),
        ("Floods struck 20,000 refugees in Dadaab.", True),
        ("In the camps, where cholera has broken out, 60,000 refugees live in tents.", True),
    ],
)
def test_who_flees_a_disaster_flees_no_violence(text: str, told: bool) -> None:
    claims = read_one(Report(id="r", text=text, sha256="0" * 64)).claims
    assert ("displacement" in {c.kind for c in claims}) == told


def test_what_is_shot_down_is_no_accident() -> None:
    claims = read_one(
        Report(id="r", text="Rebels shot down a plane, which crashed near Kidal, killing five people.", sha256="0" * 64)
    ).claims
    assert "killed" in {c.type for c in claims}


@pytest.mark.parametrize("text", ["Zintan is no longer in rebel hands.", "The rebels are no longer in control of Zintan."])
def test_what_is_no_longer_held_is_lost(text: str) -> None:
    report = Report(id="own", text=f"Rebels fought the army. {text}", sha256="0" * 64)
    assert [(c.type, c.status) for c in read_one(report).claims if c.kind == "control"] == [("lost", "asserted")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fears that 30 farmers died in Zintan proved false.", "denied"),
        ("Claims that rebels took Zintan turned out to be untrue.", "denied"),
        ("Rumours spread that 30 farmers had died in Zintan.", "alleged"),
        ("Fears that 30 farmers had died in Zintan grew on Monday.", "possible"),
    ],
)
def test_what_is_only_heard_or_feared(text: str, status: str) -> None:
    report = Report(id="own", text=f"Rebels fought the army. {text}", sha256="0" * 64)
    assert {c.status for c in read_one(report).claims if c.kind in ("casualty", "control")} == {status}


def test_those_who_speak_together_behind_a_deed_were_not_taken() -> None:
    report = Report(id="own", text="Rebels took Zintan on Thursday, two nurses and a priest said.", sha256="0" * 64)
    assert [(c.kind, c.type) for c in read_one(report).claims] == [("control", "gained")]
