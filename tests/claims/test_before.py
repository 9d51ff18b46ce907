"""A figure that names nobody is another count of those who were counted last."""

import pytest
from tests.claims.own_war import claims

KIDAL = "Some 9,000 people have fled Kidal. "


@pytest.mark.parametrize(
    ("figure", "best", "status"),
    [
        ("The figure has since risen to 12,000.", 12000, "asserted"),
        ("By Sunday the total had reached 12,000.", 12000, "asserted"),
        ("The number may be as low as 5,000.", 5000, "possible"),
        ("The figure is expected to reach 20,000.", 20000, "expected"),
    ],
)
def test_a_figure_counts_those_who_fled_from_the_same_place(figure: str, best: float, status: str) -> None:
    told = claims(KIDAL + figure)[-1]
    assert (told.type, told.status, told.quantity and told.quantity.best) == ("displaced", status, best)
    assert [(p.role, p.name) for p in told.places] == [("origin", "Kidal")]


def test_a_figure_as_of_a_day_is_a_running_total() -> None:
    told = claims("Some 9,000 refugees have crossed into Niger. On Monday the figure had stood at 4,500.")[-1]
    assert told.quantity is not None
    assert told.time is not None
    assert (told.quantity.measure, str(told.time.end)) == ("cumulative", "2016-11-21")


@pytest.mark.parametrize(
    "text",
    [
        "The army fired 300 shells. The figure has since risen to 400.",
        "The figure has since risen to 400.",
        KIDAL + "The figure of 9,000 tonnes is new.",
    ],
)
def test_a_figure_of_things_or_of_nobody_counts_no_people(text: str) -> None:
    assert not [c for c in claims(text) if c.quantity is not None and c.quantity.best not in (9000, 300)]
