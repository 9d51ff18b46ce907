"""Where the places of a report are."""

import pytest

from marsad.model.mention import PlaceMention
from marsad.model.report import Dateline, Report
from marsad.reading.places import read_places
from marsad.resolve.place import resolve_places
from marsad.resolve.places.earth import distance_km, halfway, moved


def located(text: str, *, url: str | None = None, dateline: str | None = None) -> list[PlaceMention]:
    report = Report(id="r", text=text, sha256="", url=url, dateline=Dateline(dateline) if dateline else None)
    return [m for m in resolve_places(report, read_places(text)) if not m.generic]


def one(text: str, words: str, *, url: str | None = None, dateline: str | None = None) -> PlaceMention:
    return next(m for m in located(text, url=url, dateline=dateline) if m.text == words)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A fire broke out in Tripoli, Lebanon, on Monday.", "Tripoli", "LB"),
        ("Libyan officials in Tripoli denied it. Sirte was calm.", "Tripoli", "LY"),
        ("Saudi officials met in Riyadh.", "Riyadh", "SA"),
        ("Iraqi troops entered the town of Riyadh southeast of Hawija.", "Riyadh", "IQ"),
        ("The court sits in Paris, Texas.", "Paris", "US"),
        ("The summit in Paris ended; France was pleased.", "Paris", "FR"),
        ("Alexandria, La., and Pineville share a river.", "Alexandria", "US"),
        ("Egypt sent police to Alexandria.", "Alexandria", "EG"),
        ("Rebels from Mali entered Gao.", "Gao", "ML"),
    ],
)
def test_namesakes(text: str, words: str, country: str) -> None:
    assert one(text, words).country == country


def test_small_towns_of_one_county_support_each_other() -> None:
    text = "Deputies from Rapides Parish were called to Pineville and then to Alexandria after a storm crossed Louisiana."
    assert all(m.admin1 == "US.LA" for m in located(text) if m.text in ("Pineville", "Alexandria"))


def test_an_old_name_of_a_far_city_is_not_meant_where_its_country_plays_no_part() -> None:
    text = "Sudanese planes bombed South Kordofan in Sudan. Refugees from Sudan reached Boni on foot, Sudanese officials said."
    assert [m.country for m in located(text) if m.text == "Boni"] in ([], [None])


def test_a_small_place_abroad_is_not_meant_by_its_bare_name() -> None:
    text = "The war in Iraq went on. Iraqi engineers cleared houses in the Rashidiya area, on the northern edge of Mosul, Iraq."
    assert [m.country for m in located(text) if m.text == "Rashidiya"] in ([], [None])


def test_a_country_is_meant_before_a_division_of_another_that_bears_its_name() -> None:
    text = "The war in Mali went on. Rebels left Moura on Monday."
    assert [m.country for m in located(text) if m.text == "Moura"] == ["ML"]


@pytest.mark.parametrize("spelling", ["Deir Ezzor", "Deir ez-Zor", "Dayr az Zawr", "Deir al-Zour"])
def test_one_name_for_all_spellings(spelling: str) -> None:
    mention = one(f"Syrian troops are near {spelling}.", spelling)
    assert (mention.name, mention.kind, mention.country) == ("Deir ez-Zor", "settlement", "SY")


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("Fighting went on in Hama province, Syria.", "Hama province", "Hama", "admin1"),
        ("Fighting went on in the Syrian city of Hama.", "Hama", "Hama", "settlement"),
        ("Iraq's Salaheddin province is calm.", "Salaheddin province", "Salah ad-Din", "admin1"),
        ("Boats crossed the Tigris.", "Tigris", "Tigris", "river"),
        ("They fled to Khazir camp in Iraq.", "Khazir camp", "Khazir", "camp"),
        ("Shelling hit Eastern Ghouta.", "Eastern Ghouta", "Ghouta", "region"),
        ("Clashes broke out in Omdurman, Sudan.", "Omdurman", "Omdurman", "settlement"),
    ],
)
def test_kinds(text: str, words: str, name: str, kind: str) -> None:
    mention = one(text, words)
    assert (mention.name, mention.kind) == (name, kind)
    assert mention.radius_km is not None
    assert mention.reason


