"""One passage as words, and what stands beside a reporting word in it: its auxiliaries, its subject, what is said."""

from marsad.reading.voices.cues import phrasal, words
from marsad.reading.voices.line import Line

DASHES = frozenset("-–—―")
JOINED_SPEAKERS = 5  # words from a comma to the "and" between two who speak
TRAILING = 4  # words behind a subject with which a sentence can end: "said.", "said on Monday."
FRONTED = ("after", "before", "during", "following", "since", "until", "amid")  # what stands before a deed that opens the sentence
SUBJECT_PRONOUNS = frozenset("he she it they we i".split())


class Clause(Line):
    """The words of one passage, with the phrases that stand around a reporting word in it."""

    # ------------------------------------------------------------ the verb's own words
    def group_start(self, i: int) -> int:
        """Where the verb group of the verb at i begins: its auxiliaries and adverbs."""
        j = i
        while j > self.first:
            low = self.low(j - 1)
            if low in words("auxiliaries") or low in words("adverbs"):
                j -= 1
            elif low.endswith("ly") and low not in words("no_adverbs") and self.raw(j - 1).islower():
                j -= 1
            elif low == "t" and self.low(j - 2) in ("'", "’"):
                j -= 3
            elif low in ("s", "ve", "d", "re", "m", "ll") and self.low(j - 2) in ("'", "’") and j - 1 != i:
                return j - 2 if self.low(j - 3) in ("he", "she", "it", "they", "i", "we", "you", "who", "that") else j
            elif (
                low in ("s", "ve", "d", "re", "m", "ll")
                and self.low(j - 2) in ("'", "’")
                and self.low(j - 3) in ("he", "she", "it", "they", "i", "we", "you", "who")
            ):
                return j - 2
            else:
                break
        while j < i and self.low(j) in ("however", "meanwhile", "too", "since", "first"):
            j += 1
        return max(j, self.first)

    def group_end(self, i: int) -> int:
        """Behind the verb at i and the particle that belongs to it."""
        after = phrasal().get(self.low(i), ())
        if self.low(i + 1) in after:
            return i + 2
        if self.raw(i + 1) == ":":
            return i + 2
        return i + 1

    # ------------------------------------------------------------ the subject before the verb
    def subject_before(self, j: int) -> tuple[int, int] | None:
        """The noun phrase that ends right before word j, as (first, behind last), with what is told about it between commas."""
        end = j
        while end - 1 > self.first and (self.low(end - 1) in words("time") or (self.low(end - 1) == "on" and end < j)):
            end -= 1
        if self.raw(end - 1) == "," and end - 2 >= self.first:
            start = self._over_appositions(end - 1)
            end -= 1
            return None if start is None or start >= end else (start, end)
        if not self.is_word(end - 1) and self.raw(end - 1) not in (")", "]", "”", '"', "’", "'", ".", *DASHES):
            return None
        if self.low(end - 1) in words("subject_stop") and not self.words.glued(end - 1):
            return None
        if self.raw(end - 1) == "s" and self.raw(end - 2) in ("'", "’"):  # "the town's estimated 9,000 residents": an owner says nothing
            return None
        if self.low(end - 1) in SUBJECT_PRONOUNS:
            return end - 1, end
        if self.raw(end - 1) in DASHES:
            return self._over_dashes(end)
        start = self.phrase_start(end)
        if start < end and self.low(start - 1) == "who" and (whole := self.phrase_start(start - 1)) < start - 1:
            return whole, end  # "families who reached the camp said"
        if start < end and self.low(start - 1) in FRONTED:
            behind = self._noun_behind(start, end)
            start = behind if behind < end else start
        if start < end and self.low(start) in words("prepositions"):
            start = min(self._name_behind(start, end), self._noun_behind(start, end), self._people_behind(start, end))
        if start < end and self.raw(start - 1) == "," and self.raw(start) in words("offices") and not self._is_title(start, end):
            start = self._named_before(start - 1) or start
        if start < end and self.low(start - 1) in words("auxiliaries"):
            start = self._unwilling(start)
        return (start, end) if start < end else None

    def _is_title(self, office: int, end: int) -> bool:
        """Whether an office stands before the name of who holds it: "..., governor Jane Smith said"."""
        return office + 1 < end and self.raw(office + 1)[:1].isupper() and self.low(office + 1) not in words("prepositions")

    def _unwilling(self, start: int) -> int:
        """Where the phrase begins of one who "asked not to be named", "whose house was hit"; the start itself where nothing is told."""
        who = next((k for k in range(start - 2, max(self.first, start - 10), -1) if self.low(k) in ("who", "that", "whose")), None)
        if who is None or self.low(start - 1) not in words("be") and self.low(who) != "who":
            return start
        if self.low(start - 1) != "be" and (self.low(who) == "that" or self.raw(who - 1) == ","):
            return start
        return self.phrase_start(who)

    def _named_before(self, comma: int) -> int | None:
        """Where the name begins whose office follows a comma that nothing closes: "Smith, head of the clinic said"."""
        first = comma
        while first > self.first and self.raw(first - 1)[:1].isupper() and self.is_word(first - 1):
            first -= 1
        return first if 0 < comma - first <= 4 and not self.upper else None

    def _name_behind(self, start: int, end: int) -> int:
        """Where the name begins that follows an opening phrase without a comma: "In an interview Smith"; `end` where none does."""
        first = end
        while first > start + 2 and self.raw(first - 1)[:1].isupper() and self.raw(first - 1).isalpha():
            first -= 1
        plain = self.raw(first - 1).islower() and self.low(first - 1) not in words("prepositions") | words("subject_stop")
        return first if plain and not self.upper else end

    def _noun_behind(self, start: int, end: int) -> int:
        """Where a phrase with an article begins that follows an opening one: "In the camp a doctor"; `end` where none does."""
        joining = words("prepositions") | words("subject_stop") | words("determiners") | {"and", "or", "as", "than", "of", "all", "both"}
        for k in range(end - 2, start + 1, -1):
            before = self.low(k - 1)
            if self.low(k) in ("a", "an", "the", "one", "another") and before.isalpha() and before not in joining:
                return k
        return end

    def _people_behind(self, start: int, end: int) -> int:
        """Where people who speak begin behind a place that opens the sentence: "In Goma officials"; `end` where none do."""
        last = start + 1
        while last < end and self.raw(last)[:1].isupper() and self.is_word(last):
            last += 1
        speak = self.low(end - 1) in words("anonymous") | words("bodies")
        plain = all(self.raw(k).islower() and self.low(k) not in words("prepositions") for k in range(last, end))
        return last if start + 1 < last < end and speak and plain and not self.upper else end

    def _over_dashes(self, end: int) -> tuple[int, int] | None:
        """The subject that dashes part from its verb: "Smith -- who leads the group -- said"."""
        stop = end - 1
        while stop > self.first and self.raw(stop - 1) in DASHES:
            stop -= 1
        opening = next((k for k in range(stop - 1, max(self.first, stop - 30), -1) if self._spaced_dash(k)), None)
        if opening is None:
            return None
        while opening > self.first and self.raw(opening - 1) in DASHES:
            opening -= 1
        start = self.phrase_start(opening)
        return (start, opening) if start < opening and self.low(start) not in words("prepositions") else None

    def _spaced_dash(self, k: int) -> bool:
        return self.raw(k) in DASHES and (not self.words.glued(k) or self.raw(k - 1) in DASHES)

    def _over_appositions(self, end: int) -> int | None:
        """Where the phrase begins whose last part, between commas, ends at `end`: "X, a spokesman for Y,"."""
        last = end
        for _ in range(4):
            comma = self._comma_before(end)
            if comma is None:
                return None
            base = self._comma_before(comma)
            first = base + 1 if base is not None else self.first
            if not self.is_apposition(comma + 1, end):
                return self._plain_start(comma, last) if base is None or self._is_name(comma + 1, end) else None
            named = (
                base is not None and self.low(first) == "the" and self.has_verb(self.first, base)
            )  # "..., the agency, which is small, said"
            if base is None or named or not self.is_apposition(first, comma) or self.low(first) in words("prepositions"):
                return self.phrase_start(comma)
            end = comma
        return None

    def _plain_start(self, comma: int, end: int) -> int | None:
        """Where a phrase without a verb begins that ends at the comma, whatever is put in behind it: "X, speaking in Y,"."""
        start = self.phrase_start(comma)
        if start >= comma or self.low(start) in words("prepositions") or self.has_verb(start, comma) or end - start > 45:
            return None
        plain = self.raw(start)[:1].isupper() or self.low(start) in words("determiners") | {"one"}
        return start if plain and self.low(comma + 1) not in ("and", "but", "or") else None

    def _is_name(self, start: int, end: int) -> bool:
        """Whether these words are capitalised throughout."""
        return 0 < end - start <= 6 and all(self.raw(k)[:1].isupper() or not self.is_word(k) for k in range(start, end))

    def _comma_before(self, end: int) -> int | None:
        """The nearest comma before `end` that stands in no brackets."""
        depth = 0
        for k in range(end - 1, max(self.first, end - 60) - 1, -1):
            raw = self.raw(k)
            depth += (raw in (")", "]")) - (raw in ("(", "["))
            if raw in (";", ":") or self.quote_closes(k):
                return None
            if raw == "," and depth == 0 and not (self.raw(k - 1)[:1].isdigit() and self.words.glued(k + 1)):
                return k
        return None

    def phrase_start(self, end: int) -> int:
        """Where the phrase that ends at `end` begins: behind the last comma, mark or word that begins a clause."""
        i = end
        start = end
        depth = 0
        while i > self.first:
            low, raw = self.low(i - 1), self.raw(i - 1)
            if raw in (")", "]"):
                depth += 1
            elif raw in ("(", "["):
                if depth == 0:
                    break
                depth -= 1
            if depth == 0:
                if (
                    raw == ","
                    or raw in (";", ":", "…", "?", "!")
                    or (raw in DASHES and not (self.words.glued(i - 1) and i < self.last and self.words.glued(i)))
                ):
                    break
                if self.quote_closes(i - 1) and i != end:
                    break
                if raw == "." and i != end and not self.words.glued(i):
                    if not (len(self.low(i - 2)) <= 4 and self.raw(i - 2)[:1].isupper()):
                        break
                if low in words("splits") and not (low in ("and", "or", "as", "than") and not self._clause_before(i - 1, end)):
                    if not (low in ("who", "that", "which") and self._tells_more(i - 1)):
                        break
                if low in words("finite_words") and i != end and not (low in ("is", "us") and raw.isupper()) and self.low(i - 2) != "who":
                    break
            i -= 1
            start = i
        while start < end and (
            self.low(start) in words("openers")
            or (self.low(start) in words("leads") and end - start > 1)
            or not (self.is_word(start) or self.raw(start) in '“"([')
        ):
            start += 1
        while start < end and self.low(start) in words("prepositions") and self._split_after_time(start, end) is not None:
            start = self._split_after_time(start, end) or start
        return start

    def _split_after_time(self, start: int, end: int) -> int | None:
        """Where the subject begins behind an opening phrase of time that no comma closes: "On Friday officials"."""
        for i in range(start + 1, min(end - 1, start + 7)):
            if self.low(i) in words("time") and (i < start + 4 or self.low(i - 1) == "on"):
                return i + 1
        return None

    def _tells_more(self, i: int) -> bool:
        """Whether the "who" or "that" at i tells more about the phrase before it, with which the passage or a clause begins."""
        k = i - 1
        if not self.is_word(k) or self.low(k) in words("finite_words"):
            return False
        while k > self.first and self.is_word(k - 1) and self.low(k - 1) not in words("splits") and i - k < 12:
            k -= 1
        plain = self.raw(k)[:1].isupper() or self.low(k) in words("determiners")
        return plain and (k == self.first or self.low(k - 1) in ("and", "but", ",")) and not self.has_verb(k, i) and i - k > 1

    def _clause_before(self, i: int, end: int) -> bool:
        """Whether a clause with a verb of its own stands before the "and" at i."""
        k = i - 1
        while k >= self.first and self.raw(k) not in (",", ";", ":", ".") and not self.quote_closes(k):
            low = self.low(k)
            if low in words("finite_words") or (low.endswith("ed") and len(low) > 4) or low in ("who", "which", "that"):
                return True
            k -= 1
        if k >= self.first and self.raw(k) == "," and i - k > 1:
            trailing = self.last - end <= TRAILING or self.raw(end + 1) == ","
            if i - k <= JOINED_SPEAKERS and trailing and all(self.low(x) != "and" for x in range(k, i)):
                return False  # "..., security and civilian sources said."
            return self._clause_before(k, end)
        return False

    def is_apposition(self, start: int, end: int) -> bool:
        """Whether these words can stand beside a name between commas."""
        low = self.low(start)
        if low in words("apposition") or low in words("anonymous") or low.isdigit():
            return True
        if self.low(start - 1) == "," and low[:1].isdigit():
            return True
        if low in ("or", "known") and self._is_name(start + (1 if low == "or" else 2), end):
            return True  # "the force, known as UNIFIL,", "the Defence Council, or HVO,"
        return any(
            self.raw(k).islower()
            and (self.low(k) in words("anonymous") or self.low(k) in words("apposition") - words("determiners") - {"'s"})
            for k in range(start, min(end, start + 6))
        )

    # ------------------------------------------------------------ what follows the verb
    def behind_adjuncts(self, i: int) -> int:
        """Behind the words of time, place and address that follow the verb: "said on Friday in a statement"."""
        k = i
        while k < self.last:
            low = self.low(k)
            if low in words("time") and self.low(k + 1) not in ("'", "’"):
                k += 1
            elif low in words("prepositions"):
                stop = self._short_phrase(k + 1)
                if stop is None:
                    return k
                k = stop
            else:
                return k
        return k

    def _short_phrase(self, k: int) -> int | None:
        """Behind a short noun phrase that begins at k and ends before a comma, a stop, another preposition or "that"."""
        begin = k
        while k < self.last and k - begin < 9:
            low, raw = self.low(k), self.raw(k)
            if raw in (",", ".", ";", ":") or self.quote_opens(k) or low == "that" or low in words("prepositions"):
                return k if k > begin else None
            if low in words("time") and k > begin:
                return k
            if low in words("finite_words"):
                return None
            k += 1
        return k if k == self.last else None

    def has_verb(self, i: int, j: int) -> bool:
        """Whether a finite verb stands among these words."""
        return any(self.low(k) in words("finite_words") or self._past(k) for k in range(i, j))

    def _past(self, k: int) -> bool:
        """Whether the word looks like a past tense; "United" is part of a name."""
        joined = self.raw(k - 1) == "-" and self.words.glued(k)  # "Russian-installed": tells of no deed here
        return self.low(k).endswith("ed") and len(self.low(k)) > 3 and (self.raw(k).islower() or self.upper) and not joined
