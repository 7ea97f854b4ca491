"""The trained network, run by ONNX Runtime on one thread: windows in, probabilities out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bioextract.errors import UsageError
from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.labels import CARRIED, ELIGIBLE, LABELS
from bioextract.tagger.nodes import ROLES
from bioextract.tagger.questions import Link, Pair, role_index
from bioextract.tagger.sieve import Sieve, load_sieve
from bioextract.tagger.window import Anchor, Window

PACKAGED = Path(__file__).parents[1] / "model"  # for a wheel that carries the weights
FILES = ("tagger.onnx", "tagger.json", "sieve.json", "vocab.txt")
TRAINED = Path(__file__).parents[3] / "models" / "tagger"  # in the repository


ELIGIBLE_ROWS = np.array(
    [[label in options.get(role, ()) for label in LABELS] for options in (ELIGIBLE, CARRIED) for role in ROLES]
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A window with its questions."""

    window: Window
    pairs: list[Pair]
    links: list[Link]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to one window: probabilities of shape (pairs, labels) and (links,)."""

    asked: Asked
    pairs: NDArray[np.float32]
    links: NDArray[np.float32]


class Model:
    """Loads `tagger.onnx` and `vocab.txt` when first used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[type[Model], tuple[Path]]:
        """Pickled by its folder: sessions stay in their process."""
        return Model, (self.folder,)

    @cached_property
    def tokenizer(self) -> Any:
        """Word pieces, lower case, with offsets in code points."""
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import BertWordPieceTokenizer  # here, since it takes time

        return BertWordPieceTokenizer(str(self.folder / "vocab.txt"), lowercase=True)

    @cached_property
    def sieve(self) -> Sieve:
        """Which sentences it is worth to read."""
        return load_sieve(self.folder / "sieve.json")

    @cached_property
    def _session(self) -> Any:
        import onnxruntime as ort

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps the largest batch ever seen
        return ort.InferenceSession(
            str(self.folder / "tagger.onnx"),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # four times slower than an addition and a normalisation
        )

    def answer(self, asked: Sequence[Asked]) -> list[Answered]:
        """The answers in the order of the questions; one window at a time, which is fastest and depends on no other."""
        return [self._answer(one) for one in asked]

    def _answer(self, asked: Asked) -> Answered:
        inputs = inputs_of([asked])
        logits, linked = self._session.run(None, inputs)
        return Answered(asked, _sigmoid(logits) * options_of(asked.pairs), _sigmoid(linked))


def options_of(pairs: Sequence[Pair]) -> NDArray[np.bool_]:
    """Which labels each pair can have, (pairs, labels); the network has learned nothing about others."""
    rows = [role_index(pair.node) + len(ROLES) * (pair.node.node is None) for pair in pairs]
    return np.asarray(ELIGIBLE_ROWS[rows])


def find_weights() -> Path:
    """The folder of the weights: in the package, else in the repository. Raises `UsageError` where there are none."""
    for folder in (PACKAGED, TRAINED):
        if all((folder / name).exists() for name in FILES):
            return folder
    raise UsageError(
        f"the model is missing: no {', '.join(FILES)} in {PACKAGED} or {TRAINED}; train it as models/README.md tells"
    )


def inputs_of(batch: Sequence[Asked], multiple: int = 1) -> dict[str, NDArray[Any]]:
    """The arrays that the network takes (see `models/network.py`), padded to the longest window, rounded up."""
    length = -(-max(len(asked.window.ids) for asked in batch) // multiple) * multiple

    def padded(name: str) -> NDArray[np.int64]:
        rows = [getattr(asked.window, name) for asked in batch]
        return np.array([row + [0] * (length - len(row)) for row in rows], np.int64)

    pairs = [
        (p.node.first, p.node.last, p.anchor.first, p.anchor.last, *_place(p.named), role_index(p.node))
        for asked in batch
        for p in asked.pairs
    ]
    links = [
        (k.hub.first, k.hub.last, k.spoke.first, k.spoke.last, role_index(k.hub), role_index(k.spoke))
        for asked in batch
        for k in asked.links
    ]
    priors = np.zeros((len(pairs), len(LABELS)), np.float32)
    told = [(row, p.prior) for row, p in enumerate(p for asked in batch for p in asked.pairs) if p.prior]
    for row, prior in told:
        priors[row, list(prior)] = list(prior.values())
    return {
        **{name: padded(name) for name in ("ids", "cases", "kinds", "segments")},
        "pairs": _over_all(pairs, 6, 1, [len(asked.pairs) for asked in batch], length),
        "pair_features": _packed([p.features for a in batch for p in a.pairs], PAIR_FEATURES, np.float32),
        "priors": priors,
        "links": _over_all(links, 4, 2, [len(asked.links) for asked in batch], length),
        "link_features": _packed([k.features for a in batch for k in a.links], LINK_FEATURES, np.float32),
    }


def _place(anchor: Anchor | None) -> tuple[int, int]:
    """First and last piece; what is missing is the window's first piece."""
    return (anchor.first, anchor.last) if anchor else (0, 0)


def _over_all(
    rows: Sequence[tuple[int, ...]], pieces: int, roles: int, sizes: Sequence[int], length: int
) -> NDArray[np.int64]:
    """The rows of all windows, `sizes` of each: pieces, counted over the whole batch, then roles."""
    array = _packed(rows, pieces + roles, np.int64)
    array[:, :pieces] += np.repeat(np.arange(len(sizes)) * length, sizes)[:, None]
    return array


def _packed(rows: Sequence[Sequence[float]], width: int, dtype: type[np.int64 | np.float32]) -> NDArray[Any]:
    pack = Struct(f"{width}{np.dtype(dtype).char}").pack  # twice as fast as NumPy's own ways, and true is 1 for it too
    return np.frombuffer(bytearray().join([pack(*row) for row in rows]), dtype).reshape(-1, width)


def _sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    clipped = np.clip(logits, -30, 30)
    return np.asarray(1 / (1 + np.exp(-clipped)), np.float32)
