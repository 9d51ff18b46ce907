"""Short plain phrases for numbers, ranges and places, as reasons and contradictions use them."""

import datetime

from marsad.model.picture import Figure, PicturePlace

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

TYPE_WORDS = {
    "displaced": "displaced",
    "evacuated": "evacuated",
    "returned": "returned",
    "sheltering": "sheltering",
    "refugee": "refugees",
    "resident": "living",
    "remaining": "still inside",
    "trapped": "trapped",
    "in_need": "in need",
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "casualties": "killed or injured",
    "aid_delivered": "reached with aid",
    "site_capacity": "places in sites",
    "mine_clearance": "mines or bombs cleared",
    "gained": "taken",
    "lost": "lost",
    "held": "held",
    "contested": "fought over",
}
EVENT_WORDS = {
    "ied": "bomb or mine",
    "suicide_bomb": "suicide bombing",
    "looting": "looting or destruction",
    "killed": "people killed",
    "injured": "people injured",
    "casualties": "people killed or injured",
    "missing": "people missing",
}
OWN_ARTICLE = frozenset("the a an their its his her these those".split())
ROLE_WORDS = {"origin": "from", "destination": "to", "at": "in"}


def number(count: float | None) -> str:
    """A count with its thousands marked."""
    if count is None:
        return "?"
    return f"{count:,.0f}" if count == int(count) else f"{count:,}"


def span(low: float | None, best: float | None, high: float | None) -> str:
    """A range in words: "28,400", "28,000 or more", "up to 78,000", "3,000 to 4,000"."""
    if low is None and high is None:
        return number(best)
    if low is None:
        return f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def place_name(place: PicturePlace | None) -> str:
    """A place with its part: "west Mosul"."""
    if place is None or place.name is None:
        return "a place that is not named"
    if place.lat is None and place.name[:1].islower() and place.name.split()[0] not in OWN_ARTICLE:
        return f"the {place.name}"
    return f"{place.part} {place.name}" if place.part else place.name


def event_words(types: tuple[str, ...]) -> str:
    """The types of an incident in the words of the field: "suicide bombing and people killed"."""
    return " and ".join(EVENT_WORDS.get(one, one.replace("_", " ")) for one in types)


def amount(figure: Figure) -> str:
    """The number with its noun where that is not people: "300 households", "two western neighbourhoods"."""
    number_ = span(figure.low, figure.best, figure.high)
    if figure.kind == "control":
        said = " ".join((figure.words or "").split())
        if any(c.isalpha() for c in said):
            return said if said[:2].isupper() else said[:1].lower() + said[1:]
        return f"{number_} {figure.unit or 'place'}{'' if figure.best == 1 else 's'}"
    return f"{number_} households" if figure.unit == "household" else number_


def counted(figure: Figure) -> str:
    """What a figure counts: "displaced from west Mosul a day"."""
    what = TYPE_WORDS.get(figure.type, figure.type.replace("_", " "))
    role = "" if what.endswith("inside") else f" {ROLE_WORDS.get(figure.role or 'at', 'in')}"
    where = f"{role} {place_name(figure.place)}" if figure.place else ""
    return f"{what}{where}{f' a {figure.per}' if figure.per else ''}"


def listed(names: tuple[str, ...]) -> str:
    """Names as a reader lists them."""
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else "nobody named"


def day_words(day: datetime.date | None, *, year: bool = False) -> str:
    """A day as a reader writes it, the same under every locale: "3 Mar", "3 Mar 2017"."""
    if day is None:
        return "an unsaid day"
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"
