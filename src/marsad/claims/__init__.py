"""What the cards of each kind read in a passage; one folder per kind of claim, and two that wrap any claim."""

from pathlib import Path


def folder(kind: str) -> Path:
    """Where a kind's cards and word lists lie."""
    return Path(__file__).parent / kind
