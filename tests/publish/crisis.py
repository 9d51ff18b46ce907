"""Made-up reports and the claims, figures, holdings and incidents that they support, for tests of what is published."""

import datetime
import hashlib
import random
from dataclasses import dataclass, field
from typing import Any

from marsad.model.claim import Claim, ClaimActor, ClaimPlace, ClaimSource, ClaimTime, Evidence, Quantity
from marsad.model.picture import (
    Change,
    Check,
    Contender,
    Contradiction,
    CountRange,
    Figure,
    Gap,
    Holding,
    Incident,
    IncidentActor,
    Interval,
    Outlook,
    Picture,
    PicturePlace,
    Position,
    Side,
    SourceLine,
    VictimCount,
    VictimGroups,
)
from marsad.model.report import Report, SetAside

PLACES: dict[str, tuple[str, str | None, float | None, float | None, float | None, str, str]] = {
    "west Mosul": ("Mosul", "west", 36.34, 43.11, 5.0, "IQ", "settlement"),
    "east Mosul": ("Mosul", "east", 36.36, 43.17, 5.0, "IQ", "settlement"),
    "Mosul": ("Mosul", None, 36.335, 43.119, 10.0, "IQ", "settlement"),
    "Bab al-Tob": ("Bab al-Tob", None, 36.338, 43.128, 1.0, "IQ", "settlement"),
    "Tal Afar": ("Tal Afar", None, 36.374, 42.448, 4.0, "IQ", "settlement"),
    "Hawija": ("Hawija", None, 35.326, 43.772, 4.0, "IQ", "settlement"),
    "Riyadh": ("Riyadh (Hawija)", None, 35.19, 43.93, 6.0, "IQ", "settlement"),
    "Hit": ("Hit", None, 33.641, 42.826, 3.0, "IQ", "settlement"),
    "Ramadi": ("Ramadi", None, 33.42, 43.303, 6.0, "IQ", "settlement"),
    "Qayyarah": ("Qayyarah", None, 35.799, 43.291, 3.0, "IQ", "settlement"),
    "Hamam al-Alil": ("Hamam al-Alil", None, 36.158, 43.259, 2.0, "IQ", "camp"),
    "Raqqa": ("Raqqa", None, 35.952, 39.008, 6.0, "SY", "settlement"),
    "Deir Ezzor province": ("Deir ez-Zor", None, 35.33, 40.14, 90.0, "SY", "admin1"),
    "the Khazir crossing": (None, None, None, None, None, None, "relative"),  # type: ignore[dict-item]
    "Kirkuk": ("Kirkuk", None, 35.468, 44.392, 7.0, "IQ", "settlement"),
    "Erbil": ("Erbil", None, 36.191, 44.009, 8.0, "IQ", "settlement"),
    "الموصل": ("الموصل", None, 36.33, 43.12, 10.0, "IQ", "settlement"),
}


def place(words: str, role: str = "at") -> ClaimPlace:
    name, part, lat, lon, radius, country, kind = PLACES[words]
    method: Any = "gazetteer" if name else None
    return ClaimPlace(
        role=role,
        text=words,
        name=name,
        part=part,
        lat=lat,
        lon=lon,
        radius_km=radius,
        country=country,
        kind=kind,
        method=method,
        id=f"made:{words}" if name else None,
        reason="the only place of that name near the report's other places" if name else None,
    )  # type: ignore[arg-type]


def picture_place(claim: Claim) -> PicturePlace | None:
    for spot in claim.places:
        if spot.name:
            return PicturePlace(
                name=spot.name, id=spot.id, lat=spot.lat, lon=spot.lon, country=spot.country, part=spot.part, radius_km=spot.radius_km
            )
    return None


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def number(
    low: float | None,
    best: float | None,
    high: float | None,
    words: str,
    unit: str = "person",
    measure: Any = "cumulative",
    per: Any = None,
    approximate: bool = False,
) -> Quantity:
    return Quantity(text=words, low=low, best=best, high=high, unit=unit, measure=measure, per=per, approximate=approximate)


