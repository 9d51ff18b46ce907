"""People on the move, in place and helped, in the terms of agencies and news desks; sentences of our own."""

import pytest

from claims.test_phenomena import fits, read, told

CASES = [
    # one count, one claim
    (
        "Around 300 families or approximately 1,900 people fled Kidal.",
        {"is": "displacement/displaced", "best": 300, "unit": "household"},
        1,
    ),
    (
        "More than 50,000 refugees have crossed into Chad since May.",
        {"is": "displacement/refugee", "measure": "cumulative", "low": 50000},
        1,
    ),
    ("Some 7,000 displaced people are sheltering in schools in Bria.", {"is": "displacement/sheltering", "best": 7000}, 1),
    ("The remaining 14 families (82 people) are stranded in Rukban.", {"is": "population/trapped", "best": 14, "unit": "household"}, 1),
    # time that a count runs over
    ("Some 4,000 people fled Taiz in the past four days.", {"start": "2019-06-10", "end": "2019-06-14", "measure": "cumulative"}, 1),
    ("As of 31 May, 4,000 people had been displaced from Taiz.", {"start": None, "end": "2019-05-31", "measure": "cumulative"}, 1),
    ("Some 4,000 people fled Taiz since the start of the siege on 9 May.", {"start": "2019-05-09", "end": "2019-06-14"}, None),
    # who, whence and whither
    ("The agency evacuated 900 women, children and wounded from Gorazde.", {"is": "displacement/evacuated", "origin": "Goražde"}, None),
    (
        "The number of displaced people in Goma rose from 40,000 to 90,000.",
        {"is": "displacement/displaced", "best": 90000, "at": "Goma"},
        1,
    ),
    ("Chad hosts 90,000 refugees.", {"is": "displacement/refugee", "at": "Chad", "measure": "stock"}, 1),
    ("Others have fled to neighbouring Chad.", {"is": "displacement/refugee", "destination": "Chad"}, 1),
    ("Some 2,300 Burundians entered Tanzania overnight.", {"is": "displacement/refugee", "destination": "Tanzania"}, 1),
    ("About 2,000 people have fled the country.", {"is": "displacement/refugee", "best": 2000}, 1),
    ("Some 400 families fled from Taiz to Sanaa.", {"is": "displacement/displaced", "best": 400}, 1),
    ("Lebanon hosts 70,000 Iraqis.", {"is": "displacement/refugee", "at": "Lebanon"}, 1),
    # shares
    ("Nine out of 10 people in Taiz are displaced.", {"is": "displacement/displaced", "best": 90, "unit": "percent"}, 1),
    ("One in five residents of Taiz has fled.", {"is": "displacement/displaced", "best": 20, "unit": "percent"}, 1),
    ("Half the town's people have left.", {"is": "displacement/displaced", "best": 50, "unit": "percent"}, 1),
    # nouns
    ("Shelling set off a mass exodus from Taiz.", {"is": "displacement/displaced", "origin": "Taiz"}, 1),
    ("A total of 4,500 returns to Taiz were recorded.", {"is": "displacement/returned", "best": 4500, "unit": "person"}, 1),
    ("At least 1,200 new arrivals were registered in Taiz.", {"is": "displacement/displaced", "low": 1200}, 1),
    # a number that is a verb's own, not one more of those before it
    ("The war has killed 70,000 people and displaced millions.", {"is": "displacement/displaced", "low": 2000000}, 1),
    ("An attack on the town forced thousands of civilians to flee to Goma.", {"is": "displacement/displaced", "destination": "Goma"}, None),
    ("Fighting in Taiz has displaced 8,000 families.", {"is": "displacement/displaced", "origin": "Taiz", "unit": "household"}, None),
    ("The refugees, about 20,000 of them, are camped near Goma.", {"is": "displacement/refugee", "best": 20000}, 1),
    ("So far 9,500 people have returned: 1,500 to Goma and 8,000 to Bunia.", {"is": "displacement/returned", "best": 8000}, 3),
    # living displaced
    ("Many of the displaced have taken refuge with relatives in Taiz.", {"is": "displacement/sheltering"}, 1),
    ("The school is now home to 1,500 people.", {"is": "displacement/sheltering", "best": 1500}, 1),
    ("About 900 families are staying in schools in Taiz.", {"is": "displacement/sheltering", "best": 900}, 1),
    ("Some 60,000 Somalis are living in camps in Kenya.", {"is": "displacement/refugee", "best": 60000}, 1),
    ("Shelling sent 4,000 people fleeing.", {"is": "displacement/displaced", "best": 4000}, 1),
    ("Villagers ran into the bush.", {"is": "displacement/displaced"}, 1),
    ("More than 3,000 people from Myanmar have taken shelter in India.", {"is": "displacement/refugee", "at": "India"}, 1),
    ("A convoy carrying 300 civilians left Taiz for Aden.", {"is": "displacement/evacuated", "best": 300, "destination": "Aden"}, 1),
    ("Nearly 3,000 Afghans have been sent back from Pakistan.", {"is": "displacement/returned", "best": 3000, "origin": "Pakistan"}, 1),
    # in place
    ("Troops rescued villagers trapped in Taiz.", {"is": "population/trapped", "at": "Taiz"}, 1),
    ("Some 4,000 people are unable to leave Taiz.", {"is": "population/trapped", "status": "asserted", "at": "Taiz"}, 1),
    ("Over 90,000 people were already in need of aid.", {"is": "population/in_need", "low": 90000}, 1),
    ("Displaced families urgently need food and water.", {"is": "population/in_need"}, 1),
    ("Some 900 old people are still living in Taiz.", {"is": "population/remaining", "best": 900}, 1),
    ("Taiz, with a population of 600,000 people, was shelled.", {"is": "population/resident", "best": 600000}, None),
    ("Gunmen are preventing 500 civilians from leaving Taiz.", {"is": "population/trapped", "best": 500, "at": "Taiz"}, 1),
    ("Residents face acute shortages of food and medicine in Taiz.", {"is": "population/in_need"}, 1),
    # helped
    ("The first convoy in a month reached Taiz with food.", {"is": "response/aid_delivered", "destination": "Taiz"}, 1),
    (
        "There is still no humanitarian access to Taiz.",
        {"is": "response/access", "status": "asserted", "out_of_reach": True, "at": "Taiz"},
        1,
    ),
    (
        "The army has blocked aid from entering Taiz.",
        {"is": "response/access", "status": "asserted", "out_of_reach": True, "at": "Taiz"},
        1,
    ),
    (
        "Aid agencies have been unable to reach 40,000 people in Taiz.",
        {"is": "response/access", "status": "asserted", "out_of_reach": True, "best": 40000},
        1,
    ),
    ("Sixteen aid trucks entered Taiz on Tuesday.", {"is": "response/aid_delivered", "best": 16}, 1),
    ("The camp in Goma, designed for 9,000, was attacked by gunmen.", {"is": "response/site_capacity", "best": 9000}, None),
]
NEVER = [
    ("Fearing gunmen, about 200 people flocked to the market in Taiz.", "displacement/displaced"),
    ("The army has blocked aid from entering Taiz.", "response/aid_delivered"),
    ("Humanitarian access to Taiz was discussed with the rebels.", "response/access"),
    ("The agency vaccinated 4,000 civilians in Taiz.", "population/resident"),
    ("Militiamen killed 60 people at another camp near Taiz last year.", "displacement/sheltering"),
    ("Medics evacuated four bodies from Taiz.", "displacement/evacuated"),
    ("Displaced families queued for water in Taiz.", "displacement/displaced"),
    ("The mission to repair the pump that serves 400,000 people in Taiz was shelled.", "response/aid_delivered"),
    ("A military convoy of 40 trucks entered Taiz.", "response/aid_delivered"),
    ("Two hundred soldiers crossed into Uganda.", "displacement/refugee"),
    ("The new site in Taiz can house 2,000 families.", "displacement/sheltering"),
]
SETTING = "\n\nRebels and the army are at war."


@pytest.mark.parametrize(("text", "wanted", "count"), CASES, ids=[text[:50] for text, _, _ in CASES])
def test_people_are_counted_once_and_placed(text: str, wanted: dict[str, object], count: int | None) -> None:
    claims = [c for c in read(text + SETTING) if c.kind in ("displacement", "population", "response")]
    assert any(fits(c, wanted) for c in claims), [told(c) for c in claims]
    assert count is None or len(claims) == count, [told(c) for c in claims]


@pytest.mark.parametrize(("text", "kind"), NEVER, ids=[text[:50] for text, _ in NEVER])
def test_what_is_no_such_claim(text: str, kind: str) -> None:
    assert kind not in [f"{c.kind}/{c.type}" for c in read(text + SETTING)]


def test_who_never_left_remains_and_is_not_told_of_twice() -> None:
    assert [(c.kind, c.type) for c in read("Rebels shelled Bria. Some 400 villagers never left the town.") if c.quantity] == [
        ("population", "remaining")
    ]
