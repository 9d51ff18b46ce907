import pytest

from grammar_trees import sentence
from marsad.model.syntax import Tree
from marsad.reading.mend import mended
from marsad.reading.mend.hanging import hung as hung_anew


def tree_of(words) -> Tree:
    s = sentence(words.split())
    return Tree(s.passage.text, s.tokens)


def told(tree) -> str:
    return " ".join(f"{t.text}/{t.tag}/{tree.tokens[t.head].text if t.head != t.i else '-'}/{t.dep}" for t in tree.tokens)


def test_a_participle_between_a_subject_and_a_bare_noun_is_the_verb():
    rebels = "Later/RB/4/advmod the/DT/3/det rebels/NNS/5/compound occupied/VBN/5/amod Zintan/NNP/0/root again/RB/5/advmod ././5/punct"
    assert told(mended(tree_of(rebels))) == (
        "Later/RB/occupied/advmod the/DT/rebels/det rebels/NNS/occupied/nsubj occupied/VBD/-/root "
        "Zintan/NNP/occupied/obj again/RB/occupied/advmod ././occupied/punct"
    )


def test_an_article_that_the_parse_gave_to_the_object_is_the_subjects():
    plane = "A/DT/4/det plane/NN/4/compound dropped/VBN/4/amod bombs/NNS/0/root on/IN/6/case Zintan/NNP/4/nmod"
    assert told(mended(tree_of(plane))).startswith("A/DT/plane/det plane/NN/dropped/nsubj dropped/VBD/-/root bombs/NNS/dropped/obj")


def test_a_counted_noun_between_two_others_is_one_of_their_list():
    killed = (
        "Raids/NNS/2/nsubj killed/VBD/0/root 90/CD/4/nummod rebels/NNS/2/obj ,/,/7/punct 40/CD/7/nummod soldiers/NNS/4/appos "
        "and/CC/10/cc 21/CD/10/nummod guards/NNS/7/conj"
    )
    assert "soldiers/NNS/rebels/conj" in told(mended(tree_of(killed)))
    assert "soldiers/NNS/rebels/appos" in told(mended(tree_of(killed.replace("90/", "61/"))))  # 40 and 21: who the 61 were


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        pytest.param(
            "Six/CD/2/nummod rebels/NNS/9/nsubj ,/,/5/punct two/CD/5/nummod guards/NNS/9/nsubj and/CC/8/cc a/DT/8/det nurse/NN/5/conj died/VBD/0/root",
            "guards/NNS/rebels/conj and/CC/nurse/cc a/DT/nurse/det nurse/NN/rebels/conj died/VBD/-/root",
            id="one verb has one subject",
        ),
        pytest.param(
            "Ten/CD/2/nummod people/NNS/10/nsubj ,/,/5/punct six/CD/5/nummod women/NNS/2/conj and/CC/8/cc four/CD/8/nummod boys/NNS/2/conj "
            ",/,/5/punct died/VBD/0/root",
            "women/NNS/people/appos and/CC/boys/cc four/CD/boys/nummod boys/NNS/women/conj ,/,/women/punct died/VBD/-/root",
            id="as many as the whole are who it was",
        ),
    ],
)
def test_the_items_of_a_list_hang_on_its_first(words, ending):
    assert told(mended(tree_of(words))).endswith(ending)


def test_what_the_last_of_a_list_is_left_as_all_are():
    left = (
        "Raids/NNS/2/nsubj left/VBD/0/root six/CD/4/nummod rebels/NNS/2/obj ,/,/7/punct two/CD/7/nummod guards/NNS/4/conj "
        "and/CC/10/cc a/DT/10/det boy/NN/4/conj dead/JJ/10/amod"
    )
    assert told(mended(tree_of(left))).endswith("boy/NN/rebels/conj dead/JJ/left/xcomp")


def test_who_a_place_is_home_to_hangs_on_home():
    home = "Zintan/NNP/2/nsubj is/VBZ/3/cop home/NN/5/advmod to/IN/5/case 40/CD/6/nummod people/NNS/0/root"
    assert told(mended(tree_of(home))).endswith("home/NN/-/root to/IN/people/case 40/CD/people/nummod people/NNS/home/obl")


def test_what_stands_before_a_saying_put_in_belongs_to_what_is_said():
    shelled = (
        "On/IN/2/case Monday/NNP/6/obl ,/,/2/punct the/DT/5/det army/NN/6/nsubj said/VBD/0/root ,/,/6/punct rebels/NNS/9/nsubj shelled/VBD/6/ccomp "
        "Zintan/NNP/9/obj"
    )
    assert "Monday/NNP/shelled/obl" in told(mended(tree_of(shelled)))
    assert "Monday/NNP/said/obl" in told(mended(tree_of(shelled.replace("said/VBD/0/root ,/,/6/punct", "said/VBD/0/root that/IN/9/mark"))))


def test_a_preposition_hangs_on_what_is_owned():
    homes = "They/PRP/2/nsubj fled/VBD/0/root from/IN/4/case their/PRP$/5/nmod:poss homes/NNS/2/obl"
    assert told(mended(tree_of(homes))).endswith("from/IN/homes/case their/PRP$/homes/nmod:poss homes/NNS/fled/obl")


