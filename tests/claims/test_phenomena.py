"""What a report's words claim, phenomenon by phenomenon, in sentences of our own; known misses are strict expected failures."""

import datetime
from typing import Any

import pytest

from marsad.flow import read_one
from marsad.model.claim import Claim
from marsad.model.report import Report

PUBLISHED = datetime.date(2019, 6, 14)  # a Friday


def read(text: str) -> list[Claim]:
    return list(read_one(Report(id="own", text=text, sha256="0" * 64, published=PUBLISHED)).claims)


def told(claim: Claim) -> dict[str, Any]:
    """A claim as flat values that a row of the table may ask for."""
    q = claim.quantity
    values: dict[str, Any] = {
        "is": f"{claim.kind}/{claim.type}",
        "status": claim.status,
        "civilian": claim.civilian,
        "means": claim.means,
        "out_of_reach": claim.out_of_reach,
        "start": claim.time.start and claim.time.start.isoformat(),
        "end": claim.time.end and claim.time.end.isoformat(),
    }
    if q is not None:
        values |= {"low": q.low, "best": q.best, "high": q.high, "unit": q.unit, "measure": q.measure, "per": q.per}
    for p in claim.places:
        values.setdefault(p.role, set()).add(p.name)
    for a in claim.actors:
        values.setdefault(a.role, set()).update({a.name, a.text})
    for s in claim.sources:
        values.setdefault(s.role, set()).update({s.name, s.person, s.org, s.text})
    return values


