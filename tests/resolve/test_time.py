"""Times anchored: to the report in news, to the running date in histories."""

import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.mention import TimeMention
from marsad.model.report import Dateline, Report
from marsad.reading.times import read_times
from marsad.resolve.calendar import add, interval_of, narrowed
from marsad.resolve.tense import is_future
from marsad.resolve.time import resolve_times

FRIDAY = date(2017, 3, 3)


def resolve(text: str, published: date | None = FRIDAY) -> list[TimeMention]:
    report = Report(id="r", text=text, sha256="", published=published)
    return resolve_times(report, read_times(text))


def last(text: str, published: date | None = FRIDAY) -> TimeMention:
    return resolve(text, published)[-1]


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("They left on Wednesday.", "2017-03-01", date(2017, 3, 1), date(2017, 3, 1)),
        ("They left on Friday.", "2017-03-03", date(2017, 3, 3), date(2017, 3, 3)),
        ("They left last Friday.", "2017-02-24", date(2017, 2, 24), date(2017, 2, 24)),
        ("They will leave on Wednesday.", "2017-03-08", date(2017, 3, 8), date(2017, 3, 8)),
        ("They leave next Monday.", "2017-03-06", date(2017, 3, 6), date(2017, 3, 6)),
        ("They left yesterday.", "2017-03-02", date(2017, 3, 2), date(2017, 3, 2)),
        ("They left last night.", "2017-03-02TNI", date(2017, 3, 2), date(2017, 3, 2)),
        ("They left this morning.", "2017-03-03TMO", date(2017, 3, 3), date(2017, 3, 3)),
        ("They left last month.", "2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("They left this month.", "2017-03", date(2017, 3, 1), FRIDAY),
        ("They left last week.", "2017-W08", date(2017, 2, 20), date(2017, 2, 26)),
        ("They left this week.", "2017-W09", date(2017, 2, 27), FRIDAY),
        ("They left last year.", "2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("They left earlier this year.", "2017", date(2017, 1, 1), FRIDAY),
        ("They leave later this year.", "2017", FRIDAY, date(2017, 12, 31)),
        ("They left three days ago.", "2017-02-28", date(2017, 2, 28), date(2017, 2, 28)),
        ("They left two years ago.", "2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("They left more than two years ago.", "2015", None, date(2015, 12, 31)),
        ("They left in October 2014.", "2014-10", date(2014, 10, 1), date(2014, 10, 31)),
        ("They left in July.", "2016-07", date(2016, 7, 1), date(2016, 7, 31)),
        ("They left last summer.", "2016-SU", date(2016, 6, 1), date(2016, 8, 31)),
        ("They left in the summer of 2014.", "2014-SU", date(2014, 6, 1), date(2014, 8, 31)),
        ("They left on 25 February.", "2017-02-25", date(2017, 2, 25), date(2017, 2, 25)),
        ("They left on 30 December.", "2016-12-30", date(2016, 12, 30), date(2016, 12, 30)),
        ("The 12 March vote is near.", "2017-03-12", date(2017, 3, 12), date(2017, 3, 12)),
        ("They will meet on 30 December.", "2017-12-30", date(2017, 12, 30), date(2017, 12, 30)),
        ("They have left since the morning.", "2017-03-03TMO", FRIDAY, FRIDAY),
        ("They left after Friday prayers.", "2017-03-03", FRIDAY, FRIDAY),
        ("Since Feb. 25 they have left.", "2017-02-25", date(2017, 2, 25), FRIDAY),
        ("Since mid-October they have left.", "2016-10", date(2016, 10, 10), FRIDAY),
        ("Until late June 2016 they stayed.", "2016-06", None, date(2016, 6, 30)),
        ("Before 10 January they stayed.", "2017-01-10", None, date(2017, 1, 10)),
        ("After the 10 January raid they left.", "2017-01-10", date(2017, 1, 10), date(2017, 1, 10)),
        ("Over the past two weeks they left.", "P2W", date(2017, 2, 17), FRIDAY),
        ("In the past 24 hours they left.", "PT24H", date(2017, 3, 2), FRIDAY),
        ("In recent weeks they left.", "PXW", date(2016, 12, 30), FRIDAY),
        ("They left a few days ago.", "PAST_REF", date(2017, 2, 22), date(2017, 3, 1)),
        ("They left a few hours ago.", "PAST_REF", date(2017, 3, 2), FRIDAY),
        ("They left overnight.", "2017-03-02TNI", date(2017, 3, 2), FRIDAY),
        ("They left in the fourth quarter of 2016.", "2016-Q4", date(2016, 10, 1), date(2016, 12, 31)),
        ("They left at noon on Tuesday.", "2017-02-28T12:00", date(2017, 2, 28), date(2017, 2, 28)),
        ("They left early on Sunday.", "2017-02-26", date(2017, 2, 26), date(2017, 2, 26)),
        ("They left on Thursday, 5 January.", "2017-01-05", date(2017, 1, 5), date(2017, 1, 5)),
        ("They left on Tuesday, 5 January.", "2016-01-05", date(2016, 1, 5), date(2016, 1, 5)),
        ("They left this weekend.", "2017-W09-WE", date(2017, 3, 4), date(2017, 3, 5)),
        ("They held it for three years.", "P3Y", None, None),
        ("They left on 5 January. Three days later they returned.", "2017-01-08", date(2017, 1, 8), date(2017, 1, 8)),
        ("They left on 5 January. They returned the next day.", "2017-01-06", date(2017, 1, 6), date(2017, 1, 6)),
        ("They said that overnight they left.", "2017-03-02TNI", date(2017, 3, 2), FRIDAY),
        ("They told reporters that two days ago they left.", "2017-03-01", date(2017, 3, 1), date(2017, 3, 1)),
        ("They came on 5 January. Two hours later they left.", "2017-01-05", date(2017, 1, 5), date(2017, 1, 5)),
        ("They came on 5 January. Earlier in the day 40 had left.", "2017-01-05", date(2017, 1, 5), date(2017, 1, 5)),
        ("They came on 5 January. Since then 40 have left.", "PAST_REF", date(2017, 1, 5), FRIDAY),
        ("They came on 5 January, the mayor said on Monday. Some have since left.", "PAST_REF", date(2017, 1, 5), FRIDAY),
        ("Since then 40 have left.", "PAST_REF", None, None),
        ("They came from 3 to 8 January. Over the same period 40 left.", None, date(2017, 1, 3), date(2017, 1, 8)),
        ("Some came between 3 and 8 January. In the same period of 2015, 40 left.", "2015", date(2015, 1, 3), date(2015, 1, 8)),
        ("In the three months to January 40 left.", "2017-01", date(2016, 11, 1), date(2017, 1, 31)),
        ("They came on 5 January. In the following two weeks 40 left.", "P2W", date(2017, 1, 5), date(2017, 1, 19)),
        ("They came last week. In the days that followed 40 left.", "PXD", date(2017, 2, 20), FRIDAY),
        ("They hope to leave this week.", "2017-W09", date(2017, 2, 27), date(2017, 3, 5)),
        ("They said they would leave on Sunday.", "2017-03-05", date(2017, 3, 5), date(2017, 3, 5)),
        ("Last week from January to February 40 died.", "2017-02", date(2017, 1, 1), date(2017, 2, 28)),
        ("In May 14 people left.", "2016-05", date(2016, 5, 1), date(2016, 5, 31)),
        ("They said that in late 2015 rebels left.", "2015", date(2015, 9, 2), date(2015, 12, 31)),
        ("As at 10 January 40 had left.", "2017-01-10", None, date(2017, 1, 10)),
        ("So far in 2017 forty have left.", "2017", date(2017, 1, 1), FRIDAY),
        ("They left between Thursday and Saturday.", "2017-02-25", date(2017, 2, 23), date(2017, 2, 25)),
        ("They left from Saturday to Thursday.", "2017-03-02", date(2017, 2, 25), date(2017, 3, 2)),
        ("They are preparing to leave by the weekend.", "2017-W09-WE", None, date(2017, 3, 5)),
        ("They agreed to leave by 20 March.", "2017-03-20", None, date(2017, 3, 20)),
        ("It was not until Wednesday that they left.", "2017-03-01", date(2017, 3, 1), date(2017, 3, 1)),
        ("They left in the years 2011 to 2013.", "2013", date(2011, 1, 1), date(2013, 12, 31)),
        ("In the first days of January they left.", "PXD", date(2017, 1, 1), date(2017, 1, 9)),
        ("In the last week of last month they left.", "2017-02", date(2017, 2, 22), date(2017, 2, 28)),
        ("They left at the start of last month. Two weeks later they returned.", "2017-WXX", date(2017, 2, 15), date(2017, 2, 23)),
        ("They came on 5 January. Within a week 40 had left.", "P1W", date(2017, 1, 5), date(2017, 1, 12)),
        ("They came on 5 January. Within hours 40 had left.", "PTXH", date(2017, 1, 5), date(2017, 1, 5)),
        ("In the year to January 40 left.", "2017-01", date(2016, 2, 1), date(2017, 1, 31)),
        ("They came on 5 January. On the 9th they left.", "2017-01-09", date(2017, 1, 9), date(2017, 1, 9)),
        ("At the start of the year they left.", "2017", date(2017, 1, 1), FRIDAY),
        ("At the beginning of the week they left.", "2017-W09", date(2017, 2, 27), FRIDAY),
        ("They came in February. By the 18th all had left.", "2017-02-18", None, date(2017, 2, 18)),
        ("The convoy would leave on Monday, the army said.", "2017-03-06", date(2017, 3, 6), date(2017, 3, 6)),
        ("In the fortnight before the 25 February vote they left.", "2017-02-25", date(2017, 2, 25), date(2017, 2, 25)),
        ("In early 2016 they left.", "2016", date(2016, 1, 1), date(2016, 5, 1)),
        ("By the end of the month they will leave.", "2017-03", None, date(2017, 3, 31)),
        ("They left daily.", "P1D", None, None),
        ("They left on Thursday. The gate shut at 4 p.m.", "2017-03-02T16:00", date(2017, 3, 2), date(2017, 3, 2)),
    ],
)
def test_news_counts_from_its_publication(text: str, value: str, start: date | None, end: date | None) -> None:
    m = last(text)
    assert (m.value, m.value_start, m.value_end) == (value, start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Some 900 families fled in the space of three days.", date(2017, 2, 28)),
        ("Within a fortnight 900 families had fled.", date(2017, 2, 17)),
        ("In less than two weeks 3,000 people have fled.", date(2017, 2, 17)),
        ("Within hours 900 families fled.", date(2017, 3, 2)),
        ("In the preceding 24 hours nine people were killed.", date(2017, 3, 2)),
        ("Over the past couple of days 900 families fled.", date(2017, 3, 1)),
        ("The army told residents to leave within 24 hours.", None),
        ("They will leave within three days.", None),
        ("They identified the men and hope to arrest them in a few hours.", None),
        ("It was the second raid in two days.", None),
        ("In 1994, some 800 people were killed in the space of ten days.", None),
        ("They fled in the space of 15 years.", None),
    ],
)
def test_a_stretch_in_which_it_happened_ends_with_the_report(text: str, start: date | None) -> None:
    spans = [m for m in resolve(text) if m.kind == "duration"]
    assert [(m.value_start, m.value_end) for m in spans] == [(start, FRIDAY if start else None)]


