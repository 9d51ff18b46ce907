"""Who does what to whom, whatever the voice and the shape of the clause; the trees are written by hand."""

import pytest

from grammar_trees import at, sentence
from marsad.grammar.clause import is_passive
from marsad.grammar.frame import arguments

ACTIVE = "Rebels/NNS/2/nsubj seized/VBD/0/root Kidal/NNP/2/obj on/IN/5/case Monday/NNP/2/obl ././2/punct"
PASSIVE = "Kidal/NNP/3/nsubj:pass was/VBD/3/aux:pass seized/VBN/0/root by/IN/5/case rebels/NNS/3/obl:agent ././3/punct"
RELATIVE = "Villagers/NNS/6/nsubj who/WP/3/nsubj fled/VBD/1/acl:relcl Kadugli/NNP/3/obj are/VBP/6/aux waiting/VBG/0/root ././6/punct"
OBJECT_RELATIVE = "The/DT/2/det town/NN/6/nsubj that/WDT/5/obj rebels/NNS/5/nsubj seized/VBD/2/acl:relcl burned/VBD/0/root ././6/punct"
WHERE = "The/DT/2/det camp/NN/6/nsubj where/WRB/5/advmod families/NNS/5/nsubj shelter/VBP/2/acl:relcl flooded/VBD/0/root ././6/punct"
PARTICIPLE = "People/NNS/4/nsubj displaced/VBN/1/acl yesterday/NN/2/obl:tmod wait/VBP/0/root ././4/punct"
ACTIVE_PARTICIPLE = "Families/NNS/4/nsubj fleeing/VBG/1/acl Goma/NNP/2/obj wait/VBP/0/root ././4/punct"
XCOMP = "Rebels/NNS/2/nsubj managed/VBD/0/root to/TO/4/mark capture/VB/2/xcomp Gao/NNP/4/obj ././2/punct"
RAISED = "Militants/NNS/2/nsubj forced/VBD/0/root villagers/NNS/2/obj to/TO/5/mark flee/VB/2/xcomp ././2/punct"
TWO_VERBS = "Soldiers/NNS/2/nsubj entered/VBD/0/root Gwoza/NNP/2/obj and/CC/5/cc burned/VBD/2/conj houses/NNS/5/obj ././2/punct"
TWO_PASSIVES = (
    "Huts/NNS/3/nsubj:pass were/VBD/3/aux:pass looted/VBN/0/root and/CC/5/cc burned/VBN/3/conj by/IN/7/case militiamen/NNS/3/obl:agent"
)
SHARED_OBJECT = "Bombs/NNS/2/nsubj killed/VBD/0/root and/CC/4/cc wounded/VBD/2/conj soldiers/NNS/4/obj ././2/punct"
ADVCL = "Fleeing/VBG/4/advcl Hodeidah/NNP/1/obj families/NNS/4/nsubj walked/VBD/0/root ././4/punct"
NOMINAL = (
    "The/DT/2/det capture/NN/7/nsubj of/IN/4/case Sirte/NNP/2/nmod by/IN/6/case militias/NNS/2/nmod surprised/VBD/0/root many/JJ/7/obj"
)
SUPPORT = "Troops/NNS/2/nsubj launched/VBD/0/root an/DT/4/det offensive/NN/2/obj against/IN/6/case rebels/NNS/4/nmod ././2/punct"
HELD = "Rebel/NN/3/compound -/HYPH/3/punct held/VBN/4/amod Douma/NNP/5/nsubj burned/VBD/0/root ././5/punct"
MISREAD = "Rebels/NNS/2/compound torched/NN/0/root huts/NNS/2/obj ././2/punct"
FLEEING = "Rebels/NNS/2/nsubj fleeing/VBG/0/root Gao/NNP/2/obj burnt/VBD/2/xcomp huts/NNS/4/obj ././2/punct"
WAS_IN = "The/DT/2/det attack/NN/5/nsubj was/VBD/5/cop in/IN/5/case Gao/NNP/0/root ././5/punct"
UNDER = "Gao/NNP/2/nsubj came/VBD/0/root under/IN/4/case fire/NN/2/obl ././2/punct"
HEADLINE_COUNT = "12/CD/2/nummod killed/VBN/0/root in/IN/4/case raid/NN/2/obl"
GERUND = "Rebels/NNS/2/nsubj denied/VBD/0/root shelling/NN/2/xcomp Gao/NNP/3/obj ././2/punct"
ADMITTED = "Rebels/NNS/2/nsubj admitted/VBD/0/root bombing/NN/2/obj Gao/NNP/3/obj ././2/punct"
BURNING = "Rebels/NNS/2/nsubj accused/VBD/0/root soldiers/NNS/2/obj of/IN/6/case burning/NN/6/compound huts/NNS/3/nmod ././2/punct"
CLAIMS = "Rebels/NNS/2/nsubj denied/VBD/0/root claims/NNS/2/obj that/IN/7/mark their/PRP$/6/nmod:poss guns/NNS/7/nsubj shelled/VBD/3/acl Gao/NNP/7/obj"
NOW = "Rebels/NNS/3/nsubj are/VBP/3/cop now/RB/0/root in/IN/5/case control/NN/3/obl ././3/punct"
PARTICLE = "Rebels/NNS/2/nsubj burnt/VBD/0/root down/IN/5/case the/DT/5/det school/NN/2/obl ././2/punct"

