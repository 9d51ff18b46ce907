"""Processor time and memory of reconciling synthetic claims, and how both grow: `python benchmarks/reconcile.py [10000 100000 1000000]`."""

import datetime
import math
import random
import resource
import sys
import time

from marsad.model.claim import Claim, ClaimActor, ClaimPlace, ClaimSource, ClaimTime, Evidence, Quantity
from marsad.model.report import Report
from marsad.reconcile import reconcile

CLAIMS_PER_REPORT = 12
FIRST_DAY = datetime.date(2015, 1, 1)
BODIES = ("IOM", "UN OCHA", "UNHCR", "ICRC", "United Nations", "Save the Children", "the governor", "a local council")
ARMED = ("Iraqi army", "Islamic State", "Syrian army", "Syrian Democratic Forces", "Russia", "US-led coalition", "Iraqi police")
EVENTS = ("air_strike", "shelling", "armed_clash", "ied", "attack", "advance", "offensive", "abduction")


def made_up(count: int, seed: int = 7) -> tuple[list[Report], list[Claim]]:
    """So many claims in reports of many days and places; the world grows with the number of claims, as a stream of news does."""
    chance = random.Random(seed)
    places = [_place(number, chance) for number in range(max(50, count // 100))]
    days = max(60, count // 170)
    reports, claims = [], []
    for number in range(count // CLAIMS_PER_REPORT + 1):
        day = FIRST_DAY + datetime.timedelta(days=number * days // (count // CLAIMS_PER_REPORT + 1))
        outlet = f"Outlet {chance.randrange(40)}"
        report = Report(id=f"r{number}", text="", sha256=str(number), published=day, published_method="given", publisher=outlet)
        reports.append(report)
        home = chance.choice(places)
        claims.extend(_claim(report, home, position, chance, places) for position in range(CLAIMS_PER_REPORT))
    return reports, claims[:count]


def _place(number: int, chance: random.Random) -> ClaimPlace:
    return ClaimPlace(
        role="at", text=f"Town{number}", name=f"Town{number}", id=f"made:{number}", country="IQ" if number % 2 else "SY",
        admin1=f"Province{number % 18}", kind="settlement", lat=30 + 7 * chance.random(), lon=36 + 12 * chance.random(), radius_km=3.0,
        method="gazetteer",
    )  # fmt: skip


def _claim(report: Report, home: ClaimPlace, position: int, chance: random.Random, places: list[ClaimPlace]) -> Claim:
    place = home if chance.random() < 0.7 else chance.choice(places)
    kind = chance.choices(("displacement", "population", "control", "event", "casualty"), (30, 10, 20, 25, 15))[0]
    day = (report.published or FIRST_DAY) - datetime.timedelta(days=chance.randrange(3))
    type_, quantity, role = _told(kind, place, day, chance)
    return Claim(
        id=f"{report.id}-{position}",
        report=report.id,
        kind=kind,  # type: ignore[arg-type]
        type=type_,
        evidence=Evidence(start=position * 150, end=position * 150 + 90, text=f"claim {position} of {report.id}"),
        quantity=quantity,
        places=(place,),
        time=ClaimTime(start=day if kind in ("event", "casualty") else None, end=day),
        actors=(ClaimActor(role=role, text="x", name=chance.choice(ARMED)),) if role else (),  # type: ignore[arg-type]
        sources=() if chance.random() < 0.5 else (ClaimSource(role="speaker", text="x", name=chance.choice(BODIES)),),
        civilian=chance.choice((True, None)) if kind == "casualty" else None,
    )


def _told(kind: str, place: ClaimPlace, day: datetime.date, chance: random.Random) -> tuple[str, Quantity | None, str | None]:
    base = 1000 * (1 + int((place.name or "Town0")[4:]) % 90)
    odd = chance.choice((1, 1, 1, 1.01, 1.1, 8 if chance.random() < 0.02 else 1))
    count = float(round(base * (1 + (day - FIRST_DAY).days / 500) * odd, -2))
    if kind == "displacement":
        type_ = chance.choice(("displaced", "displaced", "returned", "sheltering"))
        return type_, _number(count, chance.choice(("cumulative", "stock", "rate"))), None
    if kind == "population":
        return chance.choice(("remaining", "trapped", "in_need")), _number(count, "stock"), None
    if kind == "control":
        return chance.choice(("held", "held", "gained")), None, "holder"
    if kind == "event":
        return chance.choice(EVENTS), None, "agent"
    return chance.choice(("killed", "injured")), _number(float(chance.randrange(1, 60)), "incident"), "agent"


def _number(count: float, measure: str) -> Quantity:
    per = "day" if measure == "rate" else None
    return Quantity(text=f"{count:,.0f}", low=count, best=count, high=count, unit="person", measure=measure, per=per)  # type: ignore[arg-type]


def main(sizes: list[int]) -> None:
    """Prints a line for each size, and the growth exponent between neighbours."""
    print(f"{'claims':>9} {'seconds':>8} {'claims/s':>9} {'peak MB':>8} {'figures':>8} {'holdings':>8} {'incidents':>9} {'exponent':>8}")
    before: tuple[int, float] | None = None
    for size in sizes:
        reports, claims = made_up(size)
        start = time.process_time()
        made = reconcile(reports, claims)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        growth = f"{math.log(seconds / before[1]) / math.log(size / before[0]):8.2f}" if before else f"{'':>8}"
        counts = f"{len(made.figures):8} {len(made.holdings):8} {len(made.incidents):9}"
        print(f"{size:9} {seconds:8.2f} {size / seconds:9.0f} {peak:8.0f} {counts} {growth}", flush=True)
        before = (size, seconds)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
