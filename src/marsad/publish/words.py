"""Numbers, dates and types in the words of a situation report."""

import datetime

from marsad.claims.kinds import HEADINGS
from marsad.model.claim import Claim
from marsad.model.picture import CountRange, Figure, PicturePlace, VictimCount
from marsad.publish.safe import plain

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

STATUS_WORDS: dict[str, str] = {
    "asserted": "stated as fact",
    "estimated": "estimate",
    "alleged": "alleged",
    "expected": "expected",
    "planned": "planned",
    "possible": "possible",
    "denied": "denied",
    "doubted": "doubted",
}
MEASURE_WORDS: dict[str, str] = {
    "cumulative": "total since the start",
    "stock": "at one time",
    "rate": "rate",
    "incident": "one event",
}
FIGURE_STATUS_WORDS: dict[str, str] = {
    "single-source": "one source",
    "corroborated": "corroborated",
    "contested": "contested",
    "superseded": "superseded",
}
GRADE_WORDS: dict[str, str] = {
    "confirmed": "confirmed",
    "fair": "fair",
    "weak": "weak",
    "contested": "contested",
    "discounted": "discounted",
}
PARTS = {
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "north-east",
    "north-west",
    "south-east",
    "south-west",
}


OLD_DAYS = 30
WITH_ARTICLE = ("Democratic Republic", "Central African Republic", "United ", "Gaza Strip", "West Bank", "Philippines", "Comoros")


def count(value: float | None) -> str:
    """The number with thousands marks, whole where it is whole."""
    if value is None:
        return "not known"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def spread(low: float | None, best: float | None, high: float | None) -> str:
    """The range in figures: "20 or more", "up to 78,000", "3,000 to 4,000", "28,400"."""
    if low is None and high is None:
        return count(best)
    if low is None:
        return f"up to {count(high)}"
    if high is None:
        return f"{count(low)} or more"
    return count(low) if low == high else f"{count(low)} to {count(high)}"


def victims(given: VictimCount | CountRange | None) -> str:
    """The range of people, empty where nothing is said."""
    return "" if given is None else spread(given.low, given.best, given.high)


def date(day: datetime.date | None, *, year: bool = True) -> str:
    """The day as reports write it: "3 March 2017"."""
    if day is None:
        return "not known"
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def short_date(day: datetime.date | None) -> str:
    """The day in a table: "3 Mar 2017"."""
    return "" if day is None else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def age(day: datetime.date | None, as_of: datetime.date | None) -> str:
    """How old a count is on the day of the picture, where that is more than a month: "7 months old"."""
    days = (as_of - day).days if day and as_of else 0
    if days <= OLD_DAYS:
        return ""
    return f"{days} days old" if days < 60 else f"{days // 30} months old" if days < 730 else f"{days // 365} years old"


def period(start: datetime.date | None, end: datetime.date | None) -> str:
    """The interval in words."""
    if start and end:
        if start == end:
            return short_date(end)
        if start.year == end.year:
            head = str(start.day) if start.month == end.month else f"{start.day} {MONTHS[start.month - 1][:3]}"
            return f"{head} to {short_date(end)}"
        return f"{short_date(start)} to {short_date(end)}"
    if start:
        return f"from {short_date(start)}"
    return f"to {short_date(end)}" if end else "date not known"


def plural(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: tuple[str, ...] | list[str], joiner: str = "and") -> str:
    """The words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"


def kind_words(type_: str) -> str:
    """The type as a heading."""
    return HEADINGS.get(type_, type_.replace("_", " ").capitalize())


def place_words(name: str | None, part: str | None, text: str | None = None) -> str:
    """The place as a reader would say it: "west Mosul", "the old city of Mosul"."""
    name, part = plain(name), plain(part)
    if not name:
        return plain(text) or "a place not named"
    the = "the " if name.startswith(WITH_ARTICLE) else ""
    if not part or part.lower() in name.lower():
        return f"{the}{name}"
    if part.lower() in PARTS and not the:
        return f"{part} {name}"
    name = f"{the}{name}"
    return f"the {part} of {name}"


OWN = frozenset("their its his her our my".split())  # "their homes" is a place that only its people know
COMMON = frozenset("quarter district neighbourhood neighborhood area crossing road highway camp village valley".split())


def where(place: PicturePlace | None) -> str:
    """The picture's place in words; a place that only a pronoun tells apart is not told."""
    name = place_words(place.name, place.part) if place is not None else ""
    if place is None or name.split()[0].lower() in OWN:
        return "place not told"
    bare = (place.lat is None and name[:1].islower()) or name.split()[-1] in COMMON
    known = name.split()[0].lower() in {"the", "a", "an", "these", "those"} or name.split()[0].endswith(("'s", "’s"))
    return f"the {name}" if bare and not known else name


def claim_where(claim: Claim, *roles: str) -> str:
    """The claim's first place in one of the roles (any role without), in words; empty where there is none."""
    for place in claim.places:
        if not roles or place.role in roles:
            return place_words(place.name, place.part, place.text)
    return ""


def measure_words(figure: Figure) -> str:
    """What the figure counts over: "a day", "total since 19 February 2017", "at one time"."""
    if figure.measure == "rate":
        return f"per {figure.per or 'period'}"
    if figure.measure == "cumulative":
        return f"total since {date(figure.since)}" if figure.since else "running total, start not told"
    return MEASURE_WORDS.get(figure.measure or "", "measure not told")
