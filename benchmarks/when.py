"""Counts plain claims whose time is misread, by the words that tell it and where these stand.

.venv/bin/python benchmarks/when.py            # every claim with every time in every place
.venv/bin/python benchmarks/when.py --every 5
"""

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from made import BEHIND, claims_of


class Case(NamedTuple):
    """A sentence, the type of its claim and the first and last day that must be read."""

    text: str
    type: str
    first: str | None
    last: str | None


# who, what was done once, what has been done over a time, the claim
DEEDS = (
    ("14 people", "were killed in Goma", "have been killed in Goma", "killed"),
    ("some 4,000 people", "fled Goma", "have fled Goma", "displaced"),
    ("rebels", "captured the town of Goma", "have captured the town of Goma", "gained"),
    ("the army", "shelled Goma", "has shelled Goma", "shelling"),
    ("the Red Cross", "delivered 14 tonnes of food to Goma", "has delivered 14 tonnes of food to Goma", "aid_delivered"),
)
ONCE = (
    ("on Monday", "2016-11-28", "2016-11-28"),
    ("late on Saturday", "2016-11-26", "2016-11-26"),
    ("last Tuesday", "2016-11-29", "2016-11-29"),
    ("on 5 November", "2016-11-05", "2016-11-05"),
    ("in the early hours of Sunday", "2016-11-27", "2016-11-27"),
    ("two days ago", "2016-11-28", "2016-11-28"),
    ("overnight", "2016-11-29", "2016-11-30"),
    ("over the weekend", "2016-11-26", "2016-11-27"),
    ("last week", "2016-11-21", "2016-11-27"),
    ("between 3 and 9 November", "2016-11-03", "2016-11-09"),
    ("in the first week of October", "2016-10-01", "2016-10-07"),
    ("in the past 24 hours", "2016-11-29", "2016-11-30"),
    ("in October 2014", "2014-10-01", "2014-10-31"),
    ("a week after the 3 November truce", "2016-11-10", "2016-11-10"),
    ("two days after talks failed on 3 November", "2016-11-05", "2016-11-05"),
    ("in the week before the 10 November vote", "2016-11-03", "2016-11-10"),
)
OVER = (
    ("since Sunday", "2016-11-27", "2016-11-30"),
    ("since 3 November", "2016-11-03", "2016-11-30"),
    ("since the start of the year", "2016-01-01", "2016-11-30"),
    ("since fighting resumed on 3 November", "2016-11-03", "2016-11-30"),
    ("so far this month", "2016-11-01", "2016-11-30"),
)
AROUND = (
    "{when}, {who} {what}",
    "{who} {what} {when}",
    "officials said {who} {what} {when}",
    "officials said that {when} {who} {what}",
    "{who} {what} {when}, officials said",
)
# what was told before, what follows it, and whether that tells of a deed done once
AFTER = (
    ("Rebels took Beni on 3 November. Two days later, {}", True, "2016-11-05", "2016-11-05"),
    ("Rebels took Beni on 3 November. The following day, {}", True, "2016-11-04", "2016-11-04"),
    ("Rebels took Beni on 3 November. Hours later, {}", True, "2016-11-03", "2016-11-03"),
    ("Rebels took Beni on 3 November. Earlier in the day, {}", True, "2016-11-03", "2016-11-03"),
    ("Rebels took Beni on 3 November. In the following two weeks, {}", True, "2016-11-03", "2016-11-17"),
    ("Rebels took Beni on 3 November. Since then, {}", False, "2016-11-03", "2016-11-30"),
    ("Rebels held Beni from 3 to 9 November. Over the same period, {}", True, "2016-11-03", "2016-11-09"),
    ("Rebels took Beni on 10 November, a week after {}", True, "2016-11-03", "2016-11-03"),
)


def cases() -> Iterator[Case]:
    """Every case, in order."""
    for who, once, over, type_ in DEEDS:
        for around in AROUND:
            for what, times in ((once, ONCE), (over, OVER)):
                for when, first, last in times:
                    text = around.format(who=who, what=what, when=when)
                    yield Case(text[0].upper() + text[1:] + ".", type_, first, last)
        for before, done_once, first, last in AFTER:
            yield Case(before.format(f"{who} {once if done_once else over}") + ".", type_, first, last)


def misread(case: Case) -> str | None:
    """What was read in place of the time, None where it is right."""
    found = [c for c in claims_of(case.text + BEHIND) if c.type == case.type and any("Goma" in (p.name or p.text) for p in c.places)]
    if not found:
        return "no claim"
    time = found[0].time
    days = (time.start and time.start.isoformat(), time.end and time.end.isoformat())
    return None if days == (case.first, case.last) else f"{days[0]} to {days[1]}"


def main() -> None:
    """The misread ones and their number are printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case (default: 1)")
    asked = [*cases()][:: parser.parse_args().every]
    wrong = 0
    for case in asked:
        if (read := misread(case)) is not None:
            wrong += 1
            print(f"  {read}: {case.text}")
    print(f"{wrong} of {len(asked)} times misread")


if __name__ == "__main__":
    main()
