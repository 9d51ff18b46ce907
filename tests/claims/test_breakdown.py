"""Who those counted were is told item by item, each marked as a part of the whole, and nobody is counted twice."""

import pytest

from claims.own_war import claims
from marsad.model.claim import Claim


def told(text: str, type_: str) -> tuple[list[float], list[float]]:
    """The numbers of the wholes and those of the parts."""
    found = [c for c in claims(text) if c.type == type_ and c.quantity is not None]
    return [_best(c) for c in found if c.part_of is None], [_best(c) for c in found if c.part_of is not None]


def _best(claim: Claim) -> float:
    return (claim.quantity.best or 0) if claim.quantity is not None else 0


@pytest.mark.parametrize(
    ("text", "wholes", "parts"),
    [
        ("Shells killed 14 people (eight soldiers and six civilians) in Kidal.", [14], [8, 6]),
        ("Nine people died in the raid on Kidal - four women, three children and two men.", [9], [4, 3, 2]),
        ("Ten people were killed in Kidal: six policemen, three guerrillas and a peasant.", [10], [6, 3, 1]),
        ("Eight people, five nurses and three drivers, were killed in Kidal.", [8], [5, 3]),
        ("Of the 20 killed in Kidal, 12 were children.", [20], [12]),
        ("Seven villagers, including a teacher, two women and a baby, were killed in Kidal.", [7], [1, 2, 1]),
        ("Rebels killed 12 soldiers in Kidal (a town of 900 people).", [12], []),
        ("Rebels killed 12 soldiers, two policemen and a clerk in Kidal.", [12, 2, 1], []),
    ],
)
def test_each_sort_of_the_dead_is_a_part(text: str, wholes: list[float], parts: list[float]) -> None:
    found = told(text, "killed")
    assert (sorted(found[0]), sorted(found[1])) == (sorted(wholes), sorted(parts))


@pytest.mark.parametrize(
    "text", ["Sixteen people were hurt in Kidal, four of them badly.", "A blast in Kidal wounded 16 herders, four of them critically."]
)
def test_those_badly_hurt_are_a_part_of_the_wounded(text: str) -> None:
    assert told(text, "injured") == ([16], [4])


def test_a_part_names_the_claim_of_its_whole() -> None:
    whole, part = [c for c in claims("The raid on Kidal killed 30 people, ten of them children.") if c.type == "killed"]
    assert (whole.part_of, part.part_of) == (None, whole.id)


@pytest.mark.parametrize(
    ("text", "type_", "numbers"),
    [
        ("A farmer was killed in Kidal together with his wife and two sons.", "killed", [1, 1, 2]),
        ("Two policemen were killed in Kidal and a third was wounded.", "injured", [1]),
        ("Nine people plus the bomber died in the blast in Kidal.", "killed", [9, 1]),
        ("The rebels shelled Kidal. The number of dead stands at 54.", "killed", [54]),
        ("The rebels shelled Kidal. The toll has gone up to 88.", "killed", [88]),
        ("The rebels shelled Kidal. The brother of one of the victims wept.", "casualties", []),
        ("A woman in Kidal was hit by shrapnel.", "injured", [1]),
        ("Among the injured in Kidal were two nurses.", "injured", [2]),
    ],
)
def test_those_harmed_beside_others_are_counted(text: str, type_: str, numbers: list[float]) -> None:
    wholes, parts = told(text, type_)
    assert sorted([*wholes, *parts]) == sorted(numbers)
