"""The tokenizer: spaCy's English rules, brought closer to the treebanks' words."""

from __future__ import annotations

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Prefixes that the treebanks leave joined to their word: pro-government, anti-tank, mid-March, ex-rebels, re-enter.
JOINED = "non e re anti co pre mid pro cross post over ex semi sub multi counter mini neo inter intra micro".split()
RUNS = ["[!?]{2,}", "={2,}", "_{2,}", "~{2,}", "[*]{2,}", "#{2,}", "[.]{2,}", "-{2,}"]
SHORT = (
    "Lt. Col. Maj. Sgt. Cpl. Capt. Brig. Cmdr. Adm. Gen. Gov. Sen. Rep. Rev. Dr. St. Mt. No. Hon. Prof. Jr. Sr. Inc. Ltd. "
    "approx. est. etc. al. vs. dept. Dept. Govt. Gov't."
).split()


def fit_tokenizer(nlp: Language) -> None:
    """Makes the pipeline cut words as the treebanks do."""
    defaults = nlp.Defaults
    kept = "".join(f"(?<!\\b{prefix})(?<!\\b{prefix.capitalize()})" for prefix in JOINED)
    infixes = [kept + rule if "-|–|—|--|---|——|~" in rule else rule for rule in defaults.infixes or ()]
    nlp.tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    nlp.tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for word in SHORT:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])
