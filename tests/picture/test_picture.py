import datetime

import pytest

from marsad.picture import changes, explain, outlooks, picture_at, score_outlooks
from marsad.reconcile import reconcile
from say import report, say

EARLY = report("early", "2017-03-03", publisher="AFP", text="x" * 400)
LATE = report("late", "2017-03-20", publisher="Reuters", text="y" * 400)
IS, ISF = "Islamic State", "Iraqi security forces"
CLAIMS = [
    say("displaced", EARLY, count="28,400", measure="cumulative", at="west Mosul", by="IOM"),
    say("remaining", EARLY, count="750,000", measure="stock", at="west Mosul"),
    say("displaced", EARLY, count="4,000", measure="rate", per="day", at="west Mosul", by="UN OCHA", start="2017-02-25"),
    say("displaced", LATE, count="10,000", measure="rate", per="day", at="west Mosul", by="the government"),
    say("displaced", LATE, count="120,000", measure="cumulative", at="west Mosul", by="IOM"),
    say("held", EARLY, at="Tal Afar", actors={"holder": IS}),
    say("held", EARLY, at="Hit", actors={"holder": IS}),
    say("gained", LATE, at="Hit", actors={"holder": ISF}, start="2017-03-18", end="2017-03-18"),
    say("remaining", LATE, count="up to 78,000", measure="stock", at="Hawija", by="UN OCHA", status="possible", position=100),
    say("site_capacity", LATE, count="more than 70,000", measure="stock", by="UN OCHA", position=120),
    say("displaced", LATE, count="100,000", measure="cumulative", at="Hawija", by="UN OCHA", status="expected", position=300),
]
REPORTS = [EARLY, LATE]


def picture(as_of=None):
    return picture_at(as_of and datetime.date.fromisoformat(as_of), REPORTS, reconcile(REPORTS, CLAIMS), CLAIMS)


def current(made, kind):
    return [f for f in made.figures if f.type == kind and f.status != "superseded"]


def test_the_picture_as_of_a_day_knows_nothing_of_later_reports():
    made = picture("2017-03-05")
    assert made.reports == ("early",)
    assert {f.best for f in current(made, "displaced")} == {28400, 4000}
    assert not [h for h in made.holdings if h.holder == ISF]


def test_without_a_day_it_is_that_of_the_newest_report():
    made = picture()
    assert str(made.as_of) == "2017-03-20"
    assert 120000 in {f.best for f in current(made, "displaced")}


def test_certainty_of_holdings_fades_with_age():
    tal_afar = next(h for h in picture().holdings if h.place.name == "Tal Afar")
    assert (tal_afar.age_days, tal_afar.freshness) == (17, "ageing")
    assert "no report of it for 17 days" in tal_afar.reasons


def test_gaps_name_what_nobody_knows():
    words = " ".join(gap.words for gap in picture().gaps)
    assert "Tal Afar: no report on who holds it for 17 days" in words


def test_changes_between_two_days():
    found = changes(picture("2017-03-05"), picture("2017-03-20"))
    kinds = {(change.kind, change.subject) for change in found}
    assert ("revised up", "figure") in kinds
    assert ("changed hands", "holding") in kinds
    assert "up from 28,400 to 120,000 displaced from west Mosul" in " ".join(change.words for change in found)


def test_nothing_changes_between_a_day_and_itself():
    assert not changes(picture("2017-03-05"), picture("2017-03-05"))


def test_capacity_against_people_inside():
    (capacity,) = [one for one in picture().outlook if one.kind == "capacity"]
    assert capacity.high == 8000
    assert capacity.arithmetic == ("78,000 inside at most − 70,000 places at least = 8,000",)
    assert capacity.assumptions


def test_days_until_out_at_the_lowest_and_highest_rate():
    (days,) = [one for one in picture().outlook if one.kind == "days until out"]
    assert (days.low, days.high) == (75, 188)
    assert len(days.arithmetic) == 2


def test_announced_movements_are_never_figures():
    made = picture()
    assert [one.high for one in made.outlook if one.kind == "announced"] == [100000]
    assert not [f for f in made.figures if f.best == 100000]


AFTER = report("after", "2017-04-10", publisher="Reuters", text="z" * 400)


@pytest.mark.parametrize(
    ("later", "verdict"),
    [
        ([], "not yet told"),
        ([say("displaced", AFTER, count="75,000", measure="cumulative", at="Hawija", by="IOM")], "inside"),
        ([say("displaced", AFTER, count="90,000", measure="cumulative", at="Hawija", by="IOM")], "above"),
        ([say("displaced", AFTER, count="75,000", measure="cumulative", at="Hit", by="IOM")], "not yet told"),
        ([say("displaced", AFTER, count="75,000", measure="rate", per="day", at="Hawija", by="IOM")], "not yet told"),
        ([say("displaced", AFTER, count="75,000", measure="cumulative", unit="household", at="Hawija", by="IOM")], "not yet told"),
    ],
)
def test_the_room_in_sites_is_scored_by_who_found_none_later(later, verdict):
    then = [one for one in outlooks(datetime.date(2017, 3, 20), picture().figures, CLAIMS) if one.kind == "capacity"]
    now = reconcile([*REPORTS, AFTER], [*CLAIMS, *later]).figures
    assert [scored.verdict for scored in score_outlooks(then, now, datetime.date(2017, 3, 20))] == [verdict]


def test_people_still_inside_after_the_last_day_are_more_than_the_outlook_said():
    then = [one for one in outlooks(datetime.date(2017, 3, 3), picture().figures, CLAIMS) if one.kind == "days until out"]
    year_later = report("year", "2018-04-10", publisher="Reuters", text="z" * 400)
    now = reconcile(
        [*REPORTS, year_later], [*CLAIMS, say("remaining", year_later, count="9,000", measure="stock", at="west Mosul")]
    ).figures
    assert {scored.verdict for scored in score_outlooks(then, now, datetime.date(2017, 3, 20))} == {"above"}


def test_explain_walks_from_a_figure_to_its_sentences():
    made = picture()
    figure = next(f for f in made.figures if f.best == 120000)
    text = "\n".join(explain(figure.id, REPORTS, CLAIMS, made) or ())
    assert "roots: IOM" in text
    assert "supersedes" in text
    assert CLAIMS[4].id in text


def test_explain_a_claim_that_is_not_used_says_why():
    made = picture()
    text = "\n".join(explain(CLAIMS[-1].id, REPORTS, CLAIMS, made) or ())
    assert "not used: said to be planned or expected" in text


def test_explain_every_id():
    made = picture()
    for one in (*made.figures, *made.holdings, *made.incidents, *CLAIMS):
        assert explain(one.id, REPORTS, CLAIMS, made)
    assert explain("nothing", REPORTS, CLAIMS, made) is None


def test_sources_count_reports_and_roots():
    lines = {line.name: line for line in picture().sources}
    assert lines["IOM"].claims == 2
    assert lines["AFP"].reports == ("early",)
