"""What a sentence leaves to the one before it: where it was, who did it, what "it" and "there" stand for."""

import datetime

import pytest

from marsad.flow import read_reports
from marsad.model.claim import Claim
from marsad.model.report import Report

FIRST = (
    "Rebels captured Kidal on Monday.",
    "The army captured Kidal from the militia on Monday.",
    "On Monday, militants stormed Kidal.",
    "Government forces entered Kidal on Monday after a week of fighting.",
)
IN_KIDAL = """
killed: They killed 43 people in the town. | killed: They killed 43 people there. | killed: The fighting left 43 people dead.
killed: In the town, 43 people were killed. | killed: Doctors said 43 people had been killed. | killed: The death toll stands at 43.
injured: Another 117 people were wounded. | displaced: Some 4,300 people fled the town. | displaced: Some 4,300 residents have fled.
displaced: The fighting displaced 4,300 people. | displaced: Some 4,300 of its inhabitants have fled.
trapped: Some 4,300 civilians are trapped in the town. | trapped: Some 4,300 civilians are trapped there.
trapped: Some 4,300 civilians are trapped inside. | air_strike: Warplanes bombed the town centre on Tuesday.
armed_clash: Fighting continued in the town on Tuesday. | shelling: The town was shelled on Tuesday.
gained: It was retaken by the militia on Tuesday. | gained: The militia retook it on Tuesday. | held: The militia had held it since May.
"""
BY_THEM = """
killed: They killed 43 people in the town. | execution: They executed six teachers. | abduction: They also abducted six teachers.
looting: They looted shops. | shelling: They then shelled the town's hospital.
"""


def cases(text: str) -> list[list[str]]:
    return [case.strip().split(": ", 1) for line in text.strip().splitlines() for case in line.split("|")]


def claims_behind(sentence: str, type_: str) -> dict[str, list[Claim]]:
    """For each first sentence the claims of the type in the second."""
    published = datetime.date(2016, 11, 23)
    reports = [Report(id=str(i), text=f"{first} {sentence}", sha256="0" * 64, published=published) for i, first in enumerate(FIRST)]
    return {
        first: [c for c in reading.claims if c.type == type_ and c.evidence.start > len(first)]
        for first, reading in zip(FIRST, read_reports(reports), strict=True)
    }


@pytest.mark.parametrize(("type_", "sentence"), cases(IN_KIDAL))
def test_it_was_where_the_sentence_before_was(type_: str, sentence: str) -> None:
    found = claims_behind(sentence, type_)
    assert not [first for first, claims in found.items() if not any("Kidal" in [p.name for p in c.places] for c in claims)]


@pytest.mark.parametrize(("type_", "sentence"), cases(BY_THEM))
def test_they_are_those_who_acted_in_the_sentence_before(type_: str, sentence: str) -> None:
    found = claims_behind(sentence, type_)
    assert not [first for first, claims in found.items() if not any(a.role in ("agent", "perpetrator") for c in claims for a in c.actors)]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers reached the road to Tal Afar on Wednesday and now control it.",
        "Rebels captured the airport in Goma on Monday. The army retook it on Tuesday.",
    ],
)
def test_it_is_the_site_and_not_the_town_beside_it(text: str) -> None:
    (reading,) = read_reports([Report(id="a", text=text, sha256="0" * 64, published=datetime.date(2016, 11, 23))])
    assert not [c for c in reading.claims if c.kind == "control" and any(p.text == "it" and p.name for p in c.places)]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("The Malian army took Kidal from rebels.", "They fled to Gao.", [None]),
        ("The Malian army attacked rebels in Kidal.", "They abducted six teachers.", [None]),
        ("The Malian army took Kidal on Monday.", "They abducted six teachers.", ["Malian Armed Forces"]),
    ],
)
def test_they_are_nobody_in_particular_where_it_could_be_either(first: str, second: str, names: list[str | None]) -> None:
    text = f"{first} {second}"
    (reading,) = read_reports([Report(id="a", text=text, sha256="0" * 64, published=datetime.date(2016, 11, 23))])
    doers = [a.name for c in reading.claims if c.evidence.start > len(first) for a in c.actors if a.role == "agent"]
    assert doers == names
