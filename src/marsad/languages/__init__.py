"""What belongs to a language: its words, numbers, months, sentence ends and its trained syntax pipeline."""

from pathlib import Path


def folder(language: str) -> Path:
    """Where the files of a language lie."""
    return Path(__file__).parent / language
