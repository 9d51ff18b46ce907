import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading import only, refused
from marsad.flow import prepare
from marsad.ingest.decode import decode
from marsad.ingest.draft import Draft
from marsad.ingest.finish import MOST_WORDS, finish

ENGLISH = "Some 5,000 people fled the town of Šabac – “all of them” – on Monday, café owners said."
ARABIC = "نزح خمسة آلاف شخص من المدينة منذ بداية الهجوم قالت الأمم المتحدة يوم الاثنين إن الوضع صعب"
RUSSIAN = "Около пяти тысяч человек покинули город с начала наступления, сообщили в понедельник в организации."
ENCODED = [
    (ENGLISH, "utf-8"),
    (ENGLISH, "utf-8-sig"),
    (ENGLISH, "utf-16"),
    (ENGLISH, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-32"),
    (ENGLISH, "cp1252"),
    (ARABIC, "utf-8"),
    (ARABIC, "cp1256"),
    (ARABIC, "utf-16"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_reads_a_text_in_its_encoding_with_any_line_ends(tmp_path, text, encoding, line_end):
    lines = f"{text}\n{text}\n"
    assert only(tmp_path, a_txt=lines.replace("\n", line_end).encode(encoding)).text == lines


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text[0] != "\ufeff"))
def test_utf8_is_kept_as_it_is(text):
    assert decode(text.encode()).text == text


def test_a_guess_is_flagged(tmp_path):
    assert only(tmp_path, a_txt=ENGLISH.encode("cp1252")).flags == ("encoding taken for cp1252",)


def test_damaged_utf8_stays_utf8(tmp_path):
    report = only(tmp_path, a_txt=ARABIC.encode()[:-1] + b" end")
    assert report.text.startswith(ARABIC[:-1])
    assert "damaged UTF-8" in report.flags[0]


def test_a_byte_order_mark_is_no_text(tmp_path):
    assert only(tmp_path, a_txt=b"\xef\xbb\xbfFive fled.").text == "Five fled."


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_set_aside(tmp_path, content):
    assert refused(tmp_path, a_txt=content) == "empty: no text"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + b"x" * 99, bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500, b"\x7fELF" + b"\x00" * 400]
)
def test_a_binary_file_is_set_aside(tmp_path, content):
    assert refused(tmp_path, a_txt=content) == "binary file: no text"


def test_a_line_of_50_megabytes_is_set_aside(tmp_path):
    assert refused(tmp_path, a_txt=b"x" * 50_000_000).startswith("oversized")


def test_the_id_comes_from_the_words_alone(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    assert only(one, a_txt="Five fled.\n").id == only(two, b_txt="Five fled.\r\n".encode("utf-16")).id


def test_a_report_of_endless_words_is_read_up_to_a_bound_kept_whole_and_flagged():
    report = finish(Draft(input="x", text="Zintan, " * MOST_WORDS + "Rebels seized Mosul."))
    assert report.text.endswith("Mosul.")
    assert report.flags == (f"truncated: only the first {MOST_WORDS:,} words are read",)
    places = prepare(report).mentions.places
    assert {p.text for p in places} == {"Zintan"}


def test_a_long_report_is_read_whole():
    assert finish(Draft(input="x", text="Rebels seized Zintan. " * 20_000)).flags == ()
