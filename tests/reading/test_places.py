"""What counts as a mention of a place, and how far it reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model.mention import PlaceMention
from marsad.reading.places import demonym_country, read_places


def found(text: str) -> list[PlaceMention]:
    return [m for m in read_places(text) if not m.generic]


def named(text: str) -> dict[str, PlaceMention]:
    return {m.text: m for m in found(text) if not m.anaphor}


@pytest.mark.parametrize(
    ("text", "words", "name", "part"),
    [
        ("Shells fell on western Aleppo overnight.", "western Aleppo", "Aleppo", "west"),
        ("Shells fell on East Aleppo overnight.", "East Aleppo", "Aleppo", "east"),
        ("Troops hold the southern half of Ramadi.", "southern half of Ramadi", "Ramadi", "south"),
        ("Smoke rose over the old city of Aleppo.", "old city of Aleppo", "Aleppo", "old city"),
        ("They reached the centre of Manbij.", "centre of Manbij", "Manbij", "centre"),
        ("Shops closed in downtown Baghdad.", "downtown Baghdad", "Baghdad", "centre"),
        ("Roads are cut in southern and eastern Ukraine.", "southern and eastern Ukraine", "Ukraine", "south and east"),
        ("Aid reached north-eastern Nigeria.", "north-eastern Nigeria", "Nigeria", "northeast"),
        ("A blast shook the northern outskirts of Damascus.", "northern outskirts of Damascus", "Damascus", "north"),
    ],
)
def test_parts_belong_to_the_mention(text: str, words: str, name: str, part: str) -> None:
    mention = named(text)[words]
    assert (mention.name, mention.part) == (name, part)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Fighting spread through Idlib province.", "Idlib province", "admin1"),
        ("The town of Rawa was quiet.", "Rawa", "settlement"),
        ("Floods hit the Blue Nile state.", "Blue Nile state", "admin1"),
        ("Families arrived at Khazir camp.", "Khazir camp", "camp"),
        ("People cannot cross the Euphrates River.", "Euphrates River", None),
    ],
)
def test_words_for_the_kind_are_kept(text: str, words: str, kind: str | None) -> None:
    assert named(text)[words].kind == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They entered the village of Tel Sahra on Monday.", "Tel Sahra"),
        ("Snipers fired in the Red Poplars area of eastern Aleppo.", "Red Poplars"),
        ("Families left the Qamar Street neighborhood of Hama.", "Qamar Street"),
        ("Tents were put up at Wadi Nur camp.", "Wadi Nur camp"),
    ],
)
def test_places_that_no_gazetteer_has(text: str, name: str) -> None:
    assert any(m.name == name for m in found(text))


def test_unlisted_place_is_found_again_without_its_noun() -> None:
    text = "Snipers fired in the Red Poplars area of eastern Aleppo. By night Red Poplars was empty."
    assert [m.name for m in found(text)].count("Red Poplars") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Victoria Jackson said nothing.",
        "Gen. Houston spoke to the press.",
        "The judge told Mr. Lincoln to sit down.",
        "Abu Omar al-Halabi was killed.",
        "It was reported by the Springfield Gazette.",
        "She lives at 12 Memphis Street.",
        "The price rose to US$4.5 million.",
        "On Monday the March meeting was called off.",
        "Reading and writing were taught in May.",
        "Volunteers of the Red Crescent arrived.",
        "Most residents have left.",
        "Many houses were burnt.",
    ],
)
def test_no_places(text: str) -> None:
    assert [m.text for m in found(text) if not m.adjectival] == []


def test_control_of_a_town_is_no_body() -> None:
    assert [m.adjectival for m in found("Control of Aleppo passed to the rebels.") if m.text == "Aleppo"] == [False]


@pytest.mark.parametrize(
    "text", ["The Aleppo Media Center said so.", "A Baghdad Police officer said so.", "Students of Cairo University left."]
)
def test_institutions_are_adjectival(text: str) -> None:
    assert all(m.adjectival or m.kind == "site" for m in found(text) if m.name)


@pytest.mark.parametrize(
    "text", ["The US-led coalition struck.", "US troops left.", "The Cairo-based group said so.", "UK officials agree."]
)
def test_whose_they_are_is_no_place_of_an_event(text: str) -> None:
    assert all(m.adjectival for m in found(text))


def test_person_named_once_in_full_is_a_person_afterwards() -> None:
    text = "Officer Dana Jackson wrote the report. The car was stopped, Jackson said. Jackson was praised."
    assert found(text) == []


def test_name_that_is_plainly_a_place_once_is_so_elsewhere() -> None:
    text = "He was born in Mansfield, Ohio. Mansfield has changed."
    assert [m.text for m in found(text)].count("Mansfield") == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SOLDIERS ENTERED SANTA TECLA YESTERDAY.", "SANTA TECLA"),
        ("A BRIDGE WAS BLOWN UP IN USULUTAN DEPARTMENT.", "USULUTAN DEPARTMENT"),
        ("TWO MEN DIED IN CALI, COLOMBIA.", "CALI"),
        ("A CURFEW BEGAN IN NORTHERN SAN SALVADOR.", "NORTHERN SAN SALVADOR"),
    ],
)
def test_capitals_only(text: str, words: str) -> None:
    assert words in named(text)


def test_capitals_make_no_places_of_ordinary_words() -> None:
    text = "THE CAR WAS LEFT AT THE ENTRANCE OF THE BANK, MOST OF THEM SAID. NORMAL SERVICE WAS CUT OFF ON THAT DATE."
    assert found(text) == []


def test_short_name_that_is_a_word_counts_where_its_country_is_named() -> None:
    assert "Hit" in named("Iraqi troops have retaken Hit from the militants, officials said.")
    assert found("Hit songs played all night. Hit by debts, the firm closed.") == []


def test_spelling_that_nobody_lists() -> None:
    assert "Al Shaddada" in named("A Syrian convoy was hit near Al Shaddada at dawn.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Twelve died 20 km south of Kirkuk.", "20 km south of Kirkuk"),
        ("Twelve died about 5 miles (8 km) north-east of Kirkuk.", "about 5 miles (8 km) north-east of Kirkuk"),
        ("The road linking Homs with Palmyra is closed.", "road linking Homs with Palmyra"),
        ("The Homs-Palmyra highway is closed.", "Homs-Palmyra highway"),
        ("A convoy was stopped between Sirte and Misrata.", "between Sirte and Misrata"),
    ],
)
def test_phrases_over_places_cover_them(text: str, words: str) -> None:
    outer = named(text)[words]
    inner = [m for m in found(text) if m is not outer and outer.start <= m.start and m.end <= outer.end]
    assert outer.kind in ("relative", "road")
    assert inner


def test_words_that_stand_for_places() -> None:
    text = "They took Manbij. The town is empty, but the western side of the city burns. Both towns suffered."
    assert [m.text for m in found(text) if m.anaphor] == ["The town", "the western side of the city", "Both towns"]


def test_words_of_upper_case_copy_are_no_states() -> None:
    text = "TWO MEN DIED IN CALI, IN THE NORTH, OR SO THE POLICE SAID. IN MEDELLIN AND OTHER AREAS IT WAS CALM."
    assert [m.text for m in found(text) if m.kind in ("admin1", "region")] == []


def test_town_named_after_its_noun_stands_for_itself() -> None:
    text = "POLICE IN BOGOTA SAID THAT A BOMB WENT OFF IN THE CITY OF MEDELLIN."
    assert [m for m in found(text) if m.anaphor] == []


def test_council_of_a_town_is_no_place() -> None:
    assert [m for m in found("The town council met and the city hall closed.") if m.anaphor] == []


def test_common_nouns_are_marked() -> None:
    mentions = [m for m in read_places("A petrol station and two bridges were hit.") if m.generic]
    assert [m.text for m in mentions] == ["station", "bridges"]
    assert all(m.adjectival for m in mentions)


@pytest.mark.parametrize(
    ("word", "country"), [("Iraqi", "IQ"), ("IRAQI", "IQ"), ("Syrians", "SY"), ("Dutch", "NL"), ("Kurdish", None), ("Monday", None)]
)
def test_demonyms(word: str, country: str | None) -> None:
    assert demonym_country(word) == country


@given(st.text(max_size=300))
def test_any_text_gives_true_offsets(text: str) -> None:
    for m in read_places(text):
        assert text[m.start : m.end] == m.text


def test_long_hostile_text_is_read_in_time() -> None:
    for piece in ("Al-", "A B ", "of the ", "1 km ", "north of ", "(", "Near ", "the city of the "):
        read_places(piece * 20_000)


@pytest.mark.parametrize("words", ["Côte d'Ivoire", "Cote d’Ivoire"])
def test_an_elided_article_joins_a_name(words: str) -> None:
    assert [m.text for m in read_places(f"Rain fell in {words} on Monday.")] == [words]


def test_two_provinces_may_share_their_last_word() -> None:
    both = named("Fighting spread in North and South Kivu last week.")
    assert both["North"].name == "North Kivu"
    assert "South Kivu" in both


def test_a_side_is_no_name_where_no_such_place_is_known() -> None:
    assert "Upper" not in named("Shells fell in Upper and Lower Kassala.")


def test_the_old_city_is_a_part_of_a_city_named_before() -> None:
    (old,) = [m for m in found("Troops took Homs but not the old city.") if m.anaphor]
    assert (old.text, old.part) == ("the old city", "old city")
    assert [m for m in found("Troops took the old city of Homs.") if m.anaphor] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels overran Karubala, killing nine soldiers.", {"Karubala"}),
        ("Families have gone back to Karubala.", {"Karubala"}),
        ("Shells fell on Koza Bandela for a third day.", {"Koza Bandela"}),
        ("The shelling of Karubala killed nine people.", {"Karubala"}),
        ("Fighting goes on around Ard Hamrani and Tchebola.", {"Ard Hamrani", "Tchebola"}),
        ("Karubala was shelled on Monday. The mayor left Karubala.", {"Karubala"}),
        ("They hid near Karubala. Karubala, he said, is empty.", {"Karubala"}),
        ("Residents of Karubala said so.", {"Karubala"}),
        ("Some 900 people remain in Iraq's Hawija.", {"Iraq", "Hawija"}),
        ("They fled from Chad's Karubala.", {"Chad", "Karubala"}),
        ("Rebels stormed Parliament.", set()),
        ("It took place in Ramadan.", set()),
        ("The clash near Karubala Industries plants hurt nobody.", set()),
        ("Nobody believed in Karim Haddad.", set()),
    ],
)
def test_a_name_used_as_only_places_are_is_a_place(text: str, names: set[str]) -> None:
    assert {m.name for m in found(text) if m.name} == names