@dataclass
class Desk:
    """Collects reports and their claims."""

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def report(self, publisher: str, date: str | None, title: str, *said: tuple[str, list[dict[str, Any]]], **more: Any) -> Report:
        text = " ".join(sentence for sentence, _ in said)
        digest = hashlib.sha256((publisher + str(date) + title + text).encode()).hexdigest()
        made = Report(
            id=digest[:16],
            text=text,
            sha256=digest,
            title=title,
            publisher=publisher,
            published=day(date) if date else None,
            published_method="given" if date else None,
            url=more.pop("url", f"https://example.org/{digest[:6]}"),
            language="en",
            **more,
        )
        self.reports.append(made)
        for sentence, claims in said:
            for spec in claims:
                self.claims.append(self.claim(made, sentence, **spec))
        return made

    def claim(self, report: Report, sentence: str, quote: str | None = None, **spec: Any) -> Claim:
        words = quote or sentence.rstrip(".")
        start = report.text.index(sentence) + sentence.index(words)
        time = spec.pop("time", None)
        end = report.published
        when = (
            ClaimTime(text=time[0], start=time[1] and day(time[1]), end=time[2] and day(time[2]), method="anchor:published")
            if time
            else ClaimTime(end=end)
        )
        places = tuple(place(w, r) for r, w in spec.pop("places", []))
        actors = tuple(ClaimActor(role=r, text=w, name=n, id=f"actor:{n}") for r, w, n in spec.pop("actors", []))
        sources = tuple(ClaimSource(role=r, text=w, name=n, **(m[0] if m else {})) for r, w, n, *m in spec.pop("sources", []))
        kind, type_ = spec.pop("claim").split("/")
        identity = hashlib.sha256(f"{report.id}{start}{words}{kind}{type_}{len(self.claims)}".encode()).hexdigest()[:12]
        return Claim(
            id=f"c-{identity}",
            report=report.id,
            kind=kind,
            type=type_,
            evidence=Evidence(start=start, end=start + len(words), text=words),
            places=places,
            time=when,
            actors=actors,
            sources=sources,
            card=f"en.{kind}.{type_}",
            **spec,
        )


UN_IOM = [("speaker", "the UN humanitarian office", "UN OCHA", {"kind": "humanitarian"}), ("cited", "IOM", "IOM")]
ISF = ("holder", "Iraqi forces", "Iraqi security forces")
IS = ("holder", "IS", "Islamic State")