def test_list_of_one_kind() -> None:
    found = {m.text: m.kind for m in located("Shells hit the Donetsk, Luhansk and Kherson regions of Ukraine.")}
    assert [found[n] for n in ("Donetsk", "Luhansk", "Kherson")] == ["admin1"] * 3


def test_unlisted_place_said_to_lie_in_a_province() -> None:
    mention = one("Militants attacked Tolo Wadi in Borno State, Nigeria.", "Tolo Wadi")
    assert (mention.name, mention.country, mention.method) == ("Tolo Wadi", "NG", "relation")


def test_airport_lies_by_the_town_it_is_named_for() -> None:
    mention = one("Syrian shells hit Hama airport.", "Hama airport")
    assert (mention.kind, mention.method) == ("site", "relation")
    assert mention.lat == pytest.approx(35.13, abs=0.05)


def test_neighbourhood_next_to_its_town() -> None:
    mention = one("Sudanese jets bombed Omdurman and the Al-Nur Hills neighbourhood.", "Al-Nur Hills neighbourhood")
    assert mention.method == "context"
    assert mention.radius_km > one("Sudanese jets bombed Omdurman.", "Omdurman").radius_km  # type: ignore[operator]


def test_part_of_a_town_lies_within_it_and_is_smaller() -> None:
    whole, part = one("Iraqi forces are in Mosul.", "Mosul"), one("Iraqi forces are in west Mosul.", "west Mosul")
    assert (whole.id, whole.name) == (part.id, part.name)
    assert part.radius_km < whole.radius_km  # type: ignore[operator]
    assert part.lon < whole.lon  # type: ignore[operator]


def test_distance_and_direction() -> None:
    mention = one("Twelve died 20 km south of Kirkuk in Iraq.", "20 km south of Kirkuk")
    anchor = one("Twelve died in Kirkuk, Iraq.", "Kirkuk")
    assert mention.method == "relation"
    assert mention.lat is not None
    assert mention.lon is not None
    assert distance_km(mention.lat, mention.lon, anchor.lat, anchor.lon) == pytest.approx(20, abs=0.5)  # type: ignore[arg-type]
    assert mention.lat < anchor.lat  # type: ignore[operator]
    assert 3 <= mention.radius_km <= 20  # type: ignore[operator]


def test_unlisted_place_is_where_the_words_after_it_say() -> None:
    text = "Rebels left Tel Sahra, a village about 30 km north of Palmyra in Syria."
    near = [m for m in located(text) if m.text.endswith("north of Palmyra")]
    assert near[0].method == "relation"
    assert near[0].lat == pytest.approx(34.83, abs=0.1)


def test_unlisted_area_of_a_known_town() -> None:
    text = "Snipers fired in the Red Poplars area of eastern Aleppo. By night Red Poplars was empty."
    for mention in (m for m in located(text) if m.text == "Red Poplars"):
        assert (mention.method, mention.country) == ("relation", "SY")
        assert mention.lat == pytest.approx(36.2, abs=0.1)


@pytest.mark.parametrize("words", ["road linking Homs with Palmyra", "Homs-Palmyra highway", "Homs – Palmyra road"])
def test_road_lies_between_its_ends(words: str) -> None:
    mention = one(f"Syrian officers said the {words} is closed.", words)
    assert (mention.name, mention.method) == (f"Homs-Palmyra {'highway' if 'highway' in words else 'road'}", "relation")
    assert 36.7 < mention.lon < 38.3  # type: ignore[operator]
    assert mention.radius_km == pytest.approx(71, abs=5)


def test_the_town_is_the_one_spoken_of() -> None:
    text = "Iraqi forces attacked Hawija on Monday. The town has been besieged for weeks. Baghdad is pleased."
    assert one(text, "The town").name == "Hawija"


def test_the_side_of_the_city() -> None:
    mention = one("Iraqi forces attacked Mosul. The western side of the city is cut off.", "The western side of the city")
    assert (mention.name, mention.part, mention.method) == ("Mosul", "west", "context")


