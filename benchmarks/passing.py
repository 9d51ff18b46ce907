"""Counts claims that are given the wrong place in short reports where another place is named in passing.

.venv/bin/python benchmarks/passing.py                       # 400 reports, and those whose claim is placed wrongly
.venv/bin/python benchmarks/passing.py --count 1000 --seed 3
"""

import argparse
import random
from collections.abc import Iterator
from typing import NamedTuple

from made import claims_of

TOWNS = {  # a town, what it lies in, and towns of the same country
    "Goma": ("North Kivu", ("Kinshasa", "Bukavu")),
    "Kunduz": ("northern Afghanistan", ("Kabul", "Herat")),
    "Aden": ("southern Yemen", ("Sanaa", "Taiz")),
    "Maiduguri": ("Borno state", ("Abuja", "Kano")),
    "Malakal": ("Upper Nile", ("Juba", "Bor")),
    "Bambari": ("Ouaka", ("Bangui", "Bria")),
}
UNLISTED = ("Kumshera", "Beni Tarek", "Novopetrivka", "El Dabbar")
OPENING = (
    "Rebels attacked the town of {town} on Monday, officials said.",
    "Heavy fighting broke out in {town} on Monday between the army and rebels.",
    "Government forces shelled {town} on Monday.",
    "Rebels captured {town}, a town in {around}, on Monday.",
    "Warplanes bombed {town} late on Monday, residents said.",
)
PASSING = (
    "",
    "A spokesman in {other} condemned the violence.",
    '"We are very worried," said Jean Kasongo, a trader who lives in {other}.',
    "The governor, speaking in {other}, appealed for calm.",
    "The president flew back to {other} on Tuesday.",
    "The wounded were taken to a hospital in {other}.",
    "The road to {other} was closed.",
    "Army reinforcements have been sent from {other}.",
)


class Told(NamedTuple):
    """What is told last: the kind of the claim, and its words."""

    kind: str
    words: str


LAST = (
    Told("casualty", "At least nine people were killed."),
    Told("casualty", "14 people were wounded in the attack."),
    Told("casualty", "Officials in {other} said nine people were killed."),
    Told("casualty", "The {other}-based Observatory said nine people were killed."),
    Told("displacement", "Some 4,000 people fled the town."),
    Told("population", "About 4,000 civilians are trapped in the town."),
    Told("event", "Soldiers looted shops in the town centre."),
    Told("event", "The attackers kidnapped nine women."),
    Told("control", "The rebels still hold the town."),
    Told("response", "The Red Cross delivered food to 4,000 people in the town."),
)


def reports(count: int, seed: int) -> Iterator[tuple[str, str, Told]]:
    """So many reports, the same for the same seed, each with the town that its last sentence speaks of."""
    chosen = random.Random(seed)
    for _ in range(count):
        town = chosen.choice(list(TOWNS))
        around, others = TOWNS[town]
        other, told = chosen.choice(others), chosen.choice(LAST)
        town = chosen.choice(UNLISTED) if chosen.random() < 0.3 else town
        text = " ".join(part for part in (chosen.choice(OPENING), chosen.choice(PASSING), told.words) if part)
        yield text.format(town=town, around=around, other=other), town, told


def placed(text: str, town: str, told: Told) -> bool:
    """Whether the last claim of the kind is at the town, or at no known place."""
    claims = [c for c in claims_of(text) if c.kind == told.kind]
    if not claims:
        return True  # not read at all: counted elsewhere
    places = max(claims, key=lambda c: c.evidence.start).places
    return any(town in (p.name or p.text) for p in places) or all(p.lat is None for p in places)


def main() -> None:
    """The wrong ones and their number are printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400, help="reports (default: 400)")
    parser.add_argument("--seed", type=int, default=1, help="of the choice (default: 1)")
    asked = parser.parse_args()
    wrong = [text for text, town, told in reports(asked.count, asked.seed) if not placed(text, town, told)]
    for text in wrong:
        print(f"  wrong: {text}")
    print(f"{len(wrong)} of {asked.count} claims placed where something was only named in passing")


if __name__ == "__main__":
    main()
