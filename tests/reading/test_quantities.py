"""Counts: every way to write a number, its hedge, its noun, its period."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.model.mention import QuantityMention
from marsad.reading.quantities import read_quantities


def only(text: str) -> QuantityMention:
    """The one count of the text."""
    found = read_quantities(text)
    assert len(found) == 1, [q.text for q in found]
    return found[0]


def bounds(q: QuantityMention) -> tuple[float | None, float | None, float | None]:
    return q.low, q.best, q.high


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,500 people left.", 1500),
        ("1.500 people left.", 1500),
        ("1 500 people left.", 1500),
        ("1\u00a0500 people left.", 1500),
        ("1\u202f500 people left.", 1500),
        ("1'500 people left.", 1500),
        ("1500 people left.", 1500),
        ("١٥٠٠ people left.", 1500),
        ("١٬٥٠٠ people left.", 1500),
        ("1,250,000 people left.", 1_250_000),
        ("1,20,000 people left.", 120_000),
        ("2.1 million people left.", 2_100_000),
        ("2.1m people left.", 2_100_000),
        ("45k people left.", 45_000),
        ("3 lakh people left.", 300_000),
        ("two hundred and fifty people left.", 250),
        ("twenty-one people left.", 21),
        ("TWENTY ONE PEOPLE LEFT.", 21),
        ("four thousand three hundred people left.", 4300),
        ("six hundred thousand people left.", 600_000),
        ("half a million people left.", 500_000),
        ("two and a half million people left.", 2_500_000),
        ("a quarter of a million people left.", 250_000),
        ("a quarter million people left.", 250_000),
        ("three-quarters of a million people left.", 750_000),
        ("a million and a half people left.", 1_500_000),
        ("one and a quarter million people left.", 1_250_000),
        ("2 and a half million people left.", 2_500_000),
        ("2½ million people left.", 2_500_000),
        ("half-a-million people left.", 500_000),
        ("a million people left.", 1_000_000),
        ("a hundred people left.", 100),
        ("30 thousand people left.", 30_000),
        ("200-thousand people left.", 200_000),
    ],
)
def test_numbers(text: str, number: float) -> None:
    q = only(text)
    assert bounds(q) == (number, number, number)
    assert q.unit == "person"


@pytest.mark.parametrize(
    ("text", "expected", "approximate"),
    [
        ("More than 900 people left.", (900, 900, None), False),
        ("At least 900 people left.", (900, 900, None), False),
        ("Over 900 people left.", (900, 900, None), False),
        ("No fewer than 900 people left.", (900, 900, None), False),
        ("900 or more people left.", (900, 900, None), False),
        ("900-plus people left.", (900, 900, None), False),
        ("900+ people left.", (900, 900, None), False),
        ("Up to 900 people left.", (None, 900, 900), False),
        ("As many as 900 people left.", (None, 900, 900), False),
        ("The figure may be as high as 900 people.", (None, 900, 900), False),
        ("No more than 900 people left.", (None, 900, 900), False),
        ("Fewer than 900 people left.", (None, 900, 900), False),
        ("Less than 900 people left.", (None, 900, 900), False),
        ("About 900 people left.", (900, 900, 900), True),
        ("Some 900 people left.", (900, 900, 900), True),
        ("Nearly 900 people left.", (900, 900, 900), True),
        ("Almost 900 people left.", (900, 900, 900), True),
        ("Around 900 people left.", (900, 900, 900), True),
        ("Approximately 900 people left.", (900, 900, 900), True),
        ("An estimated 900 people left.", (900, 900, 900), True),
        ("900 or so people left.", (900, 900, 900), True),
        ("300-400 people left.", (300, 350, 400), False),
        ("300–400 people left.", (300, 350, 400), False),
        ("300 to 400 people left.", (300, 350, 400), False),
        ("Between 300 and 400 people left.", (300, 350, 400), False),
        ("Two or three people left.", (2, 2.5, 3), False),
        ("Two to three million people left.", (2e6, 2.5e6, 3e6), False),
        ("Dozens of people left.", (24, None, 99), False),
        ("Scores of people left.", (40, None, 199), False),
        ("Hundreds of people left.", (200, None, 999), False),
        ("Several hundred people left.", (200, None, 999), False),
        ("Thousands of people left.", (2000, None, 9999), False),
        ("Tens of thousands of people left.", (20_000, None, 99_999), False),
        ("Hundreds of thousands of people left.", (200_000, None, 999_999), False),
        ("Millions of people left.", (2_000_000, None, 9_999_999), False),
        ("A dozen people left.", (12, 12, 12), True),
        ("Two dozen people left.", (24, 24, 24), True),
        ("A couple of dozen people left.", (24, 24, 24), True),
        ("A handful of people left.", (2, None, 9), False),
        ("No civilians were hurt.", (0, 0, 0), False),
        ("Both villagers were hurt.", (2, 2, 2), False),
    ],
)
def test_hedges_and_ranges(text: str, expected: tuple[float | None, ...], approximate: bool) -> None:
    q = only(text)
    assert bounds(q) == expected
    assert q.approximate is approximate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hold about 70 percent of the valley.", (70, 70, 70)),
        ("Some of them, or nine in ten, have left.", (90, 90, 90)),
        ("They hold 70% of the valley.", (70, 70, 70)),
        ("They hold 70 per cent of the valley.", (70, 70, 70)),
        ("They hold half of the valley.", (50, 50, 50)),
        ("They hold more than half the valley.", (50, 50, None)),
        ("They hold a third of the valley.", (33.3, 33.3, 33.3)),
        ("They hold two-thirds of the valley.", (66.7, 66.7, 66.7)),
        ("They hold three quarters of the valley.", (75, 75, 75)),
        ("They hold most of the valley.", (50, None, 100)),
        ("They hold the majority of the valley.", (50, None, 100)),
    ],
)
def test_shares(text: str, expected: tuple[float | None, ...]) -> None:
    q = only(text)
    assert bounds(q) == expected
    assert q.unit == "percent"


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("All but 300 of the 20,000 inhabitants of Bor fled.", (19700, 19700, 19700), "person"),
        ("All but a few hundred of the 20,000 inhabitants fled.", (19001, None, 19800), "person"),
        ("All but about 200 of the village's 1,500 people left.", (1300, 1300, 1300), "person"),
        ("All but one of the 12 passengers died.", (11, 11, 11), "person"),
        ("All but a few families have gone back.", (50, None, 100), "percent"),
        ("Not one villager left.", (0, 0, 0), "person"),
        ("Not one but two farmers were hurt.", (2, 2, 2), "person"),
    ],
)
def test_what_is_left_of_a_whole(text: str, expected: tuple[float | None, ...], unit: str) -> None:
    (q,) = read_quantities(text)
    assert ((q.low, q.best, q.high), q.unit) == (expected, unit)


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("12 Malian soldiers died.", "person", "soldiers"),
        ("12 police officers died.", "person", "officers"),
        ("12 unarmed men died.", "person", "men"),
        ("12 Sudanese refugees arrived.", "person", "refugees"),
        ("Three hundred Ukrainians arrived.", "person", "Ukrainians"),
        ("THREE CADETS AND FOUR OTHERS WERE HURT.", "person", "OTHERS"),
        ("40 families arrived.", "household", "families"),
        ("40 households arrived.", "household", "households"),
        ("40 rebel fighters arrived.", "fighter", "fighters"),
        ("40 insurgents arrived.", "fighter", "insurgents"),
        ("They took six villages.", "place", "villages"),
        ("They took two eastern neighbourhoods.", "place", "neighbourhoods"),
        ("They opened four camps.", "site", "camps"),
        ("They flew nine air strikes.", "strike", "strikes"),
        ("They took 300 square kilometres.", "km2", "kilometres"),
        ("It lies 14 kilometres away.", "kilometre", "kilometres"),
        ("They burnt 30 lorries.", "lorry", "lorries"),
        ("They lifted 20 anti-personnel mines.", "mine", "mines"),
        ("They burnt five militia-held houses.", "house", "houses"),
        ("It cost $3 million.", "dollar", None),
        ("Some 3,000 were displaced.", "person", None),
        ("The 35,000 who left have returned.", None, None),
        ("The death toll rose to 61.", "person", None),
        ("The number of children in the camp could reach 4,100.", "person", None),
        ("A force of 600 moved in.", None, None),
        ("The 600-strong garrison left.", "person", "strong"),
        ("One of the wounded soldiers died.", "person", "soldiers"),
        ("Four of the 5 hostages died.", "person", "hostages"),
        ("Three others, two of them children, died.", "person", "children"),
        ("Of them 1,400 are still displaced.", "person", None),
        ("One of them was killed.", "person", None),
        ("100s of villagers died.", "person", "villagers"),
    ],
)
def test_units(text: str, unit: str | None, noun: str | None) -> None:
    q = read_quantities(text)[-1]
    assert q.unit == unit
    assert (None if q.noun is None else text[q.noun.start : q.noun.end]) == noun


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("700 people a day arrive.", "day"),
        ("700 people per week arrive.", "week"),
        ("700 people are arriving each day.", "day"),
        ("700 people arrive daily.", "day"),
        ("700 arrive every month.", "month"),
        ("Every day, 700 people arrive.", "day"),
        ("700 people arrived in a day.", None),
        ("700 people arrived after a week.", None),
        ("700 people arrived.", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Another 300 arrived.", True),
        ("An additional 300 arrived.", True),
        ("300 more arrived.", True),
        ("At least 30 more villagers arrived.", True),
        ("More than 300 arrived.", False),
    ],
)
def test_counts_to_be_added(text: str, more: bool) -> None:
    assert only(text).more is more


@pytest.mark.parametrize(
    "text",
    [
        "The 9th Division met the 3rd Battalion.",
        "Resolution 2254 was adopted on 18 December 2015.",
        "He carried an M-16 and an AK-47.",
        "Highway 1 and Flight 12 were closed.",
        "A 12-year-old boy and a girl aged 9 spoke.",
        "They met in 2009 and again on 3 May.",
        "The match ended 3-1.",
        "Call +961 1 555 0199.",
        "Three days later they left.",
        "No longer welcome, they left; no one spoke.",
        "The second half of the year was calm.",
        "At 0530 the shelling stopped.",
        "It stands at 42 Palm Street.",
        "One hopes that one day they return.",
        "One in three fields is mined.",
        "He is in his 60s.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert [q.text for q in read_quantities(text)] == []


def test_the_same_count_in_two_units() -> None:
    q = only("Some 300 families (1,800 people) crossed the river.")
    assert (q.text, q.unit) == ("Some 300 families (1,800 people)", "household")
    assert [(a.unit, a.best) for a in q.also] == [("person", 1800)]


def test_a_change_is_two_counts() -> None:
    assert [q.best for q in read_quantities("The figure rose from 68,000 to 144,500.")] == [68_000, 144_500]


def test_a_table_of_figures_is_read_line_by_line() -> None:
    text = "Households displaced: 300\nKilled: 12\nVillages affected: 7\nSome 900 people\nwere counted."
    assert [(q.best, q.unit) for q in read_quantities(text)] == [(300, "household"), (12, "person"), (7, "place"), (900, "person")]


def test_a_wrapped_line_goes_on() -> None:
    text = "The agency said in its last report of the month that about 1,200\nNigerian refugees had crossed."
    assert [(q.best, q.unit) for q in read_quantities(text)] == [(1200, "person")]


def test_offsets_are_those_of_the_text() -> None:
    text = "Today more than 1,200 tired villagers per day cross."
    q = only(text)
    assert text[q.start : q.end] == q.text == "more than 1,200 tired villagers per day"
    assert q.number is not None
    assert text[q.number.start : q.number.end] == "1,200"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The gunmen opened fire, killing one and injuring several others.", "one"),
        ("Rebels took 14 soldiers prisoner near Kidal.", "14 soldiers"),
        ("Fighters took two aid workers hostage.", "two aid workers"),
    ],
)
def test_who_is_counted_ends_where_what_befalls_them_begins(text: str, said: str) -> None:
    assert read_quantities(text)[0].text == said


def test_an_owner_is_not_what_is_counted() -> None:
    some, whole = read_quantities("Some 3,000 of the town's 70,000 residents stayed.")
    assert (some.best, some.unit, whole.best) == (3000, "person", 70000)


def test_all_but_a_few_is_no_count() -> None:
    assert read_quantities("All but a handful of the villages were burnt.") == []


def test_one_another_counts_nobody() -> None:
    assert read_quantities("The brothers hurt one another.") == []


@given(st.integers(min_value=2, max_value=99_999_999), st.sampled_from([",", "\u00a0", " ", ".", "'", "\u202f"]))
def test_printed_numbers_read_back(number: int, mark: str) -> None:
    q = only(f"There were {number:,} refugees in all.".replace(",", mark))
    assert bounds(q) == (number, number, number)


@given(st.text(alphabet="0123456789,.-– andto%$()m '", max_size=60))
def test_anything_is_read_without_fault(text: str) -> None:
    for q in read_quantities(text):
        assert text[q.start : q.end] == q.text
        assert q.low is None or q.high is None or q.low <= q.high


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1 ", "1-", "1,000-", "one and ", "a hundred and ", "between 1 and ", "no ", "half of ", "(1) ", "1 a ", "ab "]
)
def test_time_grows_with_length_only(unit: str) -> None:
    assert is_linear(read_quantities, unit)


def test_a_range_from_to_is_one_number_and_a_change_is_none() -> None:
    assert bounds(only("Anywhere from 300 to 500 people left.")) == (300, 400, 500)
    assert [q.best for q in read_quantities("The toll rose from 300 to 500 people.")] == [300, 500]


def test_a_part_of_what_was_counted_adds_nothing_to_it() -> None:
    assert next(q.best for q in read_quantities("Three million and a third of them left.")) == 3_000_000


@pytest.mark.parametrize("text", ["In 2014 rebels took Zintan.", "Since 1994 people have fled."])
def test_the_year_that_opens_a_sentence_counts_nothing(text: str) -> None:
    assert read_quantities(text) == []


@pytest.mark.parametrize("opening", ["He told us by telephone.", "They took the highway.", "Five reports followed his decree."])
def test_a_number_that_opens_a_sentence_is_named_by_no_word_before_it(opening: str) -> None:
    assert [q.text for q in read_quantities(f"{opening} Four farmers were killed.")][-1] == "Four farmers"


def test_the_number_of_a_telephone_counts_nothing() -> None:
    assert not read_quantities("Call tel. 5550 at night.")