def small() -> Desk:
    """About sixty claims: a city battle, a town, a camp, an air strike, a correction, a copy, an undated report."""
    desk = Desk()
    desk.report(
        "Harbour Wire",
        "2017-02-28",
        "Families leave west Mosul as the push enters its second week",
        (
            "More than 10,000 people have left west Mosul since 19 February, the IOM said, citing the ministry of migration.",
            [
                dict(
                    claim="displacement/displaced",
                    quantity=number(10000, 10000, None, "More than 10,000 people"),
                    places=[("origin", "west Mosul")],
                    time=("since 19 February", "2017-02-19", "2017-02-28"),
                    sources=[("speaker", "the IOM", "IOM"), ("cited", "the ministry of migration", "Iraqi Ministry of Migration")],
                )
            ],
        ),
        (
            "Islamic State fighters still hold west Mosul and Tal Afar.",
            [
                dict(claim="control/held", places=[("at", "west Mosul")], actors=[("holder", "Islamic State fighters", "Islamic State")]),
                dict(
                    claim="control/held",
                    quote="still hold west Mosul and Tal Afar",
                    places=[("at", "Tal Afar")],
                    actors=[("holder", "Islamic State fighters", "Islamic State")],
                ),
            ],
        ),
        (
            "East Mosul has been in the hands of Iraqi forces since January.".replace("East", "east"),
            [dict(claim="control/held", places=[("at", "east Mosul")], actors=[ISF], time=("since January", "2017-01-24", "2017-02-28"))],
        ),
    )
    first = desk.report(
        "Harbour Wire",
        "2017-03-03",
        "Thousands a day flee west Mosul",
        (
            "The UN humanitarian office, citing IOM, said 28,400 people had been displaced from west Mosul since the offensive began.",
            [
                dict(
                    claim="displacement/displaced",
                    quote="28,400 people had been displaced from west Mosul since the offensive began",
                    quantity=number(28400, 28400, 28400, "28,400 people"),
                    places=[("origin", "west Mosul")],
                    time=("since the offensive began", "2017-02-19", "2017-03-03"),
                    sources=UN_IOM,
                )
            ],
        ),
        (
            "About 4,000 people a day have been displaced since 25 February, it said.",
            [
                dict(
                    claim="displacement/displaced",
                    quote="About 4,000 people a day have been displaced since 25 February",
                    quantity=number(4000, 4000, 4000, "About 4,000 people a day", measure="rate", per="day", approximate=True),
                    places=[("origin", "west Mosul")],
                    time=("since 25 February", "2017-02-25", "2017-03-03"),
                    sources=UN_IOM,
                )
            ],
        ),
        (
            "Some 750,000 people are believed to remain in west Mosul under IS rule.",
            [
                dict(
                    claim="population/remaining",
                    status="estimated",
                    quantity=number(750000, 750000, 750000, "Some 750,000 people", measure="stock", approximate=True),
                    places=[("at", "west Mosul")],
                ),
                dict(claim="control/held", quote="in west Mosul under IS rule", places=[("at", "west Mosul")], actors=[IS]),
            ],
        ),
        (
            "Iraqi troops fought militants inside west Mosul on Wednesday.",
            [
                dict(
                    claim="event/armed_clash",
                    places=[("at", "west Mosul")],
                    actors=[("agent", "Iraqi troops", "Iraqi security forces"), ("target", "militants", "Islamic State")],
                    time=("on Wednesday", "2017-03-01", "2017-03-01"),
                )
            ],
        ),
        (
            "General Qassem al-Maliki said his men control the road to Tal Afar by fire.",
            [
                dict(
                    claim="control/held",
                    means="fire",
                    places=[("at", "Tal Afar")],
                    actors=[("holder", "his men", "Iraqi security forces")],
                    sources=[
                        (
                            "speaker",
                            "General Qassem al-Maliki",
                            "Qassem al-Maliki",
                            {"person": "Qassem al-Maliki", "title": "General", "kind": "person"},
                        )
                    ],
                )
            ],
        ),
        (
            "Umm Ahmed Salih, a mother of four reached at +964 770 123 4567, said shells fell beside her house in Mosul on Thursday.",
            [
                dict(
                    claim="event/shelling",
                    quote="shells fell beside her house in Mosul on Thursday",
                    places=[("at", "Mosul")],
                    time=("on Thursday", "2017-03-02", "2017-03-02"),
                    sources=[
                        ("speaker", "Umm Ahmed Salih, a mother of four", "Umm Ahmed Salih", {"person": "Umm Ahmed Salih", "kind": "person"})
                    ],
                )
            ],
        ),
    )
    desk.report(
        "The Coast Courier",
        "2017-03-03",
        "UN counts 28,400 displaced in west Mosul",
        (
            "The UN humanitarian office, citing IOM, said that 28,400 people had been displaced from west Mosul since the offensive began.",
            [
                dict(
                    claim="displacement/displaced",
                    quote="28,400 people had been displaced from west Mosul since the offensive began",
                    quantity=number(28400, 28400, 28400, "28,400 people"),
                    places=[("origin", "west Mosul")],
                    time=("since the offensive began", "2017-02-19", "2017-03-03"),
                    sources=UN_IOM,
                )
            ],
        ),
        copy_of=first.id,
    )
    desk.report(
        "River Post",
        "2017-03-07",
        "Government buildings retaken in Mosul",
        (
            "Iraqi police recaptured Bab al-Tob in a raid before dawn on Tuesday.",
            [
                dict(
                    claim="control/gained",
                    quote="Iraqi police recaptured Bab al-Tob",
                    places=[("at", "Bab al-Tob")],
                    actors=[("holder", "Iraqi police", "Iraqi security forces"), ("former_holder", "Islamic State", "Islamic State")],
                    time=("on Tuesday", "2017-03-07", "2017-03-07"),
                ),
                dict(
                    claim="event/attack",
                    quote="a raid before dawn on Tuesday",
                    places=[("at", "Bab al-Tob")],
                    actors=[("agent", "Iraqi police", "Iraqi security forces")],
                    time=("on Tuesday", "2017-03-07", "2017-03-07"),
                ),
            ],
        ),
        (
            "The government estimates that 10,000 people flee west Mosul each day.",
            [
                dict(
                    claim="displacement/displaced",
                    status="estimated",
                    quote="10,000 people flee west Mosul each day",
                    quantity=number(10000, 10000, 10000, "10,000 people ... each day", measure="rate", per="day"),
                    places=[("origin", "west Mosul")],
                    sources=[("speaker", "The government", "Government of Iraq")],
                )
            ],
        ),
        (
            "Around half of west Mosul is still held by the group, said Brigadier General Yahya Rasoul.",
            [
                dict(
                    claim="control/held",
                    quote="Around half of west Mosul is still held by the group",
                    quantity=number(50, 50, 50, "Around half", unit="percent", measure="stock", approximate=True),
                    places=[("at", "west Mosul")],
                    actors=[("holder", "the group", "Islamic State")],
                    sources=[
                        (
                            "speaker",
                            "Brigadier General Yahya Rasoul",
                            "Yahya Rasoul",
                            {"person": "Yahya Rasoul", "title": "Brigadier General", "org": "Joint Operations Command", "kind": "person"},
                        )
                    ],
                )
            ],
        ),
        (
            "Monitors said hundreds of civilians were reported killed in Mosul this month.",
            [
                dict(
                    claim="casualty/killed",
                    status="alleged",
                    civilian=True,
                    quote="hundreds of civilians were reported killed in Mosul this month",
                    quantity=number(200, None, 999, "hundreds of civilians", measure="cumulative"),
                    places=[("at", "Mosul")],
                    time=("this month", "2017-03-01", "2017-03-07"),
                    sources=[("speaker", "Monitors", "Airwars")],
                )
            ],
        ),
    )
    desk.report(
        "Plain Dealer Relief",
        "2017-03-06",
        "Camps south of the city fill up",
        (
            "The camp at Hamam al-Alil holds 15,200 displaced people and has room for 30,000.",
            [
                dict(
                    claim="displacement/sheltering",
                    quote="The camp at Hamam al-Alil holds 15,200 displaced people",
                    quantity=number(15200, 15200, 15200, "15,200 displaced people", measure="stock"),
                    places=[("at", "Hamam al-Alil")],
                ),
                dict(
                    claim="response/site_capacity",
                    quote="has room for 30,000",
                    quantity=number(30000, 30000, 30000, "30,000", measure="stock"),
                    places=[("at", "Hamam al-Alil")],
                ),
            ],
        ),
        (
            "Buses moved 2,300 people from west Mosul to Qayyarah on Sunday.",
            [
                dict(
                    claim="displacement/evacuated",
                    quantity=number(2300, 2300, 2300, "2,300 people", measure="incident"),
                    places=[("origin", "west Mosul"), ("destination", "Qayyarah")],
                    time=("on Sunday", "2017-03-05", "2017-03-05"),
                )
            ],
        ),
        (
            "Another 6,100 reached Erbil from Mosul in the first week of March.",
            [
                dict(
                    claim="displacement/displaced",
                    additional=True,
                    quote="Another 6,100 reached Erbil from Mosul",
                    quantity=number(6100, 6100, 6100, "Another 6,100", measure="incident"),
                    places=[("origin", "Mosul"), ("destination", "Erbil")],
                    time=("in the first week of March", "2017-03-01", "2017-03-07"),
                )
            ],
        ),
        (
            "Aid workers cannot reach families stranded near the Khazir crossing.",
            [
                dict(claim="response/access", out_of_reach=True, places=[("near", "the Khazir crossing")]),
                dict(
                    claim="population/trapped", quote="families stranded near the Khazir crossing", places=[("near", "the Khazir crossing")]
                ),
            ],
        ),
        (
            "The Red Cross said it had brought food to 12,000 people outside Hit.",
            [
                dict(
                    claim="response/aid_delivered",
                    quote="it had brought food to 12,000 people outside Hit",
                    quantity=number(12000, 12000, 12000, "12,000 people"),
                    places=[("at", "Hit")],
                    actors=[("provider", "The Red Cross", "ICRC")],
                    sources=[("speaker", "The Red Cross", "ICRC")],
                )
            ],
        ),
        (
            "Displaced people from الموصل were registered at three points.",
            [dict(claim="displacement/displaced", places=[("origin", "الموصل")])],
        ),
    )
    desk.report(
        "Harbour Wire",
        "2017-10-05",
        "Troops enter Hawija",
        (
            "The United Nations said an estimated 12,500 people had fled Hawija since the launch of the operation last month.",
            [
                dict(
                    claim="displacement/displaced",
                    status="estimated",
                    quote="an estimated 12,500 people had fled Hawija since the launch of the operation last month",
                    quantity=number(12500, 12500, 12500, "an estimated 12,500 people", approximate=True),
                    places=[("origin", "Hawija")],
                    time=("since the launch of the operation last month", "2017-09-21", "2017-10-03"),
                    sources=[("speaker", "The United Nations", "UN")],
                )
            ],
        ),
        (
            "As many as 78,000 people could still be in Hawija, the UN humanitarian office said.",
            [
                dict(
                    claim="population/remaining",
                    status="possible",
                    quote="As many as 78,000 people could still be in Hawija",
                    quantity=number(None, 78000, 78000, "As many as 78,000 people", measure="stock"),
                    places=[("at", "Hawija")],
                    sources=[("speaker", "the UN humanitarian office", "UN OCHA")],
                )
            ],
        ),
        (
            "Agencies have prepared sites near Hawija for more than 70,000 people.",
            [
                dict(
                    claim="response/site_capacity",
                    quantity=number(70000, 70000, None, "more than 70,000 people", measure="stock"),
                    places=[("near", "Hawija")],
                    sources=[("speaker", "the UN humanitarian office", "UN OCHA")],
                )
            ],
        ),
        (
            "IS held most of Hawija on Wednesday, but Iraqi forces entered Riyadh.",
            [
                dict(
                    claim="control/held",
                    quote="IS held most of Hawija",
                    quantity=number(50, None, 100, "most of", unit="percent", measure="stock"),
                    places=[("at", "Hawija")],
                    actors=[IS],
                    time=("on Wednesday", "2017-10-04", "2017-10-04"),
                ),
                dict(
                    claim="event/advance",
                    quote="Iraqi forces entered Riyadh",
                    places=[("target", "Riyadh")],
                    actors=[("agent", "Iraqi forces", "Iraqi security forces")],
                    time=("on Wednesday", "2017-10-04", "2017-10-04"),
                ),
            ],
        ),
        (
            "A federal commander said Hawija was fully in government hands.",
            [
                dict(
                    claim="control/gained",
                    status="alleged",
                    quote="Hawija was fully in government hands",
                    places=[("at", "Hawija")],
                    actors=[("holder", "government", "Iraqi security forces")],
                    sources=[("speaker", "A federal commander", None, {"org": "Federal Police", "kind": "person"})],
                )
            ],
        ),
        (
            "The SDF has taken about 90 percent of Raqqa.",
            [
                dict(
                    claim="control/gained",
                    quantity=number(90, 90, 90, "about 90 percent", unit="percent", measure="stock", approximate=True),
                    places=[("at", "Raqqa")],
                    actors=[("holder", "The SDF", "Syrian Democratic Forces"), ("former_holder", "IS", "Islamic State")],
                )
            ],
        ),
        (
            "The Syrian Observatory said a Russian air strike killed at least 20 civilians in Deir Ezzor province on Wednesday.",
            [
                dict(
                    claim="casualty/killed",
                    status="alleged",
                    civilian=True,
                    quote="a Russian air strike killed at least 20 civilians in Deir Ezzor province on Wednesday",
                    quantity=number(20, 20, None, "at least 20 civilians", measure="incident"),
                    places=[("at", "Deir Ezzor province")],
                    actors=[("agent", "Russian", "Russia"), ("victim", "civilians", "civilians")],
                    time=("on Wednesday", "2017-10-04", "2017-10-04"),
                    sources=[("speaker", "The Syrian Observatory", "Syrian Observatory for Human Rights")],
                ),
                dict(
                    claim="event/air_strike",
                    status="alleged",
                    quote="a Russian air strike",
                    places=[("at", "Deir Ezzor province")],
                    actors=[("agent", "Russian", "Russia")],
                    time=("on Wednesday", "2017-10-04", "2017-10-04"),
                    sources=[("speaker", "The Syrian Observatory", "Syrian Observatory for Human Rights")],
                ),
            ],
        ),
    )
    desk.report(
        "Northern Echo Line",
        "2017-10-06",
        "Return begins around Hawija",
        (
            "More than 33,000 people were displaced from Hawija, the IOM said, of whom 15,200 are still displaced and 17,700 have returned.",
            [
                dict(
                    claim="displacement/displaced",
                    quote="More than 33,000 people were displaced from Hawija",
                    quantity=number(33000, 33000, None, "More than 33,000 people"),
                    places=[("origin", "Hawija")],
                    sources=[("speaker", "the IOM", "IOM")],
                ),
                dict(
                    claim="displacement/displaced",
                    quote="15,200 are still displaced",
                    quantity=number(15200, 15200, 15200, "15,200", measure="stock"),
                    places=[("origin", "Hawija")],
                    sources=[("speaker", "the IOM", "IOM")],
                ),
                dict(
                    claim="displacement/returned",
                    quote="17,700 have returned",
                    quantity=number(17700, 17700, 17700, "17,700"),
                    places=[("destination", "Hawija")],
                    sources=[("speaker", "the IOM", "IOM")],
                ),
            ],
        ),
        (
            "Officials deny that homes were looted in Riyadh.",
            [
                dict(
                    claim="event/looting",
                    status="denied",
                    quote="homes were looted in Riyadh",
                    places=[("at", "Riyadh")],
                    sources=[("speaker", "Officials", "Government of Iraq")],
                )
            ],
        ),
        (
            "A car bomb in Kirkuk killed four soldiers and wounded nine people on Friday.",
            [
                dict(
                    claim="event/ied",
                    quote="A car bomb in Kirkuk",
                    places=[("at", "Kirkuk")],
                    time=("on Friday", "2017-10-06", "2017-10-06"),
                ),
                dict(
                    claim="casualty/killed",
                    civilian=False,
                    victims="soldiers",
                    quote="killed four soldiers",
                    quantity=number(4, 4, 4, "four soldiers", measure="incident"),
                    places=[("at", "Kirkuk")],
                    time=("on Friday", "2017-10-06", "2017-10-06"),
                ),
                dict(
                    claim="casualty/injured",
                    quote="wounded nine people",
                    quantity=number(9, 9, 9, "nine people", measure="incident"),
                    places=[("at", "Kirkuk")],
                    time=("on Friday", "2017-10-06", "2017-10-06"),
                ),
            ],
        ),
    )
    desk.report(
        "Old Quarter Digest",
        None,
        "Hit under pressure",
        (
            "IS has held Hit since October 2014, and Ramadi was declared liberated last month.",
            [
                dict(
                    claim="control/held",
                    quote="IS has held Hit since October 2014",
                    places=[("at", "Hit")],
                    actors=[IS],
                    time=("since October 2014", "2014-10-01", None),
                ),
                dict(claim="control/gained", quote="Ramadi was declared liberated last month", places=[("at", "Ramadi")], actors=[ISF]),
            ],
        ),
        (
            "An estimated 35,000 people were forced to flee Hit.",
            [
                dict(
                    claim="displacement/displaced",
                    status="estimated",
                    quantity=number(35000, 35000, 35000, "An estimated 35,000 people", approximate=True),
                    places=[("origin", "Hit")],
                )
            ],
        ),
    )
    return desk