def test_both_towns_are_two_places_with_one_span() -> None:
    text = "Syrian rebels took Manbij and Jarablus. Both towns had been shelled."
    both = [m for m in located(text) if m.text == "Both towns"]
    assert sorted(m.name or "" for m in both) == ["Jarablus", "Manbij"]


def test_the_capital_is_that_of_the_country() -> None:
    assert one("Iraq's army is tired. Protests began in the capital.", "the capital").name == "Baghdad"


def test_this_city_is_that_of_the_dateline() -> None:
    text = "MEDELLIN, COLOMBIA, 4 MAR 89 -- TWO BOMBS WENT OFF. POLICE IN BOGOTA SAID THAT MORE ARE HIDDEN IN THIS CITY."
    mention = one(text, "THIS CITY")
    assert (mention.name, mention.method) == ("Medellín", "dateline")


def test_town_without_antecedent_stays_open() -> None:
    mention = one("Heavy rain fell on the town.", "the town")
    assert (mention.name, mention.lat, mention.method) == (None, None, None)


def test_paper_named_for_its_town_is_no_paper_of_the_great_namesake() -> None:
    text = "Paris aldermen voted on the budget. Paris police will get a car. The Kentucky State Police helped."
    assert one(text, "Paris", url="http://www.parisexample.com/news/1").country == "US"


def test_hamlet_of_a_country_far_from_the_report_stays_open() -> None:
    text = "Syrian rebels said that Syrian jets struck Waverlyville and Oldham Corners in Syria."
    assert all(m.country == "SY" for m in located(text) if m.lat is not None)


def test_same_input_same_output() -> None:
    text = "Rebels in Homs, Hama and Tripoli met envoys of Iraq in Damascus, 20 km from Douma."
    assert located(text) == located(text)


def test_order_of_mentions_does_not_matter() -> None:
    text = "Fighting in Homs, Hama and the road linking Homs with Palmyra. The city burns."
    report = Report(id="r", text=text, sha256="")
    mentions = read_places(text)
    assert resolve_places(report, mentions) == resolve_places(report, mentions[::-1])


def test_globe() -> None:
    lat, lon = moved(10.0, 179.9, 90, 50)
    assert lon < -179
    assert distance_km(10.0, 179.9, lat, lon) == pytest.approx(50, abs=0.1)
    assert halfway(0.0, 179.0, 0.0, -179.0) in ((0.0, 180.0), (0.0, -180.0))


def test_a_quarter_said_to_be_of_a_town_lies_in_it_however_famous_its_namesake() -> None:
    text = "Shells fell on the Alexandria district of west Mosul in Iraq."
    report = Report(id="r", text=text, sha256="0" * 64)
    quarter = next(m for m in resolve_places(report, read_places(text)) if m.text == "Alexandria")
    assert (quarter.country, quarter.method, quarter.name) == ("IQ", "relation", "Alexandria")


def test_the_city_stays_the_city_when_another_town_is_named_in_between() -> None:
    text = (
        "Families fled Misrata this week, and camps filled up east of the city. South of the city, tribesmen cut the road to Bani Walid. "
        "The rebels still hold Bani Walid. Soldiers entered the city's eastern outskirts on Monday."
    )
    assert [m.name for m in located(text) if m.anaphor][-1] == "Misrata"


@pytest.mark.parametrize(
    "text", ["Shells fell on the Yarmouk quarter in Khartoum.", "Jets hit the Yarmouk district in the south of Khartoum."]
)
def test_a_named_quarter_lies_in_the_town_said_behind_it(text: str) -> None:
    report = Report(id="r", text=text, sha256="0" * 64)
    quarter = next(m for m in resolve_places(report, read_places(text)) if m.text.startswith("Yarmouk"))
    assert (quarter.country, quarter.method) == ("SD", "relation")


def test_a_road_with_one_unlisted_end_lies_somewhere_around_the_other() -> None:
    road = one("The Herat – Zor-e-Kalan road in Afghanistan is mined.", "Herat – Zor-e-Kalan road")
    assert (road.method, road.country) == ("relation", "AF")
    assert road.radius_km is not None
    assert road.radius_km > 25


def test_an_unlisted_town_lies_in_what_brackets_say_contains_it() -> None:
    town = one("Families reached Belbela town (Oromia), Ethiopia.", "Belbela town")
    assert (town.method, town.country) == ("relation", "ET")


