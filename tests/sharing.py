"""Which tests run on one worker process, because they build on one thing that takes seconds to make."""

# The mark that xdist has for this (`xdist_group`) does not reach its scheduler under pytest 9.2, and nothing says so: hence this list.
TOGETHER = (
    "tests/browser/",
    "tests/cli/test_determinism.py",
    "tests/gold/",
    "tests/golden/",
    "tests/picture/test_seeds_read.py",
    "tests/publish/test_example_page.py",
)


def group(test: str) -> str:
    """The group of a test by its address: the test itself where it stands alone."""
    return next((start for start in TOGETHER if test.startswith(start)), test)
