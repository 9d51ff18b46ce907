"""Days counted from other days, and counts that began with what was told before."""

from datetime import date

import msgspec
import pytest

from marsad import flow
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.model.claim import Claim

PUBLISHED = date(2019, 6, 14)  # a Friday


def read(text: str) -> list[Claim]:
    report = finish(Draft(input="own", text=text + "\n\nNobody spoke of the war, the rebels or the shelling."))
    return list(flow.read_one(msgspec.structs.replace(report, published=PUBLISHED)).claims)


def when(text: str, type_: str) -> tuple[str | None, str | None]:
    time = next(c for c in read(text) if c.type == type_).time
    return time.start and time.start.isoformat(), time.end and time.end.isoformat()


@pytest.mark.parametrize(
    ("text", "type_", "start", "end"),
    [
        ("Two days after rebels captured Goma on 3 June, planes bombed the town.", "air_strike", "2019-06-05", "2019-06-05"),
        ("Two days after rebels captured Goma on 3 June, planes bombed the town.", "gained", "2019-06-03", "2019-06-03"),
        ("Planes bombed Goma on Tuesday, a week after rebels captured it.", "gained", "2019-06-04", "2019-06-04"),
        ("Planes bombed Goma on Tuesday, a week after rebels captured it.", "air_strike", "2019-06-11", "2019-06-11"),
        ("Planes bombed Goma on Tuesday, the day after rebels captured it.", "gained", "2019-06-10", "2019-06-10"),
        ("On Tuesday, hours after rebels captured Goma, planes bombed it.", "gained", "2019-06-11", "2019-06-11"),
        ("Planes bombed Goma on 11 June, almost three weeks after rebels captured it.", "gained", "2019-05-14", "2019-05-28"),
        ("A month after the 9 April truce, planes bombed Goma.", "air_strike", "2019-05-09", "2019-05-09"),
        ("Planes bombed Goma three days before the 9 May accord.", "air_strike", "2019-05-06", "2019-05-06"),
        ("A week after fighting broke out on 3 June, 900 people have fled Goma.", "displaced", "2019-06-03", "2019-06-14"),
        ("In the two weeks after rebels captured Goma on 3 May, 900 people fled it.", "displaced", "2019-05-03", "2019-05-17"),
        ("In the week before the 3 June vote, 40 people were killed in Goma.", "killed", "2019-05-27", "2019-06-03"),
        ("Some 900 people fled Goma after Sunday's raid.", "displaced", "2019-06-09", "2019-06-14"),
        ("Police said on Tuesday they had arrested two men over Sunday's bombing in Goma.", "arrest", None, "2019-06-11"),
        ("Nine people died on Thursday after a bombing in Goma on Monday.", "ied", "2019-06-10", "2019-06-10"),
        ("The fighting, which began on 3 June, has displaced 900 people.", "displaced", "2019-06-03", "2019-06-14"),
        ("It was the worst raid since 2004, when 90 people were killed in Goma.", "killed", "2004-01-01", "2004-12-31"),
        ("The deaths bring to 450 the number of people killed in Goma since May.", "killed", "2019-05-01", "2019-06-14"),
        ("Last year's war killed 900 people in Goma.", "killed", "2018-01-01", "2018-12-31"),
        ("On Saturday shells hit Goma. On Sunday it was the turn of Beni: 14 people were killed.", "killed", None, "2019-06-14"),
        ("Within a week of the coup of 3 June, 900 people had fled Goma.", "displaced", "2019-06-03", "2019-06-10"),
        ("Six months after the coup of 3 January, 900 people remain trapped in Goma.", "trapped", None, "2019-06-14"),
        ("The rebels threatened to attack Goma on Monday.", "attack", "2019-06-17", "2019-06-17"),
        ("By the end of May, 500 people had been killed in Goma this year.", "killed", "2019-01-01", "2019-05-31"),
        ("As of 9 June, 500 people had been killed in Goma since January.", "killed", "2019-01-01", "2019-06-09"),
        ("It was the deadliest raid since March, when 90 people were killed in Goma.", "killed", "2019-03-01", "2019-03-31"),
        ("It is the worst violence since May, when 400 people were killed in Goma.", "killed", "2019-05-01", "2019-05-31"),
        ("Envoys will meet on Monday as rebels attacked Goma on Sunday.", "attack", "2019-06-09", "2019-06-09"),
        ("The army had planned to attack Goma on Monday.", "attack", "2019-06-10", "2019-06-10"),
        ("On Wednesday the rebels threatened to attack Goma.", "attack", "2019-06-12", "2019-06-12"),
        ("The war began in 2011. Talks failed. Earlier in the day planes bombed Goma.", "air_strike", None, "2019-06-14"),
        ("Clashes broke out in Goma on 3 June. So far 70 people have been killed.", "killed", None, "2019-06-14"),
    ],
)
def test_days_are_counted_from_those_that_the_words_name(text: str, type_: str, start: str | None, end: str) -> None:
    assert when(text, type_) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The truce ended on 3 June. Since then 70 people have been killed in Goma.",
        "The truce ended on 3 June. At least 70 people have since been killed in Goma.",
        "By Tuesday evening, 70 people had been killed in Goma.",
        "The siege of Goma, now in its third month, has killed 70 people.",
    ],
)
def test_what_runs_on_counts_up(text: str) -> None:
    assert [c.quantity.measure for c in read(text) if c.type == "killed" and c.quantity] == ["cumulative"]


def test_a_toll_beside_it_leaves_those_of_one_day_alone() -> None:
    claims = [c for c in read("Shells on Tuesday killed 14 people in Goma, bringing the toll to 90.") if c.type == "killed"]
    assert [(c.quantity and (c.quantity.best, c.quantity.measure)) for c in claims] == [(14, "incident"), (90, "cumulative")]