def test_a_saying_put_in_has_no_subject_but_its_own():
    fled = "Some/DT/2/det families/NNS/5/ccomp ,/,/2/punct officials/NNS/5/nsubj said/VBD/7/parataxis ,/,/5/punct fled/VBD/0/root Zintan/NNP/7/nsubj"
    assert "families/NNS/fled/nsubj" in told(mended(tree_of(fled)))
    assert told(mended(tree_of(fled))).endswith("Zintan/NNP/fled/obj")


def test_a_bare_name_behind_an_active_verb_is_its_object():
    rebels = "Rebels/NNS/2/nsubj captured/VBD/0/root Zintan/NNP/2/xcomp on/IN/5/case Friday/NNP/2/obl"
    assert "Zintan/NNP/captured/obj" in told(mended(tree_of(rebels)))
    police = "Police/NN/2/nsubj arrested/VBD/0/root six/CD/4/nummod suspects/NNS/2/xcomp"
    assert "suspects/NNS/arrested/obj" in told(mended(tree_of(police)))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("They/PRP/2/nsubj remain/VBP/0/root Friends/NNP/2/xcomp", id="said of a subject"),
        pytest.param("They/PRP/2/nsubj made/VBD/0/root Zintan/NNP/2/obj Capital/NNP/2/xcomp", id="said of an object"),
        pytest.param("Omar/NNP/3/nsubj:pass was/VBD/3/aux:pass elected/VBN/0/root Governor/NNP/3/xcomp", id="said in a passive"),
        pytest.param("Rain/NN/4/nsubj ,/,/4/punct he/PRP/4/nsubj said/VBD/0/root Omar/NNP/4/xcomp", id="behind a saying"),
        pytest.param("government/NN/3/compound held/VBN/3/amod areas/NNS/0/root", id="held by what stands before"),
        pytest.param(
            "They/PRP/2/nsubj reached/VBD/0/root the/DT/6/det rebels/NNS/6/compound occupied/VBN/6/amod town/NN/2/obj",
            id="occupied by what stands before",
        ),
        pytest.param("The/DT/3/det occupied/VBN/3/amod town/NN/0/root", id="nobody stands before"),
        pytest.param("from/IN/4/case rebels/NNS/4/compound occupied/VBN/4/amod Zintan/NNP/0/root", id="a preposition stands before"),
    ],
)
def test_a_sound_tree_is_left_alone(words):
    tree = tree_of(words)
    assert mended(tree) is tree


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        pytest.param(
            "Six/CD/2/nummod people/NNS/3/nsubj fled/VBD/0/root Zintan/NNP/3/obj and/CC/6/cc nine/CD/4/conj fled/VBD/8/amod Nalut/NNP/3/obl",
            "and/CC/fled/cc nine/CD/fled/nsubj fled/VBD/fled/conj Nalut/NNP/fled/obj",
            id="a bare count is the subject of a second clause",
        ),
        pytest.param(
            "It/PRP/2/nsubj hit/VBD/0/root Zintan/NNP/2/obj and/CC/6/cc two/CD/6/nummod men/NNS/3/conj were/VBD/8/aux:pass hurt/VBN/2/conj",
            "and/CC/hurt/cc two/CD/men/nummod men/NNS/hurt/nsubj:pass were/VBD/hurt/aux:pass hurt/VBN/hit/conj",
            id="a second clause keeps its subject",
        ),
        pytest.param(
            "It/PRP/2/nsubj left/VBD/0/root four/CD/2/obj dead/JJ/6/amod and/CC/6/cc others/NNS/2/obl hurt/VBN/2/xcomp",
            "four/CD/left/obj dead/JJ/left/xcomp and/CC/others/cc others/NNS/hurt/nsubj:pass hurt/VBN/dead/conj",
            id="those left dead and those left hurt are told apart",
        ),
        pytest.param(
            "They/PRP/2/nsubj took/VBD/0/root six/CD/4/nummod men/NNS/5/compound prisoner/NN/2/obj",
            "six/CD/men/nummod men/NNS/took/obj prisoner/NN/took/xcomp",
            id="people taken prisoner are the object",
        ),
        pytest.param(
            "They/PRP/2/nsubj took/VBD/0/root six/CD/4/nummod men/NNS/2/obj captive/JJ/4/amod",
            "six/CD/men/nummod men/NNS/took/obj captive/JJ/took/xcomp",
            id="people taken captive are the object",
        ),
        pytest.param(
            "Nine/CD/2/nsubj died/VBD/0/root in/IN/5/case an/DT/5/det ambush/NN/2/obl laid/VBN/2/advmod by/IN/8/case rebels/NNS/6/obl:agent",
            "ambush/NN/died/obl laid/VBN/ambush/acl by/IN/rebels/case rebels/NNS/laid/obl:agent",
            id="a participle with its doer belongs to the noun before",
        ),
    ],
)
def test_words_hang_where_they_belong(words, ending):
    assert told(mended(tree_of(words))).endswith(ending)


def test_a_list_of_nouns_is_left_alone():
    tree = tree_of("They/PRP/2/nsubj hit/VBD/0/root Zintan/NNP/2/obj and/CC/6/cc two/CD/6/nummod villages/NNS/3/conj")
    assert mended(tree) is tree


