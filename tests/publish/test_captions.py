import datetime
from typing import Any

import pytest

from marsad.model.claim import ClaimSource
from marsad.model.report import Report
from marsad.publish.captions import caption, chain, in_words
from marsad.publish.mask import Mask
from marsad.publish.private import mask_for
from publish.crisis import Desk, number

IOM = [("speaker", "the UN", "UN"), ("cited", "IOM", "IOM")]
CASES: list[tuple[str, dict[str, Any], str]] = [
    (
        "cumulative, cited",
        dict(
            claim="displacement/displaced",
            quantity=number(28400, 28400, 28400, "28,400 people"),
            places=[("origin", "west Mosul")],
            sources=IOM,
            time=("since the offensive began", "2017-02-19", "2017-03-03"),
        ),
        "According to the UN, citing IOM, 28,400 people had been displaced from west Mosul since the offensive began (19 February 2017), as of 3 March 2017.",
    ),
    (
        "flight to a host place",
        dict(
            claim="displacement/displaced",
            quantity=number(30000, 30000, 30000, "some 30,000 people"),
            places=[("destination", "Erbil")],
        ),
        "According to Harbour Wire, some 30,000 people had fled to Erbil, as of 3 March 2017.",
    ),
    (
        "bodies",
        dict(claim="casualty/killed", quantity=number(900, 900, 900, "900 bodies"), places=[("at", "Erbil")]),
        "According to Harbour Wire, 900 bodies had been found in Erbil, as of 3 March 2017.",
    ),
    (
        "a numeral that is a word",
        dict(claim="displacement/displaced", quantity=number(8e6, 8e6, 8e6, "8 million"), places=[("origin", "west Mosul")]),
        "According to Harbour Wire, 8 million people had been displaced from west Mosul, as of 3 March 2017.",
    ),
    (
        "stock in a host place",
        dict(
            claim="displacement/sheltering",
            quantity=number(5000, 5000, None, "more than 5,000 people", measure="stock"),
            places=[("destination", "Erbil")],
        ),
        "According to Harbour Wire, more than 5,000 people were sheltering in Erbil, as of 3 March 2017.",
    ),
    (
        "rate",
        dict(
            claim="displacement/displaced",
            quantity=number(4000, 4000, 4000, "about 4,000", measure="rate", per="day"),
            places=[("origin", "Hawija")],
        ),
        "According to Harbour Wire, about 4,000 people a day were being displaced from Hawija, as of 3 March 2017.",
    ),
    (
        "estimated keeps its hedge",
        dict(
            claim="population/remaining",
            status="estimated",
            quantity=number(750000, 750000, 750000, "750,000 people", measure="stock"),
            places=[("at", "west Mosul")],
        ),
        "According to Harbour Wire, an estimated 750,000 people remained in west Mosul, as of 3 March 2017.",
    ),
    (
        "things are delivered, people are reached",
        dict(claim="response/aid_delivered", quantity=number(900, 900, 900, "900 tents", unit="tent"), places=[("at", "Hawija")]),
        "According to Harbour Wire, 900 tents had been delivered in Hawija, as of 3 March 2017.",
    ),
    (
        "who cannot be reached",
        dict(
            claim="response/access",
            out_of_reach=True,
            quantity=number(4000, 4000, 4000, "4,000 people", measure="stock"),
            places=[("at", "Hawija")],
        ),
        "According to Harbour Wire, 4,000 people could not be reached in Hawija, as of 3 March 2017.",
    ),
    (
        "possible",
        dict(
            claim="population/remaining",
            status="possible",
            quantity=number(None, 78000, 78000, "up to 78,000 people", measure="stock"),
            places=[("at", "Hawija")],
        ),
        "According to Harbour Wire, up to 78,000 people could remain in Hawija, as of 3 March 2017.",
    ),
    (
        "alleged",
        dict(
            claim="casualty/killed",
            status="alleged",
            quantity=number(20, 20, None, "at least 20 civilians", measure="incident"),
            places=[("at", "Raqqa")],
            time=("on Wednesday", "2017-03-01", "2017-03-01"),
        ),
        "According to Harbour Wire, at least 20 civilians were allegedly killed in Raqqa on 1 March 2017.",
    ),
    (
        "expected",
        dict(
            claim="displacement/displaced",
            status="expected",
            quantity=number(300000, 300000, 300000, "300,000 people", measure="incident"),
            places=[("origin", "Mosul")],
        ),
        "According to Harbour Wire, 300,000 people were expected to be displaced from Mosul, as of 3 March 2017.",
    ),
    (
        "denied",
        dict(
            claim="displacement/displaced",
            status="denied",
            quantity=number(2000, 2000, 2000, "2,000 families", unit="household", measure="incident"),
            places=[("origin", "Hit")],
        ),
        "According to Harbour Wire, it is not the case that 2,000 families were displaced from Hit, as of 3 March 2017.",
    ),
    (
        "one person",
        dict(claim="casualty/injured", quantity=number(1, 1, 1, "one", measure="incident"), places=[("at", "Hit")]),
        "According to Harbour Wire, one was injured in Hit, as of 3 March 2017.",
    ),
]


