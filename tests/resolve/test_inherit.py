"""What a claim takes from its neighbours and what it must not: places across sections, bullets, labels and datelines."""

import datetime
from typing import Any

import pytest

from marsad.flow import prepare, read_one
from marsad.model.claim import Claim
from marsad.model.report import Report
from marsad.resolve.entries import Entries
from marsad.resolve.sections import Sections

DIGEST = """Mali
Gunmen attacked a market in Mopti on 3 June. Ten people were killed.
Yemen
Shelling hit the centre of Taiz on Tuesday. At least six people were killed.
Aid workers have left, and 40 people were wounded."""


def read(text: str, body: int = 0) -> list[Claim]:
    own = Report(id="own", text=text, sha256="0" * 64, published=datetime.date(2019, 6, 14), body=body)
    return list(read_one(own).claims)


def where(text: str, evidence: str, body: int = 0) -> set[tuple[str, str | None]]:
    """Role and name of the places of the claims whose evidence holds these words."""
    return {(p.role, p.name) for c in read(text, body) if evidence in c.evidence.text for p in c.places}


def names(text: str, evidence: str) -> set[str | None]:
    return {name for _, name in where(text, evidence)}


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        (DIGEST, "Ten people", {"Mopti"}),
        (DIGEST, "six people", {"Taiz"}),
        (DIGEST, "40 people", {"Taiz"}),
        ("Mali\nGunmen attacked a market in Mopti.\nYemen\nSeven people were killed by a mine.", "Seven people", {"Yemen"}),
        ("Mali\nHealth\nA clinic closed.\nKey figures\n• Nine people were killed.", "Nine people", set()),
        ("Highlights\n• Shelling hit Taiz.\n• Nine people were killed.", "Nine people", set()),
        ("Highlights\n• Shelling hit Taiz. Nine people were killed.", "Nine people", {"Taiz"}),
        ("In brief\nAid is short.\nTaiz: Nine people were killed.\nMopti: Four people were wounded.", "Four people", {"Mopti"}),
        ("Clashes broke out in Taiz. Some 400 people fled.", "400 people", {"Taiz"}),
        ("A bomb went off in Goma. Eight people died. The M23 claimed responsibility.", "claimed", {"Goma"}),
        ("A bomb went off in Goma. In Sake, 500 newly displaced people arrived.", "500 newly", {"Sake"}),
        ("Chad struck a camp outside Gao, killing nine.", "nine", {"Gao"}),
        ("Shells fell in Oumkala. Rebels then shot nine people in Zerbala.", "nine people", {"Zerbala"}),
        ("Some 3,000 people are sheltering in Goma. Another 500 people fled.", "500 people", set()),
    ],
)  # fmt: skip
def test_a_place_is_taken_from_what_stands_nearest_in_the_same_section(text: str, evidence: str, expected: set[str]) -> None:
    assert names(text, evidence) == expected


def test_a_heading_is_context_and_no_dateline() -> None:
    methods = {p.method for c in read("Yemen\nSeven people were killed by a mine.") for p in c.places}
    assert methods == {"context"}


def test_a_day_is_not_shared_across_sections() -> None:
    text = "Mali\nGunmen attacked a market in Mopti on 3 June.\nYemen\nSeven people were killed."
    dead = next(c for c in read(text) if c.kind == "casualty")
    assert dead.time.start is None


def sections(text: str) -> list[tuple[str, int, list[str | None]]]:
    one = prepare(Report(id="own", text=text, sha256="0" * 64))
    found = Sections(one.passages, one.mentions.places, Entries(one.report, one.passages, one.mentions.times))
    number: dict[int, int] = {}
    rows: list[Any] = []
    for p in one.passages["text"]:
        section = found.of(p)
        rows.append((p.text[:12], number.setdefault(section.number, len(number)), [m.name for m in section.places]))
    return rows


def test_headings_under_a_place_belong_to_its_section_and_a_caption_governs_nothing() -> None:
    text = (
        "Yemen\nDisplacement\nMany fled.\nHealth\nA clinic closed.\nMali\nFighting went on.\nA street in Gao after the raid\nMore followed."
    )
    assert [(n, places) for _, n, places in sections(text)] == [(0, ["Yemen"])] * 5 + [(1, ["Mali"])] * 4