def test_aid_to_which_a_way_is_closed_is_no_verb():
    closed = "Crossings/NNS/2/nsubj close/VBP/0/root to/TO/4/mark aid/VB/2/xcomp in/IN/6/case May/NNP/4/obl"
    assert "to/TO/aid/case aid/NN/close/obl in/IN/May/case May/NNP/close/obl" in told(mended(tree_of(closed)))
    trucks = "Crossings/NNS/2/nsubj reopen/VBP/0/root to/TO/4/mark aid/VB/2/xcomp trucks/NNS/4/obj"
    assert "to/TO/trucks/case aid/NN/trucks/compound trucks/NNS/reopen/obl" in told(mended(tree_of(trucks)))
    founded = "They/PRP/2/nsubj exist/VBP/0/root to/TO/4/mark aid/VB/2/xcomp trucks/NNS/4/obj"
    assert "aid/VB/exist/xcomp" in told(mended(tree_of(founded)))


def test_what_stands_before_a_dash_is_the_object_of_the_verb_before_it():
    blast = "Shells/NNS/2/nsubj killed/VBD/0/root guards/NNS/7/nsubj:pass -/:/7/punct others/NNS/7/nsubj:pass were/VBD/7/aux:pass hurt/VBN/2/advcl"
    assert "guards/NNS/killed/obj" in told(mended(tree_of(blast)))


def test_a_title_belongs_to_the_name_right_behind_it():
    shot = "Gunmen/NNS/2/nsubj shot/VBD/0/root Captain/NNP/2/obj Jose/NNP/2/obj Garcia/NNP/2/obl:unmarked"
    assert "Captain/NNP/Jose/nmod:desc Jose/NNP/shot/obj Garcia/NNP/Jose/flat" in told(mended(tree_of(shot)))
    both = "Gunmen/NNS/2/nsubj shot/VBD/0/root guards/NNS/2/obj and/CC/5/cc Jose/NNP/2/obj"
    assert "guards/NNS/shot/obj" in told(mended(tree_of(both)))


def test_what_somebody_denies_having_done_is_a_deed():
    denied = "Rebels/NNS/2/nsubj denied/VBD/0/root attacking/VBG/4/amod civilians/NNS/2/obj"
    assert "attacking/VBG/denied/xcomp civilians/NNS/attacking/obj" in told(mended(tree_of(denied)))
    feared = "Rebels/NNS/2/nsubj saw/VBD/0/root burning/VBG/4/amod tanks/NNS/2/obj"
    assert "burning/VBG/tanks/amod" in told(mended(tree_of(feared)))


def test_a_saying_put_in_behind_a_subject_leaves_the_subject_its_verb():
    clashed = (
        "The/DT/2/det army/NN/6/nsubj ,/,/2/punct the/DT/5/det governor/NN/6/nsubj said/VBD/0/root ,/,/8/punct clashed/VBN/6/advcl "
        "with/IN/10/case rebels/NNS/8/obl"
    )
    tree = told(mended(tree_of(clashed)))
    assert "army/NN/clashed/nsubj" in tree
    assert "governor/NN/said/nsubj said/VBD/clashed/parataxis" in tree
    assert "clashed/VBD/-/root" in tree
    own = clashed.replace("clashed/VBN/6/advcl", "they/PRP/9/nsubj clashed/VBD/6/ccomp").replace("with/IN/10/case rebels/NNS/8/obl", "")
    assert "army/NN/said/nsubj" in told(mended(tree_of(own)))


def test_what_is_said_behind_a_saying_in_ing_has_its_own_subject():
    hit = "Omar/NNP/2/nsubj resigned/VBD/0/root ,/,/4/punct saying/VBG/6/csubj rockets/NNS/4/obj hit/VBD/2/parataxis Zintan/NNP/6/obj"
    assert "saying/VBG/resigned/advcl rockets/NNS/hit/nsubj hit/VBD/saying/ccomp" in told(mended(tree_of(hit)))


def test_a_name_before_a_time_is_an_object_where_a_verb_has_no_other():
    took = "Rebels/NNS/2/nsubj took/VBD/0/root Zintan/NNP/2/iobj the/DT/6/det next/JJ/6/amod day/NN/2/obl:unmarked"
    assert "Zintan/NNP/took/obj" in told(mended(tree_of(took)))
    gave = "Rebels/NNS/2/nsubj gave/VBD/0/root Omar/NNP/2/iobj a/DT/5/det gun/NN/2/obj"
    assert "Omar/NNP/gave/iobj" in told(mended(tree_of(gave)))


def test_what_people_are_forced_to_do_is_no_purpose():
    forced = "Raids/NNS/2/nsubj force/VBP/0/root families/NNS/2/obj to/TO/5/mark flee/VB/2/advcl"
    assert "flee/VB/force/xcomp" in told(mended(tree_of(forced)))
    built = "Rebels/NNS/2/nsubj built/VBD/0/root rafts/NNS/2/obj to/TO/5/mark flee/VB/2/advcl"
    assert "flee/VB/built/advcl" in told(mended(tree_of(built)))


def test_who_a_place_is_home_to_is_no_object():
    home = "The/DT/2/det town/NN/4/nsubj is/VBZ/4/cop home/NN/0/root to/IN/6/case 40/CD/7/nummod people/NNS/4/obj"
    assert told(mended(tree_of(home))).endswith("to/IN/people/case 40/CD/people/nummod people/NNS/home/obl")


