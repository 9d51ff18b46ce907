import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.ingest.draft import Draft
from marsad.ingest.finish import finish
from marsad.ingest.header import read_header

BODY = "At least 40 families fled the town overnight."

# first lines, place, date that the dateline or header gives, agency, the body begins with
ROWS = [
    (" date 2015-06-04 AFP, RAMADI, Iraq\n\n", "RAMADI, Iraq", "2015-06-04", "AFP", "\n\n" + BODY),
    (" date 2015-06-04 Q Q\n\n", None, "2015-06-04", None, "\n\n" + BODY),
    (" date 2015-06-04 BAIJI - ", "BAIJI", "2015-06-04", None, BODY),
    ("date 2015-06-04\nTIKRIT, Iraq — ", "TIKRIT, Iraq", "2015-06-04", None, BODY),
    ("DUHOK, Iraq — ", "DUHOK, Iraq", None, None, BODY),
    ("DUHOK, Iraq—", "DUHOK, Iraq", None, None, BODY),
    ("BAIJI - ", "BAIJI", None, None, BODY),
    ("BAIJI – ", "BAIJI", None, None, BODY),
    ("BAIJI -- ", "BAIJI", None, None, BODY),
    ("DEIR EZ-ZOR, Syria - ", "DEIR EZ-ZOR, Syria", None, None, BODY),
    ("AL-BAB, Syria (Reuters) - ", "AL-BAB, Syria", None, "Reuters", BODY),
    ("ALEPPO, Dec 13 (Reuters) - ", "ALEPPO", None, "Reuters", BODY),
    ("ALEPPO, Dec. 13, 2016 (Reuters) - ", "ALEPPO", "2016-12-13", "Reuters", BODY),
    ("ALEPPO, Syria, 13 December 2016 (AFP) -- ", "ALEPPO, Syria", "2016-12-13", "AFP", BODY),
    ("GUATEMALA CITY, 9 OCT 89 (EFE) -- [TEXT] ", "GUATEMALA CITY", "1989-10-09", "EFE", BODY),
    (
        "GUATEMALA CITY, 9 OCT 89 (RADIO NUEVO MUNDO)-- [REPORT] [JUANA PEREZ] [TEXT] ",
        "GUATEMALA CITY",
        "1989-10-09",
        "RADIO NUEVO MUNDO",
        BODY,
    ),
    ("MANAGUA (NICARAGUA), 3 MAR 90 (ACAN - EFE) -- ", "MANAGUA (NICARAGUA)", "1990-03-03", "ACAN-EFE", BODY),
    ("NO CITY (PERU), NO DATE -- ", "PERU", None, None, BODY),
    ("CLANDESTINE, 3 FEB 90 (RADIO ESPERANZA) -- ", None, "1990-02-03", "RADIO ESPERANZA", BODY),
    ("BEIRUT (AP) — ", "BEIRUT", None, "Associated Press", BODY),
    ("Beirut, Lebanon – ", "Beirut, Lebanon", None, None, BODY),
    ("Geneva, 12 May 2014 (ICRC) – ", "Geneva", "2014-05-12", "ICRC", BODY),
    ("Geneva, 12 May 2014: ", "Geneva", "2014-05-12", None, BODY),
    ("GENEVA/AMMAN, 1 July 2013 – ", "GENEVA/AMMAN", "2013-07-01", None, BODY),
    ("AMMAN, Jordan, 15 June (UNHCR) – ", "AMMAN, Jordan", None, "UNHCR", BODY),
    ("KHARTOUM, Sudan, April 20, 2023 (UPI) -- ", "KHARTOUM, Sudan", "2023-04-20", "UPI", BODY),
    ("EL FASHER, North Darfur — ", "EL FASHER, North Darfur", None, None, BODY),
    ("12 May 2014, Goma – ", "Goma", "2014-05-12", None, BODY),
    ("AFP - ", None, None, "AFP", BODY),
    ("(Reuters) - ", None, None, "Reuters", BODY),
    ("Date: 3 March 2018\nSource: OCHA\n\nGOMA, DRC — ", "GOMA, DRC", "2018-03-03", "UN OCHA", BODY),
    ("SIRTE: ", "SIRTE", None, None, BODY),
    ("Herat: ", "Herat", None, None, BODY),
    ("Beirut — ", "Beirut", None, None, BODY),
    ("BEIRUT (AP) ? ", "BEIRUT", None, "Associated Press", BODY),
    ("Juba - South Sudan: ", "Juba - South Sudan", None, None, BODY),
    ("ZAGREB, Croatia (AP) _ ", "ZAGREB, Croatia", None, "Associated Press", BODY),
    ("MOSCOW, May 4. /TASS/. ", "MOSCOW", None, "TASS", BODY),
    ("Moscow. May 4. INTERFAX - ", "Moscow", None, "Interfax", BODY),
    ("Tehran, May 4, IRNA - ", "Tehran", None, "IRNA", BODY),
    ("Damascus, SANA- ", "Damascus", None, "SANA", BODY),
    ("May 4, 2016 (JUBA) - ", "JUBA", "2016-05-04", None, BODY),
    ("By Ann Lee and Omar Aziz\nBEIRUT (AP) — ", "BEIRUT", None, "Associated Press", BODY),
    ("Last updated: 3 March 2018\n", None, "2018-03-03", None, "\n" + BODY),
    ("March 3, 2018 at 5:02 p.m. EST\n", None, "2018-03-03", None, "\n" + BODY),
    ("2018/03/03\n", None, "2018-03-03", None, "\n" + BODY),
    ("3 Mar 2018 | Cairo\n", "Cairo", "2018-03-03", None, "\n" + BODY),
    ("Press release | 3 March 2018\n", None, "2018-03-03", None, "\n" + BODY),
    ("Reporting period: 25 February - 3 March 2018\n", None, "2018-03-03", None, "\n" + BODY),
    ("Published: March 3, 2018 14:05\n", None, "2018-03-03", None, "\n" + BODY),
    ("Published on 3rd March 2018\n\n", None, "2018-03-03", None, "\n\n" + BODY),
    ("3 March 2018\n\n", None, "2018-03-03", None, "\n\n" + BODY),
    ("Saturday, 3 March 2018\n\n", None, "2018-03-03", None, "\n\n" + BODY),
    ("2018-03-03\n\n", None, "2018-03-03", None, "\n\n" + BODY),
    ("03.04.2018\n\n", None, "2018-04-03", None, "\n\n" + BODY),
    ("date 2018-03-03 Key developments\n\n", None, "2018-03-03", None, "\n\n" + BODY),
    ("date 2018-03-03 ", None, "2018-03-03", None, BODY + " " + BODY),
    ("(Nairobi, March 3, 2018) – ", "Nairobi", "2018-03-03", None, BODY),
]

