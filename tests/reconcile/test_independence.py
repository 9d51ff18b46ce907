from marsad.reconcile import reconcile
from say import report, say

QUOTED = "“We have never seen so many families cross this bridge in a single morning, and more are coming,” he said."


def counted(*pairs, **more):
    reports = [one for one, _ in pairs]
    claims = [say("displaced", one, count=count, measure="cumulative", at="Hawija", **more) for one, count in pairs]
    (figure,) = reconcile(reports, claims).figures
    return figure


def test_a_copy_counts_once():
    first = report("a", publisher="AFP")
    copy = report("b", publisher="Daily News", copy_of="a")
    figure = counted((first, "12,500"), (copy, "12,500"))
    assert figure.sources == ("AFP",)
    assert figure.copies == 1
    assert figure.reports == ("a", "b")


def test_two_publishers_in_their_own_voice_are_two():
    assert len(counted((report("a", publisher="AFP"), "about 12,000"), (report("b", publisher="Reuters"), "about 12,000")).sources) == 2


def test_spellings_of_an_agency_are_one():
    figure = counted((report("a", publisher="AFP"), "about 12,000"), (report("b", publisher="Agence France-Presse"), "about 12,000"))
    assert figure.sources == ("AFP",)


def test_the_same_sentence_in_two_reports_counts_once():
    words = "Some 12,000 people had left the town since the operation began, it was reported"
    figure = counted((report("a", publisher="One"), "12,000"), (report("b", publisher="Two"), "12,000"), words=words)
    assert len(figure.sources) == 1


def test_reports_that_print_one_quotation_count_once_in_their_own_voice():
    first = report("a", text=f"The town was emptying. {QUOTED}", publisher="One")
    second = report("b", text=f"Officials spoke. {QUOTED} The town is small.", publisher="Two")
    figure = counted((first, "about 12,000"), (second, "about 12,000"))
    assert len(figure.sources) == 1
    assert any("same quotation" in reason for reason in figure.reasons)


def test_an_exact_number_without_a_source_counts_with_its_source():
    first, second = report("a", publisher="One"), report("b", publisher="Two")
    claims = [
        say("displaced", first, count="12,540", measure="cumulative", at="Hawija", by="IOM"),
        say("displaced", second, count="12,540", measure="cumulative", at="Hawija"),
    ]
    (figure,) = reconcile([first, second], claims).figures
    assert figure.sources == ("IOM",)


def test_two_outlets_with_one_very_exact_number_have_it_from_one_count():
    figure = counted((report("a", publisher="One"), "12,547"), (report("b", publisher="Two"), "12,547"))
    assert len(figure.sources) == 1
    assert any("one count" in reason for reason in figure.reasons)


def test_a_headline_borrows_the_source_of_the_same_number_elsewhere():
    first, second = report("a", publisher="One"), report("b", publisher="Two")
    claims = [
        say("displaced", first, count="28,400", measure="cumulative", at="west Mosul"),
        say("displaced", second, count="28,400", measure="cumulative", at="west Mosul"),
        say("displaced", first, count="28,400", measure="incident", at="Mosul", by="IOM", position=300),
    ]
    for figure in reconcile([first, second], claims).figures:
        assert figure.sources == ("IOM",)
        assert figure.status == "single-source"


def test_the_same_number_of_another_place_lends_no_source():
    ramadi = say("displaced", "a", count="18,650", measure="cumulative", at="Ramadi")
    mosul = say("displaced", "b", count="18,650", measure="cumulative", at="west Mosul", by="IOM")
    found = reconcile([report("a", publisher="Paper"), report("b", publisher="Other")], [ramadi, mosul]).figures
    assert {figure.place.name: figure.sources for figure in found if figure.place} == {"Ramadi": ("Paper",), "Mosul": ("IOM",)}


def test_of_two_that_print_one_exact_number_the_agency_is_the_source():
    paper = say("displaced", "a", count="18,650", measure="cumulative", at="Ramadi")
    agency = say("displaced", "b", count="18,650", measure="cumulative", at="Ramadi")
    (figure,) = reconcile([report("a", publisher="Paper"), report("b", publisher="UNHCR")], [paper, agency]).figures
    assert figure.sources == ("UNHCR",)
