import pytest

from marsad.ingest.dates import read_given


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-03-03", "2017-03-03"),
        ("2017-03-03T23:50:00-05:00", "2017-03-03"),
        ("2017-03-03 23:50", "2017-03-03"),
        ("20170303", "2017-03-03"),
        (20170303, "2017-03-03"),
        ("20170303T101500Z", "2017-03-03"),
        ("20170303101500", "2017-03-03"),
        ("Tue, 22 Nov 2016 23:30:00 -0300", "2016-11-22"),
        ("22 November 2016", "2016-11-22"),
        ("Nov. 22, 2016", "2016-11-22"),
        ("22.11.2016", "2016-11-22"),
        ("11/22/2016", "2016-11-22"),
        ("03/04/2016", None),
        ("22 Nov", None),
        ("2017-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (12, None),
        ({}, None),
        ("1" * 5000, None),
    ],
)
def test_reads_the_date_in_a_field(written, day):
    found = read_given(written)
    assert (str(found) if found else None) == day