# a headline first: the dateline is known, the headline stays part of the body
BELOW_A_HEADLINE = [
    ("Situation report 4 (as of 3 March 2018)\n", None, "2018-03-03", None),
    ("Flash update 2 – Floods in the north (3 March 2018)\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\n\nGeneva, 3 March 2018\n\n", "Geneva", "2018-03-03", None),
    ("Militia shells market in Taiz\n\nNairobi/Geneva, 3 March 2018\n", "Nairobi/Geneva", "2018-03-03", None),
    ("Militia shells market in Taiz\nUpdated 3:15 PM ET, Sat March 3, 2018\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\nSaturday, 3 March 2018, 10:03 GMT 11:03 UK\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\nBy ANN LEE MARCH 3, 2018\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\nPosted 3 March 2018 Originally published 2 March 2018\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\n© IOM/3 March 2018\n", None, "2018-03-03", None),
    ("Militia shells market in Taiz\nIssued at 18:00, 3 March 2018\n", None, "2018-03-03", None),
    ("Taiz Weekly\nIssue 62: 9-15 March 2018\nPublished 17 March 2018\n", None, "2018-03-17", None),
    ("Taiz Weekly\nUpdate 62: 9-15 March 2018\nUpdated 17 March\n", None, "2018-03-15", None),
    ("Militia shells market in Taiz\nYemen Daily, Sanaa / 3 Mar.'18 / 11:28\n", None, "2018-03-03", None),
    ("A look at the raid of 3 March 2018\n", None, None, None),
    ("Aid workers in the town since May 3, 2018\n", None, None, None),
    ("Witnesses remember the shelling, 3 March 2018\n", None, None, None),
    ("Militia shells market in Taiz\n\nTAIZ, Yemen — ", "TAIZ, Yemen", None, None),
    ("Militia shells market in Taiz\n\n3 March 2018\n\nTAIZ (Reuters) - ", "TAIZ", "2018-03-03", "Reuters"),
]

