"""The shipped parser's vectors of words, worked out once for each word: what stands around a word comes in only after them."""

from collections.abc import Callable
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from thinc.api import Model, chain
from thinc.types import Floats2d, Ragged

KEPT = 20_000  # words whose vectors are kept


class _Kept:
    """A layer that answers from memory for the words that it has met."""

    def __init__(self, inner: Model[Ragged, Ragged], width: int) -> None:
        self._inner = inner
        self._rows: dict[object, int] = {}
        self._vectors = inner.ops.alloc2f(KEPT, width)

    def __call__(self, _: Model[Ragged, Ragged], words: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
        if is_train or len(words.data) > KEPT:
            return self._inner(words, is_train)
        if len(self._rows) + len(words.data) > KEPT:
            self._rows.clear()
        wide = np.dtype((np.void, words.data.shape[1] * words.data.itemsize))
        keys = np.ascontiguousarray(words.data).view(wide).ravel().tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if new:
            known = len(self._rows)
            unknown = Ragged(words.data[list(new.values())], self._inner.ops.asarray1i([len(new)]))
            self._vectors[known : known + len(new)] = cast("Floats2d", self._inner.predict(unknown).data)
            self._rows.update(zip(new, range(known, known + len(new)), strict=True))
        return Ragged(self._vectors[[self._rows[key] for key in keys]], words.lengths), lambda gradient: gradient


def keep_word_vectors(nlp: Language) -> None:
    """The pipeline keeps the vectors of the words that it meets, up to a bound."""
    tok2vec = nlp.get_pipe("tok2vec")
    if isinstance(tok2vec, Tok2Vec):
        embed = tok2vec.model.layers[0]  # its layers: features, made one array, looked up, mixed, split by sentence
        looked_up, mixed = embed.layers[2:4]
        embed.layers[2:4] = [Model("kept", _Kept(chain(looked_up, mixed), mixed.get_dim("nO")))]
