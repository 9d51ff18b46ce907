"""Parts of counts, and counts told twice in one report."""

import msgspec

from marsad.model.claim import Evidence
from marsad.reconcile import reconcile
from say import number, report, say


def told(text, phrase, kind, *, count, **more):
    """A claim whose evidence is this phrase of the text."""
    made = say(kind, "r", count=count, words=phrase, position=text.index(phrase), **more)
    assert made.quantity is not None
    shown = next((words for words in (count, count.replace("at least ", "")) if words in phrase), count)
    return msgspec.structs.replace(made, quantity=msgspec.structs.replace(made.quantity, text=shown))


def test_children_among_the_dead_are_not_added_to_them():
    text = "A shell hit a bakery in Hama and killed 17 people, including 5 children and 3 women."
    made = report("r", text=text)
    claims = [
        told(text, "killed 17 people", "killed", count="17", at="Hama"),
        told(text, "5 children", "killed", count="5", at="Hama", victims="5 children"),
        told(text, "3 women", "killed", count="3", at="Hama", victims="3 women"),
    ]
    (one,) = reconcile([made], claims).incidents
    assert one.killed is not None
    assert (one.killed.low, one.killed.best, one.killed.high) == (17, 17, 17)


def test_of_whom_links_a_part_over_types_and_measures():
    text = "Some 33,000 people fled Hawija, of whom 15,200 are in camps. About 9,000 live with hosts."
    made = report("r", text=text)
    claims = [
        told(text, "33,000 people fled Hawija", "displaced", count="33,000", measure="cumulative", at="Hawija"),
        told(text, "15,200 are in camps", "sheltering", count="15,200", measure="stock", at="Hawija"),
        told(text, "9,000 live with hosts", "sheltering", count="9,000", measure="stock", at="Hawija"),
    ]
    figures = {figure.best: figure for figure in reconcile([made], claims).figures}
    assert figures[15200].part_of == figures[33000].id
    assert figures[9000].part_of is None


def test_a_headline_counts_as_its_text_does():
    text = "More than 28,000 people have fled west Mosul since February 19, the migration agency said."
    made = report("r", text=text, title="28,000 flee Mosul")
    body = say("displaced", "r", count="more than 28,000", measure="cumulative", at="west Mosul", by="IOM", start="2017-02-19", words=text)
    head = say("displaced", "r", count="28,000", measure="stock", at="Mosul", words="28,000 flee Mosul")
    head = msgspec.structs.replace(head, evidence=Evidence(start=0, end=17, text="28,000 flee Mosul", field="title"))
    (figure,) = reconcile([made], [body, head]).figures
    assert (figure.low, figure.high, figure.measure) == (28000, None, "cumulative")
    assert figure.sources == ("IOM",)
    assert len(figure.claims) == 2


def test_another_number_in_a_headline_stays_its_own():
    made = report("r", text="Some 400 people fled Hit.", title="12,000 flee Mosul")
    body = say("displaced", "r", count="400", measure="incident", at="Hit")
    head = say("displaced", "r", count="12,000", measure="incident", at="Mosul", words="12,000 flee Mosul")
    head = msgspec.structs.replace(head, evidence=Evidence(start=0, end=17, text="12,000 flee Mosul", field="title"))
    assert len(reconcile([made], [body, head]).figures) == 2


def test_victims_of_different_armies_are_added_over_sources():
    text = "Nine Kenyan soldiers were killed, Nairobi said. Three Ghanaian soldiers also died, the mission said."
    made = report("r", text=text)
    claims = [
        say("killed", "r", count="9", at="Hit", by="Nairobi", victims="Nine Kenyan soldiers", civilian=False, position=0),
        say("killed", "r", count="3", at="Hit", by="the mission", victims="Three Ghanaian soldiers", civilian=False, position=48),
    ]
    (one,) = reconcile([made], claims).incidents
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (12, 12)


def test_the_toll_of_a_siege_is_a_running_total_and_grows():
    first = report("a", "2017-03-01", text="At least 700 people have been killed in the siege of Hit, the council said.")
    later = report("b", "2017-03-09", text="More than 900 people have died in the siege of Hit, the council said.")
    claims = [
        say("killed", first, count="700", measure="cumulative", at="Hit", by="the council", words="At least 700 people have been killed"),
        say("killed", later, count="900", measure="cumulative", at="Hit", by="the council", words="More than 900 people have died"),
    ]
    made = reconcile([first, later], claims)
    assert not made.incidents
    assert [(f.best, f.status) for f in sorted(made.figures, key=lambda f: f.best or 0)] == [(700, "superseded"), (900, "single-source")]


def test_a_ceiling_of_what_has_been_is_a_figure_and_what_could_be_is_none():
    made = report("r")
    fled = say("displaced", made, count="up to 300,000", at="Hit", status="possible", words="As many as 300,000 people have fled")
    could = say("displaced", made, count="up to 300,000", at="Hama", status="possible", words="up to 300,000 people could flee")
    figures = reconcile([made], [fled, could]).figures
    assert [figure.place.name for figure in figures if figure.place] == ["Hit"]
    assert figures[0].marks == ("ceiling",)
    assert number("up to 300,000").low is None