def fits(claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether the claim says all this; None stands for nothing said."""
    values = told(claim)
    return all(
        value in values.get(key, set()) if isinstance(values.get(key), set) else values.get(key) == value for key, value in wanted.items()
    )


def row(text: str, *wanted: dict[str, Any], never: tuple[str, ...] = (), gap: str = "") -> Any:
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(text, wanted, never, marks=marks, id=text[:60])


D = "displacement/displaced"
WHO_FLED = [
    row(
        "Some 4,000 civilians fled Hodeidah on Tuesday.",
        {"is": D, "best": 4000, "origin": "Hodeidah", "start": "2019-06-11", "measure": "incident"},
    ),
    row("Hundreds of rebel fighters fled Hodeidah after the army's assault.", {"is": "event/retreat"}, never=(D,)),
    row("Nearly 300 prisoners escaped from a jail in Goma.", never=(D,)),
    row("Investors have pulled capital out of Ukraine since January.", never=(D, "event/retreat")),
    row("The gunmen fled back into the centre of Tikrit.", {"is": "event/retreat"}, never=(D,)),
    row("Troops withdrew from the town of Malakal at dawn.", {"is": "event/retreat", "origin": "Malakal"}, never=(D,)),
    row("Officials have left the capital for talks in Geneva.", never=(D,)),
    row("More than 12,000 people were forced to flee their homes in Idlib.", {"is": D, "low": 12000, "high": None}),
]
KINDS_OF_FIGURE = [
    row(
        "Another 300 people fled Marib for Aden, bringing the total to 4,200.",
        {"is": D, "best": 4200, "origin": "Marib", "destination": "Aden", "measure": "cumulative"},
    ),
    row(
        "Some 4,300 of the 9,800 families who had fled Marib were back home by Sunday.",
        {"is": D, "best": 9800},
        {"is": "displacement/returned", "best": 4300},
    ),
    row(
        "The number of displaced people in Mali passed the two million mark in March, up from 1.5 million a year earlier.",
        {"is": D, "best": 2_000_000},
    ),
    row(
        "Since 3 June, 21,500 people have been displaced from Idlib.",
        {"is": D, "best": 21500, "measure": "cumulative", "start": "2019-06-03"},
    ),
    row("About 600 people a day are fleeing Hodeidah.", {"is": D, "best": 600, "measure": "rate", "per": "day"}),
    row(
        "Some 40,000 displaced people are sheltering in camps near Maiduguri.",
        {"is": "displacement/sheltering", "best": 40000, "measure": "stock"},
    ),
    row("Some 9,000 people have returned to Sinjar since May.", {"is": "displacement/returned", "best": 9000, "destination": "Sinjar"}),
    row("Uganda hosts 1.2 million refugees from South Sudan.", {"is": "displacement/refugee", "best": 1200000, "measure": "stock"}),
    row("As of June 3, 4,000 people were displaced in Bambari.", {"is": D, "best": 4000, "measure": "stock", "end": "2019-06-03"}),
    row("As of June 3, 4,000 people had been displaced in Bambari.", {"is": D, "best": 4000, "measure": "cumulative"}),
    row("About 15,000 civilians remain trapped in Baghouz.", {"is": "population/trapped", "best": 15000}),
    row("An estimated 200,000 people are still living in Raqqa.", {"status": "estimated", "best": 200000}),
    row("Some 3 million people in Yemen need food aid.", {"is": "population/in_need", "best": 3000000}),
    row("Another 3,000 people fled Aleppo overnight, bringing the total to 31,500.", {"is": D, "best": 3000}, {"is": D, "best": 31500}),
    row("Up to 5,000 civilians could still be inside Sirte.", {"best": 5000, "status": "possible"}),
]
STRUCTURE = [
    row("Some 30,000 people, aid agencies say, are facing hunger in Taiz.", {"is": "population/in_need", "best": 30000}),
    row("Some 300 people, the governor said, fled Bambari.", {"is": D, "best": 300, "speaker": "the governor"}),
    row("Some 300 people, officials said, were displaced from Bambari.", {"is": D, "best": 300, "speaker": "officials"}),
    row("Clashes forced 4,500 people to seek shelter at a church in the capital, Sanaa.", {"is": "displacement/sheltering", "at": "Sanaa"}),
    row("Violence killed over 500 people and displaced over 100,000 in Taiz.", {"is": D, "best": 100000}),
    row("Russian airplanes rained bombs and missiles on Idlib.", {"is": "event/air_strike"}, never=("event/shelling",)),
    row("Rebel rockets and mortar shells hit a market in Taiz.", {"is": "event/shelling", "agent": "Rebel"}),
    row("Soldiers fired upon the town of Baga.", {"is": "event/attack", "target": "Baga"}),
    row("Around 90 soldiers are occupying Baga.", {"is": "control/held", "at": "Baga"}, never=("control/gained",)),
    row("Thousands fled fighting in Marib.", {"is": D, "origin": "Marib"}),
    row("Some 7,000 members of the tribe took shelter in a church in Baga.", {"is": "displacement/sheltering", "best": 7000}),
    row("The militia was driven out of Sabha by government forces.", {"is": "control/gained", "at": "Sabha"}),
    row("The villagers, who fled Kadugli when militiamen attacked, need shelter.", {"is": D, "origin": "Kadugli"}),
    row("The displacement of 4,000 people from Kadugli alarmed aid workers.", {"is": D, "best": 4000, "origin": "Kadugli"}),
    row("The recapture of Sirte by Libyan forces was announced on Monday.", {"is": "control/gained", "at": "Sirte"}),
    row(
        "Shelling killed 12 people and wounded 40 in Donetsk.",
        {"is": "casualty/killed", "best": 12},
        {"is": "casualty/injured", "best": 40},
    ),
    row("Rebels seized Kidal and Gao.", {"is": "control/gained", "at": "Kidal"}, {"is": "control/gained", "at": "Gao"}),
    row("The death toll from the bombing in Kabul rose to 45.", {"is": "casualty/killed", "best": 45}),
    row("According to the UN, 5,000 people have fled Bambari.", {"is": D, "best": 5000, "speaker": "United Nations"}),
    row("Three hundred families (1,800 people) fled Bambari.", {"is": D, "best": 300, "unit": "household"}),
    row("Fleeing the fighting, 700 people reached Bangui on Monday.", {"is": D, "best": 700}),
]
CONTROL = [
    row(
        "Government forces retook Hasakah from Islamic State on Monday.",
        {"is": "control/gained", "at": "Hasakah", "former_holder": "Islamic State", "start": "2019-06-10"},
    ),
    row("Malakal fell to the rebels.", {"is": "control/gained", "at": "Malakal"}),
    row("Iraqi troops entered the town of Hawija.", {"is": "event/advance"}, never=("control/gained",)),
    row("Rebels stormed the governor's palace in Malakal and took it within hours.", never=("control/gained",)),
    row("The Taliban hold about 60 percent of Helmand.", {"is": "control/held", "holder": "Taliban", "best": 60, "unit": "percent"}),
    row("The rebels seized parts of Malakal.", {"is": "control/gained", "at": "Malakal"}),
    row("Boko Haram still holds the town of Gwoza.", {"is": "control/held", "holder": "Boko Haram", "at": "Gwoza"}),
    row("The army aims to retake Gwoza by the end of the month.", never=("control/gained:asserted",)),
    row("Gwoza has been under Boko Haram control since August 2014.", {"is": "control/held", "at": "Gwoza", "start": "2014-08-01"}),
    row("The town of Marawi is the last stronghold of Abu Sayyaf.", {"is": "control/held", "at": "Marawi City"}),
    row("The army controls the bridge by fire.", {"is": "control/held", "means": "fire"}),
    row("Rebel-held Douma was shelled on Monday.", {"is": "control/held", "at": "Douma"}),
    row("The rebels claim to have captured Kidal.", {"is": "control/gained", "status": "alleged"}),
]
CASUALTIES = [
    row(
        "At least 20 civilians were killed when an air strike hit a market in Saada.",
        {"is": "casualty/killed", "low": 20, "high": None, "civilian": True},
    ),
    row("A roadside bomb killed three soldiers near Mopti.", {"is": "casualty/killed", "best": 3, "civilian": False}),
    row(
        "The attack left 14 people dead and dozens injured in Quetta.",
        {"is": "casualty/killed", "best": 14},
        {"is": "casualty/injured", "low": 24, "high": 99},
    ),
    row(
        "Forty people, including 12 children, were killed in Ghouta.",
        {"is": "casualty/killed", "best": 40},
        {"is": "casualty/killed", "best": 12},
    ),
    row("A man aged 34 was killed by shelling in Sabha.", {"is": "casualty/killed", "best": 1}),
    row("Two girls aged 9 and 11 were shot dead in Beni.", {"is": "casualty/killed", "best": 2}),
    row("A girl, 6, and her mother, 31, died in the strike on Sabha.", {"is": "casualty/killed", "best": 2}, never=("population/in_need",)),
    row(
        "Omar Haddad, 45, Ali Nasser, 12, and Lina Saleh, 7, were killed by a shell in Sabha.",
        {"is": "casualty/killed", "best": 3},
    ),
    row(
        "The blast killed two couriers and wounded a beekeeper in Marib.", {"is": "casualty/killed", "best": 2}, {"is": "casualty/injured"}
    ),
    row("The bodies of 17 villagers were found near Beni.", {"is": "casualty/killed", "best": 17}),
    row("Six farmers lost their lives in an ambush near Zamfara.", {"is": "casualty/killed", "best": 6}),
    row("The strike killed 9 and injured 30 others in Taiz.", {"is": "casualty/killed", "best": 9}, {"is": "casualty/injured", "best": 30}),
    row("No civilians were killed in the strike on Taiz.", never=("casualty/killed:asserted",)),
    row("Two teachers are missing after the raid on Djibo.", {"is": "casualty/missing", "best": 2}),
    row(
        "Eleven people, four of them children, were killed in Taiz.",
        {"is": "casualty/killed", "best": 11},
        {"is": "casualty/killed", "best": 4, "civilian": True},
    ),
    row(
        "Médecins Sans Frontières treated 213 patients with gunshot wounds in Taiz.",
        {"is": "response/aid_delivered"},
        {"is": "casualty/injured", "best": 213},
    ),
    row("Two more people died in Taiz on Monday, bringing the toll to 31.", {"is": "casualty/killed", "best": 31, "start": None}),
    row(
        "Clashes near Taiz left five rebels and one soldier dead.",
        {"is": "casualty/killed", "best": 5},
        {"is": "casualty/killed", "best": 1},
    ),
    row("The shelling of Taiz left three women and a child injured.", {"is": "casualty/injured", "best": 3}),
    row("Students clashed with police in Taiz; a baker was killed.", {"is": "casualty/killed", "victim": "a baker", "civilian": True}),
    row("The body of an abducted trader was found near Beni.", {"is": "casualty/killed", "victim": "an abducted trader"}),
    row(
        "A mine went off as a convoy of traders passed near Gao, wounding two guards.",
        {"is": "casualty/injured", "best": 2, "agent": None},
    ),
]
EVENTS = [
    row("Saudi-led air strikes hit Sanaa on Thursday.", {"is": "event/air_strike", "at": "Sanaa", "start": "2019-06-13"}),
    row("A suicide car bomb exploded outside a police station in Kabul.", {"is": "event/suicide_bomb"}),
    row("Gunmen attacked a convoy near Diffa on Sunday.", {"is": "event/attack", "start": "2019-06-09"}),
    row("Militants kidnapped 15 women in Zamfara.", {"is": "event/abduction"}),
    row("The two sides agreed a ceasefire in Hodeidah.", {"is": "event/ceasefire"}),
    row("Clashes broke out between the army and rebels in Kadugli.", {"is": "event/armed_clash", "at": "Kadugli"}),
    row("The army shelled the town of Saraqib.", {"is": "event/shelling"}),
    row("Rebel forces besieged Aleppo for months.", {"is": "event/encirclement"}),
    row("The army launched an offensive against Boko Haram in Sambisa.", {"is": "event/offensive", "target": "Boko Haram"}),
    row("Militants executed 20 prisoners in Palmyra.", {"is": "event/execution"}),
    row("Militants executed nine captives in Palmyra.", {"is": "event/execution"}, never=("event/abduction",)),
    row("Near Palmyra, 15 air strikes destroyed two bunkers.", {"is": "event/air_strike", "best": 15, "target": "two bunkers"}),
    row("Soldiers burned 30 houses in a village near Beni.", {"is": "event/looting"}),
    row("Police arrested 12 suspected militants in Lahore.", {"is": "event/arrest"}),
    row("Rebel fighters burned down a clinic in Lahore.", {"is": "event/looting"}),
    row("A plane dropped bombs on the market of Taiz, killing two girls.", {"is": "event/air_strike", "target": "Taiz"}),
    row("The army withdrew from Taiz to avoid being surrounded.", {"is": "event/retreat"}, never=("event/encirclement",)),
    row("Twelve people were killed in strikes on Taiz.", {"is": "event/air_strike", "at": "Taiz"}),
    row("The army launched nine drones at Taiz.", {"is": "event/air_strike", "target": "Taiz"}),
    row("Rebels fought the army. The mayor's office was hit by a missile.", {"is": "event/shelling", "target": "The mayor's office"}),
    row("Rebel fighters lifted their blockade of Taiz.", never=("event/encirclement",)),
    row("Five people were hurt when a gas explosion wrecked a bakery in Taiz.", never=("event/ied",)),
    row("Fire was exchanged between the army and the rebels in Kadugli.", {"is": "event/armed_clash", "agent": "the rebels"}),
    row("The government and the rebels signed a peace deal in Kadugli.", {"is": "event/ceasefire"}),
    row("The OSCE observed mortar explosions near Lahore.", {"is": "event/shelling", "agent": None}),
    row("Army jets flew three air raids on Taiz, with no word on casualties.", {"is": "event/air_strike", "target": None}),
    row(
        "Elders blamed the raid on herders from Kadugli.",
        {"is": "responsibility/attributed", "agent": "herders"},
        never=("event/attack",),
    ),
    row(
        "The blasts blamed on the rebels killed six villagers in Taiz.",
        {"is": "casualty/killed", "best": 6, "speaker": None, "agent": None},
    ),
    row("The armed strike called by the rebels paralysed trade in Lima.", never=("event/air_strike",)),
    row(
        "Eleven people were killed and nine injured, she said.",
        {"is": "casualty/killed", "best": 11},
        {"is": "casualty/injured", "best": 9},
    ),
    row(
        "Medics reported 14 people dead and 30 more wounded in Taiz.",
        {"is": "casualty/killed", "best": 14},
        {"is": "casualty/injured", "best": 30},
    ),
    row(
        "The ministry estimated the number of deaths at 71 people, including 18 women.",
        {"is": "casualty/killed", "best": 71, "status": "estimated"},
    ),
    row("Six of the victims were killed in a shop in Taiz.", {"is": "casualty/killed", "best": 6}, never=("casualty/casualties",)),
    row("More than 1300 MNLA fighters were killed in Kidal.", {"is": "casualty/killed", "best": 1300}),
    row(
        "Jets struck a bakery in Taiz on Monday, residents said, killing 19 people.",
        {"is": "casualty/killed", "best": 19, "speaker": "residents", "agent": "Jets"},
    ),
    row("Nine soldiers died in a rebel attack in Kidal.", {"is": "event/attack", "agent": "rebel"}),
    row("Two civilian resistance fighters were killed in Taiz.", {"is": "casualty/killed", "best": 2, "civilian": False}),
    row(
        "A bomber killed five people, including two policemen, and injured 21 others in Kidal.",
        {"is": "casualty/injured", "best": 21, "civilian": None},
    ),
    row(
        "Police killed two men, bringing the total number this year to 16, including three children.",
        {"is": "casualty/killed", "best": 2},
        {"is": "casualty/killed", "best": 16, "measure": "cumulative"},
        {"is": "casualty/killed", "best": 3, "measure": "cumulative"},
    ),
    row("A drone crashed into a clinic in Taiz, killing four nurses.", {"is": "casualty/killed", "best": 4}),
    row("We reached about 60 bodies in Taiz, rescuers said.", never=("response/aid_delivered",)),
    row(
        "The attack left more than 30 injured and at least 16 dead in Taiz.",
        {"is": "casualty/injured", "best": 30},
        {"is": "casualty/killed", "best": 16},
    ),
    row(
        "Five out of 30 people wounded in the blast in Kidal died of their wounds.",
        {"is": "casualty/killed", "best": 5},
        {"is": "casualty/injured", "best": 30},
    ),
    row(
        "Gunmen killed 14 civilians and one soldier in Kidal.", {"is": "casualty/killed", "best": 14}, {"is": "casualty/killed", "best": 1}
    ),
    row("Eight bodies were removed from a house in Taiz.", {"is": "casualty/killed", "best": 8}, never=(D,)),
    row("Doctors said seven nurses were among those killed in Taiz.", {"is": "casualty/killed", "best": 7}),
    row("Rebels shelled Taiz. Among the dead were two priests.", {"is": "casualty/killed", "best": 2}),
    row(
        "The blast killed 50 people, including six soldiers and eight women, in Kidal.",
        {"is": "casualty/killed", "best": 6},
        {"is": "casualty/killed", "best": 8},
    ),
    row("The raids resulted in a death toll of 17 villagers in Taiz.", {"is": "casualty/killed", "best": 17}),
    row(
        "The offensive, which according to the health ministry has killed 3,400 people, began in Taiz.",
        {"is": "casualty/killed", "best": 3400, "agent": None},
    ),
    row("It is estimated that 1207 Lebanese lost their lives in the war.", {"is": "casualty/killed", "best": 1207, "start": None}),
]
CERTAINTY = [
    row("A truce allowed 2,000 families to leave Taiz.", {"is": D, "status": "asserted", "best": 2000}),
    row("The army plans to attack Idlib next week.", never=("event/attack:asserted", "event/offensive:asserted")),
    row("Up to 30 people may have been killed in the raid on Taiz.", {"is": "casualty/killed", "status": "possible"}),
    row("Witnesses alleged that soldiers killed 15 villagers in Baga.", {"is": "casualty/killed", "status": "alleged"}),
    row("The army has not retaken Baga.", never=("control/gained:asserted",)),
    row("If the rebels capture Marib, thousands of people will flee.", never=("control/gained:asserted", D + ":asserted")),
    row("Did the rebels capture Marib?", never=("control/gained",)),
    row("An estimated 7,000 people fled Marib.", {"is": D, "status": "estimated", "best": 7000}),
    row("Some 50,000 people are expected to flee Marib.", {"is": D, "status": "expected"}),
    row("The government denied that its jets bombed Marib.", never=("event/air_strike:asserted",)),
    row("Rebels failed to capture Marib.", never=("control/gained:asserted",)),
]
VOICES = [
    row(
        "A diplomat who asked not to be named said the army had shelled Sabha.",
        {"is": "event/shelling", "speaker": "A diplomat who asked not to be named"},
    ),
    row(
        "The Syrian Observatory for Human Rights, a monitor in Britain, reported several air strikes on Sabha.",
        {"is": "event/air_strike", "speaker": "Syrian Observatory for Human Rights"},
    ),
    row(
        '"We have counted 45 bodies in Beni," the ministry said. It added that 120 people had been wounded.',
        {"is": "casualty/injured", "speaker": "the ministry"},
    ),
    row(
        "Families who reached Marib said militants had shot nine men.",
        {"is": "event/attack", "speaker": "Families who reached Marib"},
    ),
    row(
        "A woman who lost two sons in Beni said soldiers had shelled Sabha.",
        {"is": "event/shelling", "speaker": "A woman who lost two sons in Beni"},
    ),
    row("In Beni a doctor said nine civilians had been killed.", {"is": "casualty/killed", "best": 9, "speaker": "a doctor"}),
    row(
        "At the railway hospital a nurse said that nine civilians had been killed in Beni.",
        {"is": "casualty/killed", "best": 9, "speaker": "a nurse"},
    ),
    row("In Marib hospital officials said the army had shelled Sabha.", {"is": "event/shelling", "speaker": "hospital officials"}),
    row(
        "The officer told the mission that nine soldiers had been killed in Sabha.",
        {"is": "casualty/killed", "best": 9, "status": "asserted", "speaker": "The officer"},
    ),
    row("President Haddad declared victory after soldiers recaptured Marib.", {"is": "control/gained", "speaker": None}),
    row('"We have retaken Sabha," General Salem Haddad told reporters.', {"is": "control/gained", "speaker": "Salem Haddad"}),
    row("The International Organization for Migration said 8,000 people had fled Sabha.", {"is": D, "speaker": "IOM", "best": 8000}),
    row("The UN, citing IOM figures, said 8,000 people had fled Sabha.", {"is": D, "speaker": "United Nations", "cited": "IOM"}),
    row("8,000 people have been displaced from Sabha, a UN spokesman said on Monday.", {"is": D, "best": 8000}),
    row("IOM, which cites the Red Cross, said 8,000 people had fled Sabha.", {"is": D, "speaker": "IOM", "cited": "the Red Cross"}),
    row(
        "The Syrian Observatory for Human Rights, citing residents, reported 23 deaths in air raids on Sabha.",
        {"is": "casualty/killed", "best": 23, "cited": "residents"},
    ),
    row("Human Rights Watch accused the army of killing 40 villagers in Sabha.", {"is": "casualty/killed", "status": "alleged"}),
    row("Residents said government jets bombed Marib on Monday.", {"is": "event/air_strike", "start": "2019-06-10"}),
]
TIMES = [
    row("On May 10 and 11, 2018, shells killed 20 people in Taiz.", {"is": "casualty/killed", "start": "2018-05-10", "end": "2018-05-11"}),
    row(
        "Between 3 and 9 June, agencies report that 5,000 families were forced to flee Marib.",
        {"is": D, "start": "2019-06-03", "end": "2019-06-09"},
    ),
    row("Fighters of the June 4 Movement shelled Marib.", {"is": "event/shelling", "start": None}),
    row("Gunmen killed 36 herders in Baga and the nearby town of Kukawa last March.", {"is": "casualty/killed", "start": "2019-03-01"}),
]
COUNTS_AND_BOUNDS = [
    row("At least seven and as many as 14 people were killed in Beni.", {"is": "casualty/killed", "low": 7, "high": 14}),
    row("More than 300 people are waiting to be evacuated from Homs.", {"is": "displacement/evacuated", "best": 300, "status": "expected"}),
    row("The delivery will enable the clinic to treat 90 wounded people.", never=("casualty/injured", "casualty/casualties")),
    row("Doctors in Beni struggled to treat 90 wounded people.", {"is": "casualty/injured", "best": 90}),
    row("Thousands remain trapped in Mariupol.", {"is": "population/trapped"}, never=("population/remaining",)),
    row(
        "A blast in Beni killed 11 civilians at a bus stop and one officer.",
        {"is": "casualty/killed", "best": 11, "civilian": True},
        {"is": "casualty/killed", "best": 1, "civilian": False},
    ),
]
NOT_COME_TO_PASS = [
    row("The insurgents are looking to recapture Marawi from the army.", {"is": "control/gained", "status": "planned"}),
    row("A bid by rebels to seize Bangassou failed.", {"is": "control/gained", "status": "denied"}),
    row("The army's attempt to retake Kobani was beaten back.", {"is": "control/gained", "status": "denied"}),
    row("Had rebels captured Goma, the army would have left.", never=("control/gained",)),
    row("The alliance threatened Belgrade with air strikes.", never=("event/air_strike:asserted",)),
    row("Civilians fled, fearing an attack on Bambari.", {"is": "event/attack", "status": "possible"}),
]
DONE_ALL_THE_SAME = [
    row("No group has claimed responsibility for the bombing in Quetta.", {"is": "event/ied", "status": "asserted"}),
    row(
        "The rocket attack on Najran caused no injuries.",
        {"is": "event/shelling", "status": "asserted"},
        never=("casualty/injured:asserted",),
    ),
    row("The army advanced north of Goma.", {"is": "event/advance", "near": "north of Goma"}),
    row(
        "Two soldiers were left dead and three others hurt in Goma.",
        {"is": "casualty/killed", "low": 2},
        {"is": "casualty/injured", "low": 3},
    ),
    row(
        "No civilians have been evacuated from Goma.",
        {"is": "displacement/evacuated", "status": "denied"},
        never=("population/remaining:asserted",),
    ),
    row("The governor denied that 5,000 people had fled Goma.", never=("population/remaining:asserted",)),
    row("There was no claim of responsibility for the car bomb in Goma.", {"is": "responsibility/claimed", "status": "denied"}),
    row("The M23 said its fighters were behind the blast in Goma.", {"is": "responsibility/claimed"}),
    row("The rebels made gains near Goma.", {"is": "event/advance", "near": "Goma"}),
    row("The rebels did not make any gains near Goma.", {"is": "event/advance", "status": "denied"}),
    row("The rebels did not claim the attack on Najran.", never=("event/attack:asserted",)),
    row("The army has not confirmed the attack on Najran.", {"is": "event/attack", "status": "doubted"}),
    row("The attack on Najran could not be independently verified.", {"is": "event/attack", "status": "doubted"}),
    row("The army looks to have captured Goma.", {"is": "control/gained", "status": "estimated"}),
    row("The attack on Najran did not take place.", {"is": "event/attack", "status": "denied"}),
    row("The army did not carry out the attack on Najran.", {"is": "event/attack", "status": "denied"}),
]
WHEN_AND_HOW_MANY = [
    row("Nine soldiers were wounded following Thursday's ambush near Kidal.", {"is": "casualty/injured", "start": "2019-06-13"}),
    row(
        "Fourteen people died in the deadliest attack in Sinai since 2013.", {"is": "casualty/killed", "start": None, "measure": "incident"}
    ),
    row("Nine people were killed in the worst attack in Cauca on Monday.", {"is": "casualty/killed", "start": "2019-06-10"}),
    row("Five members of one family were killed when a shell hit their house in Aleppo.", {"is": "casualty/killed", "best": 5}),
    row("Some 80 people, both civilians and fighters, were injured in Taiz.", {"is": "casualty/injured", "best": 80}),
    row("Gunmen killed nine suspected informers in Kidal.", {"is": "casualty/killed", "best": 9, "civilian": None}),
]
WHO_AND_WHAT = [
    row("Russian troops today captured the village of Shatoi.", {"is": "control/gained", "holder": "Russian troops"}),
    row("Rwanda accused Congolese troops of shelling Goma.", {"is": "responsibility/attributed", "agent": "Congolese troops"}),
    row("Raiders attacked Kotido, setting fire to homes.", {"is": "event/looting", "target": "homes"}),
    row("Rebels captured Kajaki.", never=("event/abduction",)),
]
ONE_BY_ONE = [
    row("A policeman was shot dead in Kidal.", {"is": "casualty/killed", "best": 1, "measure": "incident"}),
    row("Gunmen shot dead a judge and his driver in Quetta.", {"is": "casualty/killed", "best": 2}),
    row("A passer-by was injured in the shelling of Kidal.", {"is": "casualty/injured", "best": 1}),
    row("Six guards and the mayor were killed in Kidal.", {"is": "casualty/killed", "best": 6}, {"is": "casualty/killed", "best": 1}),
    row("Police were attacked in Kidal.", never=("casualty/killed", "casualty/injured")),
    row("The crew died in the shelling of Kidal.", {"is": "casualty/killed", "best": None}),
    row("The gunmen fired on the crowd in Kidal, killing one and injuring two.", {"is": "casualty/killed", "best": 1}),
    row("Mortar shells killed one in Kidal.", {"is": "casualty/killed", "best": 1}),
]
COUNTED_APART = [
    row("Police shot dead five looters in Juba.", {"is": "casualty/killed", "best": 5, "agent": "Police", "victim": "five looters"}),
    row(
        "Clashes near Kidal resulted in 16 killed and 20 wounded.",
        {"is": "casualty/killed", "best": 16},
        {"is": "casualty/injured", "best": 20},
    ),
    row(
        "The raid on Igabi left four dead and several others injured.",
        {"is": "casualty/killed", "best": 4},
        {"is": "casualty/injured", "low": 2},
    ),
    row(
        "Officials in Kidal put the number of dead at 31 and the number of injured at 200.",
        {"is": "casualty/killed", "best": 31},
        {"is": "casualty/injured", "best": 200},
    ),
    row(
        "Two soldiers killed, one injured near Kidal.",
        {"is": "casualty/killed", "best": 2, "civilian": False},
        {"is": "casualty/injured", "best": 1},
    ),
    row(
        "Ten militants were killed in the fighting in Kidal and four members of the security forces were killed in Gao.",
        {"is": "casualty/killed", "best": 10},
        {"is": "casualty/killed", "best": 4},
    ),
    row(
        "Two vehicles were burned and a number of soldiers were killed or wounded in Kidal.",
        {"is": "casualty/casualties", "best": None, "victim": "a number of soldiers"},
        never=("casualty/killed",),
    ),
    row(
        "4,000 people fled Zintan and 9,000 fled Nalut.",
        {"is": D, "best": 4000, "origin": "Zintan"},
        {"is": D, "best": 9000, "origin": "Nalut"},
    ),
    row(
        "Some 3,000 people arrived in Kidal and another 1,200 in Farbanda.",
        {"is": D, "best": 3000, "destination": "Kidal"},
        {"is": D, "best": 1200, "destination": "Farbanda"},
    ),
    row("Libya has 90,000 refugees.", {"is": "displacement/refugee", "best": 90000, "at": "Libya"}),
]
K = "casualty/killed"
LISTS = [
    row(
        "Six farmers, three soldiers and two herders were killed in Kidal on Monday.",
        {"is": K, "best": 6},
        {"is": K, "best": 3, "at": "Kidal"},
        {"is": K, "best": 2},
    ),
    row(
        "A nurse, two guards and three children died in an air strike on Gao.",
        {"is": K, "best": 2},
        {"is": K, "best": 3},
    ),
    row("The raid on Gao left six rebels, four soldiers and a child dead.", {"is": K, "best": 6}, {"is": K, "best": 4}),
    row("Rebels killed two teachers, a neighbour and three boys near Gao.", {"is": K, "best": 1}, {"is": K, "best": 3}),
    row("A mother, her two sons and a neighbour were killed when a rocket hit Gao.", {"is": K, "best": 2}, {"is": K, "best": 1}),
]
AS_NEWS_IS_WRITTEN = [
    row(
        "On Monday, the army said, rebels shelled the market in Kidal.",
        {"is": "event/shelling", "start": "2019-06-10", "speaker": "the army"},
    ),
    row(
        "In Kidal on Tuesday, officials said, gunmen killed two teachers.",
        {"is": K, "best": 2, "at": "Kidal", "start": "2019-06-11"},
    ),
    row(
        "A suicide bomber struck a wedding near Kidal, leaving at least 41 dead and 17 injured.",
        {"is": K, "low": 41, "victim": "at least 41 dead"},
        {"is": "casualty/injured", "best": 17},
    ),
    row("Officials put at about 250 the number of fighters killed in Kidal.", {"is": K, "best": 250}),
    row("A car bomb that went off in Kidal claimed 11 lives and injured 24 people.", {"is": "casualty/injured", "best": 24}),
    row(
        "The April 11 drone strike on Kidal was condemned on Monday.",
        {"is": "event/air_strike", "start": "2019-04-11", "end": "2019-04-11"},
    ),
    row("The last troops in Kidal ran away on Sunday.", {"is": "event/retreat", "start": "2019-06-09"}),
    row("Civilians ran from the fighting in Kidal.", {"is": D}),
    row("Militants gained possession of the city of Kidal.", {"is": "control/gained", "at": "Kidal", "holder": "Militants"}),
    row(
        "Some 14 people, mostly women and children, were killed in an air strike on Kidal.",
        {"is": K, "best": 14},
    ),
    row(
        "Raids on Kidal, the last stronghold of the army, killed 15 rebels, said the coalition fighting in Mali.",
        {"is": K, "best": 15, "at": "Kidal", "speaker": "the coalition fighting in Mali"},
    ),
]
TOLD_BY = [
    row("By the army's account 90 rebels were killed in Kidal.", {"is": K, "best": 90, "speaker": "the army"}),
    row("Ninety rebels, by their own count, were killed in Kidal.", {"is": K, "best": 90}),
    row(
        "The deaths of 47 fighters in Kidal were recorded by the Red Cross.",
        {"is": K, "best": 47, "speaker": "the Red Cross"},
    ),
    row("Villagers from Menaka said gunmen had killed nine people.", {"is": K, "best": 9, "at": "Ménaka"}),
    row("Two bombs in Kidal killed five soldiers and left nine wounded on Saturday.", {"is": "event/ied", "start": "2019-06-08"}),
    row(
        "A suicide bomber struck a funeral in Kidal, killing 28, and a car bomb in Gao killed nine people.",
        {"is": "event/suicide_bomb", "at": "Kidal"},
        {"is": "event/ied", "at": "Gao"},
    ),
    row("A teacher died when a missile hit a bus in Kidal.", {"is": K, "best": 1}),
    row("Bombs struck the school in Kidal.", {"is": "event/air_strike"}, never=("event/ied",)),
    row("Some 52,000 people have been forced from their homes, the UN says.", {"is": D, "best": 52000, "speaker": "the UN"}),
]
DEEDS = [
    row("Two gendarmes were killed by armed men in Kidal.", {"is": "event/armed_clash", "agent": "armed men", "target": "Two gendarmes"}),
    row("Rebels attacked the base in Kidal, killing nine soldiers.", {"is": "event/attack"}, never=("event/armed_clash",)),
    row("Rebels struck a convoy near Kidal.", {"is": "event/attack", "target": "a convoy"}),
    row("Gunmen wounded a nurse in Kidal.", {"is": "event/attack", "target": "a nurse"}),
    row("Nine soldiers were killed in a suicide bombing on Monday.", {"is": "event/suicide_bomb", "start": "2019-06-10"}),
    row("A conscript was injured in a bomb blast 17km west of Kidal.", {"is": "event/ied", "at": "17km west of Kidal"}),
    row("At least 14 people died in clashes over land near Kidal.", {"is": "event/armed_clash"}),
    row("A man died in a heart attack in Kidal.", never=("event/attack", "casualty/killed")),
    row("The ministry put the death toll from the attack in Kidal at 31.", never=("event/attack:planned",)),
    row(
        "Rebels carried out an attack that killed 12 people in Kidal on Monday.",
        {"is": "event/attack", "start": "2019-06-10", "at": "Kidal", "agent": "Rebels"},
    ),
    row("Six soldiers were wounded in an IED attack against their vehicle near Kidal.", {"is": "event/ied"}, never=("event/attack",)),
    row("Rebels took 14 soldiers prisoner near Kidal.", {"is": "event/abduction", "best": 14, "target": "14 soldiers"}),
    row("Gunmen carried off 30 women from Kidal.", {"is": "event/abduction", "best": 30}),
    row("Militiamen torched 40 homes in Kidal.", {"is": "event/looting", "agent": "Militiamen"}),
    row(
        "Nine civilians died when herders clashed with farmers near Kidal.",
        {"is": "event/armed_clash", "agent": "herders", "target": "farmers"},
    ),
    row("The accord gave the rebels control of Kidal.", {"is": "control/gained", "holder": "the rebels", "means": "handover"}),
]
WHO_VOUCHES = [
    row("The claim that 300 rebels were killed in Kidal could not be confirmed.", {"is": "casualty/killed", "status": "doubted"}),
    row("There was no confirmation of the claim that 300 rebels died in Kidal.", {"is": "casualty/killed", "status": "doubted"}),
    row("The army rejected a claim by rebels that they had captured Kidal.", {"is": "control/gained", "status": "denied"}),
    row("The general said: I can tell you that two soldiers died in Kidal.", {"is": "casualty/killed", "status": "asserted"}),
    row("A mortar struck Kidal, according to medics, killing 14 people.", {"is": "casualty/killed", "speaker": "medics"}),
]
NEITHER_NOR_YET = [
    row("The rebels deny looting Kidal.", {"is": "event/looting", "status": "denied"}),
    row("No group has admitted the shooting of two soldiers in Kidal.", {"is": "event/attack", "status": "asserted"}),
    row("Neither the army nor the rebels hold the airport in Benghazi.", {"is": "control/held", "status": "denied"}),
    row("Neither the colonel nor his wife was injured in the shelling of Kidal.", never=("casualty/injured:asserted",)),
    row("The rebels were driven out of their stronghold of Kidal.", {"is": "control/lost"}, never=("control/held",)),
    row("The rebels retreated from Kidal, their last stronghold.", {"is": "event/retreat"}, never=("control/held",)),
    row("It is only a matter of days before Kidal is surrounded by the rebels.", {"is": "event/encirclement", "status": "expected"}),
    row("A ceasefire due to start in Aleppo on Saturday was welcomed by the rebels.", {"is": "event/ceasefire", "status": "expected"}),
    row("The army has no plans to retake Goma.", {"is": "control/gained", "status": "denied"}),
    row("There is no intention of evacuating civilians from Goma.", {"is": "displacement/evacuated", "status": "denied"}),
    row("All but a handful of the villages in Darfur are held by the rebels.", {"is": "control/held", "best": None, "low": None}),
    row("A bomb killed 100 people in Somalia's deadliest attack.", {"is": "event/attack", "agent": None, "at": "Somalia"}),
]
WHO_HOLDS_IT = [
    row("Homs has been besieged by Assad's men since May.", {"is": "event/encirclement", "agent": "Assad's men", "target": "Homs"}),
    row("Palmyra has come under the control of Islamic State militants.", {"is": "control/gained", "at": "Palmyra"}),
    row("Palmyra, captured by Islamic State in 2015, is quiet.", {"is": "control/gained", "at": "Palmyra", "start": "2015-01-01"}),
    row("Rebels regained Bentiu on Tuesday.", {"is": "control/gained", "at": "Bentiu"}),
    row("Soldiers died near the Russian-occupied city of Melitopol.", {"is": "control/held", "holder": "Russian", "at": "Melitopol"}),
    row("Nine soldiers died in an ambush laid by ELN rebels in Arauca.", {"is": "event/attack", "agent": "ELN rebels"}),
    row("A truck packed with explosives went off in Mogadishu.", {"is": "event/ied", "at": "Mogadishu"}),
    row("An IED exploded near Kidal on Monday.", {"is": "event/ied", "near": "Kidal"}),
]
FROM_WHERE_TO_WHERE = [
    row(
        "Convoys brought 1,900 civilians out of Srebrenica and into Tuzla, where soldiers fought.",
        {"is": "displacement/evacuated", "best": 1900, "origin": "Srebrenica", "destination": "Tuzla"},
    ),
    row("Only 3,000 of the town's 70,000 people are still in Bakhmut.", {"is": "population/remaining", "best": 3000, "at": "Bakhmut"}),
    row(
        "The war has displaced 3.1 million people, 1.2 million of them in Oromia.",
        {"is": D, "best": 3100000},
        {"is": D, "best": 1200000, "at": "Oromia"},
    ),
    row("Chad's 1.1 million refugees fled the fighting in Darfur.", {"is": "displacement/refugee", "best": 1100000}),
    row("Zamzam camp houses half a million displaced people.", {"best": 500000, "is": "displacement/sheltering"}),
    row("South Sudan: 1.5 million displaced.", {"is": D, "best": 1500000, "at": "South Sudan"}),
    row("Iran has granted sanctuary to 1.2 million Kurds from Iraq.", {"is": "displacement/refugee", "best": 1200000, "at": "Iran"}),
    row("Some 50,000 people are living rough in the hills of Drenica.", {"is": "displacement/sheltering"}, never=("population/resident",)),
    row("Over 800,000 refugees have poured back into Kosovo.", {"is": "displacement/returned", "destination": "Kosovo"}),
]
ORDINARY = [
    row("The Spurs were routed in Houston on Friday.", never=("control/lost", "event/retreat", "event/armed_clash")),
    row("Shares fell after a raid on the stock.", never=("event/attack",)),
    row("The mayor took part in the parade in Springfield.", never=("control/gained",)),
    row("The company launched a campaign in Ohio to attract customers.", never=("event/offensive",)),
    row("The firm launched a price offensive in Uganda.", never=("event/offensive",)),
    row("Some 40,000 spectators left the stadium in Kinshasa after the defeat.", never=(D,)),
    row("A strike by teachers closed schools in Chicago.", never=("event/air_strike",)),
    row("Two people were injured when a car hit a tree in Austin.", never=("event/attack",)),
    row("The singer held a concert in Paris.", never=("control/held",)),
]
KILLED, HURT = "casualty/killed", "casualty/injured"
PLAIN_TOLLS = [
    row("Two sisters aged six and nine were killed in Kidal.", {"is": KILLED, "best": 2}),
    row(
        "The raid left seven dead and 15 wounded, four of them seriously.",
        {"is": KILLED, "best": 7},
        {"is": HURT, "best": 15},
    ),
    row("Fourteen rebels were wounded near Kidal.", {"is": HURT, "best": 14, "victim": "Fourteen rebels"}),
    row("It was not clear how many villagers were killed in Kidal.", never=(KILLED,)),
    row("No one was hurt in the shelling of Kidal.", {"is": HURT, "status": "denied"}),
    row("The bombs injured no one.", {"is": HURT, "status": "denied"}),
    row("One killed, three wounded in shelling of Kidal.", {"is": KILLED, "best": 1}, {"is": HURT, "best": 3}),
    row("Kidal: six soldiers killed, nine hurt.", {"is": KILLED, "best": 6}, {"is": HURT, "best": 9}),
    row(
        "A herder was killed and his son wounded when a mine went off.",
        {"is": KILLED, "best": 1},
        {"is": HURT, "best": 1, "victim": "his son"},
    ),
    row("A teacher from Kidal was among those killed.", {"is": KILLED, "best": 1, "victim": "A teacher"}),
    row("Rebels attacked a judge, who was among those killed.", {"is": KILLED, "best": 1, "victim": "a judge"}),
    row("Those killed included five children.", {"is": KILLED, "best": 5}),
    row("The wounded included five children.", {"is": HURT, "best": 5}),
    row("Thirty people were killed in Kidal, of whom 11 were women.", {"is": KILLED, "best": 30}, {"is": KILLED, "best": 11}),
    row("A family of five was killed in Kidal.", {"is": KILLED, "best": 5}),
    row("The couple's four children were also killed in Kidal.", {"is": KILLED, "best": 4}),
    row("A 71-year-old woman suffered shrapnel wounds in Kidal.", {"is": HURT, "best": 1}),
    row("A herder died after being struck by a stray bullet in Kidal.", {"is": KILLED, "best": 1}),
    row("Six bodies bearing burns were brought to a clinic in Kidal.", {"is": KILLED, "best": 6}, never=(HURT,)),
    row(
        "There was no comment from the army on the nine deaths in Kidal.", {"is": KILLED, "status": "asserted"}, never=(KILLED + ":denied",)
    ),
    row('"Rebels killed my brother," said Aicha, a mother of three who lives in Kidal.', never=("population/resident",)),
    row("The charity said that its nurses had treated 90 wounded in Kidal.", {"is": HURT, "best": 90, "speaker": "The charity"}),
]
PLAIN_SPEAKERS = [
    row("Nine people were hurt in Kidal, governor Amadou Keita said.", {"is": HURT, "speaker": "governor Amadou Keita"}),
    row(
        "Nine people were killed, Awa Diallo, a nurse in Kidal, told a paper.",
        {"is": KILLED, "best": 9, "speaker": "Awa Diallo, a nurse in Kidal"},
    ),
    row(
        "Nine people were killed, the head of the Kidal clinic, Awa Diallo, told a paper.",
        {"is": KILLED, "best": 9, "speaker": "the head of the Kidal clinic, Awa Diallo"},
    ),
    row("The mayor told local radio nine people had been killed.", {"is": KILLED, "best": 9, "speaker": "The mayor"}),
    row("A nurse in Kidal said by phone nine people were killed.", {"is": KILLED, "best": 9, "speaker": "A nurse in Kidal"}),
    row("A man whose shop was looted said nine people were killed.", {"is": KILLED, "speaker": "A man whose shop was looted"}),
    row(
        "The Algerian-backed mayor of Kidal, Amadou Keita, said nine people were killed.",
        {"is": KILLED, "speaker": "The Algerian-backed mayor of Kidal, Amadou Keita"},
    ),
    row("Citing medics, the broadcaster said nine people were killed.", {"is": KILLED, "speaker": "the broadcaster", "cited": "medics"}),
    row('"Nine people were killed," he told reporters, without giving further details.', {"is": KILLED, "speaker": "he"}),
    row("Nine soldiers were wounded, the army press centre reports.", {"is": HURT, "speaker": "the army press centre"}),
    row(
        "The rocket killed nine people, police said, and wounded 20 more.",
        {"is": KILLED, "best": 9},
        {"is": HURT, "best": 20, "speaker": "police"},
        never=("event/attack",),
    ),
    row(
        "A mine killed nine people, police and hospital officials said, speaking on condition of anonymity.",
        {"is": KILLED, "speaker": "police and hospital officials"},
    ),
    row(
        "The mayor was quoted by the Kidal Times as saying that nine people were killed.",
        {"is": KILLED, "speaker": "the Kidal Times", "cited": "The mayor"},
    ),
    row("The paper was unable to verify the report that nine soldiers were killed.", {"is": KILLED, "status": "doubted"}),
    row("State radio reported nine people killed in Kidal.", {"is": KILLED, "best": 9, "speaker": "State radio"}),
]
PLAIN_NEWS = [
    row(
        "Nalut, which the army continues to hold, was shelled.",
        {"is": "control/held", "at": "Nalut", "holder": "the army"},
        {"is": "event/shelling", "target": "Nalut"},
    ),
    row(
        "Gao, held by Islamists since April, was bombed by French jets on Sunday.",
        {"is": "control/held", "at": "Gao", "holder": "Islamists", "start": "2019-04-01"},
        {"is": "event/air_strike", "target": "Gao", "start": "2019-06-09", "end": "2019-06-09"},
    ),
    row("Sentries in Kidal (rebel-held) saw smoke.", {"is": "control/held", "at": "Kidal", "holder": "rebel"}),
    row('The envoy went to "LPR"-controlled Luhansk.', {"is": "control/held", "at": "Luhansk", "holder": "LPR"}),
    row("About a third of Goma is in the hands of the militants.", {"is": "control/held", "best": 33.3, "holder": "the militants"}),
    row("The rebels control 14 of Rakhine's 17 townships.", {"is": "control/held", "best": 14}),
    row("Around 10 percent of Mali is occupied by rebels.", {"is": "control/held", "best": 10}, never=("control/gained",)),
    row("Fighting centred on the harbour district of Hodeidah.", {"is": "event/armed_clash", "at": "Hodeidah"}),
    row("Rebels shelled Goma. The two sides exchanged fire near Gao.", {"is": "event/armed_clash", "at": "Gao"}),
    row("Police shot and killed two men in Goma.", {"is": "casualty/killed", "best": 2, "agent": "Police"}),
    row(
        "Gunmen attacked a convoy carrying miners near Gao, killing 18.",
        {"is": "casualty/killed", "best": 18, "agent": "Gunmen"},
        {"is": "event/attack", "agent": "Gunmen", "target": "a convoy"},
    ),
    row(
        "A bomber drove a truck packed with explosives into an army camp in Gao.",
        {"is": "event/suicide_bomb", "target": "Gao", "agent": "A bomber"},
    ),
    row(
        "Two days of clashes between the army and the Houthis left 50 people dead in Marib.",
        {"is": "event/armed_clash", "agent": "the Houthis"},
        {"is": "event/armed_clash", "agent": "the army"},
    ),
    row("A missile fired by the Houthis hit Marib.", {"is": "event/shelling", "target": "Marib"}, never=("event/air_strike",)),
    row("The army shot down two drones over Marib.", never=("event/attack",)),
    row("The army found and destroyed 20 mines near Hodeidah.", never=("event/ied",)),
    row("A bomb was found and defused in Kabul.", {"is": "event/mine_clearance", "agent": None}),
    row("Monitors heard 30 explosions in Donetsk.", {"is": "event/shelling", "best": 30, "at": "Donetsk"}, never=("event/ied",)),
    row("Two foreign reporters and a nurse were seized in Kidal on Monday.", {"is": "event/abduction", "at": "Kidal"}),
    row("No group has claimed the attack in Kidal.", {"is": "event/attack", "status": "asserted", "at": "Kidal", "agent": None}),
    row("The rebels pounded army positions near Goma with mortars.", {"is": "event/shelling", "agent": "The rebels"}),
    row("Families fled fighting in Donetsk.", {"is": D, "origin": "Donetsk"}),
    row("The camp near Gao shelters 6,000 people.", {"is": "displacement/sheltering", "best": 6000}),
    row("Some 16,000 people were living in straw huts near Goma.", {"is": "displacement/sheltering", "best": 16000}),
    row("Rebels shelled Goma. A quarter of the residents had no access to clean water.", {"is": "population/in_need", "best": 25}),
    row("Guards were forced by FARC rebels to abandon Kidal.", {"is": "control/lost", "at": "Kidal", "former_holder": "Guards"}),
    row("Militiamen burst into a school in Goma and opened fire.", {"is": "event/attack", "target": "Goma", "agent": "Militiamen"}),
    row("Seleka rebels control all but two districts of Goma.", {"is": "control/held", "at": "Goma", "holder": "Seleka rebels"}),
    row("Kidal, which Tuareg rebels seized in May, has no water.", {"is": "control/gained", "at": "Kidal", "holder": "Tuareg rebels"}),
    row("Kidal, once held by the Taliban, was bombed by jets.", never=("control/held",)),
    row("Clashes between the SPLA and Ugandan troops erupted in Gao.", {"is": "event/armed_clash", "at": "Gao", "agent": "Ugandan troops"}),
    row("The militia repelled an assault on Gao by rebels.", {"is": "event/armed_clash", "agent": "rebels"}),
    row(
        "Goma is under the control of the army while Gao is held by rebels.",
        {"is": "control/held", "at": "Goma", "holder": "the army"},
        {"is": "control/held", "at": "Gao", "holder": "rebels"},
    ),
]

ROWS = [
    *PLAIN_NEWS,
    *WHO_FLED,
    *KINDS_OF_FIGURE,
    *STRUCTURE,
    *CONTROL,
    *CASUALTIES,
    *EVENTS,
    *CERTAINTY,
    *VOICES,
    *TIMES,
    *COUNTS_AND_BOUNDS,
    *NOT_COME_TO_PASS,
    *DONE_ALL_THE_SAME,
    *WHEN_AND_HOW_MANY,
    *WHO_AND_WHAT,
    *ONE_BY_ONE,
    *COUNTED_APART,
    *LISTS,
    *AS_NEWS_IS_WRITTEN,
    *TOLD_BY,
    *DEEDS,
    *WHO_VOUCHES,
    *NEITHER_NOR_YET,
    *WHO_HOLDS_IT,
    *FROM_WHERE_TO_WHERE,
    *ORDINARY,
    *PLAIN_TOLLS,
    *PLAIN_SPEAKERS,
]


@pytest.mark.parametrize(
    "list_of", ["Kidal, Gao and Menaka", "the towns of Kidal, Gao and Menaka", "the northern towns of Kidal, Gao and Menaka"]
)
def test_every_place_of_a_list_is_told(list_of: str) -> None:
    claims = read(f"Rebels of the armed movement seized {list_of} in northern Mali on Monday.")
    assert [{p.name for p in c.places if p.role == "at"} >= {"Kidal", "Gao", "Ménaka"} for c in claims if c.type == "gained"] == [True]


@pytest.mark.parametrize(("text", "wanted", "never"), ROWS)
def test_sentence_claims_what_its_words_say(text: str, wanted: tuple[dict[str, Any], ...], never: tuple[str, ...]) -> None:
    claims = read(text)
    for one in wanted:
        assert any(fits(c, one) for c in claims), f"{one} is not among {[told(c) for c in claims]}"
    for other in never:
        kind, _, status = other.partition(":")
        assert not [c for c in claims if f"{c.kind}/{c.type}" == kind and status in ("", c.status)], f"{other} was read"


@pytest.mark.parametrize(
    ("deed", "again"),
    [
        ("Gunmen attacked a market in Gao on Tuesday.", "The attack killed nine people."),
        ("An air strike hit a clinic in Taiz on Tuesday.", "That strike destroyed the pharmacy."),
        ("A car bomb went off in Gao on Tuesday.", "The powerful blast shattered windows across the town."),
    ],
)
def test_a_deed_that_is_named_again_was_on_its_day(deed: str, again: str) -> None:
    days = {(c.time.start, c.time.end) for c in read(f"{deed} {again}") if c.kind == "event"}
    assert len(days) == 1
    assert None not in days.pop()


def test_another_deed_keeps_its_own_day() -> None:
    claims = read("Gunmen attacked a market in Gao on Tuesday. Attacks on convoys have become rare near Kidal.")
    assert {c.time.start for c in claims if c.type == "attack" and any(p.name == "Kidal" for p in c.places)} <= {None}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ten people, six women and four children, were killed in a raid on Kidal.", [10]),
        ("Twelve villagers, eight women, three men and a child, were killed in a raid on Kidal.", [12]),
        ("Nine civilians, two nurses and a boy, were killed in a raid on Kidal.", [9]),
    ],
)
def test_who_the_dead_were_is_not_added(text: str, counts: list[int]) -> None:
    assert [c.quantity.best for c in read(text) if c.kind == "casualty" and c.quantity and c.part_of is None] == counts


@pytest.mark.parametrize("who", ["two families, including two men and four children,", "40 people, including 12 children,"])
def test_a_deed_is_told_once_whoever_was_among_those_it_hit(who: str) -> None:
    assert len([c for c in read(f"Rebels abducted {who} near Kidal.") if c.kind == "event"]) == 1


def test_a_town_just_told_of_is_closer_than_the_country_beside() -> None:
    text = "Shells hit the town of Kidal on Friday. At least 40 people were killed, said a doctor who left Mali on Saturday."
    assert [{p.name for p in c.places} for c in read(text) if c.kind == "casualty"] == [{"Kidal"}]


def test_a_strike_on_a_name_that_no_list_has_is_nowhere_else() -> None:
    text = "Troops left Kidal on Friday. A drone strike on Nova Kamenka killed nine people."
    assert [{p.text for p in c.places} for c in read(text) if c.kind == "casualty"] == [{"Nova Kamenka"}]


def test_where_a_place_lies_is_not_where_it_happened() -> None:
    text = "Nine people were killed in Nalut, south of the city of Zintan. Rebels clashed with soldiers there on Friday."
    assert [{p.name for p in c.places} for c in read(text) if c.type == "armed_clash"] == [{"Nalut"}]


def test_a_headline_leaves_the_dateline_out_of_the_first_sentence() -> None:
    claims = read("Town falls to rebels\n\nBAMAKO, Mali - Rebels overran Kidal on Thursday, officials in the region said.")
    held = next(c for c in claims if c.type == "gained" and any(p.name == "Kidal" for p in c.places))
    assert [a.text for a in held.actors] == ["Rebels"]
    assert held.evidence.text.startswith("Rebels")


def test_so_many_that_are_not_all_are_no_figure() -> None:
    assert all(c.quantity is None for c in read("Rebels entered Kidal. Not all of the 400 families fled Kidal."))


def test_what_holds_a_town_is_no_place_of_its_own() -> None:
    struck = next(c for c in read("Rockets hit Tripoli, Lebanon, and Homs, Syria.") if c.kind == "event")
    assert {(p.name, p.country) for p in struck.places} == {("Tripoli", "LB"), ("Homs", "SY")}


def test_an_entry_of_a_live_page_has_a_clock_and_no_part_of_a_speaker() -> None:
    claims = read("14:20 Rebels entered Kidal.\n\n15:05 The army says it has retaken Kidal.")
    assert [(c.type, c.time.end.isoformat() if c.time.end else None) for c in claims] == [
        ("advance", "2019-06-14"),
        ("gained", "2019-06-14"),
    ]
    assert [s.text for c in claims for s in c.sources] == ["The army"]


@pytest.mark.parametrize(
    "text", ["The ambush of a convoy near Kitale left six dead.", "The raid on a convoy near Kitale claimed six lives."]
)
def test_a_toll_is_no_target(text: str) -> None:
    attack = next(c for c in read(text) if c.kind == "event")
    assert [a.text for a in attack.actors if a.role == "target"] == ["a convoy"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells hit the villages of Zintan, Nalut and Yafran.", {"Zintan", "Nalut", "Yefren"}),
        ("Shells fell 12 km east of Zintan.", {"12 km east of Zintan"}),
    ],
)
def test_every_place_that_is_hit_is_told(text: str, places: set[str]) -> None:
    claims = [c for c in read(f"Rebels fought the army. {text}") if c.type == "shelling"]
    assert {p.name for c in claims for p in c.places} == places


def test_aircraft_and_troops_are_theirs_who_sent_them() -> None:
    for words, name in (
        ("Warplanes from the US-led coalition bombed Raqqa", "US-led coalition"),
        ("Warplanes bombed Raqqa", "Syrian air force"),
    ):
        agents = {a.name for c in read(f"{words} in Syria.") for a in c.actors if a.role == "agent"}
        assert agents == {name}
