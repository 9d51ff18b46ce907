"""Sentences, headlines and bullets: where they end, and that nothing is lost between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.reading.passages import CAP, bullet_mark, entry_clock, split_passages
from marsad.reading.tables import find_tables


def texts(text: str, **more: int) -> list[str]:
    return [p.text for p in split_passages(text, **more)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Shells fell on Darkush. Nobody was hurt.", 2),
        ("Lt. Col. Omar Haddad and Gen. A. B. Karim met near St. Elias. They left.", 2),
        ("Since Nov. 14, approx. 900 families have come. More are expected.", 2),
        ("The front moved on 9 Nov. Rebels then dug in.", 2),
        ("It was signed by the U.S. Secretary of State in D.C. last week.", 1),
        ("He flew to the U.S. The talks went on.", 2),
        ("Camp No. 7 is full. Camp no. 8 is not.", 2),
        ("About 3.5 million people, 1,200.75 of them per km. of road, fled.", 1),
        ('"We saw smoke." Then it went quiet.', 2),
        ("“Leave now!” Rana Aziz said. “We will not come back.” She wept.", 3),
        ("“Why us?” she asked.", 1),
        ("He waited... and waited. They came... Then they left.", 3),
        ("They fled at 5 a.m. The road was open.", 2),
        ("THE REBELS LEFT THE U.S. EMBASSY ALONE. LT. COL. RUIZ WAS SEEN. IT IS NOT KNOWN WHY.", 3),
        ("The convoy left (it had waited for days). It arrived.", 2),
        ("Ambulances came.Then the shelling stopped.", 2),
        ("Were they warned? No! They were not.", 3),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(texts(text)) == sentences


def test_kinds() -> None:
    head = "2017-01-02 DARKUSH - Convoy reaches besieged town\n\n"
    text = head + "A convoy came.\n\nNeeds\n- 40 tents. They are on the way.\n.     Near Idlib, one truck"
    passages = split_passages(text, body=len("2017-01-02 DARKUSH - "))
    assert [(p.kind, p.text) for p in passages] == [
        ("header", "2017-01-02 DARKUSH -"),
        ("headline", "Convoy reaches besieged town"),
        ("body", "A convoy came."),
        ("headline", "Needs"),
        ("bullet", "- 40 tents."),
        ("bullet", "They are on the way."),
        ("bullet", ".     Near Idlib, one truck"),
    ]
    assert [p.index for p in passages] == list(range(7))
    assert passages[-1].text[bullet_mark(passages[-1].text) :] == "Near Idlib, one truck"


def test_a_title_is_a_headline() -> None:
    assert [p.kind for p in split_passages("Town falls after week of shelling", field="title")] == ["headline"]


def test_wrapped_lines_are_joined() -> None:
    text = (
        "The road that links the two valleys was opened again on Sunday after the\n"
        "snow had been cleared, and lorries with flour and fuel began to arrive at\n"
        "the first villages. Drivers told of long queues at the two checkpoints on\n"
        "the pass. More lorries are to follow.\n\nA second paragraph."
    )
    assert [p.paragraph for p in split_passages(text)] == [0, 0, 0, 1]


def test_lines_of_a_page_stay_apart() -> None:
    text = "Rebels leave the old bridge\nThe bridge fell\nThe last men walked away at noon, a witness told the town's radio.\nNobody fired."
    assert len(texts(text)) == 4


def test_the_cap_cuts_no_number() -> None:
    text = "The list names 12,500 people of 3 May 2017, " * 200
    pieces = texts(text)
    assert all(len(piece) <= CAP for piece in pieces)
    assert all(piece.startswith("The list") for piece in pieces)


PROSE = st.text(alphabet=st.sampled_from(" \n\r\t.!?\"”“'’)(-•*aAbB1,;:\u2028Ü…"), max_size=300)
TABLES = st.text(alphabet=st.sampled_from(" |\t\n\rTZ4,9-.:=\u2028"), max_size=200)


@given(PROSE | TABLES, st.integers(0, 40))
def test_nothing_is_lost(text: str, body: int) -> None:
    position = 0
    for passage in split_passages(text, body=body, tables=find_tables(text, body)):
        assert text[passage.start : passage.end] == passage.text
        assert not text[position : passage.start].strip()
        position = passage.end
    assert not text[position:].strip()


@pytest.mark.parametrize("unit", ['."', "A. ", "... ", "“", "! ", "\n-", "a.B", " • ", "( "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert is_linear(split_passages, unit, 20000)


@pytest.mark.parametrize(
    ("line", "clock"),
    [
        ("14:05 GMT Shells fell on Kassala", "14:05 GMT"),
        ("Posted at 9.30 am (local time) Shells fell", "Posted at 9.30 am (local time)"),
        ("10:30 UN officials said that 300 people had come", "10:30"),
        ("10:300 people came", ""),
        ("300 people came at 10:30", ""),
    ],
)
def test_an_entry_of_a_live_page_opens_with_its_time_of_day(line: str, clock: str) -> None:
    assert line[: entry_clock(line)] == clock