@pytest.mark.parametrize(("spec", "said"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_caption_has_the_shape_of_the_field(spec: dict[str, Any], said: str) -> None:
    desk = Desk()
    report = desk.report("Harbour Wire", "2017-03-03", "Title", ("A made-up sentence that stands for the report.", [spec]))
    assert in_words(caption(desk.claims[0], report, mask_for(desk.claims))) == said


def test_from_and_in_are_never_swapped() -> None:
    desk = Desk()
    spec = dict(
        claim="displacement/displaced",
        quantity=number(900, 900, 900, "900 people", measure="incident"),
        places=[("origin", "Hit"), ("destination", "Ramadi")],
    )
    report = desk.report("Harbour Wire", "2017-03-03", "Title", ("A made-up sentence.", [spec]))
    assert "from Hit to Ramadi" in in_words(caption(desk.claims[0], report, mask_for(desk.claims)))


def test_a_private_speaker_is_not_named_and_an_official_is() -> None:
    desk = Desk()
    woman = ("speaker", "Huda Karim", "Huda Karim", {"person": "Huda Karim", "kind": "person"})
    officer = ("speaker", "Colonel Adnan Saleh", "Adnan Saleh", {"person": "Adnan Saleh", "title": "Colonel", "kind": "person"})
    specs = [
        dict(claim="displacement/displaced", quantity=number(9, 9, 9, "9 people", measure="incident"), sources=[who])
        for who in (woman, officer)
    ]
    report = desk.report("Harbour Wire", "2017-03-03", "Title", ("A made-up sentence.", specs))
    mask = mask_for(desk.claims)
    private, official = (in_words(caption(c, report, mask)) for c in desk.claims)
    assert "Huda" not in private
    assert "[name withheld]" in private
    assert "Colonel Adnan Saleh" in official


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Security sources", "security sources"),
        ("A municipal official, Muthar al-Alawi", "a municipal official, Muthar al-Alawi"),
        ("Doctors Without Borders", "Doctors Without Borders"),
        ("UN officials", "UN officials"),
    ],
)
def test_a_source_without_a_name_stands_in_lower_case_within_the_sentence(words, said):
    report = Report(id="r", text="", sha256="", published=datetime.date(2019, 6, 14), publisher="Harbour Wire")
    assert chain((ClaimSource(role="speaker", text=words),), report, Mask(internal=True)) == said


def test_a_pronoun_is_no_source():
    report = Report(id="r", text="", sha256="", publisher="Harbour Wire")
    assert chain((ClaimSource(role="speaker", text="he"),), report, Mask(internal=True)) == "Harbour Wire"