@pytest.mark.parametrize(("wired", "day"), [(date(2017, 3, 2), date(2017, 3, 2)), (date(2017, 2, 2), FRIDAY), (None, FRIDAY)])
def test_a_dispatch_counts_from_the_day_of_its_dateline(wired: date | None, day: date) -> None:
    text = "Shells fell on the town today."
    report = Report(id="r", text=text, sha256="", published=FRIDAY, dateline=Dateline("GOMA", wired))
    assert [m.value_start for m in resolve_times(report, read_times(text))] == [day]


def test_a_time_of_day_belongs_to_the_day_beside_it() -> None:
    assert [m.value for m in resolve("It began at 5:40 a.m. on Thursday.")] == ["2017-03-02T05:40", "2017-03-02"]


def test_entries_of_a_live_page_have_its_day() -> None:
    assert [m.value for m in resolve("Live page\n14:32 Two shells fell.\n15:05 GMT The gate was shut at 4 p.m. or so.")] == [
        "2017-03-03T14:32",
        "2017-03-03T15:05",
        "2017-03-03T16:00",
    ]


def test_both_ends_of_a_range_bound_it() -> None:
    one, two = resolve("Between 3 January and 9 February they left.")
    assert one.value_start == two.value_start == date(2017, 1, 3)
    assert one.value_end == two.value_end == date(2017, 2, 9)


