"""Every card of a column reads its tables and leaves those that are not its own; what a table says becomes claims row by row."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import is_linear
from marsad.flow import read_one
from marsad.grammar.card import Card
from marsad.grammar.load import load_grammar
from marsad.model.claim import Claim
from marsad.model.report import Report
from marsad.reading.figure_lists import find_lists
from marsad.reconcile import reconcile

MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
CARDS = load_grammar().columns
EXAMPLES = [(c, e) for c in CARDS for e in c.examples]
NOTS = [(c, n.text) for c in CARDS for n in c.not_]


def report(text: str) -> Report:
    return Report(id="r", text=text, sha256="0" * 64)


def claims(text: str) -> list[Claim]:
    return list(read_one(report(text)).claims)


def counts(text: str) -> list[tuple[str, list[str], float | None]]:
    return [(c.type, [p.text for p in c.places], c.quantity and c.quantity.best) for c in claims(text)]


@pytest.mark.parametrize(("card", "example"), EXAMPLES, ids=[f"{c.id}-{n}" for c in CARDS for n in range(len(c.examples))])
def test_card_reads_its_table_with_exact_roles(card: Card, example: str) -> None:
    text = (
        MARK.sub(r"\1", example) + "\n\nShelling went on in several towns, and the army fought rebels.\n"
    )  # who lives where is told in any report
    found = [c for c in claims(text) if c.card == card.id]
    assert found
    roles = {(p.role, p.text) for c in found for p in c.places}
    assert roles >= {(m[2], m[1]) for m in MARK.finditer(example)}
    assert all(c.quantity is not None for c in found)


@pytest.mark.parametrize(("card", "text"), NOTS, ids=[f"{c.id}-{n}" for c in CARDS for n in range(len(c.not_))])
def test_card_leaves_a_table_that_is_not_its_own(card: Card, text: str) -> None:
    assert card.id not in [c.card for c in claims(text)]


def test_each_row_is_a_claim_at_its_place_and_a_total_is_none() -> None:
    text = "| Town | IDPs | Killed | \n|---|---|---|\n| Zintan | 4,200 | 12 | \n| Nalut | 900 | - | \n| Total | 5,100 | 12 |"
    assert counts(text) == [("displaced", ["Zintan"], 4200.0), ("killed", ["Zintan"], 12.0), ("displaced", ["Nalut"], 900.0)]


def test_households_and_individuals_of_one_row_are_one_figure() -> None:
    text = "| Town | IDP households | IDP individuals |\n| Zintan | 700 | 4,200 |\n| Nalut | 150 | 900 |"
    first = claims(text)[0].quantity
    assert first is not None
    assert (first.best, first.unit) == (4200.0, "person")
    assert [(q.best, q.unit) for q in first.also] == [(700.0, "household")]


def test_people_are_harmed_where_the_row_is_named_and_not_where_they_went() -> None:
    text = "| District | Ward | IDPs | Killed | Present location |\n| Zintan | Awiniya | 4,200 | 9 | Nalut |\n| Zintan | Rayayna | 900 | 2 | Gharyan |"
    assert [(c.type, [p.text for p in c.places]) for c in claims(text)] == [
        ("displaced", ["Awiniya", "Nalut"]),
        ("killed", ["Awiniya"]),
        ("displaced", ["Rayayna", "Gharyan"]),
        ("killed", ["Rayayna"]),
    ]


def test_a_caption_says_what_is_counted_and_when() -> None:
    text = "Displaced people as of 3 June 2014\n\n| Town | Households |\n| Zintan | 700 |\n| Nalut | 150 |"
    first = claims(text)[0]
    assert (first.type, first.time.end and first.time.end.isoformat()[:10]) == ("displaced", "2014-06-03")


def test_a_table_that_nothing_names_is_left() -> None:
    assert claims("| Town | Households |\n| Zintan | 700 |\n| Nalut | 150 |") == []


def test_origin_and_destination_have_columns_of_their_own() -> None:
    text = "| Origin | Destination | IDPs |\n| Zintan | Nalut | 4,200 |\n| Yafran | Nalut | 900 |"
    assert [[(p.role, p.text) for p in c.places] for c in claims(text)] == [
        [("origin", "Zintan"), ("destination", "Nalut")],
        [("origin", "Yafran"), ("destination", "Nalut")],
    ]


def test_each_row_keeps_its_day() -> None:
    text = "| Date | Town | Killed |\n| 3 June 2014 | Zintan | 12 |\n| 5 June 2014 | Nalut | 3 |"
    days = [c.time.start and c.time.start.isoformat()[:10] for c in claims(text)]
    assert days == ["2014-06-03", "2014-06-05"]


def test_of_whom_some_are_counted_is_not_added() -> None:
    one = report("| Town | Killed | Civilians killed |\n| Zintan | 12 | 7 |\n| Nalut | 9 | 9 |")
    tolls = {i.place.name: i.killed and i.killed.best for i in reconcile([one], claims(one.text)).incidents if i.place}
    assert tolls == {"Zintan": 12.0, "Nalut": 9.0}


@pytest.mark.parametrize(
    ("cell", "low", "best", "high"),
    [
        ("4,200", 4200, 4200, 4200),
        ("4 200", 4200, 4200, 4200),
        ("~4,200", 4200, 4200, 4200),
        ("4,000-4,400", 4000, 4200, 4400),
        ("4,200+", 4200, 4200, None),
        ("4.2k", 4200, 4200, 4200),
        ("1.3 million", 1.3e6, 1.3e6, 1.3e6),
        ("4,200*", 4200, 4200, 4200),
    ],
)
def test_numbers_of_cells(cell: str, low: float | None, best: float, high: float | None) -> None:
    found = claims(f"| Town | IDPs |\n| Zintan | {cell} |\n| Nalut | 900 |")[0].quantity
    assert found is not None
    assert (found.low, found.best, found.high) == (low, best, high)


@pytest.mark.parametrize("cell", ["4.2", "12/30", "n/a", "-", "0", "", "12%", "twelve tents", "4,200 (of 9,000)", "9" * 400])
def test_cells_that_count_nobody(cell: str) -> None:
    assert [p.text for c in claims(f"| Town | IDPs |\n| Zintan | {cell} |\n| Nalut | 900 |\n| Yafran | 800 |") for p in c.places] == [
        "Nalut",
        "Yafran",
    ]


@settings(deadline=None)  # the first call loads the pipeline
@given(
    st.lists(
        st.lists(st.sampled_from(["", "IDPs", "Town", "Zintan", "4,200", "Killed", "Total", "-", "3 June 2014", "x"]), max_size=5),
        max_size=6,
    )
)
def test_every_claim_of_any_table_holds_its_number(rows: list[list[str]]) -> None:
    text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    for claim in (c for c in claims(text) if "column" in (c.card or "")):
        assert claim.evidence.text == text[claim.evidence.start : claim.evidence.end]
        assert claim.quantity is not None
        assert claim.quantity.text in claim.evidence.text


@pytest.mark.parametrize(
    "unit", ["| Town | IDPs |\n| Zintan | 4,200 |\n\n", "| IDPs | 4,200 ", "Zintan\t4\n", "  |", "a  b  1\n", "|---|\n"]
)
def test_hostile_tables_take_linear_time(unit: str) -> None:
    assert is_linear(claims, unit, 2000)


WAR = "Shelling went on in several towns, and the army fought rebels.\n\n"


def test_lines_of_a_label_and_a_number_are_counted_as_the_line_above_them_says() -> None:
    text = (
        WAR + "DISPLACEMENT (source: IOM)\n• Zintan: 19,000\n• Nalut – between 4,000 and 5,000\n• Misrata: 3,100, including 900 children\n"
    )
    found = [c for c in counts(text) if c[1]]
    assert ("displaced", ["Zintan"], 19000.0) in found
    assert ("displaced", ["Nalut"], 4500.0) in found
    assert ("displaced", ["Misrata"], 3100.0) in found


@pytest.mark.parametrize(
    "lines",
    [
        "Rice delivered:\nZintan: 1,900\nNalut: 700\n",  # what is counted is no people
        "Displacement\nZintan: 40%\nNalut: 200 tonnes\n",
        "Key figures\nIDPs: 12,000\nReturnees: 400\n",  # each label says what it counts
    ],
)
def test_lines_of_another_kind_are_no_list_of_places(lines: str) -> None:
    assert not [c for c in counts(WAR + lines) if c[1] and c[0] in ("displaced", "returned")]


def test_many_lines_of_labels_and_numbers_are_read_in_linear_time() -> None:
    assert is_linear(find_lists, "Displacement\n- Zintan: 1,000\n- Nalut (west) - between 3 and 4, of whom \n")
