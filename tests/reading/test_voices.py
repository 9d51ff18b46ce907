"""Who says what: source, cue and content; who the source is; the chain of a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.model.mention import Attribution, Span
from marsad.model.report import Report
from marsad.reading.actors import read_actors
from marsad.reading.passages import split_passages
from marsad.reading.voices import read_voices
from marsad.resolve.actor import resolve_actors
from marsad.resolve.source import chain


def voices(text: str) -> list[Attribution]:
    report = Report(id="r", text=text, sha256="")
    return read_voices(report, split_passages(text), resolve_actors(report, read_actors(text)), {})


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in voices(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry said that the bridge had fallen.", "The ministry", "said", "that the bridge had fallen"),
        ("The bridge had fallen, the ministry said.", "the ministry", "said", "The bridge had fallen"),
        ("The bridge had fallen, the ministry said on Monday.", "the ministry", "said", "The bridge had fallen"),
        ("The mayor has already warned that wells are dry.", "The mayor", "has already warned", "that wells are dry"),
        ("According to two aid workers, the wells are dry.", "two aid workers", "According to", "the wells are dry"),
        ("According to medics, 17 people, most of them women, died.", "medics", "According to", "17 people, most of them women, died"),
        ("The wells are dry, according to two aid workers.", "two aid workers", "according to", "The wells are dry"),
        ('"We had to walk," said Amina Yusuf, a mother of four.', "Amina Yusuf, a mother of four", "said", '"We had to walk,"'),
        ("“We had to walk,” a mother of four told Reuters.", "a mother of four", "told", "“We had to walk,”"),
        ("A nurse told reporters that 12 patients had died.", "A nurse", "told", "that 12 patients had died"),
        ("On Friday, Ali Omar, the head of the clinic, said beds were full.", "Ali Omar, the head of the clinic", "said", "beds were full"),
        ("Ana Ruiz, who leads the clinic, said beds were full.", "Ana Ruiz, who leads the clinic", "said", "beds were full"),
        ("It was reported that the road is cut.", None, "was reported", "that the road is cut"),
        ("The government estimates that 400 homes burned.", "The government", "estimates", "that 400 homes burned"),
        ("Clerks close to the mayor say the wells are dry.", "Clerks close to the mayor", "say", "the wells are dry"),
        ("Omar -- who leads the clinic -- said beds were full.", "Omar", "said", "beds were full"),
        ("In a radio interview Omar said beds were full.", "Omar", "said", "beds were full"),
        ("Wells are dry, said local aid group Green Hands.", "local aid group Green Hands", "said", "Wells are dry"),
        ("Wells are dry, clinic and village sources said.", "clinic and village sources", "said", "Wells are dry"),
        ("Wells are dry, the ministry of water announced in a note.", "the ministry of water", "announced", "Wells are dry"),
        (
            "Wells are dry, the League for Water, which is based in Gao, said.",
            "the League for Water, which is based in Gao",
            "said",
            "Wells are dry",
        ),
        ("The Red Cross counted 300 bodies in Gao.", "The Red Cross", "counted", "300 bodies in Gao"),
        ("The agency has registered at least 900 refugees.", "The agency", "has registered", "at least 900 refugees"),
        ("The committee gave a toll of 28 dead.", "The committee", "gave", "a toll of 28 dead"),
        ("Baku holds Yerevan answerable for the raid.", "Baku", "holds", "Yerevan answerable for the raid"),
        ("Villagers put the raid down to the army.", "Villagers", "put", "the raid down to the army"),
        ("The mayor has given a figure of 60 dead.", "The mayor", "has given", "a figure of 60 dead"),
        ("The governor spoke of 40 dead.", "The governor", "spoke of", "40 dead"),
        ("By the rebels' own count, 40 soldiers died.", "the rebels", "count", "40 soldiers died"),
        ("Some 400 are thought by the UN to be trapped.", "the UN", "are thought", "Some 400 are thought by the UN to be trapped"),
        ("The institute assessed on 7 March that wells are dry.", "The institute", "assessed", "that wells are dry"),
        ("The clinic issued a note on Monday saying that wells are dry.", "The clinic", "saying", "that wells are dry"),
        ("Sani gave the same account, saying wells are dry.", "Sani", "saying", "wells are dry"),
        ("14:20 The mayor says wells are dry.", "The mayor", "says", "wells are dry"),
        ("Per the ministry, wells are dry.", "the ministry", "Per", "wells are dry"),
        ("The army and the rebels report heavy losses.", "The army and the rebels", "report", "heavy losses"),
        ("As reported by Reuters, wells are dry.", "Reuters", "As reported by", "wells are dry"),
        ("It was confirmed by the mayor that wells are dry.", "the mayor", "was confirmed", "that wells are dry"),
        ("In its statement on Sunday the ministry said wells were dry.", "the ministry", "said", "wells were dry"),
        ("The toll, the mayor said, had reached 12.", "the mayor", "said", "The toll, the mayor said, had reached 12"),
        ("Wells are dry, the mayor was quoted by AFP as saying.", "AFP", "saying", "Wells are dry"),
        ("12 hurt in Kidal blast: police", "police", ":", "12 hurt in Kidal blast"),
        ("He’s claiming that the road is cut.", "He", "’s claiming", "that the road is cut"),
        ("Two nurses, both of whom say beds are full, left.", "both of whom", "say", "beds are full, left"),
        ("The envoy announced in a letter that talks had failed.", "The envoy", "announced", "that talks had failed"),
        ("He read out a statement saying the road was cut.", "a statement", "saying", "the road was cut"),
        ("Rain went on, with officials estimating that 400 homes burned.", "officials", "estimating", "that 400 homes burned"),
        ("Interfax quoted the mayor as saying the road was cut.", "Interfax", "quoted", "the mayor"),
        ("The army said, citing witnesses, that two men were held.", "The army", "said", "that two men were held"),
        ("Residents told the BBC by phone that the road was cut.", "Residents", "told", "that the road was cut"),
        ("The road is cut, local media report.", "local media", "report", "The road is cut"),
        ("Doctors put the number of dead at 12.", "Doctors", "put", "the number of dead at 12"),
        ("Shops closed amid reports that the road was cut.", None, "reports", "that the road was cut"),
        ("After a claim by the rebels that the road was cut, shops closed.", "the rebels", "claim", "that the road was cut, shops closed"),
        ("The council refused to open the road.", "The council", "refused", "to open the road"),
        ("The union opposes the new toll, a road sign says.", "The union", "opposes", "the new toll"),
        ("THE ARMY HAS REPORTED THAT TWO MEN WERE HELD.", "THE ARMY", "HAS REPORTED", "THAT TWO MEN WERE HELD"),
    ],
)
def test_parts(text: str, source: str | None, cue: str, content: str) -> None:
    assert told(text)[0] == (source, cue, content)


def test_a_body_is_called_by_any_word_of_its_name() -> None:
    text = "The Syrian Observatory for Human Rights said wells are dry. State media said they are not. The Observatory said rain fell."
    assert voices(text)[-1].speakers[0].name == "Syrian Observatory for Human Rights"


def test_what_a_bomb_claims_is_not_said() -> None:
    assert not told("A bomb in the market claimed nine lives.")
    assert not told("The clinic admitted 53 wounded.")
    assert told("The army admitted that 53 were wounded.")


def test_who_is_relied_on_within_what_is_said_says_less() -> None:
    text = "The agency said that, according to two aid workers, wells are dry."
    assert [t[2] for t in told(text)] == ["that, according to two aid workers, wells are dry", "wells are dry"]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    text = "“The road is cut,” she said. “Nobody can pass.” Then it rained."
    assert told(text)[0][2] == "“The road is cut,” she said. “Nobody can pass.”"


def test_a_quotation_of_several_sentences() -> None:
    text = "“The road is cut. Nobody can pass,” said the driver."
    assert told(text) == [("the driver", "said", "“The road is cut. Nobody can pass,”")]


def test_a_quotation_over_paragraphs() -> None:
    text = "The governor said: “The road is cut.\n\n“Nobody can pass.”\n\nIt rained."
    assert told(text)[0][2] == "“The road is cut.\n\n“Nobody can pass.”"


def test_single_marks_quote_where_no_double_ones_stand() -> None:
    text = "'We were tired. The soldiers' trucks came,' said Mr Amir. The road is open.\n\n'It is over', he said."
    assert [words(text, a.content) for a in voices(text)] == ["'We were tired. The soldiers' trucks came,'", "'It is over'"]


def test_a_quotation_goes_on_in_the_paragraphs_behind_its_speaker() -> None:
    text = '"They came at dawn," said Ana Ruiz of the relief committee.\n\n"Above all, they burned 40 homes.\n\n"It was bad." It rained.'
    assert [a.speakers[0].person for a in voices(text)] == ["Ana Ruiz"] * 3


def test_what_follows_a_colon_at_the_end_of_a_line() -> None:
    text = "Statement on the road\n\nThe governor said:\n\nThe road is cut.\n\nNobody can pass."
    assert told(text)[-1] == ("The governor", "said:", "The road is cut.\n\nNobody can pass.")


def test_a_statement_named_in_the_headline() -> None:
    text = "Statement by Minister Karim Aziz on the flood\n\nWe mourn the 40 people who died."
    first = voices(text)[0]
    assert first.speakers[0].person == "Karim Aziz"
    assert words(text, first.content) == "We mourn the 40 people who died."


def test_who_relies_on_others_is_the_speaker() -> None:
    text = "According to local medics, 12 patients died, the league of nurses said."
    at = text.index("12 patients")
    assert [(s.role, s.text) for s in chain(voices(text), at, at + 5)] == [("speaker", "the league of nurses"), ("cited", "local medics")]


def test_there_is_nobody() -> None:
    text = "There were reports that 12 patients died."
    assert not chain(voices(text), text.index("12"), text.index("12") + 5)


def test_who_rejects_a_claim_is_its_source() -> None:
    text = "The mayor rejected French claims that 12 patients died."
    assert [s.text for s in chain(voices(text), text.index("12"), text.index("12") + 5)][:1] == ["The mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "The report was long.",
        "He has a claim to the house.",
        "They would say anything.",
        "The so-called said group is a group called Fog.",
        "The attack reported in March failed.",
        "He has to say more.",
        "Rebels continued the siege of Kassala.",
        "The army declared a ceasefire in Kassala.",
        "The list holds 40 deaths, based on initial daily reports from Kassala.",
    ],
)
def test_no_speech(text: str) -> None:
    assert voices(text) == []


@pytest.mark.parametrize(
    ("text", "name", "person", "kind"),
    [
        ("The UN refugee agency said the camp was full.", "UNHCR", None, "humanitarian"),
        ("The UN office that coordinates humanitarian aid in Chad said the camp was full.", "UN OCHA", None, "humanitarian"),
        ("Col. Ann Wood, a spokeswoman for NATO, said the camp was full.", "Ann Wood", "Ann Wood", "person"),
        ("Two officials said the camp was full.", None, None, "anonymous"),
        ("A commander in the Syrian army said the camp was full.", "Syrian army", None, "anonymous"),
        ("The head of the town council, Selim Qadri, said the camp was full.", "Selim Qadri", "Selim Qadri", "person"),
    ],
)
def test_speakers(text: str, name: str | None, person: str | None, kind: str) -> None:
    speaker = voices(text)[0].speakers[0]
    assert (speaker.name, speaker.person, speaker.kind) == (name, person, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gen. Omar Haddad said it was over. He said the town was calm.", "Omar Haddad"),
        ("Gen. Omar Haddad said it was over. The general added that the town was calm.", "Omar Haddad"),
        ("UNICEF said wells were dry. It said schools were shut.", "UNICEF"),
        ("UNICEF said wells were dry. The agency said schools were shut.", "UNICEF"),
        ("Gen. Omar Haddad said it was over. Haddad added that the town was calm.", "Omar Haddad"),
    ],
)
def test_later_words_for_a_speaker(text: str, name: str) -> None:
    assert voices(text)[-1].speakers[0].name == name


@pytest.mark.parametrize("text", ["At least 40 families flee floods: ICRC", "UNICEF: 40 schools shut in Chad"])
def test_headlines(text: str) -> None:
    report = Report(id="r", text="", sha256="", title=text)
    passages = split_passages(text, field="title")
    found = read_voices(report, passages, read_actors(text, field="title"), {})
    assert [a.speakers[0].name for a in found] in (["ICRC"], ["UNICEF"])


@pytest.mark.parametrize("text", ["Sudan: 40 families flee floods", "Taiz: 40 families flee floods"])
def test_a_place_before_a_colon_says_nothing(text: str) -> None:
    found = read_voices(
        Report(id="r", text="", sha256="", title=text), split_passages(text, field="title"), read_actors(text, field="title"), {}
    )
    assert found == []


def test_the_chain_of_a_claim() -> None:
    text = "The mayor, citing UNICEF figures, said that 300 children had fled."
    at = text.index("fled")
    assert [(s.role, s.name or s.text) for s in chain(voices(text), at, at + 4)] == [("speaker", "The mayor"), ("cited", "UNICEF")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Interfax quoted Gen. Omar Haddad as saying 12 men had died.", ["Interfax", "Omar Haddad"]),
        ("12 men had died, Interfax quoted Gen. Omar Haddad as saying.", ["Interfax", "Omar Haddad"]),
        ("Reuters reported that 12 men had died, citing two officials.", ["Reuters", "two officials"]),
        ("The mayor said, citing police, that 12 men had died.", ["The mayor", "police"]),
    ],
)
def test_whom_a_speaker_cites(text: str, links: list[str]) -> None:
    at = text.index("12 men")
    assert [s.name or s.text for s in chain(voices(text), at, at + 6)] == links


def test_a_chain_of_two_speakers() -> None:
    text = "AFP reported that Gen. Omar Haddad said that 300 men had fled."
    at = text.index("fled")
    assert [(s.role, s.name) for s in chain(voices(text), at, at + 4)] == [("speaker", "AFP"), ("cited", "Omar Haddad")]


def test_no_chain_where_the_report_speaks_itself() -> None:
    text = "The mayor condemned the raid. Some 300 men fled."
    at = text.index("fled")
    assert chain(voices(text), at, at + 4) == ()


@given(st.text(alphabet=st.sampled_from('“”" .,:\nabHe said that according to UN who Ali'), max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    for a in voices(text):
        assert text[a.start : a.end] == a.text
        for span in (a.source, a.cue, a.content):
            assert span is None or 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("unit", ["“he said, ", "he said ", "X, a Y, ", "said, ", '" ', "according to "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert is_linear(voices, unit, 2000)


def test_a_body_whose_name_looks_like_a_verb_cites_another() -> None:
    text = "The United Nations, citing the Organization for Migration, said that 300 people had left Kassala."
    (one,) = [a for a in voices(text) if a.lemma == "say"]
    assert [(s.role, s.text) for s in one.speakers] == [("speaker", "The United Nations"), ("cited", "the Organization for Migration")]


def test_who_is_quoted_by_a_paper_is_cited_by_it() -> None:
    (one,) = voices("According to hospital sources cited by Reuters, wells are dry.")
    assert [(s.role, s.text) for s in one.speakers] == [("speaker", "Reuters"), ("cited", "hospital sources")]


def test_it_is_the_body_that_the_sentence_before_begins_with() -> None:
    text = "The UN refugee agency runs a camp in Kassala. It added that 300 people had come."
    assert [s.name for a in voices(text) for s in a.speakers] == ["UNHCR"]
    rain = "Rain fell on the UN refugee agency's camp in Kassala. It said on the gate that 300 people had come."
    assert [s.name for a in voices(rain) for s in a.speakers] == [None]


def test_a_weak_verb_tells_a_whole_clause() -> None:
    assert [s.text for a in voices("The army maintained the rebels had left Kassala.") for s in a.speakers] == ["The army"]


@pytest.mark.parametrize(
    "text", ["According to AFP, citing medics, nine died in Gao.", "Nine died in Gao, according to AFP, citing medics."]
)
def test_who_is_relied_on_may_cite_others(text: str) -> None:
    assert [(s.role, s.name or s.text) for s in voices(text)[0].speakers] == [("speaker", "AFP"), ("cited", "medics")]


def test_an_owner_says_nothing_of_what_it_owns() -> None:
    assert not [s for a in voices("The town's estimated 9,000 residents have fled.") for s in a.speakers]


def test_two_who_speak_together_are_both_named() -> None:
    text = "Rebels took Kassala on Thursday, two nurses and a priest said."
    assert [s.text for a in voices(text) for s in a.speakers] == ["two nurses and a priest"]
