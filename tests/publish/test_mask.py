import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.mention import ActorMention, Mentions
from marsad.publish.html import situation_page
from marsad.publish.mask import NAME, NUMBER, SPOT, Mask
from marsad.publish.private import mask_for
from publish.crisis import Desk, place
from publish.made import small_edition

KEPT = [
    "28,400 people since 19 February 2017",
    "2017-03-03",
    "3-4 March 2017",
    "between 3,000 and 4,000 a day",
    "about 1,200,000 people",
    "in 2014-2017",
    "the 9th Armored Division",
    "230 km north of Baghdad",
    "from 10.30 to 11.45",
    "32 000 people",
    "a 12-year-old girl",
    "$1,500,000 in aid",
    "F-16 jets",
]
WITHHELD = [
    ("call +964 770 123 4567 now", NUMBER),
    ("on 0770 123 4567", NUMBER),
    ("tel 07701234567", NUMBER),
    ("ring +9647701234567", NUMBER),
    ("passport A12345678", NUMBER),
    ("identity card 19851234567890", NUMBER),
    ("at 36.34123, 43.11987 they hid", SPOT),
    ("a car with the plate 22 B 12345", NUMBER),
]


@pytest.mark.parametrize("words", KEPT)
def test_figures_dates_and_distances_stay(words: str) -> None:
    assert Mask().text(words) == words


@pytest.mark.parametrize(("words", "notice"), WITHHELD)
def test_telephones_papers_and_coordinates_go(words: str, notice: str) -> None:
    masked = Mask().text(words)
    assert notice in masked
    assert not any(len(run) > 4 for run in "".join(c if c.isdigit() else " " for c in masked).split())


def test_an_internal_mask_withholds_nothing() -> None:
    words = "Huda Karim, +964 770 123 4567, 36.34123, 43.11987"
    assert Mask(internal=True).text(words) == words


def test_five_hundred_made_up_names_and_numbers_do_not_get_out() -> None:
    rng = random.Random(3)
    first = ["Huda", "Karim", "Salma", "Yusuf", "Nadia", "Omar", "Leila", "Hassan", "Amina", "Tariq"]
    last = ["Jabouri", "Obeidi", "Hamdani", "Rubaie", "Shammari", "Dulaimi", "Zubaidi", "Khafaji"]
    leaked = 0
    for _ in range(500):
        name = f"{rng.choice(first)} {rng.choice(last)}"
        phone = f"+964 {rng.randint(700, 799)} {rng.randint(100, 999)} {rng.randint(1000, 9999)}"
        person = ActorMention(start=0, end=len(name), text=name, name=name, kind="person", person=name)
        mask = mask_for([], {"r": Mentions(actors=(person,))})
        masked = mask.text(f"{name} fled with three children; reach {name.split()[1]} on {phone}.")
        leaked += any(part in masked for part in (*name.split()[1:], phone, name))
    assert leaked == 0


def test_people_in_office_stay() -> None:
    general = ActorMention(
        start=0, end=9, text="General Adnan Saleh", name="Adnan Saleh", kind="person", person="Adnan Saleh", title="General"
    )
    assert "Saleh" in mask_for([], {"r": Mentions(actors=(general,))}).text("General Adnan Saleh said")


def test_a_camp_is_shown_no_finer_than_five_kilometres() -> None:
    camp = Mask().place(place("Hamam al-Alil"))
    assert (camp.lat, camp.lon, camp.radius_km) == (36.15, 43.25, 5.0)
    assert Mask(internal=True).place(place("Hamam al-Alil")).lat == 36.158


def test_the_public_page_withholds_and_says_so_and_the_internal_one_does_not() -> None:
    public, internal = (situation_page(small_edition(internal=i)) for i in (False, True))
    for secret in ("Umm Ahmed Salih", "770 123 4567"):
        assert secret not in public
        assert secret in internal
    assert NAME in public
    assert "Withheld from this public page" in public
    assert "nothing is withheld" in internal


@given(st.text(max_size=200))
def test_masking_ends_and_is_stable(words: str) -> None:
    once = Mask().text(words)
    assert Mask().text(once) == once


def test_masking_is_linear_on_hostile_text() -> None:
    import time

    def seconds(n: int) -> float:
        began = time.process_time()
        Mask().text("12 34-" * n + "+" * n + "A1-" * n + "36.3412, " * n)
        return time.process_time() - began

    seconds(100)
    assert seconds(10_000) / max(seconds(1_000), 1e-3) < 25


def test_a_name_in_the_middle_of_a_report_is_masked_in_the_quotation() -> None:
    desk = Desk()
    who = ("speaker", "Huda Karim", "Huda Karim", {"person": "Huda Karim", "kind": "person"})
    desk.report(
        "Wire",
        "2017-03-03",
        "Karim's way out",
        ("Huda Karim said 40 people fled Hit.", [dict(claim="displacement/displaced", places=[("origin", "Hit")], sources=[who])]),
    )
    from publish.made import edition_of_desk

    page = situation_page(edition_of_desk(desk))
    assert "Karim" not in page


def test_who_is_told_of_by_their_life_is_private_whatever_body_stands_near() -> None:
    desk = Desk()
    title = "a teacher who walked to the army's lines"
    who = ("speaker", f"Umm Nur, {title}", "Umm Nur", {"person": "Umm Nur", "title": title, "org": "Iraqi army", "kind": "person"})
    desk.report("Wire", "2017-03-03", "Title", ("We left, said Umm Nur.", [dict(claim="displacement/displaced", sources=[who])]))
    assert mask_for(desk.claims).text("Umm Nur, a teacher, said") == "[name withheld], a teacher, said"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“We ran,” said Salim Nasser, 34, at the gate.", "“We ran,” said [name withheld], 34, at the gate."),
        ("Abu Karim sold bread in Hit.", "[name withheld] sold bread in Hit."),
        ("On March 17, 20, and 21 shells fell.", "On March 17, 20, and 21 shells fell."),
        ("Abu Kamal lies on the Euphrates.", "Abu Kamal lies on the Euphrates."),
        ("General Abu Hasan said so.", "General Abu Hasan said so."),
    ],
)
def test_words_that_mark_a_private_person_are_enough(words: str, shown: str) -> None:
    from marsad.model.mention import PlaceMention
    from marsad.model.report import Report

    place_ = PlaceMention(start=0, end=9, text="Abu Kamal", name="Abu Kamal")
    general = ActorMention(start=0, end=9, text="General Abu Hasan", name="Abu Hasan", kind="person", person="Abu Hasan", title="General")
    mask = mask_for([], {"r": Mentions(places=(place_,), actors=(general,))}, [Report(id="r", text=words, sha256="0")])
    assert mask.text(words) == shown