def test_entries_of_a_live_page_stand_apart() -> None:
    rows = sections("14:20 GMT\nShelling in Taiz\nA street was hit.\n15:05 GMT\nEight dead\nEight people died.")
    assert [n for _, n, _ in rows] == [0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("On Saturday rebels entered Goma, leaving nine people dead.", "2019-06-08", "2019-06-08"),
        ("Nine people were killed in Goma in the past 24 hours.", "2019-06-13", "2019-06-14"),
        ("Nine people were killed in Goma in the first week of May.", "2019-05-01", "2019-05-07"),
        ("Nine people were killed in Goma in the last three months of 2018.", "2018-10-01", "2018-12-31"),
        ("Nine people have been killed in Goma since the start of the unrest on 9 May.", "2019-05-09", "2019-06-14"),
        ("Nine people were killed in Goma on Friday last week.", "2019-06-07", "2019-06-07"),
        ("Nine people were killed in Goma, police said on Monday.", None, "2019-06-10"),
    ],
)
def test_when_it_was(text: str, start: str | None, end: str) -> None:
    dead = next(c for c in read(text) if c.kind == "casualty")
    assert (dead.time.start and dead.time.start.isoformat(), dead.time.end and dead.time.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "seat",
    ["the government in Khartoum said", "a spokesman for the U.S.-led mission in Khartoum said", "the ministry of health in Khartoum said"],
)
def test_where_a_body_has_its_seat_nothing_happened(seat: str) -> None:
    text = f"Rebels hold most of Nyala. On Monday, {seat}, four car bombs went off near the museum."
    assert names(text, "car bombs") == {"Nyala"}


def test_where_something_was_only_said_is_not_where_it_happened() -> None:
    text = (
        "Rebels fought the army near Taiz in Yemen. Yemeni officials said shells hit Taiz and Marib. Houthi fighters held Ibb in Yemen. "
        "The king spoke in Oslo, Norway. The murder of six teachers was condemned."
    )
    assert "Norway" not in names(text, "six teachers")
    assert "Oslo" not in names(text, "six teachers")


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("Rebels shelled Juba, killing about 20 people, officials in Nairobi said.", "20 people", {"Juba"}),
        ("Shells hit Juba. Rebels killed 20 people, the UN office in Geneva said.", "20 people", {"Juba"}),
        ("Tbilisi says the rebels killed three soldiers on Monday.", "three soldiers", set()),
        ("Rebels killed three soldiers on Monday, police in Juba said.", "three soldiers", {"Juba"}),
    ],
)
def test_where_those_who_tell_it_are_is_the_last_place_thought_of(text: str, evidence: str, expected: set[str]) -> None:
    assert names(text, evidence) == expected


def test_items_of_a_list_have_the_day_of_the_sentence_that_introduces_it():
    lead = "Coalition aircraft carried out 14 strikes against Islamic State fighters on 8 June."
    text = lead + "\n\n-- Near Hawl, one strike hit a bunker.\n\n-- Near Mara, two strikes hit a depot."
    strikes = [c for c in read(text) if c.type == "air_strike"]
    assert [(c.time.start, c.time.method == "context") for c in strikes] == [(datetime.date(2019, 6, 8), n > 0) for n in range(3)]


def test_what_is_the_first_since_a_year_did_not_begin_then():
    (claim,) = [c for c in read("Warplanes bombed Taiz on Monday for the first time since 2016.") if c.type == "air_strike"]
    assert claim.time.start == datetime.date(2019, 6, 10)


def test_so_far_this_year_counts_from_its_beginning():
    (claim,) = [c for c in read("So far this year 900 people have been killed in Taiz.") if c.kind == "casualty"]
    assert (claim.time.start, claim.time.end) == (datetime.date(2019, 1, 1), datetime.date(2019, 6, 14))


def test_a_place_named_in_passing_lends_itself_to_no_claim() -> None:
    told = "Government forces shelled Malakal on Monday. {} The attackers kidnapped nine women."
    for passing in ("A spokesman in Juba condemned it.", "Reinforcements have been sent from Juba.", "The road to Juba was closed."):
        assert names(told.format(passing), "kidnapped") == {"Malakal"}


def test_nobody_was_killed_where_officials_speak() -> None:
    text = "Shelling hit Malakal on Monday. Officials in Juba said 14 people were killed."
    assert names(text, "14 people") == {"Malakal"}