def test_a_clause_behind_a_bare_and_has_the_noun_before_its_verb_for_subject():
    fled = "Rebels/NNS/2/nsubj shelled/VBD/0/root Zintan/NNP/2/obj and/CC/5/cc soldiers/NNS/3/conj fled/VBD/2/advcl"
    assert told(mended(tree_of(fled))).endswith("Zintan/NNP/shelled/obj and/CC/fled/cc soldiers/NNS/fled/nsubj fled/VBD/shelled/conj")
    swallowed = "Rebels/NNS/2/nsubj took/VBD/0/root Zintan/NNP/6/nsubj and/CC/5/cc troops/NNS/3/conj fled/VBD/2/ccomp"
    assert "Zintan/NNP/took/obj and/CC/fled/cc troops/NNS/fled/nsubj" in told(mended(tree_of(swallowed)))
    on_top = "Rebels/NNS/2/nsubj took/VBD/6/ccomp Zintan/NNP/2/obj and/CC/5/cc troops/NNS/3/conj fled/VBD/0/root Gao/NNP/6/obj"
    tree = told(mended(tree_of(on_top)))
    assert "took/VBD/-/root" in tree
    assert "troops/NNS/fled/nsubj fled/VBD/took/conj Gao/NNP/fled/obj" in tree


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "They/PRP/2/nsubj said/VBD/0/root rebels/NNS/6/nsubj and/CC/5/cc troops/NNS/3/conj fled/VBD/2/ccomp", id="what somebody says"
        ),
        pytest.param(
            "They/PRP/2/nsubj saw/VBD/0/root rebels/NNS/6/nsubj and/CC/5/cc troops/NNS/3/conj fled/VBD/2/ccomp", id="what somebody sees"
        ),
        pytest.param(
            "They/PRP/2/nsubj took/VBD/0/root Gao/NNP/2/obj and/CC/5/cc Hit/NNP/3/conj and/CC/7/cc fled/VBD/2/conj",
            id="a verb with its own and",
        ),
    ],
)
def test_a_list_before_a_verb_stays_one_where_a_clause_may_hold_it(words):
    assert told(mended(tree_of(words))) == told(tree_of(words))


def test_a_clause_behind_before_has_its_own_subject():
    entered = "Rebels/NNS/2/nsubj left/VBD/0/root Zintan/NNP/2/obj before/IN/5/case troops/NNS/2/obl entered/VBD/2/advcl it/PRP/6/obj"
    assert "before/IN/entered/mark troops/NNS/entered/nsubj entered/VBD/left/advcl" in told(mended(tree_of(entered)))
    dawn = "Rebels/NNS/4/nsubj camped/VBN/1/acl before/IN/0/case".replace("/0/case", "/5/case") + " left/VBD/0/root dawn/NN/2/obl"
    assert "dawn/NN/camped/obl" in told(mended(tree_of(dawn)))


def test_a_bare_form_in_ing_that_does_something_is_a_noun():
    out = "Fighting/VBG/2/nsubj spread/VBD/0/root"
    assert told(mended(tree_of(out))).startswith("Fighting/NN/")
    helping = "Helping/VBG/3/nsubj families/NNS/1/obj costs/VBZ/0/root"
    assert told(mended(tree_of(helping))).startswith("Helping/VBG/")


def test_a_verb_that_nothing_can_be_done_with_is_no_participle_of_its_subject():
    clashed = "The/DT/2/det army/NN/0/root and/CC/4/cc rebels/NNS/2/conj clash/VBN/4/acl in/IN/7/case Zintan/NNP/5/obl"
    tree = told(mended(tree_of(clashed)))
    assert "army/NN/clash/nsubj" in tree
    sides = "Fighters/NNS/0/root from/IN/4/case both/DT/4/det sides/NNS/1/nmod clash/VBN/4/acl in/IN/7/case Zintan/NNP/5/obl"
    assert "Fighters/NNS/clash/nsubj" in told(mended(tree_of(sides)))
    assert "clash/VBD/-/root in/IN/Zintan/case Zintan/NNP/clash/obl" in tree


def test_so_many_more_are_the_subject_of_what_they_do():
    arrived = "400/CD/2/nummod more/JJR/3/advmod arrived/VBD/0/root in/IN/5/case Gao/NNP/3/obl"
    assert told(mended(tree_of(arrived))).startswith("400/CD/arrived/nsubj more/JJR/400/advmod arrived/VBD/-/root")
    people = "400/CD/2/nummod people/NNS/4/nsubj more/JJR/4/advmod arrived/VBD/0/root"
    assert "more/JJR/arrived/advmod" in told(mended(tree_of(people)))


@pytest.mark.parametrize("verb", ["killed/VBD", "attacked/VBD"])
def test_a_participle_behind_its_noun_leaves_the_clause_to_the_verb(verb):
    linked = (
        f"Militants/NNS/2/nsubj linked/VBD/0/root to/IN/4/case Rwanda/NNP/2/obl {verb}/2/ccomp nine/CD/7/nummod men/NNS/5/obj ././2/punct"
    )
    word = verb.split("/")[0]
    assert told(mended(tree_of(linked))) == (
        f"Militants/NNS/{word}/nsubj linked/VBD/Militants/acl to/IN/Rwanda/case Rwanda/NNP/linked/obl {verb}/-/root "
        f"nine/CD/men/nummod men/NNS/{word}/obj ././{word}/punct"
    )