FRAMES = [
    ("active", ACTIVE, "seized", {"agent": "Rebels", "patient": "Kidal", "on": "Monday"}),
    ("passive", PASSIVE, "seized", {"agent": "rebels", "patient": "Kidal", "by": "rebels"}),
    ("relative clause", RELATIVE, "fled", {"agent": "Villagers", "patient": "Kadugli"}),
    ("relative clause with a gap", OBJECT_RELATIVE, "seized", {"agent": "rebels", "patient": "town"}),
    ("relative clause of place", WHERE, "shelter", {"agent": "families", "in": "camp"}),
    ("participle", PARTICIPLE, "displaced", {"patient": "People", "time": "yesterday"}),
    ("active participle", ACTIVE_PARTICIPLE, "fleeing", {"agent": "Families", "patient": "Goma"}),
    ("infinitive of the subject", XCOMP, "capture", {"agent": "Rebels", "patient": "Gao"}),
    ("infinitive of the object", RAISED, "flee", {"agent": "villagers"}),
    ("a verb read as a noun", MISREAD, "torched", {"agent": "Rebels", "patient": "huts"}),
    ("a past form has its own subject", FLEEING, "burnt", {"agent": "Rebels", "patient": "huts"}),
    ("where a deed was", WAS_IN, "attack", {"in": "Gao"}),
    ("who came under it", UNDER, "fire", {"under": "Gao"}),
    ("coordinated verb", TWO_VERBS, "burned", {"agent": "Soldiers", "patient": "houses"}),
    ("coordinated passive", TWO_PASSIVES, "burned", {"patient": "Huts"}),
    ("shared object", SHARED_OBJECT, "killed", {"agent": "Bombs", "patient": "soldiers"}),
    ("fronted participle", ADVCL, "Fleeing", {"agent": "families", "patient": "Hodeidah"}),
    ("nominal", NOMINAL, "capture", {"of": "Sirte", "by": "militias"}),
    ("support verb", SUPPORT, "offensive", {"agent": "Troops", "against": "rebels"}),
    ("held before its noun", HELD, "held", {"agent": "Rebel", "patient": "Douma"}),
    ("a gerund read as a noun", GERUND, "shelling", {"agent": "Rebels", "patient": "Gao"}),
    ("a deed that is admitted", ADMITTED, "bombing", {"agent": "Rebels", "patient": "Gao"}),
    ("what somebody is accused of", BURNING, "accused", {"agent": "Rebels", "patient": "soldiers", "deed": "burning"}),
    ("what somebody denies of himself", CLAIMS, "denied", {"agent": "Rebels", "patient": "claims", "own_clause": "shelled"}),
    ("who is in control", NOW, "control", {"owner_in": "Rebels"}),
    ("headline with a bare number", HEADLINE_COUNT, "killed", {"patient": "12", "in": "raid"}),
]


@pytest.mark.parametrize(("words", "predicate", "wanted"), [f[1:] for f in FRAMES], ids=[f[0] for f in FRAMES])
def test_nearest_arguments(words: str, predicate: str, wanted: dict[str, str]) -> None:
    s = sentence(words.split())
    nearest: dict[str, tuple[int, str]] = {}
    for a in arguments(s, at(s, predicate), frozenset({"launched"})):
        if a.relation not in nearest or a.near < nearest[a.relation][0]:
            nearest[a.relation] = (a.near, s.tokens[a.head].text)
    assert {relation: nearest.get(relation, (0, None))[1] for relation in wanted} == wanted


def test_a_particle_is_no_preposition() -> None:
    s = sentence(PARTICLE.split())
    assert at(s, "school") in {a.head for a in arguments(s, at(s, "burnt"), merged=(at(s, "down"),)) if a.relation == "patient"}


def test_coordinated_passives_share_their_agent() -> None:
    s = sentence(TWO_PASSIVES.split())
    assert at(s, "militiamen") in {a.head for a in arguments(s, at(s, "burned")) if a.relation == "agent"}


@pytest.mark.parametrize(
    ("words", "predicate", "passive"),
    [
        (ACTIVE, "seized", False),
        (PASSIVE, "seized", True),
        (RELATIVE, "fled", False),
        (PARTICIPLE, "displaced", True),
        (ACTIVE_PARTICIPLE, "fleeing", False),
        (TWO_PASSIVES, "burned", True),
        (TWO_VERBS, "burned", False),
    ],
)
def test_voice(words: str, predicate: str, passive: bool) -> None:
    s = sentence(words.split())
    assert is_passive(s, at(s, predicate)) is passive


@pytest.mark.parametrize("words", [f[1] for f in FRAMES], ids=[f[0] for f in FRAMES])
def test_every_token_may_be_asked_for_its_arguments(words: str) -> None:
    s = sentence(words.split())
    for token in s.tokens:
        assert all(0 <= a.head < len(s.tokens) for a in arguments(s, token.i))


def test_a_circle_of_heads_ends() -> None:
    s = sentence(["seized/VBD/2/conj", "held/VBD/1/conj", "fled/VBN/1/xcomp"])
    assert all(arguments(s, i) for i in range(3))
