"""One person each where an article names one."""

from marsad.model.mention import QuantityMention, Span
from marsad.model.report import Field
from marsad.reading.quantities.lexicon import lexicon
from marsad.reading.wordlists import word_set
from marsad.reading.wordpatterns import words_of_text


def read_singulars(text: str, *, field: Field = "text") -> list[QuantityMention]:
    """One person each for `a soldier`, `an elderly woman`: an article and a person in the singular."""
    words, lex = words_of_text(text), lexicon()
    found: list[QuantityMention] = []
    for i, low in enumerate(words.lows):
        if low not in ("a", "an"):
            continue
        for k in range(i + 1, min(i + 5, len(words))):
            word = words.lows[k]
            if word in lex.closers or not word.isalpha():
                break
            following = words.lows[k + 1] if k + 1 < len(words) else "."
            if (
                lex.nouns.get(word) in ("person", "fighter")
                and word not in MANY
                and not word.endswith("s")
                and following not in lex.nouns
                and following not in ("'", "’", "-")
            ):
                start, end = words.starts[i], words.ends[k]
                found.append(
                    QuantityMention(
                        start=start,
                        end=end,
                        text=text[start:end],
                        field=field,
                        low=1.0,
                        best=1.0,
                        high=1.0,
                        unit=lex.nouns[word],
                        noun=Span(words.starts[k], end),
                        number=Span(start, words.ends[i]),
                    )
                )
                break
    return found


MANY = word_set("numbers", "many")