@pytest.mark.parametrize(
    "kept",
    [
        "They/PRP/2/nsubj came/VBD/0/root from/IN/4/case Rwanda/NNP/2/obl killed/VBD/2/ccomp men/NNS/5/obj",
        "Police/NNS/2/nsubj said/VBD/0/root of/IN/4/case rebels/NNS/2/obl ,/,/2/punct killed/VBD/2/ccomp men/NNS/6/obj",
        "Troops/NNS/2/nsubj landed/VBD/0/root in/IN/4/case Kidal/NNP/2/obl before/IN/6/case rebels/NNS/2/obl attacked/VBD/2/ccomp",
        "Rebels/NNS/2/nsubj landed/VBD/0/root from/IN/4/case Chad/NNP/2/obl and/CC/6/cc killed/VBD/2/conj men/NNS/6/obj",
    ],
)
def test_a_verb_keeps_its_subject_where_another_clause_follows(kept):
    mends = told(mended(tree_of(kept)))
    assert "nsubj" in mends.split()[0]
    assert "acl" not in mends


def test_what_is_told_to_somebody_is_told_by_the_verb():
    informed = "They/PRP/2/nsubj tell/VBP/0/root observers/NNS/2/obj that/IN/6/mark rebels/NNS/6/nsubj fled/VBD/3/acl ././2/punct"
    assert "fled/VBD/tell/ccomp" in told(mended(tree_of(informed)))


def test_disguise_opens_no_clause_with_its_as():
    disguised = "Rebels/NNS/2/nsubj disguised/VBD/0/root as/IN/5/mark monks/NNS/5/nsubj stormed/VBD/2/advcl Gao/NNP/5/obj ././2/punct"
    words = told(mended(tree_of(disguised)))
    assert "stormed/VBD/-/root" in words
    assert "Rebels/NNS/stormed/nsubj" in words
    assert "monks/NNS/disguised/obl" in words


def test_full_names_in_a_row_are_one_list():
    names = (
        "Omar/NNP/9/nsubj:pass Haddad/NNP/1/flat ,/,/9/punct Ali/NNP/9/nsubj:pass Nasser/NNP/4/flat and/CC/7/cc "
        "Lina/NNP/5/conj Saleh/NNP/7/flat killed/VBN/0/root"
    )
    words = told(mended(tree_of(names)))
    assert "Ali/NNP/Omar/conj" in words
    assert "Lina/NNP/Omar/conj" in words


def test_what_is_close_to_a_place_is_near_it():
    hit = "Close/RB/6/advmod to/IN/3/case Sake/NNP/1/obl ,/,/1/punct posts/NNS/6/nsubj:pass hit/VBN/0/root ././6/punct"
    assert told(mended(tree_of(hit))).startswith("Close/RB/Sake/case to/IN/Close/fixed Sake/NNP/hit/obl")


def test_those_whom_something_cost_their_lives_are_its_second_object():
    cost = "Raids/NNS/2/nsubj cost/VBD/0/root nine/CD/4/nummod men/NNS/2/obj their/PRP$/6/nmod:poss lives/NNS/4/acl:relcl ././2/punct"
    assert "men/NNS/cost/iobj their/PRP$/lives/nmod:poss lives/NNS/cost/obj" in told(mended(tree_of(cost)))


def test_a_place_behind_a_semicolon_is_of_the_clause_behind_it():
    killed = "Shells/NNS/2/nsubj killed/VBD/0/root four/CD/2/obj ;/:/2/punct in/IN/6/case Nalut/NNP/2/obl ,/,/9/punct two/CD/9/nsubj"
    assert "Nalut/NNP/died/obl" in told(mended(tree_of(killed + " died/VBD/2/parataxis")))


def test_a_number_of_dead_behind_a_preposition_is_who_died():
    spoke = "Aides/NNS/2/nsubj spoke/VBD/0/root of/IN/4/case 40/CD/2/obl dead/JJ/2/xcomp ././2/punct"
    assert "of/IN/dead/case 40/CD/dead/nummod dead/NNS/spoke/obl" in told(mended(tree_of(spoke)))


def test_a_place_before_who_acts_there_is_where_they_act():
    seized = "In/IN/3/case Sake/NNP/3/compound rebels/NNS/4/obl seized/VBD/0/root posts/NNS/4/obj"
    assert told(mended(tree_of(seized))).startswith("In/IN/Sake/case Sake/NNP/seized/obl rebels/NNS/seized/nsubj")


def test_a_plain_form_between_a_plural_and_an_object_is_the_verb():
    face = "900/CD/2/nummod Somalis/NNPS/3/nsubj face/NN/0/root famine/NN/3/obj"
    assert "face/VBP/-/root" in told(mended(tree_of(face)))
    assert "face/NN/-/root" in told(mended(tree_of(face.replace("famine/NN/3/obj", "now/RB/3/advmod"))))


def test_of_half_of_the_owners_people_half_is_told():
    fled = "Half/NN/8/nsubj of/IN/4/case the/DT/4/det town/NN/1/nmod 's/POS/4/case 900/CD/7/nummod people/NNS/8/nsubj fled/VBD/0/root"
    found = told(mended(tree_of(fled)))
    assert "people/NNS/Half/nmod" in found
    assert "Half/NN/fled/nsubj" in found


def test_the_owner_of_a_whole_is_not_the_whole():
    stay = "200/CD/8/nsubj of/IN/4/case the/DT/4/det town/NN/1/nmod 's/POS/4/case 900/CD/7/nummod people/NNS/8/nsubj stay/VBP/0/root"
    found = told(mended(tree_of(stay)))
    assert "town/NN/people/nmod:poss" in found
    assert "people/NNS/200/nmod" in found


