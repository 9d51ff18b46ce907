import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.cli.terminal import clean, one_line
from marsad.publish.csv import cell
from marsad.publish.safe import from_cell, safe_cell

PAYLOADS = [
    *(
        "\x1b[2J",
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1b[31m",
        "\x1bP1$r\x1b\\",
        "\x1b(0",
        "\x1bc",
        "\x1b[?1049h",
        "\x1b[6n",
        "\x1b_x\x1b\\",
    ),
    *(
        "\x9b31m",
        "\x9d0;t\x9c",
        "\x90q",
        "\x85",
        "\x84",
        "\x07",
        "\x08\x08\x08",
        "\x7f",
        "\x00",
        "\x0b",
        "\x0c",
        "\x0e",
        "\x0f",
        "\r\rover",
    ),
    *(
        "\u202e",
        "\u202d",
        "\u2066",
        "\u2067",
        "\u2069",
        "\u200f",
        "\u200e",
        "\u061c",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u2028",
        "\u2029",
        "\u2060",
    ),
    *("a\x1b[1A\x1b[2Kb", "\x1b]8;;http://x\x1b\\link", "\ud800"),
]


def raw(text):
    return [
        character
        for character in text
        if ord(character) < 32 and character not in "\n\t" or 127 <= ord(character) < 160 or character in "\u202e\u202d\u2066\u2067\u2069"
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_steers_a_terminal_reaches_it(payload):
    assert raw(clean(f"before {payload} after")) == []
    assert "\n" not in one_line(f"before {payload}\n after")


@given(st.text())
def test_cleaned_text_has_no_control_characters(text):
    assert raw(clean(text)) == []


DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n\0 '\"a1,|;"), max_size=12))
def test_no_cell_begins_like_a_formula(text):
    assert not str(safe_cell(text)).startswith(DANGEROUS)


def test_twenty_thousand_cells():
    import random

    chance = random.Random(6)
    for _ in range(20_000):
        text = "".join(chance.choices("=+-@\t\r\0 'abc019.,()|!\u00a0\uff1d", k=chance.randrange(1, 12)))
        safe = safe_cell(text)
        assert not safe.startswith(DANGEROUS)
        assert safe in (text, f"'{text}")
        assert from_cell(safe) == text


@pytest.mark.parametrize(("number", "written"), [(-5, "-5"), (3.5, "3.5"), (0, "0"), (None, ""), (True, "true"), (-1e7, "-10000000")])
def test_numbers_stay_numbers(number, written):
    assert cell(number) == written
