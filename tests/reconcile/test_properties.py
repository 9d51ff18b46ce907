import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from marsad.model.claim import Claim
from marsad.model.report import Report
from marsad.reconcile import reconcile
from say import report, say

PLACES = ("west Mosul", "Mosul", "Ninewa", "Hawija", "Tikrit", None)
BODIES = (None, "IOM", "UN OCHA", "United Nations", "the governor")
FORCES = ("Islamic State", "Iraqi army", "Iraqi police")
COUNTS = ("28,400", "28,000", "more than 28,000", "up to 40,000", "3,000-4,000", "thousands", "300,000", "12")
STATUSES = ("asserted", "asserted", "estimated", "alleged", "denied", "doubted", "possible", "expected")


@st.composite
def crisis(draw) -> tuple[list[Report], list[Claim]]:
    reports: list[Report] = []
    for number in range(draw(st.integers(1, 5))):
        day = draw(st.sampled_from((None, "2017-03-01", "2017-03-02", "2017-03-05", "2017-04-20")))
        copy = draw(st.sampled_from([None, *(one.id for one in reports)]))
        reports.append(report(f"r{number}", day, publisher=draw(st.sampled_from((None, "AFP", "Reuters"))), copy_of=copy))
    claims = [_claim(draw, draw(st.sampled_from(reports)), number) for number in range(draw(st.integers(0, 14)))]
    return reports, claims


def _claim(draw, of: Report, number: int) -> Claim:
    kind = draw(
        st.sampled_from(("displaced", "returned", "remaining", "held", "gained", "lost", "air_strike", "attack", "killed", "claimed"))
    )
    common = {
        "at": draw(st.sampled_from(PLACES)),
        "by": draw(st.sampled_from(BODIES)),
        "position": number * draw(st.sampled_from((40, 400))),
    }
    common["status"] = draw(st.sampled_from(STATUSES))
    common["start"] = draw(st.sampled_from((None, "2017-02-25", "2017-03-01")))
    if kind in ("displaced", "returned", "remaining"):
        measure = draw(st.sampled_from(("cumulative", "stock", "rate", "incident")))
        return say(kind, of, count=draw(st.sampled_from((*COUNTS, None))), measure=measure, **common)
    if kind == "killed":
        return say(kind, of, count=draw(st.sampled_from(COUNTS)), civilian=draw(st.sampled_from((True, False, None))), **common)
    role = "holder" if kind in ("held", "gained") else "former_holder" if kind == "lost" else "agent"
    return say(kind, of, actors={role: draw(st.sampled_from(FORCES))}, **common)


quick = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(crisis(), st.integers())
def test_the_order_of_reports_and_claims_changes_nothing(given_crisis, seed):
    reports, claims = given_crisis
    shuffled, mixed = list(reports), list(claims)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed + 1).shuffle(mixed)
    assert reconcile(shuffled, mixed) == reconcile(reports, claims)


@quick
@given(crisis())
def test_twice_is_once(given_crisis):
    reports, claims = given_crisis
    assert reconcile([*reports, *reports], [*claims, *claims]) == reconcile(reports, claims)


@quick
@given(crisis())
def test_no_claim_is_lost(given_crisis):
    reports, claims = given_crisis
    made = reconcile(reports, claims)
    used = {c for one in (*made.figures, *made.holdings, *made.incidents) for c in one.claims}
    used |= {c for one in made.holdings for c in one.contradicted_by} | {c for one in made.figures for c in one.denied_by}
    unused = {one.claim for one in made.unused}
    assert used | unused == {claim.id for claim in claims}
    assert not used & unused


@quick
@given(crisis(), st.integers(0, 4))
def test_a_copy_never_raises_the_count_of_sources(given_crisis, which):
    reports, claims = given_crisis
    original = reports[which % len(reports)]
    copy = replace(original, id="copy", copy_of=original.id, publisher="Another paper")
    copied = [replace(claim, id=f"copy-{claim.id}", report="copy") for claim in claims if claim.report == original.id]
    before, after = reconcile(reports, claims), reconcile([*reports, copy], [*claims, *copied])
    for kind in ("figures", "incidents", "holdings"):
        counts = {claim: len(one.sources) for one in getattr(before, kind) for claim in one.claims}
        for one in getattr(after, kind):
            known = [counts[claim] for claim in one.claims if claim in counts]
            assert not known or len(one.sources) <= max(known)


@quick
@given(crisis())
def test_ids_are_unique_and_point_somewhere(given_crisis):
    made = reconcile(*given_crisis)
    ids = [one.id for one in (*made.figures, *made.holdings, *made.incidents)]
    assert len(ids) == len(set(ids))
    known = set(ids)
    assert all(figure.superseded_by in known for figure in made.figures if figure.superseded_by)
    assert all(about in known for one in made.contradictions for about in one.about)
    assert all(figure.best is None for figure in made.figures if figure.status == "contested")