NO_DATELINE = [
    "The town – home to 5,000 people – was shelled.",
    "Two men - both soldiers - died.",
    "BREAKING - Iraqi forces enter the city centre",
    "UPDATE 1 - Iraqi forces enter the city centre",
    "OPINION: What comes next for Syria",
    "Minister: Reports that 70 people were killed in the raid",
    "President Barzani – who visited the front on Monday – said so.",
    "THE ARMY -- WHICH DENIES IT -- SHELLED THE TOWN",
    "ISIS fighters (some 400) - fled the town in May",
    "U.S. Forces Repel Attack in Deir ez-Zor - Pentagon",
    "03/04/2018",
    "Aleppo: what happened and why",
    "Yemen: Five people were killed in a raid on a market town, officials said on Monday.",
    "A look at Srebrenica, 11 July 1995",
    "By Monday the army had taken the town",
    "In May 2016, 4,000 people fled.",
    "Jordan – Arab partners meet in Amman to discuss the camps",
    "",
    "\n\n\n",
    "—",
]


@pytest.mark.parametrize(("head", "place", "date", "agency", "body"), ROWS)
def test_reads_place_date_and_agency_of_a_header(head, place, date, agency, body):
    text = head + (BODY if len(body) < 2 * len(BODY) else body)
    header = read_header(text)
    day = header.date or (header.day.on() if header.day else None)
    assert (header.place, str(day) if day else None, header.publisher) == (place, date, agency)
    assert text[header.body :] == body


@pytest.mark.parametrize(("head", "place", "date", "agency"), BELOW_A_HEADLINE)
def test_a_dateline_below_a_headline_leaves_the_headline_in_the_body(head, place, date, agency):
    header = read_header(head + BODY)
    assert (header.place, str(header.date) if header.date else None, header.publisher, header.body) == (place, date, agency, 0)


@pytest.mark.parametrize("text", NO_DATELINE)
def test_takes_no_sentence_for_a_dateline(text):
    header = read_header(text)
    assert (header.place, header.date, header.body) == (None, None, 0)


@given(st.text(max_size=400))
def test_any_head_is_read_without_error_and_the_body_lies_inside(text):
    header = read_header(text)
    assert 0 <= header.body <= len(text)


def published(text, **fields):
    report = finish(Draft(input="x", text=text, **fields))
    return (str(report.published) if report.published else None, report.published_method)


def test_a_given_date_goes_before_the_header():
    assert published(" date 2015-06-04 AFP\n\nX fled.", given_date=datetime.date(2015, 6, 5)) == ("2015-06-05", "given")


def test_the_header_goes_before_the_dateline():
    assert published(" date 2015-06-04\n\nRAMADI, 3 June 2015 (AFP) - X fled.") == ("2015-06-04", "header")


def test_a_full_dateline_gives_the_date():
    assert published("RAMADI, 3 June 2015 (AFP) - X fled.") == ("2015-06-03", "dateline")


def test_a_dateline_without_a_year_gives_none():
    report = finish(Draft(input="x", text="RAMADI, June 3 (AFP) - X fled."))
    assert (report.published, report.published_method, report.dateline.date) == (None, None, None)


def test_the_given_date_tells_the_year_of_the_dateline():
    report = finish(Draft(input="x", text="RAMADI, Dec 31 (AFP) - X fled.", given_date=datetime.date(2016, 1, 1)))
    assert report.dateline.date == datetime.date(2015, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Some 40 fled. This note was published on 4 May 2019 by the office.", "2019-05-04"),
        ("Situation in the north (as of 4 May 2019)\n\nSome 40 fled.", "2019-05-04"),
        ("Figures as of 2 May 2019.\nSome fled.\nThis page was last updated 4 May 2019", "2019-05-04"),
    ],
)
def test_a_date_of_publication_said_in_the_text(text, day):
    assert published(text) == (day, "text")


def test_a_date_of_which_the_text_only_tells_is_no_publication_date():
    assert published("Some 40 fled on 4 May 2019.") == (None, None)


