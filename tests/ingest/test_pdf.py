from ingest.archives import pdf
from ingest.reading import only, refused
from marsad.ingest.pdf import unwrap


def test_reads_the_pages_and_where_they_begin(tmp_path):
    report = only(tmp_path, a_pdf=pdf("Some 300 families fled.", "Two people died."))
    assert report.text == "Some 300 families fled.\n\nTwo people died."
    assert [report.text[at:][:4] for at in report.pages] == ["Some", "Two "]


def test_a_pdf_without_words_is_set_aside(tmp_path):
    assert "scanned" in refused(tmp_path, a_pdf=pdf(""))


def test_a_damaged_pdf_is_set_aside(tmp_path):
    assert refused(tmp_path, a_pdf=b"%PDF-1.4\n" + b"garbage" * 50).startswith("PDF")


def test_lines_broken_by_the_layout_are_joined():
    assert unwrap("Situation report\nMore than 3,000 people fled the villages to\nthe north of the town.\nTwo died.") == (
        "Situation report\nMore than 3,000 people fled the villages to the north of the town.\nTwo died."
    )
