"""The day of a chronology's entry dates what the entry tells, and nothing else."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

OPENING = "Chronology of attacks in Libya\n\nThe fighting went on all week.\n\n"


def read(text: str) -> list[Claim]:
    own = Report(id="own", text=OPENING + text, sha256="0" * 64, published=datetime.date(2014, 5, 20))
    return list(read_one(own).claims)


def days(text: str, evidence: str) -> set[tuple[int | None, int | None]]:
    """First and last day of May of the claims whose evidence holds these words."""
    return {(c.time.start and c.time.start.day, c.time.end and c.time.end.day) for c in read(text) if evidence in c.evidence.text}


@pytest.mark.parametrize(
    "text",
    [
        "3 May: Gunmen raided a market in Nalut. Two herders were killed.",
        "4 May – Rebels shelled Zintan.\n\n3 May – Gunmen raided a market. Two herders were killed.",
        "Saturday, 3 May\n\nGunmen raided a market in Nalut.\n\nLater, two herders were killed.",
        "- 3 May 2014, Nalut District. Gunmen raided a market. Two herders were killed.",
        "On 3 May: Gunmen raided a market. Two herders were killed.",
        "- May 3, Nalut: Two herders were killed.\n- May 4, Zintan: A girl was wounded.",
        "LY-2014-088 | 3 May | Nalut, Jabal al Gharbi\nGunmen raided a market. Two herders were killed.",
        "Incident 12\nDate: 3 May 2014\nLocation: Nalut\nTwo herders were killed.",
        "3 May 2014\nNalut, Libya\nGunmen raided a market. Two herders were killed.",
        "## 3 May: Nalut\n\nTwo herders were killed.\n\n## 4 May: Zintan\n\nA girl was wounded.",
        "#18 (3 May) Nalut\nTwo herders were killed.",
        "Saturday 3 May | 14:30 | Nalut\nTwo herders were killed.",
    ],
)
def test_an_entry_is_of_the_day_with_which_it_begins_or_that_stands_over_it(text: str) -> None:
    assert days(text, "herders") == {(3, 3)}


def test_how_things_stand_is_told_as_of_the_day_of_the_entry() -> None:
    assert days("7 May: Shells fell on Zintan. Some 3,000 people are sheltering in a school in Nalut.", "3,000") == {(None, 7)}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May shells fell on Zintan. The army says rebels abducted two herders in Nalut.",  # a day within a sentence dates that sentence
        "3 May\n\nGunmen raided a market.\n\nBackground\n\nTwo herders were killed in Nalut.",  # another heading ends its reach
    ],
)
def test_other_days_date_no_more_than_their_own_words(text: str) -> None:
    assert (3, 3) not in days(text, "herders")


def test_nothing_is_taken_from_the_entry_before() -> None:
    text = "3 May, Nalut: Gunmen raided a market.\n\n4 May: Two herders were killed."
    assert all(p.name != "Nalut" for c in read(text) if "herders" in c.evidence.text for p in c.places)
    labelled = "3 May, Zintan: A bus burned.\n\n4 May, Nalut: Two herders were killed."
    assert {p.name for c in read(labelled) if "herders" in c.evidence.text for p in c.places} == {"Nalut"}


def test_records_stand_apart() -> None:
    text = "A-1 | 3 May | Nalut\nTwo herders were killed.\n\nA-2 | 4 May | Zintan\nA girl was wounded.\n\nThe police\n\nNine men died."
    assert days(text, "girl") == {(4, 4)}
    assert {p.name for c in read(text) if "girl" in c.evidence.text for p in c.places} == {"Zintan"}
