"""One thing done is claimed once in a sentence; things of their own stay apart. Sentences of our own."""

import pytest

from marsad.flow import read_one
from marsad.model.report import Report

ENDING = " The war between the rebels and the army has lasted for years."
TOLD = [
    ("an attack that is repelled", "Ukrainian forces repelled six assaults near Bakhmut.", ["armed_clash"]),
    ("an assault that is fought off", "Government soldiers fought off a rebel assault on Kisangani.", ["armed_clash"]),
    ("a raid in which people are held", "Soldiers arrested nine men in raids on the villages around Kidal.", ["arrest"]),
    ("a strike and what it hit", "An airstrike killed 12 people when it hit a bus in Benghazi.", ["air_strike"]),
    ("a plane and what it destroyed", "Army helicopters bombed Zintan on Sunday, destroying a school.", ["air_strike"]),
    ("a bomber and the bomb", "A suicide bomber set off explosives at a market in Baidoa.", ["suicide_bomb"]),
    ("fighting and its end", "The two sides agreed to halt fighting in Zintan.", ["ceasefire"]),
    ("two things that fell", "Bombs and shells pounded Grozny.", ["shelling"]),
    ("a bomb of a mortar", "A mortar bomb exploded in the courtyard of a hospital in Taiz.", ["shelling"]),
    ("mines and who laid them", "Soldiers are removing mines planted by the rebels in Yabroud.", ["mine_clearance"]),
    ("two deeds", "Gunmen attacked a town near Gao and set fire to the police station.", ["attack", "looting"]),
    ("shelling and burning", "The army shelled the village and then burned it.", ["looting", "shelling"]),
]


@pytest.mark.parametrize(("text", "types"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_one_thing_is_claimed_once(text: str, types: list[str]) -> None:
    reading = read_one(Report(id="own", text=text + ENDING, sha256="0" * 64))
    assert sorted(claim.type for claim in reading.claims if claim.kind == "event") == types