def test_since_when_is_not_told_of_where_a_place_lies():
    hold = "Rebels/NNS/2/nsubj hold/VBP/0/root hills/NNS/2/obj overlooking/VBG/3/acl Zintan/NNP/4/obj since/IN/7/case May/NNP/4/obl"
    assert "May/NNP/hold/obl" in told(mended(tree_of(hold)))


def test_a_place_around_another_encircles_it_and_those_who_act_there_do_not():
    shelled = "Rebels/NNS/2/nsubj shelled/VBD/0/root villages/NNS/2/obj surrounding/VBG/2/advcl Zintan/NNP/4/obj"
    assert "surrounding/VBG/villages/acl" in told(mended(tree_of(shelled)))


@pytest.mark.parametrize(
    ("words", "hung"),
    [
        (
            "Men/NNS/0/root believed/VBN/1/acl to/TO/6/mark be/VB/6/aux:pass bandits/NNS/6/nsubj attacked/VBD/2/xcomp Gao/NNP/6/obj ././1/punct",
            "Men/NNS/attacked/nsubj believed/VBN/Men/acl bandits/NNS/believed/xcomp attacked/VBD/-/root",
        ),
        (
            "Men/NNS/0/root led/VBN/1/acl by/IN/4/case clerics/NNS/2/obl:agent marched/VBN/4/acl into/IN/7/case Gao/NNP/5/obl",
            "Men/NNS/marched/nsubj led/VBN/Men/acl clerics/NNS/led/obl:agent marched/VBD/-/root",
        ),
        (
            "Police/NNS/0/root ,/,/3/punct hunting/VBG/1/acl him/PRP/3/obj ,/,/6/punct set/VB/1/conj fire/NN/6/obj to/IN/9/case Gao/NNP/6/obl",
            "Police/NNS/set/nsubj hunting/VBG/Police/acl set/VBD/-/root fire/NN/set/obj",
        ),
        (
            (
                "Raids/NNS/0/root ,/,/8/punct which/WDT/8/obj police/NNS/8/nsubj blamed/VBN/4/acl on/IN/7/case rebels/NNS/5/obl "
                "killed/VBD/1/acl:relcl nine/CD/8/obj"
            ),
            "",
        ),
        (
            (
                "Raids/NNS/0/root ,/,/9/punct which/WDT/9/obj police/NNS/9/nsubj blamed/VBN/4/acl on/IN/7/case rebels/NNS/5/obl "
                ",/,/4/punct killed/VBD/1/acl:relcl nine/CD/9/obj"
            ),
            "Raids/NNS/killed/nsubj which/WDT/blamed/obj police/NNS/blamed/nsubj blamed/VBN/Raids/acl:relcl killed/VBD/-/root",
        ),
        (
            "Men/NNS/4/nsubj loyal/JJ/1/amod to/IN/4/mark ousted/VBD/0/root King/NNP/6/nmod:desc Rawi/NNP/7/nsubj shelled/VBD/4/ccomp Gao/NNP/7/obj",
            "Men/NNS/shelled/nsubj loyal/JJ/Men/amod to/IN/Rawi/case ousted/VBD/Rawi/amod Rawi/NNP/loyal/obl shelled/VBD/-/root",
        ),
        (
            "They/PRP/2/nsubj took/VBD/0/root Gao/NNP/2/obj ,/,/2/punct looted/VBD/6/amod shops/NNS/2/obj and/CC/8/cc fled/VBD/2/conj",
            "looted/VBD/took/conj shops/NNS/looted/obj fled/VBD/took/conj",
        ),
    ],
)
def test_a_verb_behind_what_is_said_of_its_subject_is_the_verb_of_the_clause(words, hung):
    tree = tree_of(words)
    mend = mended(tree)
    if hung:
        assert set(hung.split()) <= set(told(mend).split())
    else:
        assert mend is tree


@pytest.mark.parametrize(
    ("words", "hung"),
    [
        (
            (
                "Men/NNS/3/nsubj ,/,/3/punct believed/VBN/0/root to/TO/5/mark be/VB/6/aux:pass rebels/NNS/3/xcomp ,/,/6/punct "
                "attacked/VBD/3/ccomp Gao/NNP/8/obj"
            ),
            "Men/NNS/attacked/nsubj believed/VBN/Men/acl rebels/NNS/believed/xcomp attacked/VBD/-/root",
        ),
        (
            "Jets/NNS/7/nsubj ,/,/3/punct called/VBN/1/acl in/RP/3/compound:prt ,/,/1/punct rocketed/VBD/7/amod trenches/NNS/0/root ././7/punct",
            "Jets/NNS/rocketed/nsubj called/VBN/Jets/acl rocketed/VBD/-/root trenches/NNS/rocketed/obj",
        ),
        (
            "Raids/NNS/9/nsubj ,/,/6/punct for/IN/4/case which/WDT/6/obl they/PRP/6/nsubj blamed/VBD/1/acl him/PRP/6/obj ,/,/1/punct ended/VBD/0/root",
            "blamed/VBD/Raids/acl:relcl ended/VBD/-/root",
        ),
        (
            "Men/NNS/2/nsubj answering/VBG/0/root to/IN/4/case Atta/NNP/2/obl seized/VBD/2/xcomp Gao/NNP/5/obj",
            "Men/NNS/seized/nsubj answering/VBG/Men/acl seized/VBD/-/root",
        ),
    ],
)
def test_what_is_said_between_a_subject_and_its_verb_belongs_to_the_subject(words, hung):
    assert set(hung.split()) <= set(told(mended(tree_of(words))).split())


