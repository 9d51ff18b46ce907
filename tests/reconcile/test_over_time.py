import random

import pytest

from marsad.reconcile import reconcile
from say import report, say

DAYS = {day: report(f"r{day}", f"2017-03-{day:02}", publisher=f"Outlet {day}") for day in range(1, 29)}


def told(day, count, by="IOM", measure="cumulative", **more):
    kind = more.pop("kind", "displaced")
    return say(kind, DAYS[day], count=count, measure=measure, **{"at": "west Mosul", "by": by, **more})


def made(*claims):
    return reconcile(list(DAYS.values()), claims)


def current(*claims):
    return [f for f in made(*claims).figures if f.status != "superseded"]


def test_a_later_count_replaces_the_earlier_one():
    result = made(told(1, "10,000"), told(3, "28,400"), told(8, "45,000"))
    (figure,) = [f for f in result.figures if f.status != "superseded"]
    assert figure.best == 45000
    assert len({f.series for f in result.figures}) == 1
    assert {f.superseded_by for f in result.figures if f.status == "superseded"} <= {f.id for f in result.figures}


def test_a_fall_of_a_cumulative_count_is_flagged_not_drawn_as_a_movement():
    result = made(told(3, "28,400"), told(6, "24,800"))
    (figure,) = [f for f in result.figures if f.status != "superseded"]
    assert figure.best == 24800
    assert "fall" in figure.marks
    assert [c.kind for c in result.contradictions] == ["fall"]


def test_a_lower_count_of_another_source_is_contested():
    (figure,) = current(told(3, "28,400"), told(5, "20,000", by="the governor"))
    assert figure.status == "contested"
    assert figure.best is None
    assert (figure.low, figure.high) == (20000, 28400)
    assert [c.sources for c in figure.contenders] == [("IOM",), ("the governor",)]


def test_two_numbers_on_one_day_are_contested_and_never_averaged():
    result = made(told(3, "28,400"), told(3, "40,000", by="the governor"))
    (figure,) = result.figures
    assert (figure.status, figure.best) == ("contested", None)
    assert "28,400" in result.contradictions[0].words
    assert "40,000" in result.contradictions[0].words


def test_a_stock_may_fall():
    (figure,) = current(told(3, "28,400", measure="stock"), told(9, "20,000", measure="stock"))
    assert (figure.best, figure.marks) == (20000, ())


def test_a_jump_by_one_source_is_doubtful_and_leaves_the_earlier_count():
    result = made(told(3, "28,400"), told(4, "284,000", by="a local council"))
    kept = next(f for f in result.figures if not f.doubtful)
    odd = next(f for f in result.figures if f.doubtful)
    assert (kept.best, kept.status) == (28400, "single-source")
    assert (odd.best, odd.marks) == (284000, ("jump",))
    assert [c.kind for c in result.contradictions] == ["jump"]


def test_a_jump_that_a_second_source_confirms_is_believed():
    result = made(told(3, "28,400"), told(4, "184,000", by="a local council"), told(5, "190,000", by="UNHCR"))
    assert [f.best for f in result.figures if f.status != "superseded" and not f.doubtful] == [190000]


def test_rates_of_two_sources_stand_side_by_side():
    claims = (
        told(3, "4,000", by="UN OCHA", measure="rate", per="day", start="2017-02-25"),
        told(7, "10,000", by="the government", measure="rate", per="day"),
    )
    assert sorted(f.best or 0 for f in current(*claims)) == [4000, 10000]
    assert not made(*claims).contradictions


def test_a_rate_is_reckoned_against_the_total():
    result = made(
        told(3, "4,000", by="UN OCHA", measure="rate", per="day", start="2017-02-25"),
        told(3, "28,400", start="2017-02-19"),
    )
    (check,) = result.checks
    assert check.verdict == "consistent"
    assert check.words == ("4,000 a day since 25 Feb would make about 24,000 by 3 Mar; 28,400 since 19 Feb is reported: consistent")


def test_a_rate_that_makes_more_than_the_total_is_a_mismatch():
    result = made(told(20, "9,000", measure="rate", per="day", start="2017-03-01"), told(20, "28,400", start="2017-03-01"))
    assert [check.verdict for check in result.checks] == ["mismatch"]


def test_still_displaced_and_returned_are_reckoned_against_the_total():
    result = made(
        told(6, "more than 33,000", at="Hawija"),
        told(6, "15,200", measure="stock", at="Hawija"),
        told(6, "17,700", kind="returned", at="Hawija", role="at"),
    )
    assert [check.verdict for check in result.checks] == ["consistent"]


def test_a_part_larger_than_its_whole_is_a_contradiction():
    result = made(told(3, "90,000"), told(3, "28,400", at="Mosul"))
    assert "part exceeds whole" in [c.kind for c in result.contradictions]


def test_a_denial_stands_beside_the_figure():
    result = made(told(3, "28,400"), told(4, "28,400", by="the ministry", status="denied"))
    (figure,) = result.figures
    assert figure.denied_by
    assert [c.kind for c in result.contradictions] == ["denial"]


@pytest.mark.parametrize("misquoted", [True, False])
def test_one_false_report_among_thirty_never_moves_the_figure(misquoted):
    chance = random.Random(5)
    for _ in range(100):
        true, false = chance.randrange(100, 900) * 100, chance.randrange(10, 9000) * 100
        outlets = [report(f"o{n}", "2017-03-03", publisher=f"Paper {n}") for n in range(30)]
        claims = [say("displaced", o, count=f"{true:,}", measure="cumulative", at="Mosul", by="IOM") for o in outlets[:29]]
        odd = say("displaced", outlets[29], count=f"{false:,}", measure="cumulative", at="Mosul", by="IOM" if misquoted else None)
        result = reconcile(outlets, [*claims, odd])
        kept = next(f for f in result.figures if claims[0].id in f.claims)
        assert kept.best == true
        if odd.id not in kept.claims:
            assert any(odd.id in c.claims for c in result.contradictions)


def test_undated_claims_say_so():
    undated = report("u", None)
    (figure,) = reconcile([undated], [say("displaced", undated, count="900", measure="cumulative", at="Hawija")]).figures
    assert figure.as_of is None
    assert "undated" in figure.marks


def test_a_correction_takes_the_wrong_number_back():
    wrong = report("wrong", "2017-03-03", publisher="Paper")
    right = report("right", "2017-03-04", publisher="Paper", text="CORRECTION. It was 28,400 people, not 82,400.")
    other = report("other", "2017-03-03", publisher="Wire")
    claims = [
        say("displaced", wrong, count="82,400", measure="cumulative", at="west Mosul"),
        say("displaced", right, count="28,400", measure="cumulative", at="west Mosul", by="United Nations", citing="IOM"),
        say("displaced", other, count="28,400", measure="cumulative", at="west Mosul", by="IOM"),
    ]
    result = reconcile([wrong, right, other], claims)
    (kept,) = [f for f in result.figures if f.status != "superseded"]
    (withdrawn,) = [f for f in result.figures if f.status == "superseded"]
    assert (kept.best, kept.sources) == (28400, ("IOM",))
    assert (withdrawn.best, withdrawn.marks, withdrawn.superseded_by) == (82400, ("withdrawn",), kept.id)
    assert [c.kind for c in result.contradictions] == ["correction"]
