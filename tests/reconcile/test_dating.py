import datetime

from marsad.reconcile import infer_dates
from say import report, say

UNDATED = report("u", None, text="The government last month declared Ramadi fully liberated. The south-west campaign has not begun.")
PLAIN = report("u", None, text="The campaign has not begun, people there said.")


def dated(*claims, others=(), undated=PLAIN):
    return next(one for one in infer_dates([undated, *others], claims) if one.id == "u")


def test_last_month_after_a_known_day():
    made = dated(say("gained", UNDATED, at="Ramadi", words="The government last month declared Ramadi fully liberated"), undated=UNDATED)
    assert (str(made.published_earliest), str(made.published_latest)) == ("2016-03-01", "2016-03-31")
    assert made.published_method == "inferred"
    assert any("well-known date" in reason for reason in made.published_reasons)


def test_a_day_that_another_report_tells():
    other = report("d", "2017-03-08")
    known = say("gained", other, at="Baiji", actors={"holder": "Iraqi army"}, start="2017-03-07", end="2017-03-07")
    made = dated(
        say("gained", UNDATED, at="Baiji", actors={"holder": "Iraqi army"}, words="the army took Baiji last week"), known, others=[other]
    )
    assert made.published_earliest == datetime.date(2017, 3, 8)
    assert made.published_latest == datetime.date(2017, 3, 20)


def test_an_offensive_that_has_not_begun_was_written_before():
    other = report("d", "2017-03-08")
    begun = say("offensive", other, at="Mosul", role="target", start="2016-10-17")
    made = dated(say("offensive", UNDATED, at="Mosul", role="target", status="expected"), begun, others=[other])
    assert made.published_latest == datetime.date(2016, 10, 17)
    assert made.published is None


def test_a_day_spoken_of_as_past_bounds_the_report():
    made = dated(say("gained", UNDATED, at="Hit", start="2014-10-01", end="2014-10-31"))
    assert made.published_earliest is not None
    assert made.published_earliest >= datetime.date(2014, 10, 31)


def test_nothing_known_nothing_inferred():
    made = dated(say("displaced", UNDATED, count="500", at="Baiji"))
    assert made == PLAIN


def test_dated_reports_stay_as_they_are():
    one = report("d", "2017-03-08")
    assert infer_dates([one], [say("gained", one, at="Ramadi")]) == [one]


def test_a_sentence_from_which_no_claim_was_read_still_dates_the_report():
    made = dated(undated=UNDATED)
    assert (str(made.published_earliest), str(made.published_latest)) == ("2016-03-01", "2016-03-31")


def test_the_airport_of_a_city_is_not_the_city():
    from msgspec.structs import replace

    claim = say("gained", PLAIN, at="Mosul", words="the airport was recaptured last month")
    claim = replace(claim, places=(replace(claim.places[0], text="Mosul's airport"),))
    assert dated(claim) == PLAIN