def test_what_is_no_aside_leaves_the_verb_where_it_is():
    however = "Rebels/NNS/5/nsubj ,/,/3/punct however/RB/5/advmod ,/,/3/punct advanced/VBD/0/root on/IN/7/case Gao/NNP/5/obl ,/,/9/punct took/VBD/5/conj it/PRP/9/obj"
    tree = tree_of(however)
    assert mended(tree) is tree


def test_a_name_behind_by_is_no_deed():
    shot = "He/PRP/3/nsubj:pass was/VBD/3/aux:pass shot/VBN/0/root by/IN/5/mark Shining/VBG/3/advcl Path/NNP/7/compound rebels/NNS/5/obj"
    assert told(mended(tree_of(shot))).endswith(
        "by/IN/rebels/case Shining/NNP/rebels/compound Path/NNP/rebels/compound rebels/NNS/shot/obl:agent"
    )


def test_a_name_behind_of_and_a_title_is_whole():
    murder = "The/DT/2/det murder/NN/0/root of/IN/4/case Judge/NNP/2/nmod Rojas/NNP/2/appos shocked/VBD/2/acl Gao/NNP/6/obj"
    assert "of/IN/Rojas/case Judge/NNP/Rojas/nmod:desc Rojas/NNP/murder/nmod" in told(mended(tree_of(murder)))


@pytest.mark.parametrize(
    ("words", "hung"),
    [
        pytest.param(
            "Gao/NNP/9/vocative ,/,/1/punct which/WDT/9/dep rebels/NNS/9/nsubj seized/VBN/4/acl in/IN/7/case May/NNP/5/obl ,/,/4/punct "
            "has/VBZ/0/root no/DT/11/det water/NN/9/obj",
            "Gao/NNP/has/nsubj which/WDT/seized/obj rebels/NNS/seized/nsubj seized/VBN/Gao/acl:relcl has/VBZ/-/root",
            id="what was done to it",
        ),
        pytest.param(
            "Rebels/NNS/0/root ,/,/4/punct who/WP/4/nsubj fled/VBD/1/acl:relcl ,/,/7/punct still/RB/7/advmod hold/VBP/1/parataxis Gao/NNP/7/obj",
            "Rebels/NNS/hold/nsubj who/WP/fled/nsubj fled/VBD/Rebels/acl:relcl hold/VBP/-/root Gao/NNP/hold/obj",
            id="what they did",
        ),
        pytest.param(
            "They/PRP/2/nsubj want/VBP/0/root Men/NNS/2/obj of/IN/5/case Gao/NNP/3/nmod ,/,/9/punct which/WDT/9/obj rebels/NNS/9/nsubj "
            "seized/VBD/3/acl:relcl ,/,/2/punct fled/VBD/2/conj",
            "seized/VBD/Men/acl:relcl",
            id="an object stays one",
        ),
    ],
)
def test_a_clause_with_which_or_who_is_told_of_the_noun_before(words, hung):
    assert set(hung.split()) <= set(told(mended(tree_of(words))).split())


def test_nothing_hangs_below_itself():
    clashes = (
        "Clashes/NNS/8/nsubj between/IN/4/case the/DT/4/det SPLA/NNP/7/compound and/CC/6/cc Ugandan/NNP/4/conj troops/NNS/8/nsubj "
        "erupted/VBD/0/root"
    )
    assert told(mended(tree_of(clashes))).startswith(
        "Clashes/NNS/erupted/nsubj between/IN/SPLA/case the/DT/SPLA/det SPLA/NNP/Clashes/nmod and/CC/Ugandan/cc "
        "Ugandan/NNP/troops/compound troops/NNS/SPLA/conj"
    )
    tokens = tree_of(clashes).tokens
    assert hung_anew(tokens, {3: (6, "nmod"), 6: (3, "conj")}) is tokens


def test_a_preposition_on_the_first_word_of_a_name_is_the_nouns():
    taken = "Gao/NNP/3/nsubj:pass was/VBD/3/aux:pass taken/VBN/0/root by/IN/5/case Chechen/NNP/6/compound fighters/NNS/3/obl"
    assert "by/IN/fighters/case Chechen/NNP/fighters/compound fighters/NNS/taken/obl" in told(mended(tree_of(taken)))


def test_a_finite_verb_joined_to_an_infinitive_is_joined_to_the_verb_above():
    tried = (
        "Rebels/NNS/2/nsubj tried/VBD/0/root to/TO/4/mark storm/VB/2/xcomp Gao/NNP/4/obj but/CC/8/cc were/VBD/8/aux:pass "
        "repelled/VBN/4/conj"
    )
    assert told(mended(tree_of(tried))).endswith("repelled/VBN/tried/conj")


