"""How often rewrites of one story count as one source, and two stories as two: `python benchmarks/copies.py [SEEDS]`.

Made-up wire stories about a number of displaced people, each in twenty rewrites as newsrooms make them; and pairs of stories that two
agencies wrote about the same number on their own. Every claim is in the report's own voice, the hardest case: nobody is cited.
"""

import datetime
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from marsad.ingest.copies import find_copies
from marsad.model.claim import Claim, ClaimPlace, ClaimTime, Evidence, Quantity
from marsad.model.report import Report
from marsad.reconcile import reconcile

DAY = datetime.date(2017, 3, 3)
TOWNS = "Tell Hamra, Ain Zarqa, Bir Safra, Wadi Nur, Kafr Salim, Deir Yasmin, Qasr Amin, Umm Rashid, Khirbat Louz, Jisr Awad".split(", ")
NAMES = "Haddad, Karim, Nasser, Yusuf, Mansour, Khalil, Saleh, Rahman, Darwish, Aziz".split(", ")
LEADS = (
    "Families streamed out of {town} on foot on Thursday as shelling crept closer to the market.",
    "Trucks loaded with bedding left {town} in a long column at dawn while guns sounded to the north.",
    "The last bakery in {town} shut its doors on Thursday, and those who could leave did so.",
    "By noon the square of {town} was empty but for dogs and a man who would not go.",
)
COUNTS = (
    "About {number} people have fled {town} since the fighting began, most of them women and children.",
    "Some {number} people have left {town} since the fighting began, filling schools along the highway.",
    "Since the fighting began around {number} people have abandoned {town}, many with nothing but a bag.",
    "Around {number} people are now gone from {town}, going by what drivers and shopkeepers along the way have counted.",
)
QUOTES = (
    "“We walked for nine hours with my mother on a door that we carried between us,” said {name}, a teacher.",
    "“There was no water for six days and then the roof of the clinic came down on the beds,” said {name}, a nurse.",
    "“Nobody told us where to go, so we followed the people in front of us to the river,” said {name}, a shepherd.",
    "“My brother stayed behind to guard the sheep, and since Tuesday his telephone does not ring,” said {name}, a driver.",
)
REST = (
    "The road east was blocked by burnt-out cars, and soldiers waved the convoys through the fields.",
    "A field hospital in a wedding hall had run out of blankets by the afternoon.",
    "The governor promised buses, but by nightfall only four of them had come.",
    "Fighting flared again at the grain silos, which have changed hands three times this winter.",
    "In the camp on the plateau tents stood in rows between puddles of melted snow.",
    "Prices for bread in the next town doubled within two days.",
    "A mortar round landed beside the pumping station and cut the water for the whole district.",
    "Volunteers handed out lentils from the back of a lorry until it was empty.",
    "The army said that it controlled the bridge and would reopen it when the mines were cleared.",
    "Snow is forecast for the weekend, and many families sleep in the open.",
)
SYNONYMS = dict(
    pair.split(": ")
    for pair in (
        "people: residents, fled: escaped, left: quit, said: stated, road: route, soldiers: troops, families: households, "
        "fighting: combat, town: settlement, buses: coaches, since: after, blocked: obstructed, weekend: end of the week, "
        "promised: pledged, doubled: rose twofold, winter: season, water: supply, empty: bare, whole: entire, many: numerous, "
        "abandoned: deserted, camp: site, bread: loaves, began: started, most: the bulk, closer: nearer, came: arrived "
    )
    .strip()
    .split(", ")
)


@dataclass(frozen=True)
class Story:
    """A story as its sentences; the second one gives the number."""

    town: str
    number: str
    sentences: tuple[str, ...]


def story(chance: random.Random, town: str, number: str, desk: slice = slice(None)) -> Story:
    """A made-up story of nine sentences; two desks that share no sentence write two stories."""
    name = chance.sample(NAMES, 2)
    told = [chance.choice(LEADS[desk]), chance.choice(COUNTS[desk]), *chance.sample(QUOTES[desk], 2), *chance.sample(REST[desk], 5)]
    filled = [text.format(town=town, number=number, name=name[place % 2]) for place, text in enumerate(told)]
    return Story(town, number, (*filled[:2], filled[2], *filled[4:6], filled[3], *filled[6:]))


def swapped(text: str, share: float, chance: random.Random) -> str:
    """The text with so many of its words replaced by others of like meaning."""
    return re.sub(r"\w+", lambda m: SYNONYMS[m[0]] if m[0] in SYNONYMS and chance.random() < share else m[0], text)


