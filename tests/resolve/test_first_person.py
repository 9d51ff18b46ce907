"""Whom "we" and "I" stand for: the speaker, else the body that publishes its own statement, else nobody."""

from marsad.flow import read_one
from marsad.model.report import Report


def spoken(text: str, publisher: str | None = None) -> list[tuple[str, str | None]]:
    mentions = read_one(Report(id="own", text=text, sha256="0" * 64, publisher=publisher)).mentions.actors
    return [(m.text, m.name) for m in mentions if m.text.lower() in ("we", "our", "us", "i", "my", "me")]


def test_we_is_the_body_of_the_speaker() -> None:
    text = "“We have lost contact with our convoy,” the World Food Programme said in Bria on Monday."
    assert spoken(text) == [("We", "WFP"), ("our", "WFP")]


def test_we_in_a_statement_of_its_own_is_the_publisher() -> None:
    assert spoken("We condemn the attack in Bria.", "US State Department") == [("We", "US State Department")]


def test_we_of_nobody_named_is_no_mention() -> None:
    assert spoken("We condemn the attack in Bria.") == []
    assert spoken("We went to Bria after the attack.", "Reuters") == []


def test_us_in_capitals_is_a_country() -> None:
    assert "US State Department" not in [name for word, name in spoken("The US said that it would help.", "Reuters") if word == "US"]
