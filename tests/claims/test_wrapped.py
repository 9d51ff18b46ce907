"""However a deed is told (who says so, when, beside what else), its claim is read: each way of telling with several deeds."""

import datetime
from typing import NamedTuple

import pytest

from marsad.flow import read_reports
from marsad.model.claim import Claim
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on.\n\n"


class Deed(NamedTuple):
    """A clause in two parts, and what is to be read of it."""

    subject: str
    rest: str
    type: str
    actor: str | None = None
    number: float | None = None


DEEDS = (
    Deed("rebels", "captured Goma", "gained", actor="rebels"),
    Deed("Goma", "fell to the rebels", "gained", actor="rebels"),
    Deed("the army", "shelled Goma for two hours", "shelling", actor="army"),
    Deed("the army", "clashed with the rebels in Goma", "armed_clash", actor="army"),
    Deed("an air strike", "hit a market in Goma", "air_strike"),
    Deed("militants", "abducted six teachers in Goma", "abduction", actor="militants"),
    Deed("43 civilians", "were killed in Goma", "killed", number=43),
    Deed("the shelling of Goma", "killed 43 people", "killed", number=43),
    Deed("some 4,300 people", "fled Goma", "displaced", number=4300),
    Deed("fighting", "forced 4,300 people to flee Goma", "displaced", number=4300),
)
SAID = """
{S} {v}, the governor said. | The governor said {s} {v}. | The governor told reporters on Monday that {s} {v}. | According to the governor, {s} {v}.
{S}, the governor said, {v}. | "{S} {v}," the governor said. | The governor said by telephone that {s} {v}. | The governor added: "{S} {v}."
The governor, who visited the front on Sunday, said {s} {v}. | The governor said {s} {v}, and asked for help. | Meanwhile, {s} {v}, the governor said.
The governor, Omar Hadi, said {s} {v}. | The governor confirmed that {s} {v} after talks collapsed. | The governor asked for help, saying that {s} {v}.
"""
TOLD = """
{S} {v}. | {S} {v} as talks resumed in Geneva. | {S} {v} hours after talks collapsed in Geneva. | {S} {v} while diplomats met in Geneva.
{S} {v} despite a call for calm by the United Nations. | As talks resumed in Geneva, {s} {v}. | After talks collapsed, {s} {v}.
Although the government promised calm, {s} {v}. | Talks collapsed on Sunday, and {s} {v} on Monday. | Talks collapsed on Sunday; {s} {v} the next day.
Talks collapsed on Sunday but not before {s} {v}. | In one incident, {s} {v}. | In the north, {s} {v} and schools were closed.
The minister resigned on Monday after {s} {v}. | It was the third time that {s} {v}. | {S} {v}, prompting the minister to resign. | • {S} {v}.
"""
DATED = {
    "On 3 May {s} {v}.": "2016-05-03",
    "On May 3 {s} {v}.": "2016-05-03",
    "In May {s} {v}.": "2016-05",
    "In early May {s} {v}.": "2016-05",
    "In May 2014 {s} {v}.": "2014-05",
    "In 2014 {s} {v}.": "2014",
    "Last month {s} {v}.": "2016-10",
    "On Monday {s} {v}.": "2016-11-21",
    "On Monday evening, {s} {v}.": "2016-11-21",
    "{S} {v} on 3 May.": "2016-05-03",
    "{S} {v} before dawn on Monday.": "2016-11-21",
}


def ways(text: str) -> list[str]:
    return [way.strip() for line in text.strip().splitlines() for way in line.split("|")]


def claims_of(way: str) -> dict[str, Claim | None]:
    """For each deed told in this way the claim that has its type, its place, its actor and its number, if there is one."""
    told = [way.format(S=d.subject[0].upper() + d.subject[1:], s=d.subject, v=d.rest) for d in DEEDS]
    reports = [Report(id=str(i), text=BEFORE + text, sha256="0" * 64, published=datetime.date(2016, 11, 23)) for i, text in enumerate(told)]
    readings = read_reports(reports)
    return {text: next((c for c in r.claims if is_told(c, d)), None) for text, d, r in zip(told, DEEDS, readings, strict=True)}


def is_told(c: Claim, d: Deed) -> bool:
    acts = d.actor is None or any(d.actor in a.text.lower() for a in c.actors)
    counts = d.number is None or (c.quantity is not None and c.quantity.best == d.number)
    return c.type == d.type and c.status == "asserted" and "Goma" in [p.name for p in c.places] and acts and counts


@pytest.mark.parametrize("way", ways(SAID))
def test_what_somebody_says_is_read_with_who_says_so(way: str) -> None:
    read = claims_of(way)
    assert not [text for text, c in read.items() if c is None or not any("governor" in s.text.lower() for s in c.sources)]


@pytest.mark.parametrize("way", ways(TOLD))
def test_what_the_report_tells_itself_is_read_beside_anything_else(way: str) -> None:
    read = claims_of(way)
    assert not [text for text, c in read.items() if c is None or c.sources]


@pytest.mark.parametrize(("way", "start"), DATED.items())
def test_when_it_was_is_read_wherever_it_stands(way: str, start: str) -> None:
    read = claims_of(way)
    dates = {text: str(c.time.start or c.time.end) if c is not None and c.time is not None else "" for text, c in read.items()}
    assert not {text: date for text, date in dates.items() if not date.startswith(start)}
