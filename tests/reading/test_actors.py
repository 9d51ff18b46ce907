"""Who is named: groups, forces, governments, agencies, monitors, media, persons; and whom generic words mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.model.mention import ActorMention
from marsad.model.report import Report
from marsad.reading.actors import read_actors
from marsad.reading.actors.lexicon import lexicon
from marsad.resolve.actor import resolve_actors


def found(text: str) -> list[ActorMention]:
    return resolve_actors(Report(id="r", text=text, sha256=""), read_actors(text))


def names(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.name) for m in found(text)]


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("Daesh fled the village of Zummar.", "Daesh", "Islamic State", "armed group"),
        ("The Islamic State (IS) group lost Manbij.", "Islamic State (IS) group", "Islamic State", "armed group"),
        ("Two ISIL fighters were seen.", "ISIL fighters", "Islamic State", "armed group"),
        ("Jabhat al-Nusra holds the hill.", "Jabhat al-Nusra", "al-Nusra Front", "armed group"),
        ("The Hashd al-Shaabi took part.", "Hashd al-Shaabi", "Popular Mobilization Forces", "armed group"),
        ("Houthi rebels shelled Taiz.", "Houthi rebels", "Houthis", "armed group"),
        ("Al-Shabaab raided the base.", "Al-Shabaab", "al-Shabaab", "armed group"),
        ("The Rapid Support Forces entered El Fasher.", "Rapid Support Forces", "Rapid Support Forces", "armed group"),
        ("The Tamil Tigers sank a boat.", "Tamil Tigers", "LTTE", "armed group"),
        ("SENDERO LUMINOSO ATTACKED THE POST.", "SENDERO LUMINOSO", "Shining Path", "armed group"),
        ("THE FMLN GUERRILLAS LEFT SAN VICENTE.", "FMLN GUERRILLAS", "FMLN", "armed group"),
        ("Iraqi troops reached Baiji.", "Iraqi troops", "Iraqi security forces", "state force"),
        ("Syria's army reached Palmyra.", "Syria's army", "Syrian army", "state force"),
        ("Nigerian soldiers freed them.", "Nigerian soldiers", "Nigerian forces", "state force"),
        ("Kenyan police closed the road.", "Kenyan police", "Kenyan police", "police"),
        ("U.S. special forces landed.", "U.S. special forces", "US special forces", "state force"),
        ("Turkish warplanes hit Afrin.", "Turkish warplanes", "Turkish air force", "state force"),
        ("The army of Chad crossed over.", "army of Chad", "Chadian army", "state force"),
        ("The Iraqi 16th Infantry Division moved.", "Iraqi 16th Infantry Division", "Iraqi 16th Infantry Division", "state force"),
        ("Jets of the US-led coalition flew by.", "US-led coalition", "US-led coalition", "coalition"),
        ("The Saudi-led coalition denied it.", "Saudi-led coalition", "Saudi-led coalition", "coalition"),
        ("The Malian government signed.", "Malian government", "Malian government", "government"),
        ("The government of Mali signed.", "government of Mali", "Malian government", "government"),
        ("Biafran soldiers left Umuahia.", "Biafran soldiers", "Biafran soldiers", "state force"),
        ("Chechen policemen left Grozny.", "Chechen policemen", "Chechen policemen", "police"),
        ("The Biafran government signed.", "Biafran government", "Biafran government", "government"),
        ("Palestinian gunmen hit a bus.", "Palestinian gunmen", "Palestinian gunmen", "armed group"),
        ("The Assad regime denied it.", "Assad regime", "Syrian government", "government"),
        ("The U.N. refugee agency opened a camp.", "U.N. refugee agency", "UNHCR", "humanitarian"),
        ("The UN humanitarian affairs office knows.", "UN humanitarian affairs office", "UN OCHA", "humanitarian"),
        ("Doctors Without Borders left.", "Doctors Without Borders", "MSF", "humanitarian"),
        ("The International Organisation for Migration counted.", "International Organisation for Migration", "IOM", "humanitarian"),
        ("The Syrian Observatory counted.", "Syrian Observatory", "Syrian Observatory for Human Rights", "monitor"),
        ("It was read on SANA.", "SANA", "SANA", "media"),
    ],
)
def test_names(text: str, words: str, name: str, kind: str) -> None:
    mention = next(m for m in found(text) if m.text == words)
    assert (mention.name, mention.kind) == (name, kind)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(
    ("text", "person", "title", "org"),
    [
        ("Lt. Gen. Abdul-Karim al-Zaidi arrived.", "Abdul-Karim al-Zaidi", "Lt. Gen.", None),
        ("President Salva Kiir spoke.", "Salva Kiir", "President", None),
        ("Col. Ann Wood, a spokeswoman for the U.S.-led coalition, spoke.", "Ann Wood", "Col.", "US-led coalition"),
        ("Maria Lopez, head of the ICRC delegation in Chad, spoke.", "Maria Lopez", "head", "ICRC"),
        ("GENERAL RAFAEL MUNOZ SAID SO.", "RAFAEL MUNOZ", "GENERAL", None),
    ],
)
def test_persons(text: str, person: str, title: str, org: str | None) -> None:
    mention = next(m for m in found(text) if m.kind == "person")
    assert (mention.person, mention.title, mention.org) == (person, title, org)


def test_a_short_name_is_the_person_named_before() -> None:
    text = "Brig. Gen. Omar Haddad led the way. Later Haddad left."
    last = found(text)[-1]
    assert (last.text, last.person, last.title) == ("Haddad", "Omar Haddad", "Brig. Gen.")


def test_an_office_is_its_holder() -> None:
    text = "Foreign Minister Karim Aziz flew to Oman. The foreign minister said no more."
    assert found(text)[-1].person == "Karim Aziz"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Islamic State took Ana. The militants dug in.", "militants", "Islamic State"),
        ("Boko Haram left. The group said nothing.", "group", "Boko Haram"),
        ("The FARC fired. The guerrillas then fled.", "guerrillas", "FARC"),
        ("Islamic State took Ana in Iraq. The army fled.", "army", "Iraqi army"),
        ("Syria said so. Government forces advanced.", "Government forces", "Syrian government forces"),
        ("In Yemen the coalition struck again.", "coalition", "Saudi-led coalition"),
        ("Gunmen fired at a bus. Islamic State holds the town.", "Gunmen", None),
        ("Islamic State fought al-Qaeda. The rebels watched.", "rebels", None),
        ("The militants dug in.", "militants", None),
    ],
)
def test_generic_words(text: str, words: str, name: str | None) -> None:
    mention = next(m for m in found(text) if m.text == words)
    assert mention.generic
    assert mention.name == name


@pytest.mark.parametrize(
    ("text", "words", "adjectival"),
    [
        ("The IS-held town fell.", "IS", True),
        ("A Russian air strike hit.", "Russian", True),
        ("A Taliban attack failed.", "Taliban", True),
        ("The Taliban attacked.", "Taliban", False),
        ("Taliban fighters attacked.", "Taliban fighters", False),
        ("Russia attacked.", "Russia", False),
    ],
)
def test_names_before_nouns(text: str, words: str, adjectival: bool) -> None:
    assert next(m for m in found(text) if m.text == words).adjectival is adjectival


@pytest.mark.parametrize(
    "text",
    [
        "This is what he told us.",
        "WHO IS IN CHARGE OF US?",
        "THE TOWN IS QUIET AND THAT IS ALL.",
        "He lives in Iraq near Mosul, Iraq.",
        "General strikes are common.",
        "A council of private persons met in May.",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    assert [m.text for m in found(text) if not m.generic] == []


def test_every_alias_is_found_alone() -> None:
    for entry in lexicon().entries.values():
        place = lexicon().countries.get(entry.country[0], "there") if entry.country else "there"
        text = " ".join(f"They saw {alias} in {place}." for alias in entry.aliases)
        seen = [m for m in read_actors(text) if m.kind != "government" or entry.kind == "government"]
        assert len(seen) >= 0.9 * len(entry.aliases), (entry.id, [m.text for m in seen])


def test_forces_led_by_somebody_are_none_of_those_named_before() -> None:
    assert dict(names("Malian forces left Gao. Tuareg-led forces entered it."))["forces"] is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In Mali, insurgent forces attacked Gao.", "forces", None),
        ("In Mali, foreign troops attacked Gao.", "troops", None),
        ("The withdrawal of troops from Mali began.", "troops", None),
        ("Troops in Mali went north.", "Troops", "Malian forces"),
        ("In Mali, soldiers from Niger were hurt.", "soldiers", "Nigerien forces"),
        ("French troops reached Gao in Mali. Three soldiers died.", "soldiers", None),
    ],
)
def test_forces_of_others_are_not_those_of_the_country_told_of(text: str, words: str, name: str | None) -> None:
    assert next(m.name for m in found(text) if m.text.endswith(words)) == name


@given(st.text(alphabet=st.sampled_from("ISU. NT(),-'’\n the of al-Gen forces Iraqi said")))
def test_spans_are_slices(text: str) -> None:
    for m in read_actors(text):
        assert text[m.start : m.end] == m.text


@pytest.mark.parametrize("unit", ["General Al-", "Iraqi ", "IS (", "al-", "the U.S. ", "Ministry of "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert is_linear(read_actors, unit, 4000)


def test_a_town_named_as_a_far_capital_brings_no_country() -> None:
    text = "Iraqi forces and Iraqi police took Riyadh, a town south of Kirkuk in Iraq. A spokesman in Riyadh said that elite units entered at dawn."
    report = Report(id="r", text=text, sha256="0" * 64)
    assert not [m.name for m in resolve_actors(report, read_actors(text)) if m.name and "Saudi" in m.name]


def test_who_is_introduced_with_an_office_is_a_person_whatever_the_name() -> None:
    text = "Mamun al-Zintani, director of a clinic, left. Shells hit Bir Hafar, officials in the town said."
    assert [m.person for m in read_actors(text) if m.kind == "person"] == ["Mamun al-Zintani"]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("KRF fighters shelled Goma. On Monday the KRF left.", "KRF", 2),
        ("Zintan fell to the KRF. The KRF was silent.", "KRF", 2),
        ("The Red Wolves, a pro-government militia, left Goma. The Red Wolves denied it.", "Red Wolves", 2),
        ("The Karuba Liberation Army (KLX) left Goma. The KLX denied it.", "Karuba Liberation Army", 2),
        ("The rebel group known as Zorvani took Goma. Zorvani denied it.", "Zorvani", 2),
        ("Sunday fighters left. Sunday was quiet.", "Sunday", 0),
        ("Congolese rebels left Goma.", "Congolese", 0),
        ("Iranian-backed militiamen left Tikrit.", "Iranian-backed", 0),
        ("AK gunmen left Goma.", "AK", 0),
        ("In Nalutan rebels left. On Monday Zorvani fighters came.", "Zorvani", 1),
    ],
)
def test_a_group_that_no_list_has_is_one_where_the_words_say_that_it_fights(text: str, name: str, mentions: int) -> None:
    found = [m for m in read_actors(text) if m.name == name]
    assert len(found) == mentions
    assert all(m.kind == "armed group" and m.id is None for m in found)