@pytest.mark.parametrize(("dateline", "place"), [("", None), ("TAIZ, Yemen — ", "TAIZ, Yemen")])
@pytest.mark.parametrize("headline", ["Bomb kills two guards in Taiz", "Bomb Kills Two Guards Near Taiz"])
def test_a_headline_behind_a_date_stays_in_the_body(headline: str, dateline: str, place: str | None) -> None:
    text = f" date 2018-03-03 {headline}\n\n{dateline}{BODY}"
    header = read_header(text)
    assert (header.place, str(header.date)) == (place, "2018-03-03")
    assert text[header.body :].startswith(headline)


def test_a_day_in_eight_digits_dates_a_report() -> None:
    assert read_header(f"20150604 reuters\n\n{BODY}").date == datetime.date(2015, 6, 4)


def test_a_number_behind_a_comma_is_no_year() -> None:
    report = finish(Draft(input="x", text=f"As of 10 July, 16 villages were empty. {BODY}"))
    assert report.published is None


def test_a_masthead_that_names_a_month_gives_an_interval_and_no_day() -> None:
    report = finish(Draft(input="x", text=f"Humanitarian Bulletin, Issue 4 | August 2015\n\n{BODY}"))
    assert (report.published, report.published_method) == (None, "inferred")
    assert (report.published_earliest, report.published_latest) == (datetime.date(2015, 8, 1), datetime.date(2015, 8, 31))
    assert report.published_reasons == ("its head names August 2015",)


def test_a_month_of_an_event_is_no_masthead() -> None:
    assert read_header(f"A brief look at the raid of August 2015\n\n{BODY}").month is None


def test_a_region_may_stand_in_a_dateline_in_small_letters() -> None:
    report = finish(Draft(input="x", text=f"GOMA, eastern Congo, Feb. 14 (Xinhua) -- {BODY}", given_date=datetime.date(2017, 2, 15)))
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.date) == ("GOMA, eastern Congo", datetime.date(2017, 2, 14))


@pytest.mark.parametrize(
    "line", ["By our reporter, Monday, August 5, 2024", "News comment, Goris, 5 August 2024", "GORIS, Monday, 5 August 2024. Some fled."]
)
def test_a_date_behind_a_writer_or_a_town_dates_the_report(line: str) -> None:
    assert finish(Draft(input="x", text=f"Arrivals\n{line}\n\n{BODY}")).published == datetime.date(2024, 8, 5)


def test_a_headline_on_strikes_of_a_month_is_no_masthead() -> None:
    assert read_header(f"UN report: May 2021 strikes killed 260\n\n{BODY}").month is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Harbour News online. Page last updated at 14:10 GMT, Wednesday, 22 April 2009", datetime.date(2009, 4, 22)),
        ("Highland Radio Network news, 9 September 1999", datetime.date(1999, 9, 9)),
        ("The Herald live blog, Saturday 12 August 2006 (all times local)", datetime.date(2006, 8, 12)),
        ("By Ann Lee and agencies, The Harbour Post, Saturday 12 August 2006", datetime.date(2006, 8, 12)),
        ("(AFP) – Aug 12, 2006", datetime.date(2006, 8, 12)),
        ("Associated Press, Saturday, AUGUST 12, 2006, PM cycle", datetime.date(2006, 8, 12)),
        ("Lebanon: live updates — day 32, August 12, 2006", datetime.date(2006, 8, 12)),
        ("From our correspondent in Monrovia, 22 July 2003", datetime.date(2003, 7, 22)),
        ("The Daily Standard - local news - 4 May 2011", datetime.date(2011, 5, 4)),
    ],
)
def test_what_a_publisher_says_of_its_page_may_stand_beside_the_day(line: str, day: datetime.date) -> None:
    assert read_header(f"War reaches the coast\n\n{line}\n\nRebels took Zintan on Monday.\n").date == day


@pytest.mark.parametrize("line", ["Massacre at Zintan, 15 January 1999", "Fighting spreads in the north, 12 August 2006"])
def test_a_headline_that_ends_with_the_day_of_its_event_dates_no_report(line: str) -> None:
    assert read_header(f"War reaches the coast\n\n{line}\n\nRebels took Zintan.\n").date is None
