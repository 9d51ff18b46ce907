"""Mentions are found by the passage that they stand in."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.model.mention import Mentions, QuantityMention, Span, TimeMention
from marsad.model.passage import Passage
from marsad.reading.along import Along, MentionsAlong

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda s: Span(s[0], s[0] + s[1])), max_size=12)


@given(SPANS, st.integers(0, 20), st.integers(0, 20))
def test_what_lies_within_is_what_a_search_through_all_finds(spans: list[Span], start: int, length: int) -> None:
    whole = Span(start, start + length)
    found = [(s.start, s.end) for s in Along(spans).within(whole)]
    assert sorted(found) == sorted((s.start, s.end) for s in spans if whole.start <= s.start < whole.end and s.end <= whole.end)
    assert [at for at, _ in found] == sorted(at for at, _ in found)


def test_each_passage_has_the_mentions_of_its_own_field() -> None:
    title = TimeMention(start=0, end=3, text="May", field="title")
    mentions = Mentions(times=(title, TimeMention(start=0, end=4, text="June")), quantities=(QuantityMention(start=5, end=6, text="9"),))
    first = Passage(field="text", start=0, end=8, text="June   9", index=0, paragraph=0)
    second = Passage(field="title", start=0, end=3, text="May", index=0, paragraph=0)
    (_, of_first), (_, of_second) = MentionsAlong(mentions).beside([first, second])
    assert ([m.text for m in of_first.times], [m.text for m in of_first.quantities]) == (["June"], ["9"])
    assert (of_second.times, of_second.quantities) == ((title,), ())
