import pytest

from marsad.reading.ages import is_put_in_age, put_in_ages


def without_ages(text: str) -> str:
    for start, end in put_in_ages(text):
        text = text[:start] + "_" * (end - start) + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A man aged 34 was killed.", "A man________ was killed."),
        ("A boy, aged 9, and his sister fled.", "A boy_________ and his sister fled."),
        ("Four people, including a boy aged 11, were killed.", "Four people, including a boy________, were killed."),
        ("Two boys aged nine and twelve were killed.", "Two boys_____________________ were killed."),
        ("Omar Haddad, 45, was killed.", "Omar Haddad_____ was killed."),
        ("Omar Haddad, 45, a baker, was killed.", "Omar Haddad____, a baker, was killed."),
        ("Omar Haddad, 45, Ali Nasser, 12, and a nurse were killed.", "Omar Haddad____, Ali Nasser_____ and a nurse were killed."),
    ],
)
def test_an_age_goes_with_the_commas_that_only_set_it_off(text, left):
    assert without_ages(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "In Goma, 45, including 12 children, were killed.",
        "On May 3, 12 people were killed.",
        "They met on March, 12, and again in May.",
        "The army killed 90 militants, 40 soldiers and 21 civilians.",
        "Some 4,000, 500 of them children, fled.",
    ],
)
def test_a_number_behind_a_place_a_month_or_a_number_is_no_age(text):
    assert without_ages(text) == text


def test_an_age_between_commas_counts_nobody():
    text = "A girl, 6, and her mother died."
    assert is_put_in_age(text, text.index("6"))
    assert not is_put_in_age("In Goma, 45, including 12 children, died.", 9)
