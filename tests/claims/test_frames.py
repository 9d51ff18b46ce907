"""What stands around a deed: frames in which nobody has done it, and frames in which somebody has, each with several deeds."""

import datetime

import pytest

from marsad.flow import read_reports
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on in Mali.\n\n"
DEEDS = {
    "seize Kidal": "seizing Kidal",
    "kill nine people in Kidal": "killing nine people in Kidal",
    "attack Kidal": "attacking Kidal",
    "expel 4,000 people from Kidal": "expelling 4,000 people from Kidal",
}
OPEN = """
have sworn to {to} | have resolved to {to} | are determined to {to} | are itching to {to} | are gearing up to {to} | are massing to {to}
are bent on {ing} | are intent on {ing} | are poised to {to} | are on course to {to} | are close to {ing} | hope to {to} | have yet to {to}
have their eyes on {ing} | failed to {to} | were unable to {to} | lack the men to {to} | do not have the strength to {to}
were prevented from {ing} | threatened to {to} | have been ordered to {to} | were told to {to} | are expected to {to} | could {to}
would {to} if they had tanks | want to {to} | will {to} | are about to {to} | refused to {to} | promised not to {to} | never {to}
have a plan to {to} | came here with the aim of {ing} | bought trucks in order to {to} | set out to {to} | are preparing to {to}
had no intention of {ing} | denied wanting to {to} | have been accused of planning to {to} | dream of {ing} | spoke of {ing}
are capable of {ing} | have the means to {to} | may be on the verge of {ing} | vowed to {to} | are tasked with {ing} | were sent to {to}
were itching for a chance to {to} | would have to {to} | need to {to} | must {to} first | are considering {ing} | are ready to {to}
"""
DONE = """
succeeded in {ing} | managed to {to} | went on to {to} | proceeded to {to} | began to {to} | have begun {ing} | moved on after {ing}
boasted of {ing} | admitted {ing} | confirmed {ing} | ended the day by {ing} | are {ing} | celebrated {ing} | responded by {ing}
took their revenge by {ing} | are proud of {ing} | kept {ing} | continue to {to} | were able to {to} | broke the truce by {ing}
"""


def frames(text: str) -> list[str]:
    return [frame.strip() for line in text.strip().splitlines() for frame in line.split("|")]


def asserted(frame: str) -> dict[str, list[str]]:
    """For each deed in the frame the claims that are told as done."""
    told = [f"The rebels {frame.format(to=to, ing=ing)}." for to, ing in DEEDS.items()]
    published = datetime.date(2019, 6, 14)
    reports = [Report(id=str(i), text=BEFORE + text, sha256="0" * 64, published=published) for i, text in enumerate(told)]
    return {
        text: [f"{c.kind}/{c.type}" for c in reading.claims if c.evidence.start >= len(BEFORE) and c.status == "asserted"]
        for text, reading in zip(told, read_reports(reports), strict=True)
    }


@pytest.mark.parametrize("frame", frames(OPEN))
def test_a_deed_that_nobody_has_done_is_not_told_as_done(frame: str) -> None:
    assert not {text: claims for text, claims in asserted(frame).items() if claims}


@pytest.mark.parametrize("frame", frames(DONE))
def test_a_deed_that_somebody_has_done_is_told_as_done(frame: str) -> None:
    assert not [text for text, claims in asserted(frame).items() if not claims]
