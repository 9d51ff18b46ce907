import pytest

from marsad.model.picture import Figure, Reconciled
from marsad.reconcile import reconcile
from say import report, say

R = report("r1", "2017-03-03", publisher="AFP")
LATER = report("r2", "2017-03-06", publisher="Reuters")


def figures(*claims, reports=(R, LATER)) -> tuple[Figure, ...]:
    return reconcile(reports, claims).figures


def fled(count, in_report=R, **more):
    return say("displaced", in_report, count=count, **{"measure": "cumulative", "at": "west Mosul", **more})


def test_a_rounded_lead_and_the_exact_count_are_one_figure_with_one_root():
    (figure,) = figures(fled("more than 28,000", position=0), fled("28,400", by="UN OCHA", citing="IOM", position=900))
    assert (figure.low, figure.best, figure.high) == (28000, 28400, 28400)
    assert figure.sources == ("IOM",)
    assert figure.status == "single-source"
    assert figure.words == "28,400"


def test_united_nations_citing_iom_and_iom_are_one_root():
    (figure,) = figures(fled("28,400", by="United Nations", citing="IOM"), fled("28,400", LATER, by="IOM", end="2017-03-03"))
    assert figure.sources == ("IOM",)
    assert figure.reports == ("r1", "r2")


def test_a_larger_body_is_no_second_source_beside_its_member():
    (figure,) = figures(fled("28,400", by="United Nations"), fled("28,400", LATER, by="UN OCHA", end="2017-03-03"))
    assert figure.sources == ("UN OCHA",)


def test_two_bodies_corroborate():
    (figure,) = figures(fled("28,400", by="IOM"), fled("about 28,000", LATER, by="the governor", end="2017-03-03"))
    assert figure.status == "corroborated"
    assert figure.best == 28400


@pytest.mark.parametrize("measures", [("cumulative", "stock"), ("cumulative", "rate"), ("stock", "rate"), ("cumulative", "incident")])
def test_measures_are_never_merged(measures):
    claims = [fled("28,400", measure=measure, per="day" if measure == "rate" else None) for measure in measures]
    made = reconcile([R], claims)
    assert len(made.figures) == 2
    assert any("stock, cumulative and rate are never merged" in reason for link in made.links for reason in link.reasons)


def test_a_part_of_a_place_is_its_own_figure_within_the_whole():
    made = reconcile([R], [fled("28,400"), fled("200,000", at="Mosul")])
    west = next(f for f in made.figures if f.place and f.place.part)
    whole = next(f for f in made.figures if f.place and not f.place.part)
    assert west.within == (whole.id,)


def test_a_province_contains_its_towns():
    made = reconcile([R], [fled("5,000", at="Tal Afar"), fled("200,000", at="Ninewa")])
    assert sum(bool(f.within) for f in made.figures) == 1


def test_a_part_of_a_count_is_linked_and_not_merged():
    whole = say("displaced", R, count="33,000", measure="cumulative", at="Hawija")
    part = say("displaced", R, count="15,200", measure="stock", at="Hawija", part_of=whole.id)
    made = reconcile([R], [whole, part])
    figure = next(f for f in made.figures if f.part_of)
    assert figure.part_of == next(f for f in made.figures if not f.part_of).id


def test_from_a_place_and_in_a_place_are_two():
    assert len(figures(fled("9,000", measure="stock"), fled("9,000", measure="stock", role="at"))) == 2


def test_another_start_is_another_count():
    assert len(figures(fled("150,000", at="Mosul", start="2016-10-17"), fled("28,400", at="Mosul", start="2017-02-19"))) == 2


def test_a_count_that_does_not_say_since_when_joins_the_only_one():
    (figure,) = figures(fled("28,400", start="2017-02-19"), fled("28,400", LATER, end="2017-03-03"))
    assert figure.since is not None


def test_additions_are_not_totals():
    from msgspec.structs import replace

    assert len(figures(fled("3,000"), replace(fled("3,000", position=5), additional=True))) == 2


def test_a_sentence_without_a_place_takes_it_from_the_one_before():
    made = reconcile([R], [fled("28,400", by="UN OCHA"), say("site_capacity", R, count="70,000", measure="stock", position=200)])
    capacity = next(f for f in made.figures if f.type == "site_capacity")
    assert capacity.place is not None
    assert any("taken from the sentence before" in reason for reason in capacity.reasons)


def test_unresolved_places_still_meet_by_name():
    made = reconcile([R, LATER], [fled("900", at="Tall Zarqa"), fled("900", LATER, at="Tall Zarqa", end="2017-03-03")])
    assert len(made.figures) == 1
    assert made.figures[0].place is not None
    assert made.figures[0].place.lat is None


def test_claims_without_a_number_are_kept_with_a_reason():
    made: Reconciled = reconcile([R], [say("displaced", R, at="Mosul")])
    assert not made.figures
    assert made.unused[0].reason == "says no number"


def test_two_numbers_of_one_clause_are_a_whole_and_its_part():
    words = "hospitals have treated seven people, among them two"
    whole = say("aid_delivered", R, count="7", measure="cumulative", at="Tal Afar", words=words)
    part = say("aid_delivered", R, count="2", measure="cumulative", at="Tal Afar", words=words + " 7")
    made = reconcile([R], [whole, part])
    assert not made.contradictions
    assert [f.best for f in made.figures if f.part_of] == [2]


def test_by_friday_is_no_beginning_of_a_count():
    later = report("r3", "2017-03-10", publisher="AFP")
    made = figures(fled("28,400"), fled("45,000", later, start="2017-03-09", by="IOM"), reports=(R, later))
    assert len({f.series for f in made}) == 1
    assert [f.best for f in made if f.status != "superseded"] == [45000]


def test_a_count_of_two_places_is_a_count_of_both_together():
    text = "Some 12,300 people fled Hit and Kubaysa last week."
    told = report("r3", "2017-03-03", text=text)
    one = fled("12,300", told, at="Hit and Kubaysa", words="12,300 people fled Hit and Kubaysa", position=5)
    (figure,) = figures(one, reports=(told,))
    assert figure.place is not None
    assert (figure.place.name, figure.place.id) == ("Hit and Kubaysa", None)
    assert figure.place.radius_km is not None
    assert figure.place.radius_km >= 10


def test_places_that_the_text_does_not_join_stay_apart():
    text = "Some 12,300 people fled Hit, as shells fell on Kubaysa."
    told = report("r3", "2017-03-03", text=text)
    (figure,) = figures(fled("12,300", told, at="Hit and Kubaysa", words="12,300 people fled Hit", position=5), reports=(told,))
    assert figure.place is not None
    assert figure.place.name == "Hit"
