"""When a deed was done: ranges, pairs of days, beginnings told behind a second verb, days of another clause."""

import datetime

import pytest

from marsad.flow import read_one
from marsad.model.report import Report

DAY = datetime.date(2019, 5, 20)


def when(text: str, kind: str) -> set[tuple[str | None, str | None]]:
    claims = read_one(Report(id="r", text=text, sha256="0" * 64, published=DAY)).claims
    return {(str(c.time.start), str(c.time.end)) for c in claims if c.kind == kind}


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Between the afternoons of 1 and 4 May, 40 people were killed in Kidal.", "casualty", "2019-05-01", "2019-05-04"),
        ("On the night of 12 to 13 May, rebels attacked Kidal.", "event", "2019-05-12", "2019-05-13"),
        ("About 500 people fled Kidal on May 3 and May 4.", "displacement", "2019-05-03", "2019-05-04"),
        ("Rebels attacked Kidal on Friday and Saturday.", "event", "2019-05-17", "2019-05-18"),
        (
            "Around 7,000 people arrived in Gao between April 15 and May 15 due to armed violence.",
            "displacement",
            "2019-04-15",
            "2019-05-15",
        ),
        ("The chief said on May 6 that four guards had been killed the night before.", "casualty", "2019-05-05", "2019-05-05"),
        (
            "More than 9,000 people have been killed and 20,000 have fled since the conflict started in March 2012.",
            "casualty",
            "2012-03-01",
            "2019-05-20",
        ),
        (
            "Checks are strict since May 10, when a bomber blew himself up in Kidal, killing 12 people.",
            "casualty",
            "2019-05-10",
            "2019-05-10",
        ),
        ("Rebels killed three guards and wounded nine in Kidal over the weekend.", "casualty", "2019-05-18", "2019-05-19"),
        ("Rebels shelled Kidal between 10 and 14 May. Five guards were killed.", "casualty", "2019-05-10", "2019-05-14"),
        ("More than 40 guards were killed when a mine went off in Kidal last month.", "casualty", "2019-04-01", "2019-04-30"),
        ("Rebels killed 12 guards in Kidal on June 8.", "casualty", "2018-06-08", "2018-06-08"),
        ("The truce in Kidal will begin on June 8.", "event", "2019-06-08", "2019-06-08"),
        ("Four men were held in the last few hours for the killing of six Malians on 3 May.", "casualty", "2019-05-03", "2019-05-03"),
        ("Rebels attacked Kidal before dawn on Friday.", "event", "2019-05-17", "2019-05-17"),
        ("Rebels had attacked Kidal before Friday.", "event", "None", "2019-05-17"),
        ("Some 60 guards have been wounded and 12 killed in Kidal since May 10.", "casualty", "2019-05-10", "2019-05-20"),
        ("Marib was deserted Saturday as shells slammed into its market, killing nine people.", "casualty", "2019-05-18", "2019-05-18"),
        ("More than 9,000 people have been killed since Mali's civil war began in March 2012.", "casualty", "2012-03-01", "2019-05-20"),
        ("The siege of Kidal began on 3 May and has killed 90 people.", "casualty", "2019-05-03", "2019-05-20"),
        ("In the seven days to 17 May, 90 people were killed in Kidal.", "casualty", "2019-05-11", "2019-05-17"),
        ("In April and May, 90 people were killed in Kidal.", "casualty", "2019-04-01", "2019-05-31"),
    ],
)
def test_when(text: str, kind: str, start: str, end: str) -> None:
    assert when(text, kind) == {(start, end)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On Friday the bishop condemned the murder of six priests in Kidal.", "casualty"),
        ("The murder of six priests in Kidal was condemned on Friday by the bishop.", "casualty"),
        ("Thousands protested on Friday against the killing of a mayor in Kidal.", "casualty"),
        ("The court on Friday opened an inquiry into the abduction of 30 girls in Kidal.", "event"),
        ("The mayor met on Friday with relatives of six villagers murdered in Kidal.", "casualty"),
        ("Shepherds on Friday found the bodies of nine farmers killed by rebels near Kidal.", "casualty"),
        ("On Friday the president attended the funeral of 12 guards killed in Kidal.", "casualty"),
    ],
)
def test_the_day_of_what_was_done_about_it_is_a_latest_day_of_the_deed(text: str, kind: str) -> None:
    assert when(text, kind) == {("None", "2019-05-17")}


def test_a_day_behind_a_condemned_deed_is_its_own() -> None:
    assert when("The bishop condemned the killing on Friday of a judge in Kidal.", "casualty") == {("2019-05-17", "2019-05-17")}