def test_an_article_belongs_to_the_name_behind_it() -> None:
    assert one("In Ar-Raqqa, people fled.", "Ar-Raqqa").name == "Raqqa"
    assert [m.name for m in located("Aid reached Al-Hasakeh, Ar-Raqqa and Aleppo governorates.")] == ["Hasakah", "Raqqa", "Aleppo"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Patients left Al-Zawiya Street Hospital, Libya said.", "Az Zawiyah"),
        ("Fighting hit Nawa-e-Sorkh, in Afghanistan.", "Nawa"),
    ],
)
def test_a_piece_of_a_longer_name_is_not_that_place(text: str, never: str) -> None:
    assert never not in {m.name for m in located(text) if not m.adjectival}


def test_the_old_city_is_that_of_a_city_and_not_of_a_quarter() -> None:
    text = "Rebels in Homs took Baba Amr. Shells fell on the old city."
    mention = one(text, "the old city")
    assert (mention.name, mention.part) == ("Homs", "old city")


def test_what_a_towns_words_own_lies_in_it_and_a_country_lies_in_no_other() -> None:
    quarter = one("A house in Mosul's al-Jadida district was hit.", "al-Jadida district")
    assert (quarter.name, quarter.country, quarter.id) == ("al-Jadida", "IQ", None)
    assert one("Turkey's Syria offensive began on Monday.", "Syria").country == "SY"


@pytest.mark.parametrize(
    ("text", "name", "country", "method"),
    [
        ("A house in Riyadh, 30 km south of Hawija, was hit.", "Riyadh", "IQ", "relation"),
        ("A house in the village of Kabo, 30 km south of Goma, was hit.", "Kabo", "CD", "relation"),
        ("A house in Homs, 40 km south of Hama, was hit.", "Homs", "SY", "gazetteer"),
        ("A house in Huancayo, 415 km southeast of Lima, was hit.", "Huancayo", "PE", "gazetteer"),
        ("A house in Aleppo's Salaheddin district was hit.", "Salaheddin district", "SY", "relation"),
    ],
)
def test_a_place_lies_where_the_words_beside_it_say(text: str, name: str, country: str, method: str) -> None:
    place = one(text, name)
    assert (place.country, place.method) == (country, method)


def test_the_east_of_a_town_is_a_part_of_it() -> None:
    assert (
        one("A house in the east of Goma was hit.", "east of Goma").name,
        one("A house in the east of Goma was hit.", "east of Goma").part,
    ) == ("Goma", "east")
    assert one("A house to the east of Goma was hit.", "to the east of Goma").method == "relation"


@pytest.mark.parametrize(
    "text", ["Rebels mined the Kidal-Gao road.", "The Gao – Kidal road was mined.", "Rebels mined the road from Kidal to Gao."]
)
def test_names_at_both_ends_of_a_road_are_places(text: str) -> None:
    road = next(m for m in located(text) if m.kind == "road" and not m.anaphor)
    assert (road.country, road.method) == ("ML", "relation")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Shells hit Mali's capital on Monday.", "Mali's capital", "Bamako"),
        ("Shells hit the Malian capital on Monday.", "the Malian capital", "Bamako"),
        ("Rebels advanced on the capital of Mali.", "the capital of Mali", "Bamako"),
        ("Shells hit the heart of Mali's capital.", "the heart of Mali's capital", "Bamako"),
        ("ROCKETS HIT THE LEBANESE CAPITAL.", "THE LEBANESE CAPITAL", "Beirut"),
    ],
)
def test_a_capital_may_be_told_by_its_country(text: str, words: str, name: str) -> None:
    found = one(text, words)
    assert (found.name, found.kind, found.method) == (name, "settlement", "gazetteer")


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit Bamako, the Malian capital, on Monday.",
        "Shells hit the Malian capital, Bamako, on Monday.",
        "Shells hit Yemen's capital Sanaa.",
        "French capital flows into Mali.",
        "Rebels took northern Mali's regional capital.",
    ],
)
def test_a_capital_is_not_told_twice_nor_where_none_is_meant(text: str) -> None:
    assert not any("capital" in m.text for m in located(text) if m.lat is not None and not m.anaphor)


