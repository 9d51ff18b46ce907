"""Text made to be slow: every reader together must take it in time that grows with its length and no faster."""

import time

import pytest

from growth import is_linear
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish

PUMPS = [
    *(
        "a",
        "A",
        " ",
        "0",
        ".",
        ",",
        "-",
        "–",
        "(",
        "[",
        "<",
        '"',
        "“",
        "'",
        "\n",
        "\t",
        "é",
        "ا",
        "1.",
        "0,",
        "0 ",
        "a,",
        "A. ",
        "a-",
        "() ",
        "“a” ",
    ),
    *(
        "of ",
        "the ",
        "in ",
        "and ",
        "said ",
        "May 1 ",
        "10,000 ",
        "Mosul ",
        "Mosul, ",
        "Mosul-",
        "IS ",
        "he said, “",
        "five hundred ",
        "more than ",
    ),
    *(
        "0.1.2.3.4",
        "killed ",
        "people who said ",
        "between ",
        "north of ",
        "A. B. C. ",
        "Lt. Gen. Ali ",
        "the Islamic State group ",
        "since last May ",
    ),
]


def seconds(text: str) -> float:
    """Processor time from the bytes to the claims."""
    from marsad.flow import read_one

    began = time.process_time()
    read_one(finish(Draft(input="x", text=text)))
    return time.process_time() - began


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    seconds("Some 400 people fled Mosul on Monday, the United Nations said.")


@pytest.mark.parametrize("pump", PUMPS)
def test_a_hostile_text_costs_no_more_than_its_length(pump):
    assert is_linear(seconds, pump, short=4_000)


@pytest.mark.soak
@pytest.mark.parametrize("pump", PUMPS)
def test_a_megabyte_of_hostile_text_in_five_seconds(pump):
    assert seconds(pump * (1_000_000 // len(pump))) < 5
