"""Counts in brackets behind the places of a list."""

import pytest

from marsad.flow import read_one
from marsad.model.report import Report


def figures(text: str) -> list[tuple[str, float | None]]:
    report = Report(id="own", text=f"{text} The war goes on.", sha256="0" * 64)
    claims = [c for c in read_one(report).claims if c.kind == "displacement"]
    return sorted((" ".join(sorted(p.name or p.text for p in c.places)), c.quantity.best if c.quantity else None) for c in claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Refugees fled to Uganda (12,000) and Rwanda (4,500).", [("Rwanda", 4500), ("Uganda", 12000)]),
        ("Some 4,200 people fled to Chad (3,000) and Niger (1,200).", [("Chad", 3000), ("Chad Niger", 4200), ("Niger", 1200)]),
        (
            "The displaced arrived in Nalut (1,200 people), Yefren (800) and Zintan (400).",
            [("Nalut", 1200), ("Yefren", 800), ("Zintan", 400)],
        ),
    ],
)
def test_each_place_has_its_own_figure(text: str, told: list[tuple[str, float]]) -> None:
    assert figures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Refugees fled to Nalut (12,000 inhabitants) and Yefren (9,000 inhabitants).",
        "Refugees fled to Uganda (pop. 12,000) and Rwanda (pop. 9,000).",
    ],
)
def test_a_size_of_a_town_is_no_figure(text: str) -> None:
    assert all(best is None for _, best in figures(text))
