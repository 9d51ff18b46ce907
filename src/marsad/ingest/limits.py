"""How much of an input is taken: what lies beyond is set aside with its reason, never cut off in silence."""

DOCUMENT_BYTES = 20_000_000  # one text, page, feed or record
TAGS = 400_000  # of one page
TITLE_CHARACTERS = 2_000
HEAD_BYTES = 65_536  # enough to tell the format and to hear an encoding declared
ARCHIVE_MEMBERS = 100_000
NESTING = 2  # an archive in an archive, no further
RATIO = 200  # expanded to compressed, looked at beyond RATIO_FROM
RATIO_FROM = 1_000_000


class Oversized(Exception):
    """More bytes than the limits allow."""
