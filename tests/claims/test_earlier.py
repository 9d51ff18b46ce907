"""A count and what it is said to have been before are two claims, each with its time."""

import datetime

import pytest

from marsad.flow import read_reports
from marsad.model.report import Report

BEFORE = "The war between the army and the rebels goes on.\n\n"
NOW = "2016-11-23"


def counts(text: str) -> list[tuple[float | None, str]]:
    """The number and the last day of each claim of people in the text."""
    report = Report(id="a", text=BEFORE + text, sha256="0" * 64, published=datetime.date.fromisoformat(NOW))
    (reading,) = read_reports([report])
    found = []
    for c in reading.claims:
        if c.quantity is not None and c.time is not None:
            found.append((c.quantity.best, str(c.time.end or "")))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Some 90,000 people are sheltering in Kassala, up from 68,000 in May.",
        "Some 90,000 people are sheltering in Kassala, compared with 68,000 in May.",
        "The number of displaced people in Kassala rose to 90,000, up from 68,000 in May.",
        "The number of displaced people in Kassala has risen to 90,000 from 68,000 in May.",
    ],
)
def test_what_a_count_was_before_is_a_claim_of_its_time(text: str) -> None:
    assert counts(text) == [(90_000, NOW), (68_000, "2016-05-31")]


def test_each_end_of_a_rise_has_its_own_time() -> None:
    text = "The number of refugees in Kassala rose from 68,000 in May to 90,000 in June."
    assert counts(text) == [(90_000, "2016-06-30"), (68_000, "2016-05-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Some 90,000 people are sheltering in Kassala, up from 68,000.",
        "The death toll in Kassala rose from 68 to 90.",
        "The price of bread rose to 90 pounds from 68 in May, and 400 people fled Kassala.",
    ],
)
def test_no_earlier_count_is_claimed_without_its_time_or_of_other_things(text: str) -> None:
    assert {68, 68_000}.isdisjoint(best for best, _ in counts(text))
