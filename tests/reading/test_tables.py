"""Tables of figures: where they begin and end, what heads them, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import is_linear
from marsad.model.mention import Span
from marsad.reading.passages import split_passages
from marsad.reading.tables import Table, find_tables
from marsad.reading.voices.tables import read_sources

BARS = "| Town | IDPs |\n|---|---|\n| Zintan | 4,200 |\n| Nalut | 900 |"
TABS = "Town\tIDPs\nZintan\t4,200\nNalut\t900"
GAPS = "Town            IDPs\nZintan          4,200\nNalut           900"


def words(text: str, span: Span | None) -> str | None:
    return text[span.start : span.end] if span else None


def cells(text: str, table: Table) -> list[list[str]]:
    return [[text[c.start : c.end] for c in row] for row in table.rows]


@pytest.mark.parametrize("text", [BARS, TABS, GAPS, BARS.replace("\n", "\r\n"), BARS.replace("|\n", "\n").replace("\n| ", "\n")])
def test_cells_are_set_apart_by_bars_tabs_or_gaps(text: str) -> None:
    (table,) = find_tables(text)
    assert cells(text, table) == [["Town", "IDPs"], ["Zintan", "4,200"], ["Nalut", "900"]]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Zintan | Three people were hurt",
        "Home | World | Sport\nAfrica | Asia | Europe",
        "Zintan          4,200",
        "The wells  of Nalut are dry.\nThe wells  of Zintan held 40 litres.",
        "| Name | Post |\n| Ali Omar | mayor |\n| Ana Ruiz | nurse |",
        "",
    ],
)
def test_what_is_no_table_of_figures(text: str) -> None:
    assert find_tables(text) == []


def test_a_line_above_that_is_no_sentence_is_the_caption() -> None:
    text = f"Displaced people\n\n{BARS}"
    assert words(text, find_tables(text)[0].caption) == "Displaced people"
    assert find_tables(f"People fled from both towns.\n\n{BARS}")[0].caption is None


def test_a_row_of_one_cell_over_the_head_is_the_caption() -> None:
    text = f"| Displaced people | |\n{BARS}"
    table = find_tables(text)[0]
    assert words(text, table.caption) == "Displaced people"
    assert len(table.rows) == 3


def test_the_line_below_names_the_source() -> None:
    text = f"{BARS}\nSource: Ministry of Health.\nThe wells are dry."
    (table,) = find_tables(text)
    assert words(text, table.source) == "Ministry of Health"
    assert text[table.lines[-1].end :].startswith("\nThe wells")


def test_a_blank_line_parts_two_tables() -> None:
    assert [len(t.rows) for t in find_tables(f"{BARS}\n\n{BARS}")] == [3, 3]


def test_lines_of_a_table_are_rows_and_its_long_cells_are_sentences() -> None:
    told = "Several families left for the hills after shells fell on the market on Monday."
    text = f"| Town | IDPs | Note |\n| Zintan | 4,200 | {told} |\n| Nalut | 900 | |\nThe wells are dry."
    found = [(p.kind, p.text) for p in split_passages(text, tables=find_tables(text))]
    assert ("body", told) in found
    assert ("row", "| Nalut | 900 | |") in found
    assert found[-1] == ("body", "The wells are dry.")


def test_a_column_of_sources_tells_each_row() -> None:
    text = "| Town | IDPs | Source |\n| Zintan | 4,200 | IOM |\n| Nalut | 900 | |"
    told = list(read_sources(text, find_tables(text)))
    assert [(words(text, one.source), words(text, one.content)) for one in told] == [("IOM", "Zintan | 4,200 | IOM")]


@given(st.text(alphabet=st.sampled_from(" |\t\n\rTZ4,9-.:=\u2028"), max_size=200))
def test_cells_lie_in_their_lines_in_order(text: str) -> None:
    tables = find_tables(text)
    for table in tables:
        spans = [cell for row in table.rows for cell in row]
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
        assert len({len(row) for row in table.rows}) == 1


@pytest.mark.parametrize("unit", ["|", "| 4 ", "a\t4\n", "a  b  4\n", "|4\n\n", "\t", "  ", "|---", "4,400,"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert is_linear(find_tables, unit, 5000)