@pytest.mark.parametrize("text", ["They left last month.", "They left yesterday.", "They left three days later.", "They left on Tuesday."])
def test_without_a_date_nothing_is_guessed(text: str) -> None:
    m = last(text, None)
    assert (m.value_start, m.value_end) == (None, None)


def test_undated_news_with_some_years_is_no_history() -> None:
    text = "In 2003, 2009, 2011 and 2014 it changed hands. On Tuesday it fell. It was besieged last month. They left yesterday."
    assert [(m.value_start, m.value_end) for m in resolve(text, None)[4:]] == [(None, None)] * 3


HISTORY = """The republic fell in October 1931. In January the north rose, and on 14 June its last garrison gave up.
Three days later the south followed; by the following spring the coast was lost. A treaty of 1907 was forgotten.
On 2 May the capital surrendered. That same day the fleet sailed. Peace came in 1934 and lasted until the end of the year."""


def test_a_history_counts_from_its_running_date() -> None:
    got = {m.text: m.value for m in resolve(HISTORY, None)}
    assert got == {
        "October 1931": "1931-10",
        "January": "1932-01",
        "14 June": "1932-06-14",
        "Three days later": "1932-06-17",
        "the following spring": "1933-SP",
        "1907": "1907",
        "2 May": "1933-05-02",
        "That same day": "1933-05-02",
        "1934": "1934",
        "the end of the year": "1934",
    }


