"""Counts plain claims that are lost because of what is said around them: who says so, whom a count includes, when it was.

.venv/bin/python benchmarks/around.py                       # 600 sentences, and those whose claim was lost
.venv/bin/python benchmarks/around.py --count 2000 --seed 3
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from made import BEHIND, claims_of

TOLD = ("asserted", "alleged", "estimated")


class Core(NamedTuple):
    """A plain claim, and what must be read of it."""

    subject: str
    predicate: str
    kind: str
    type: str
    best: int | None = None


CORES = (
    Core("at least 14 people", "were killed in Goma", "casualty", "killed", 14),
    Core("14 people", "died in Goma", "casualty", "killed", 14),
    Core("23 civilians", "were wounded in Goma", "casualty", "injured", 23),
    Core("some 4,000 people", "fled Goma", "displacement", "displaced", 4000),
    Core("about 4,000 people", "have been displaced from Goma", "displacement", "displaced", 4000),
    Core("more than 4,000 people", "are sheltering in Goma", "displacement", "sheltering", 4000),
    Core("4,000 refugees", "have returned to Goma", "displacement", "returned", 4000),
    Core("about 4,000 people", "remain in Goma", "population", "remaining", 4000),
    Core("4,000 civilians", "are trapped in Goma", "population", "trapped", 4000),
    Core("six aid workers", "were abducted in Goma", "event", "abduction", 6),
    Core("rebels", "captured the town of Goma", "control", "gained"),
    Core("the army", "recaptured Goma", "control", "gained"),
    Core("rebels", "still hold the town of Goma", "control", "held"),
    Core("rebels", "shelled Goma", "event", "shelling"),
    Core("government warplanes", "bombed Goma", "event", "air_strike"),
    Core("gunmen", "attacked a village near Goma", "event", "attack"),
    Core("a roadside bomb", "killed 14 people in Goma", "casualty", "killed", 14),
    Core("clashes", "broke out in Goma", "event", "armed_clash"),
    Core("the Red Cross", "delivered 14 tonnes of food to Goma", "response", "aid_delivered", 14),
)
OF_PEOPLE = (
    "", ", including three children,", ", most of them women and children,", ", among them a nurse,", ", including two women and a child,",
    " -- including three children --", " – most of them women –", " (including three children)", ", all of them from the same village,",
    ", according to the Red Cross,", ", mostly women,", ", at least three of them children,",
)  # fmt: skip
OF_FORCES = (
    "", ", who are backed by Rwanda,", ", backed by tanks,", ", which began an offensive last week,", ", supported by helicopters,",
    ", the mayor said,", ", according to residents,", " from the hills around the lake",
)  # fmt: skip
OF_THINGS = ("", ", the third this week,", ", the mayor said,", ", according to residents,", ", the worst in months,", " on Monday")
TELLING = (
    "{}", "Police said {}", "Officials said that {}", "On Monday {}", "On Monday, {}", "According to police, {}", "Witnesses said {}",
    "Police said on Monday that {}", "In the latest violence, {}", "The mayor, Jean Kasongo, said {}",
    "Local officials told reporters that {}",
    "Meanwhile, {}", "The ministry said in a statement on Monday that {}", "Hospital officials said on Monday {}", "He added that {}",
    "The Observatory, which is based in London, said {}", "State television reported that {}", "The United Nations says {}",
)  # fmt: skip
CLOSING = (
    "", ", police said", ", the mayor said on Monday", ", according to the Red Cross",
    ", a spokesman for the army said", " on Monday", " last week",
    " on Monday night", " early on Monday", " after the army withdrew",
    " as fighting spread", " despite a ceasefire",
    " in the worst violence in months",
    " on Monday, a day after talks collapsed", " when fighting broke out", ", the latest in a series of such incidents",
)  # fmt: skip


def sentences(count: int, seed: int) -> Iterator[tuple[str, Core]]:
    """So many sentences, the same for the same seed, each with the claim that it makes."""
    chosen = random.Random(seed)
    for _ in range(count):
        core = chosen.choice(CORES)
        asides: Sequence[str] = OF_THINGS
        if core.best and core.subject[0] != "t" and not core.subject.startswith("a roadside"):
            asides = OF_PEOPLE
        elif core.subject in ("rebels", "the army", "government warplanes", "gunmen", "the Red Cross"):
            asides = OF_FORCES
        telling, closing = chosen.choice(TELLING), chosen.choice(CLOSING)
        closing = "" if telling != "{}" and closing.startswith(",") else closing
        said = telling.format(f"{core.subject}{chosen.choice(asides)} {core.predicate}{closing}")
        yield said[0].upper() + said[1:] + ".", core


def is_read(text: str, core: Core) -> bool:
    """Whether the claim is read with its number and place."""
    return any(
        claim.kind == core.kind
        and (claim.type == core.type or core.type == "displaced")
        and (core.best is None or (claim.quantity is not None and claim.quantity.best == core.best))
        and any("Goma" in (place.name or place.text) for place in claim.places)
        and claim.status in TOLD
        for claim in claims_of(text + BEHIND)
    )


def main() -> None:
    """The lost ones and their number are printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=600, help="sentences (default: 600)")
    parser.add_argument("--seed", type=int, default=1, help="of the choice (default: 1)")
    asked = parser.parse_args()
    lost = [text for text, core in sentences(asked.count, asked.seed) if not is_read(text, core)]
    for text in lost:
        print(f"  lost: {text}")
    print(f"{len(lost)} of {asked.count} claims lost by what is said around them")


if __name__ == "__main__":
    main()