def large(claims: int = 1000, seed: int = 7) -> Desk:
    """Many reports over a year, with the same places, for size and speed."""
    rng = random.Random(seed)
    desk = Desk()
    names = [p for p, row in PLACES.items() if row[0] and p.isascii()]
    events = ["armed_clash", "air_strike", "shelling", "ied", "attack", "abduction", "advance"]
    outlets = ["Harbour Wire", "River Post", "Northern Echo Line", "The Coast Courier", "Plain Dealer Relief"]
    date, counts = day("2016-10-17"), dict.fromkeys(names, 1000)
    while len(desk.claims) < claims:
        date += datetime.timedelta(days=rng.choice([0, 1, 1, 2]))
        said: list[tuple[str, list[dict[str, Any]]]] = []
        for _ in range(rng.randint(3, 7)):
            where = rng.choice(names)
            when = ("on the day", date.isoformat(), date.isoformat())
            match rng.randint(0, 4):
                case 0:
                    counts[where] += rng.randint(100, 3000)
                    n = counts[where]
                    said.append(
                        (
                            f"The relief office counted {n:,} people displaced from {where} since the operation began, among them many who walked through the night.",
                            [
                                dict(
                                    claim="displacement/displaced",
                                    quote=f"{n:,} people displaced from {where} since the operation began",
                                    quantity=number(n, n, n, f"{n:,} people"),
                                    places=[("origin", where)],
                                    time=("since the operation began", "2016-10-17", date.isoformat()),
                                    sources=[("speaker", "The relief office", "UN OCHA")],
                                )
                            ],
                        )
                    )
                case 1:
                    holder = rng.choice(["Islamic State", "Iraqi security forces", "Syrian Democratic Forces"])
                    said.append(
                        (
                            f"{holder} took {where} after a long day, residents said on the phone.",
                            [
                                dict(
                                    claim="control/gained",
                                    quote=f"{holder} took {where}",
                                    places=[("at", where)],
                                    actors=[("holder", holder, holder)],
                                    time=when,
                                )
                            ],
                        )
                    )
                case 2:
                    n = rng.randint(2, 40)
                    said.append(
                        (
                            f"Doctors in {where} said {n} people were killed and others wounded.",
                            [
                                dict(
                                    claim="casualty/killed",
                                    quote=f"{n} people were killed",
                                    quantity=number(n, n, n, f"{n} people", measure="incident"),
                                    places=[("at", where)],
                                    time=when,
                                    sources=[("speaker", "Doctors", "doctors")],
                                )
                            ],
                        )
                    )
                case _:
                    kind = rng.choice(events)
                    said.append(
                        (
                            f"There was a {kind.replace('_', ' ')} near {where}, said people who live there ({rng.randint(1, 9999)}).",
                            [dict(claim=f"event/{kind}", places=[("at", where)], actors=[("agent", kind, "Islamic State")], time=when)],
                        )
                    )
        desk.report(rng.choice(outlets), date.isoformat(), f"Notes of {date.isoformat()} {rng.randint(1, 9999)}", *said)
    return desk


