"""What a count of people harmed is told of: killed, injured, or both together; in one incident or in all."""

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report


def harmed(text: str) -> list[Claim]:
    return [c for c in read_one(Report(id="r", text=text, sha256="0" * 64)).claims if c.kind == "casualty"]


def told(text: str) -> set[tuple[str, float | None]]:
    return {(c.type, c.quantity.low if c.quantity else None) for c in harmed(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast in Kidal killed 14 people and wounded 32.", {("killed", 14), ("injured", 32)}),
        ("The blast in Kidal killed or wounded 32 people.", {("casualties", 32)}),
        ("Sixty villagers were killed and injured in the raid on Kidal.", {("casualties", 60)}),
        ("Mines killed or maimed 90 people near Kidal.", {("casualties", 90)}),
        ("Several guards and drivers were killed and wounded near Kidal.", {("casualties", 2)}),
        ("Six soldiers were killed or captured near Kidal.", set()),
        ("Casualties: 12 killed, 30 injured (hospital sources).", {("killed", 12), ("injured", 30)}),
        ("Toll in Kidal: 12 killed, 30 injured, 4 missing.", {("killed", 12), ("injured", 30), ("missing", 4)}),
        ("Fourteen killed, 22 wounded in Kidal blast.", {("killed", 14), ("injured", 22)}),
        ("12 civilians killed, 40 injured in Kidal over past day.", {("killed", 12), ("injured", 40)}),
        ("Killed: 12, injured: 30.", {("killed", 12), ("injured", 30)}),
        ("The report lists 42 casualties (12 killed, 30 injured) in Kidal.", {("casualties", 42), ("killed", 12), ("injured", 30)}),
        ("The blast in Kidal killed 12 people – 30 others were injured.", {("killed", 12), ("injured", 30)}),
        ("The toll rose, with over 210 killed and over 900 injured in Kidal.", {("killed", 210), ("injured", 900)}),
        ("The war in Mali has killed 7,000 people and displaced thousands.", {("killed", 7000)}),
        ("No bodies were found in the rubble of Kidal.", set()),
        ("Four of the wounded later died in Kidal.", {("killed", 4)}),
        ("The shelling of Kidal killed three people and left many injured.", {("killed", 3), ("injured", None)}),
        ("A man and his two sons were killed in the shelling of Kidal.", {("killed", 1), ("killed", 2)}),
        ("The blast in Kidal has left at least 14 dead and some 25 injured.", {("killed", 14), ("injured", 25)}),
        ("There were 40 civilian casualties in Kidal, including 12 deaths.", {("casualties", 40), ("killed", 12)}),
        ("Two nurses were killed in Kidal, bringing aid worker deaths to eight.", {("killed", 2), ("killed", 8)}),
    ],
)
def test_who_is_counted_as_what(text: str, expected: set[tuple[str, float | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The strike hit a depot in Kidal without causing casualties.", "denied"),
        ("The bomb in Kidal caused serious damage but no casualties.", "denied"),
        ("The shelling of Kidal resulted in civilian casualties.", "asserted"),
    ],
)
def test_casualties_without_a_number(text: str, status: str) -> None:
    assert [(c.type, c.status) for c in harmed(text)] == [("casualties", status)]


@pytest.mark.parametrize(
    "text",
    [
        "So far 26 people have been killed in Kidal.",
        "At least 26 people have been killed nationwide, including 12 in Kidal.",
        "The conflict has killed 260 people in Kidal.",
    ],
)
def test_a_running_toll_is_cumulative(text: str) -> None:
    assert {c.quantity.measure for c in harmed(text) if c.quantity} == {"cumulative"}


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed 40 people near Kidal.",
        "Eleven people died in floods near Kidal.",
        "The quake struck near Kidal at dawn. Thirty people were injured. A landslide after the quake cut the road to Gao.",
        "Cholera has killed 12 people in Kidal.",
    ],
)
def test_what_nature_does_is_no_violence(text: str) -> None:
    assert not harmed(text)


def test_what_is_usual_is_no_claim() -> None:
    assert not harmed("Air strikes often cause civilian casualties.")


@pytest.mark.parametrize(
    ("text", "civilian"),
    [
        ("Rebels killed three and wounded four soldiers in Kidal.", [False, False]),
        ("The blast in Kidal killed two and injured five civilians.", [True, True]),
        ("Four soldiers were killed and nine wounded in Kidal.", [False, False]),
        ("The blast in Kidal killed two, and soldiers searched the town.", [None]),
    ],
)
def test_a_bare_number_is_of_the_people_counted_beside_it(text: str, civilian: list[bool | None]) -> None:
    claims = read_one(Report(id="r", text=text, sha256="0" * 64)).claims
    assert [c.civilian for c in claims if c.kind == "casualty"] == civilian