@pytest.mark.parametrize("words", ["a village near Goma", "a village 20 km south of Goma", "20 km south of Goma"])
@pytest.mark.parametrize("name", ["Makeen", "Hejja"])
def test_an_apposition_places_a_name_that_is_elsewhere_or_in_no_list(name: str, words: str) -> None:
    found = one(f"Troops of Congo shelled {name}, {words}, on Monday.", name)
    assert (found.country, found.method) == ("CD", "relation")


def test_a_day_before_a_distance_is_no_place() -> None:
    assert not [m for m in located("On Monday, 30 km south of Goma, rebels fired.") if m.text == "Monday"]


def test_the_city_is_the_large_one_that_the_report_is_about() -> None:
    text = "The siege of El Fasher ended on Sunday. Families have reached Tawila on foot. Shells had fallen on the city for months."
    assert one(text, "the city").name == "El Fasher"
    assert one(text.replace("the city", "the town"), "the town").name == "Tawila"


@pytest.mark.parametrize(
    "text",
    ["Rebels ambushed a bus between Kidal and Foobarrata.", "Rebels ambushed a bus between Foobarrata and Kidal on Monday."],
)
def test_between_a_known_place_and_one_in_no_list_is_around_the_known_one(text: str) -> None:
    found = next(m for m in located(text) if m.text.startswith("between"))
    kidal = one(text, "Kidal")
    assert (found.lat, found.lon, found.method) == (kidal.lat, kidal.lon, "relation")
    assert (found.radius_km or 0) > 40


def test_between_two_of_which_one_is_told_by_a_distance() -> None:
    found = one("A convoy was hit between Sake, 20 km west of Goma, and Masisi.", "between Sake, 20 km west of Goma, and Masisi")
    assert found.name == "between Sake and Masisi"
    assert found.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stopped a car between Goma and Colonel Mamadou on Tuesday.",
        "Talks between Kidal and Bamako broke down.",
        "Tensions between Gao and Bamako grew.",
    ],
)
def test_between_parties_lies_no_place(text: str) -> None:
    assert not [m for m in located(text) if m.text.startswith("between")]


def test_a_dateline_in_another_country_is_not_the_city_of_the_headline() -> None:
    text = "Gao in Mali under fire\n\nNIAMEY, March 21 (Reuters) - Shells fell on the city for a third day."
    assert one(text, "the city").name == "Gao"
    assert one(text.replace("Gao in Mali", "Towns in Mali"), "the city").name == "Niamey"


@pytest.mark.parametrize(
    "passing",
    [
        "A spokesman in Juba condemned it.",
        "The governor, speaking in Juba, asked for calm.",
        "A trader who lives in Juba was worried.",
        "The wounded were taken to a hospital in Juba.",
        "Ministers flew back to Juba.",
        "The road to Juba was closed.",
        "Reinforcements have been sent from the capital, Juba.",
        "The Juba-based monitors agreed.",
    ],
)
def test_the_town_is_no_place_that_is_named_in_passing(passing: str) -> None:
    assert one(f"Shells fell on Malakal, South Sudan. {passing} The market in the town burned.", "the town").name == "Malakal"


def test_a_convoy_on_the_road_to_a_town_is_near_it() -> None:
    assert one("An ambush on the road to Malakal, South Sudan, followed. Troops guard the town.", "the town").name == "Malakal"


def test_the_town_may_stand_for_one_that_no_list_has() -> None:
    mention = one("Shells fell on the town of Kumshera. A spokesman in Juba condemned it. The market in the town burned.", "the town")
    assert (mention.name, mention.lat) == ("Kumshera", None)


def test_a_spelling_counts_more_than_an_old_name_of_another_place() -> None:
    assert one("Fighting in Sloviansk went on.", "Sloviansk").name == "Slovyansk"


@pytest.mark.parametrize("text", ["Inside Kumshera town nobody slept.", "Troops seized parts of Kumshera.", "Rebels captured Qasr Omran."])
def test_unlisted_names_are_read_whole(text: str) -> None:
    assert {"Kumshera", "Qasr Omran"} & {m.name for m in located(text)}