def pictured(desk: Desk) -> Picture:
    """A plain picture of the desk's claims: one figure a series and date, one holding a claim, one incident an event."""
    publishers = {r.id: r for r in desk.reports}
    as_of = max(r.published for r in desk.reports if r.published)
    series: dict[tuple[object, ...], list[Claim]] = {}
    holdings: list[Holding] = []
    incidents: list[Incident] = []
    for claim in desk.claims:
        where = picture_place(claim)
        roots = tuple(s.name or s.text for s in claim.sources[-1:]) or (publishers[claim.report].publisher or "unnamed",)
        if claim.kind == "control" and where:
            holder = next((a.name for a in claim.actors if a.role == "holder"), None)
            before = next((h for h in holdings if h.place.id == where.id and h.to is None), None)
            start = claim.time.start or (None if claim.type == "held" else claim.time.end)
            if before and before.holder == holder:
                continue
            contested = bool(before and claim.status == "alleged")
            if before and not contested:
                holdings[holdings.index(before)] = _ended(before, start or claim.time.end)
            share = claim.quantity.best if claim.quantity else None
            holdings.append(
                Holding(
                    id=f"h-{len(holdings)}",
                    place=where,
                    holder=holder,
                    share=share,
                    state="contested" if contested else "held",
                    from_=start,
                    as_of=claim.time.end,
                    claims=(claim.id,),
                    means=claim.means,
                    sources=roots,
                    contradicted_by=before.claims if contested and before else (),
                    freshness="fresh",
                    age_days=(as_of - claim.time.end).days if claim.time.end else None,
                    claimed_by_party=claim.status == "alleged",
                )
            )
        elif claim.kind in ("event", "casualty"):
            group = "civilian" if claim.civilian else "fighter" if claim.civilian is False else "unknown"
            killed = (
                VictimCount(
                    low=claim.quantity.low,
                    best=claim.quantity.best,
                    high=claim.quantity.high,
                    by=VictimGroups(**{group: CountRange(low=claim.quantity.low, best=claim.quantity.best, high=claim.quantity.high)}),
                )
                if claim.kind == "casualty" and claim.quantity
                else None
            )
            incidents.append(
                Incident(
                    id=f"i-{len(incidents)}",
                    types=(claim.type,),
                    place=where,
                    time=Interval(start=claim.time.start, end=claim.time.end),
                    actors=tuple(IncidentActor(role=a.role, name=a.name or a.text) for a in claim.actors),
                    killed=killed if claim.type == "killed" else None,
                    injured=killed if claim.type == "injured" else None,
                    grade="weak" if claim.civilian else None,
                    sources=roots,
                    claims=(claim.id,),
                    reports=(claim.report,),
                    certainty=claim.status,
                    positions=(Position(source=roots[0], stance="attributes", party="Russia", claims=(claim.id,)),)
                    if claim.civilian
                    else (),
                )
            )
        if claim.quantity and claim.kind not in ("control",) and claim.kind != "event":
            q = claim.quantity
            series.setdefault((claim.kind, claim.type, where and where.id, q.measure, q.per, q.unit), []).append(claim)
    figures: list[Figure] = []
    for key, claims in series.items():
        claims.sort(key=lambda c: (c.time.end or day("2016-04-01"), c.id))
        name = hashlib.sha256(repr(key).encode()).hexdigest()[:8]
        for i, c in enumerate(claims):
            assert c.quantity is not None
            last = i == len(claims) - 1
            role = c.places[0].role if c.places else None
            contested = key[3] == "rate" and len(claims) > 1 and last
            both = (
                tuple(
                    Contender(
                        sources=(x.sources[-1].name or "unnamed",),
                        low=x.quantity.low,
                        best=x.quantity.best,
                        high=x.quantity.high,
                        words=x.quantity.text,
                        claims=(x.id,),
                    )
                    for x in claims[-2:]
                    if x.quantity and x.sources
                )
                if contested
                else ()
            )
            roots = tuple(
                dict.fromkeys(
                    (x.sources[-1].name or "unnamed") if x.sources else (publishers[x.report].publisher or "")
                    for x in (claims if contested else [c])
                )
            )
            figures.append(
                Figure(
                    id=f"f-{name}-{i}",
                    kind=c.kind,
                    type=c.type,
                    place=picture_place(c),
                    unit=c.quantity.unit,
                    measure=c.quantity.measure,
                    per=c.quantity.per,
                    as_of=c.time.end,
                    since=c.time.start,
                    low=min(x.low or 0 for x in both) if both else c.quantity.low,
                    best=None if contested else c.quantity.best,
                    high=max(x.high or 0 for x in both) if both else c.quantity.high,
                    sources=roots,
                    reports=(c.report,),
                    claims=tuple(x for b in both for x in b.claims) or (c.id,),
                    status="contested" if contested else "single-source" if last else "superseded",
                    superseded_by=None if last else f"f-{name}-{i + 1}",
                    certainty=c.status,
                    series=f"s-{name}",
                    role=role,
                    lead=c.id,
                    words=c.quantity.text,
                    contenders=both,
                    reasons=("one root of attribution",),
                )
            )
    figures.sort(key=lambda f: f.status == "superseded")
    lines = {}
    for publisher in dict.fromkeys(r.publisher for r in desk.reports):
        mine = [x for x in desk.reports if x.publisher == publisher]
        ids = {x.id for x in mine}
        lines[publisher or ""] = SourceLine(
            name=publisher or "",
            role="publisher",
            reports=tuple(x.id for x in mine),
            copies=sum(x.copy_of is not None for x in mine),
            claims=sum(c.report in ids for c in desk.claims),
            newest=max((x.published for x in mine if x.published), default=None),
        )
    return Picture(
        as_of=as_of,
        first=min(r.published for r in desk.reports if r.published),
        reports=tuple(r.id for r in desk.reports),
        figures=tuple(figures),
        holdings=tuple(holdings),
        incidents=tuple(incidents),
        sources=tuple(lines.values()),
        contradictions=_contradictions(figures),
        gaps=(Gap(kind="no recent word", words="No report on Tal Afar since 3 March 2017.", days=217),),
        checks=(
            Check(
                id="k-1",
                figures=(),
                verdict="consistent",
                words="4,000 a day since 25 February would make about 24,000 by 3 March; 28,400 since 19 February is reported: consistent.",
            ),
        ),
        outlook=(
            Outlook(
                id="o-1",
                kind="capacity",
                words="If everyone left Hawija, up to 8,000 people more than the prepared sites can take would need shelter.",
                low=None,
                high=8000,
                unit="person",
                arithmetic=("78,000 at most inside - more than 70,000 places = at most 8,000 without a place",),
                assumptions=("all go to the prepared sites", "the sites are empty"),
            ),
        ),
    )


def _ended(holding: Holding, date: datetime.date | None) -> Holding:
    import msgspec

    return msgspec.structs.replace(holding, to=date)


def _contradictions(figures: list[Figure]) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(
            id=f"x-{f.id}",
            kind="rate",
            about=(f.id,),
            place=f.place,
            words="Two sources give two rates for the flight from west Mosul.",
            sides=tuple(Side(who=s.sources, says=s.words or "", claims=s.claims) for s in f.contenders),
            claims=f.claims,
            until=f.as_of,
        )
        for f in figures
        if f.status == "contested"
    )


CHANGES = (
    Change(
        kind="revised up", subject="figure", words="People displaced from west Mosul: more than 10,000 on 28 February, 28,400 on 3 March."
    ),
    Change(kind="changed hands", subject="holding", words="Bab al-Tob: from Islamic State to Iraqi security forces on 7 March 2017."),
)
SET_ASIDE = (SetAside(input="reports/broken.html", record=None, reason="no text in the page"),)