def test_dates_that_are_joined_share_a_year() -> None:
    text = "War came in 1950. It lasted from 14 June and 3 July 1952 to 1953. Later, in November and December 1951, it paused, until 1955."
    got = [m.value for m in resolve(text, None)]
    assert "1952-06-14" in got
    assert "1951-11" in got


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 1, 1)), st.integers(min_value=1, max_value=60))
def test_days_ago_are_days_before_the_report(published: date, days: int) -> None:
    m = last(f"They left {days} days ago.", published)
    assert m.value_start == published - datetime.timedelta(days=days)


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 1, 1)))
def test_weekdays_of_the_past_lie_in_the_last_week(published: date) -> None:
    for weekday in ("Monday", "Thursday", "Sunday"):
        m = last(f"They left on {weekday}.", published)
        assert m.value_start is not None
        assert 0 <= (published - m.value_start).days < 7
        assert m.value_start.strftime("%A") == weekday


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 1, 1)), st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 1, 1)))
def test_a_full_date_is_itself_whenever_it_is_told(published: date, told: date) -> None:
    m = last(f"They left on {told.day} {told:%B %Y}.", published)
    assert m.value_start == m.value_end == told


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("201", date(2010, 1, 1), date(2019, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
        ("2016-WI", date(2016, 12, 1), date(2017, 2, 28)),
        ("2016-H2", date(2016, 7, 1), date(2016, 12, 31)),
        ("2017-W09", date(2017, 2, 27), date(2017, 3, 5)),
        ("XXXX-05", None, None),
        ("2015-02-29", None, None),
        ("P3D", None, None),
    ],
)
def test_intervals(value: str, start: date | None, end: date | None) -> None:
    assert interval_of(value) == (start, end)


def test_parts_of_a_month() -> None:
    whole = interval_of("2016-10")
    assert narrowed(whole, "early October") == (date(2016, 10, 1), date(2016, 10, 10))
    assert narrowed(whole, "mid-October") == (date(2016, 10, 10), date(2016, 10, 21))
    assert narrowed(whole, "late October") == (date(2016, 10, 22), date(2016, 10, 31))


def test_steps_stop_at_the_ends_of_the_calendar() -> None:
    assert add(date(9999, 12, 31), 5, "D") is None
    assert add(date(2016, 1, 31), 1, "M") == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("They will meet on Friday.", True),
        ("They met on Friday.", False),
        ("The talks are to begin on Friday.", True),
        ("He said on Friday that they will go.", False),
    ],
)
def test_the_nearest_verb_decides(text: str, future: bool) -> None:
    start = text.index("Friday")
    assert is_future(text, start, start + 6) is future


def test_days_of_two_clauses_are_no_range() -> None:
    one, two = resolve("They left on Wednesday, and on Thursday they came back.")
    assert (one.value_end, two.value_start) == (date(2017, 3, 1), date(2017, 3, 2))