@pytest.mark.parametrize(
    ("words", "hung"),
    [
        pytest.param(
            "They/PRP/3/nsubj:pass are/VBP/3/aux:pass accused/VBN/0/root of/IN/6/case shelling/NN/6/compound Gao/NNP/3/obl",
            "of/IN/shelling/mark shelling/VBG/accused/advcl Gao/NNP/shelling/obj",
            id="a deed in -ing behind a preposition",
        ),
        pytest.param(
            "Men/NNS/2/nsubj raided/VBD/0/root Gao/NNP/2/obj ,/,/5/punct killing/VBG/2/advcl nine/CD/5/obj and/CC/9/cc burning/NN/9/compound "
            "huts/NNS/6/conj",
            "burning/VBG/killing/conj huts/NNS/burning/obj",
            id="a deed in -ing beside another",
        ),
        pytest.param(
            "UNITA/NNP/2/compound forces/NNS/0/root and/CC/6/cc the/DT/5/det army/NN/6/nsubj took/VBD/2/conj Gao/NNP/6/obj",
            "forces/NNS/took/nsubj and/CC/army/cc army/NN/forces/conj took/VBD/-/root",
            id="the first of two who act",
        ),
        pytest.param(
            "Rebels/NNS/3/nsubj ,/,/1/punct helped/VBN/7/advcl by/IN/5/case Chad/NNP/3/obl:agent ,/,/3/punct took/VBD/0/root Gao/NNP/7/obj",
            "Rebels/NNS/took/nsubj helped/VBN/Rebels/acl took/VBD/-/root",
            id="who was helped",
        ),
        pytest.param(
            "Rebels/NNS/2/nsubj hold/VBP/0/root all/DT/2/obj but/CC/6/cc two/CD/6/nummod parts/NNS/3/conj of/IN/8/case Gao/NNP/6/nmod",
            "all/DT/parts/advmod but/CC/all/fixed parts/NNS/hold/obj",
            id="all but two",
        ),
        pytest.param(
            "Rebels/NNS/0/root ,/,/4/punct troops/NNS/4/compound clash/NN/1/conj in/IN/6/case Gao/NNP/4/nmod",
            "Rebels/NNS/clash/nsubj troops/NNS/Rebels/conj clash/VBP/-/root",
            id="two who clash in a headline",
        ),
        pytest.param(
            "Gao/NNP/4/nsubj is/VBZ/4/cop in/IN/4/case hands/NNS/10/nsubj:pass of/IN/6/case rebels/NNS/4/nmod and/CC/8/cc Sake/NNP/6/conj "
            "is/VBZ/10/aux:pass held/VBN/0/root by/IN/12/case Chad/NNP/10/obl:agent",
            "hands/NNS/-/root Sake/NNP/held/nsubj:pass held/VBN/hands/conj",
            id="a clause behind a state",
        ),
        pytest.param(
            "Clashes/NNS/2/nsubj began/VBD/0/root on/IN/4/case Friday/NNP/2/obl between/IN/6/case rebels/NNS/4/nmod",
            "rebels/NNS/began/obl",
            id="a day has nobody between",
        ),
        pytest.param(
            "Nuns/NNS/2/nsubj kidnapped/VBN/0/root in/IN/4/case Gao/NNP/6/nsubj:pass were/VBD/6/aux:pass freed/VBN/2/ccomp",
            "Nuns/NNS/freed/nsubj:pass kidnapped/VBN/Nuns/acl Gao/NNP/kidnapped/obl freed/VBN/-/root",
            id="a place is not who was freed",
        ),
        pytest.param(
            "Rebels/NNS/2/nsubj entered/VBD/0/root Gao/NNP/2/obj unopposed/JJ/3/amod",
            "unopposed/JJ/entered/xcomp",
            id="how they came in",
        ),
    ],
)
def test_who_does_what_is_put_right(words, hung):
    assert set(hung.split()) <= set(told(mended(tree_of(words))).split())


def test_who_would_not_be_named_is_the_subject_of_the_saying():
    nurse = (
        "A/DT/2/det nurse/NN/0/root who/WP/4/nsubj asked/VBD/2/acl:relcl not/RB/8/advmod to/TO/8/mark be/VB/8/aux:pass named/VBN/2/acl "
        "said/VBD/8/xcomp six/CD/11/nsubj died/VBD/9/ccomp"
    )
    assert "nurse/NN/said/nsubj" in told(mended(tree_of(nurse)))
    assert told(mended(tree_of(nurse))).endswith("said/VBD/-/root six/CD/died/nsubj died/VBD/said/ccomp")


def test_the_first_of_two_who_speak_is_no_object():
    bombed = (
        "Jets/NNS/2/nsubj bombed/VBD/0/root Aden/NNP/2/obj ,/,/5/punct witnesses/NNS/3/conj and/CC/8/cc medics/NNS/8/nsubj said/VBD/2/conj"
    )
    assert told(mended(tree_of(bombed))).endswith(
        "witnesses/NNS/said/nsubj and/CC/medics/cc medics/NNS/witnesses/conj said/VBD/bombed/parataxis"
    )


def test_who_signs_behind_a_dash_belongs_to_no_place():
    seized = "Rebels/NNS/2/nsubj seize/VBP/0/root Zintan/NNP/2/obj -/:/5/punct Oxfam/NNP/3/appos"
    assert told(mended(tree_of(seized))).endswith("Oxfam/NNP/seize/parataxis")


def test_what_reports_say_is_no_relative_clause():
    reports = "Report/NN/0/root that/WDT/4/obj shells/NNS/4/nsubj landed/VBD/1/acl:relcl"
    assert told(mended(tree_of(reports))).endswith("that/WDT/landed/mark shells/NNS/landed/nsubj landed/VBD/Report/acl")
