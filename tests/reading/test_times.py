"""Expressions of time: what they say by themselves."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.reading.times import read_times
from marsad.reading.times.patterns import time_patterns


def read(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.value) for m in read_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on 14 June 1987.", [("14 June 1987", "1987-06-14")]),
        ("It fell on the 14th of June, 1987.", [("the 14th of June, 1987", "1987-06-14")]),
        ("It fell on June 14, 1987.", [("June 14, 1987", "1987-06-14")]),
        ("It fell on Jun. 14th 1987.", [("Jun. 14th 1987", "1987-06-14")]),
        ("It fell on Sunday, June 14, 1987.", [("Sunday, June 14, 1987", "1987-06-14")]),
        ("It fell on 1987-06-14.", [("1987-06-14", "1987-06-14")]),
        ("It fell on 14/06/1987.", [("14/06/1987", "1987-06-14")]),
        ("It fell on 06/14/1987.", [("06/14/1987", "1987-06-14")]),
        ("It fell on 14.06.1987.", [("14.06.1987", "1987-06-14")]),
        ("LIMA, 14 JUN 87 -- IT FELL.", [("14 JUN 87", "XX87-06-14")]),
        ("It fell on June 14.", [("June 14", "XXXX-06-14")]),
        ("It fell on the night of 14 June.", [("the night of 14 June", "XXXX-06-14TNI")]),
        ("It fell on 31 February.", [("February", "XXXX-02")]),
        ("Held from 3 to 9 May 2011.", [("3", "2011-05-03"), ("9 May 2011", "2011-05-09")]),
        ("Held on May 3-9, 2011.", [("May 3", "2011-05-03"), ("9, 2011", "2011-05-09")]),
        ("In June 1987 it fell.", [("June 1987", "1987-06")]),
        ("In early June it fell.", [("early June", "XXXX-06")]),
        ("Since mid-June it held.", [("mid-June", "XXXX-06")]),
        ("By the end of June 1987 it fell.", [("the end of June 1987", "1987-06")]),
        ("In the summer of 1987 it fell.", [("the summer of 1987", "1987-SU")]),
        ("In late 1987 it fell.", [("late 1987", "1987")]),
        ("In the second half of 1987 it fell.", [("the second half of 1987", "1987-H2")]),
        ("The war (1987-1991) ended.", [("1987", "1987"), ("1991", "1991")]),
        ("The war of 1987–91 ended.", [("1987", "1987"), ("91", "1991")]),
        ("In the 1980s it grew.", [("the 1980s", "198")]),
        ("In the nineteenth century it grew.", [("the nineteenth century", "18")]),
        ("In the early 20th century it grew.", [("the early 20th century", "19")]),
        ("It fell in 146 BC.", [("146 BC", "BC0146")]),
        ("It fell on Tuesday night.", [("Tuesday night", "XXXX-WXX-2TNI")]),
        ("It fell last Tuesday.", [("last Tuesday", "dct<W2")]),
        ("It fell yesterday afternoon.", [("yesterday afternoon", "dct-1DTAF")]),
        ("It fell last night.", [("last night", "dct-1DTNI")]),
        ("It fell last month.", [("last month", "dct-1M")]),
        ("In 2014 rebels took Zintan.", [("2014", "2014")]),
        ("Since 1994 people have fled.", [("1994", "1994")]),
        ("They fled Zintan hours after 40 people died.", [("hours", "PTXH")]),
        ("It fell earlier this year.", [("earlier this year", "dct+0Y")]),
        ("It fell three weeks ago.", [("three weeks ago", "dct-3W")]),
        ("It fell three weeks later.", [("three weeks later", "ref+3W")]),
        ("It fell the next day.", [("the next day", "ref+1D")]),
        ("It fell that same year.", [("that same year", "ref+0Y")]),
        ("It fell the following spring.", [("the following spring", "ref>SP")]),
        ("It fell in June of that year.", [("June of that year", "ref+0Y|06")]),
        ("They held for ten days.", [("ten days", "P10D")]),
        ("They held for more than two years.", [("more than two years", "P2Y")]),
        ("They held for two and a half years.", [("two and a half years", "P2.5Y")]),
        ("A ten-day truce held.", [("ten-day", "P10D")]),
        ("They held for several weeks.", [("several weeks", "PXW")]),
        ("Over the past 24 hours it rained.", [("the past 24 hours", "PT24H")]),
        ("Shells fell every day.", [("every day", "XXXX-XX-XX")]),
        ("Ten lorries per week arrive.", [("per week", "P1W")]),
        ("Shells fell daily.", [("daily", "XXXX-XX-XX")]),
        ("It began at 5:40 p.m. and ended.", [("5:40 p.m.", "XXXX-XX-XXT17:40")]),
        ("IT BEGAN AT 0530 GMT.", [("0530 GMT", "XXXX-XX-XXT05:30")]),
        ("He was shot at home (1415 GMT).", [("1415 GMT", "XXXX-XX-XXT14:15")]),
        ("It is now calm.", [("now", "PRESENT_REF")]),
        ("The former mayor spoke.", [("former", "PAST_REF")]),
        ("The boy, aged 12, spoke.", [("12", "P12Y")]),
    ],
)
def test_expressions(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "They march on.",
        "THEY MAY LEAVE.",
        "The sun set on the wed couple.",
        "About 1,987 people left.",
        "Some 1987 people left.",
        "The fall of the city was near.",
        "Resolution 1991 was adopted.",
        "The second man sat down.",
        "Water from a spring.",
        "It lies at the end of the road.",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Since June they held.", "since"),
        ("Until late June they held.", "until"),
        ("Before June they held.", "before"),
        ("Prior to June they held.", "before"),
        ("After June they held.", "after"),
        ("By June they held.", "by"),
        ("During June they held.", "during"),
        ("For three years they held.", "for"),
        ("In June they held.", "on"),
    ],
)
def test_the_word_before_says_how_it_stands(text: str, relation: str) -> None:
    assert [m.relation for m in read_times(text)] == [relation]


@given(
    st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2150, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]),
)
def test_printed_dates_read_back(date: datetime.date, form: str) -> None:
    assert [v for _, v in read(f"They met on {date.strftime(form)} in town.")] == [date.isoformat()]


@given(st.text(alphabet="0123456789-/:., thMayJune'sofand", max_size=60))
def test_anything_is_read_without_fault(text: str) -> None:
    last = 0
    for m in read_times(text):
        assert text[m.start : m.end] == m.text
        assert m.start >= last
        last = m.end


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "1-",
        "1,",
        "of the ",
        "the ",
        "end of the ",
        "more than ",
        "the early ",
        "May ",
        "two and ",
        "a ",
        "in the early morning of ",
        "\n ",
        "'",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    assert is_linear(read_times, unit)


@given(st.data())
def test_a_pattern_begins_only_where_it_is_looked_for(data: st.DataObject) -> None:
    patterns = time_patterns()
    codes = data.draw(st.text(st.sampled_from(sorted({*patterns.code_of.values()})), min_size=1, max_size=7))
    begun = patterns._begun_by.get(codes[0], [])
    assert not [name for name, one in patterns._each.items() if one.match(codes) and name not in begun]