def rewrites() -> dict[str, Callable[[Story, random.Random], list[str]]]:
    """Twenty ways in which a newsroom prints another's story, as sentences."""
    local = "Readers who want to help can leave clothes at the town hall on Saturday morning."
    other = "Our correspondent in the capital reports that parliament will meet on the matter next week."
    return {
        "verbatim": lambda s, _: list(s.sentences),
        "new headline": lambda s, _: ["EXODUS UNDER FIRE.", *s.sentences],
        "credit line": lambda s, _: [*s.sentences, "Reporting by our staff and agencies."],
        "cut at the end": lambda s, _: list(s.sentences[:6]),
        "cut short": lambda s, _: list(s.sentences[:4]),
        "new lead": lambda s, _: ["It was a day of flight.", *s.sentences[1:]],
        "shuffled": lambda s, c: [*s.sentences[:2], *c.sample(s.sentences[2:], len(s.sentences) - 2)],
        "local paragraph": lambda s, _: [*s.sentences[:5], local, *s.sentences[5:]],
        "two paragraphs more": lambda s, _: [*s.sentences, other, local],
        "upper case": lambda s, _: [text.upper() if n == 0 else text for n, text in enumerate(s.sentences)],
        "straight quotes": lambda s, _: [text.replace("“", '"').replace("”", '"') for text in s.sentences],
        "a tenth reworded": lambda s, c: [swapped(text, 0.3, c) for text in s.sentences],
        "a quarter reworded": lambda s, c: [text if "“" in text else swapped(text, 0.8, c) for text in s.sentences],
        "all reworded but quotes": lambda s, c: [text if "“" in text else swapped(text, 1.0, c) for text in s.sentences],
        "quotes in a new story": lambda s, c: [other, *(t for t in s.sentences if "“" in t), swapped(s.sentences[1], 1.0, c), local],
        "number's sentence in a new story": lambda s, _: [other, s.sentences[1], local],
        "summary": lambda s, _: [s.sentences[1], s.sentences[2], s.sentences[-1]],
        "other order of blocks": lambda s, _: [*s.sentences[4:], *s.sentences[:4]],
        "double spaces": lambda s, _: [text.replace(" ", "  ") for text in s.sentences],
        "hedge changed": lambda s, _: [text.replace("About", "Roughly").replace("Some", "Nearly") for text in s.sentences],
    }


def report(name: str, publisher: str, sentences: list[str]) -> Report:
    """A report of the made-up day."""
    text = "\n\n".join(sentences)
    return Report(id=name, text=text, sha256=name, published=DAY, published_method="given", publisher=publisher)


def claim(of: Report, told: Story) -> Claim:
    """What the report says about the number, in its own voice."""
    found = re.search(rf"[^\n.]*{re.escape(told.number)}[^\n.]*", of.text)
    assert found is not None
    count = float(told.number.replace(",", ""))
    place = ClaimPlace(
        role="origin", text=told.town, name=told.town, id=f"made:{told.town}", lat=36.0, lon=43.0, radius_km=3.0, method="gazetteer"
    )
    quantity = Quantity(text=told.number, low=count, best=count, high=count, approximate=True, unit="person", measure="cumulative")
    return Claim(
        id=f"c-{of.id}", report=of.id, kind="displacement", type="displaced", quantity=quantity, places=(place,), time=ClaimTime(end=DAY),
        evidence=Evidence(start=found.start(), end=found.end(), text=found[0]),
    )  # fmt: skip


def roots(told: Story, reports: list[Report]) -> int:
    """How many sources the reports count for."""
    read = find_copies(reports)
    figures = reconcile(read, [claim(one, told) for one in read]).figures
    return max(len(figure.sources) for figure in figures)


def main(seeds: int) -> None:
    """Prints the share of rewrites counted as one source, for each way of rewriting, and of true pairs counted as two."""
    chance = random.Random(11)
    ways = rewrites()
    one = dict.fromkeys(ways, 0)
    for number in range(seeds):
        told = story(chance, chance.choice(TOWNS), f"{chance.randrange(11, 99)},{chance.choice(('000', '500'))}")
        first = report(f"{number:03}-a", "First Wire", list(told.sentences))
        for name, rewrite in ways.items():
            second = report(f"{number:03}-b", "Second Paper", rewrite(told, chance))
            one[name] += roots(told, [first, second]) == 1
    for name, right in one.items():
        print(f"{name:34} {right / seeds:6.1%}")
    print(f"{'rewrites counted as one source':34} {sum(one.values()) / (seeds * len(ways)):6.1%}  of {seeds * len(ways)}")
    merged = 0
    for number in range(2 * seeds):
        town, count = chance.choice(TOWNS), f"{chance.randrange(11, 99)},000"
        pair = [story(chance, town, count, desk) for desk in (slice(0, None, 2), slice(1, None, 2))]
        made = [report(f"p{number:03}-{n}", f"Agency {n}", list(one.sentences)) for n, one in enumerate(pair)]
        merged += roots(pair[0], made) == 1
    print(f"{'true pairs counted as one source':34} {merged / (2 * seeds):6.1%}  of {2 * seeds}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
