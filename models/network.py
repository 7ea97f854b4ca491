"""The network: a MiniLM encoder that also sees case, candidate kind and segment, and two scorers over its pieces.

`Network.forward` answers all questions of a batch of windows: for every (node, person) pair one logit a label, for
every (node, node) link one logit.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, pad, relu, scaled_dot_product_attention

from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.labels import LABELS
from bioextract.tagger.nodes import ROLES
from bioextract.tagger.window import CASES, KINDS, LONGEST, SEGMENTS

WIDTH, HEADS, INNER, PIECES = 384, 12, 1536, 30522
SPAN, ROLE, HIDDEN = 160, 16, 256
NEAR, BLOCK = 3, 128  # the first layers see the pieces of their block only
HIDES = -1e4  # what is added to the weights of padding


def attend(q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None) -> Tensor:
    """Attention of twelve heads; all (batch, pieces, width)."""
    heads = [x.unflatten(-1, (HEADS, -1)).transpose(1, 2) for x in (q, k, v)]
    mixed = scaled_dot_product_attention(*heads, None if bias is None else bias.to(q.dtype))
    return mixed.transpose(1, 2).flatten(2)


def attend_near(q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
    """As `attend`, within blocks of `BLOCK` pieces."""
    batch, pieces, _ = q.shape
    more = -pieces % BLOCK
    q, k, v = (pad(x, (0, 0, 0, more)).reshape(-1, BLOCK, WIDTH) for x in (q, k, v))
    hidden = pad(bias, (0, more), value=HIDES).reshape(-1, 1, 1, BLOCK)
    return attend(q, k, v, hidden).reshape(batch, -1, WIDTH)[:, :pieces]


class Layer(nn.Module):
    """One transformer layer, as in BERT (normalised after each half), until it is made light (`Encoder.lighten`)."""

    near = False
    activation = staticmethod(gelu)

    def __init__(self, dropout: float, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.norm1 = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.norm2, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` (batch, pieces, width); `bias` (batch, 1, 1, pieces) is 0 for pieces and very negative for padding."""
        q, k, v = self.qkv(x).split(WIDTH, -1)
        mixed = attend_near(q, k, v, bias) if self.near else attend(q, k, v, bias)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(self.activation(self.up(x)))))

    def narrow(self, units: Tensor) -> None:
        """Keep some of the units between its last two products, by their numbers."""
        up, down = nn.Linear(WIDTH, len(units)), nn.Linear(len(units), WIDTH)
        up.weight.data, up.bias.data = self.up.weight.data[units], self.up.bias.data[units]
        down.weight.data, down.bias.data = self.down.weight.data[:, units], self.down.bias.data
        self.up, self.down = up, down


class Encoder(nn.Module):
    """MiniLM-L6 with three small embeddings more: case, kind and segment of every piece."""

    def __init__(self, layers: int = 6, dropout: float = 0.1, inner: int = INNER) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(PIECES, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.kinds = nn.Embedding(len(KINDS), WIDTH)
        self.segments = nn.Embedding(len(SEGMENTS), WIDTH)
        for table in (self.cases, self.kinds, self.segments):
            nn.init.normal_(table.weight, std=0.02)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout, inner) for _ in range(layers))

    def forward(self, ids: Tensor, cases: Tensor, kinds: Tensor, segments: Tensor) -> Tensor:
        """All (batch, pieces); id 0 is padding. Gives (batch, pieces, width)."""
        x = self.embed(ids, cases, kinds, segments)
        bias = (ids == 0)[:, None, None, :].float() * HIDES
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def embed(self, ids: Tensor, cases: Tensor, kinds: Tensor, segments: Tensor) -> Tensor:
        """What the first layer reads, (batch, pieces, width)."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        x = x + self.cases(cases) + self.kinds(kinds) + self.segments(segments)
        return self.dropout(self.norm(x))

    def lighten(self) -> None:
        """Make all layers cheaper from now on: ReLU for GELU, the first ones with attention in blocks.

        The last one sees all pieces: it is reckoned for some of them only (see `lean.py`), which make no blocks.
        """
        for i, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            layer.near, layer.activation = i < min(NEAR, len(self.layers) - 1), relu

    def load(self, path: Path) -> None:
        """Take the base weights from a safetensors file of BERT's names."""
        base = load_file(path)
        take = {name: base[f"embeddings.{old}.weight"] for name, old in [("words", "word_embeddings")]}
        with torch.no_grad():
            self.words.weight.copy_(take["words"])
            self.positions.weight.copy_(
                base["embeddings.position_embeddings.weight"][:LONGEST]
                + base["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, base, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}"
                for part in ("weight", "bias"):
                    names = [f"{at}.attention.self.{x}.{part}" for x in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat([base[name] for name in names]))
                _copy(layer.out, base, f"{at}.attention.output.dense")
                _copy(layer.norm1, base, f"{at}.attention.output.LayerNorm")
                _copy(layer.up, base, f"{at}.intermediate.dense")
                _copy(layer.down, base, f"{at}.output.dense")
                _copy(layer.norm2, base, f"{at}.output.LayerNorm")


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[f"{name}.weight"])  # type: ignore[operator]
    module.bias.copy_(base[f"{name}.bias"])  # type: ignore[operator]


class Convolutional(nn.Module):
    """For comparison: windows of three pieces and maxout, four times, like spaCy's tok2vec; trained from scratch."""

    def __init__(self, *, static: bool, width: int = 128, depth: int = 4) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH if static else width)
        self.project = nn.Linear(WIDTH, width) if static else nn.Identity()
        self.cases, self.kinds = nn.Embedding(len(CASES), width), nn.Embedding(len(KINDS), width)
        self.segments = nn.Embedding(len(SEGMENTS), width)
        self.windows = nn.ModuleList(nn.Conv1d(width, 3 * width, 3, padding=1) for _ in range(depth))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(depth))
        self.out, self.dropout = nn.Linear(width, WIDTH), nn.Dropout(0.2)
        self.static = static

    def forward(self, ids: Tensor, cases: Tensor, kinds: Tensor, segments: Tensor) -> Tensor:
        """As `Encoder.forward`."""
        x = self.project(self.words(ids)) + self.cases(cases) + self.kinds(kinds) + self.segments(segments)
        for window, norm in zip(self.windows, self.norms, strict=True):
            found = window(x.transpose(1, 2)).transpose(1, 2)
            b, t, _ = found.shape
            x = norm(x + self.dropout(found.reshape(b, t, 3, -1).max(2).values))
        return self.out(x)

    def lighten(self) -> None:
        """It is light."""

    def load(self, path: Path) -> None:
        """Take MiniLM's word table as static vectors, if they are wanted."""
        if self.static:
            with torch.no_grad():
                self.words.weight.copy_(load_file(path)["embeddings.word_embeddings.weight"])


class Network(nn.Module):
    """Encoder ("minilm", or for comparison "cnn", "cnn-vectors"), span vectors, scorers of pairs and links."""

    def __init__(self, layers: int = 6, dropout: float = 0.1, encoder: str = "minilm", inner: int = INNER) -> None:
        super().__init__()
        self.encoder: Encoder | Convolutional = Encoder(layers, dropout, inner)
        if encoder != "minilm":
            self.encoder = Convolutional(static=encoder == "cnn-vectors")
        self.node, self.anchor = nn.Linear(2 * WIDTH, SPAN), nn.Linear(2 * WIDTH, SPAN)
        self.hub, self.spoke = nn.Linear(2 * WIDTH, SPAN), nn.Linear(2 * WIDTH, SPAN)
        self.roles = nn.Embedding(len(ROLES), ROLE)
        self.pair1 = nn.Linear(4 * SPAN + ROLE + PAIR_FEATURES + len(LABELS), HIDDEN)
        self.pair2 = nn.Linear(HIDDEN, len(LABELS))
        self.link1 = nn.Linear(3 * SPAN + 2 * ROLE + LINK_FEATURES, HIDDEN // 2)
        self.link2 = nn.Linear(HIDDEN // 2, 1)
        self.trust = nn.Parameter(torch.ones(len(LABELS)))
        self.dropout = nn.Dropout(0.2)
        nn.init.constant_(self.pair2.bias, -3.0)
        nn.init.constant_(self.link2.bias, -1.5)

    def forward(  # noqa: PLR0913, PLR0917 (the inputs of the ONNX graph, one by one)
        self,
        ids: Tensor,
        cases: Tensor,
        kinds: Tensor,
        segments: Tensor,
        pairs: Tensor,
        pair_features: Tensor,
        priors: Tensor,
        links: Tensor,
        link_features: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """`pairs` (n, 7): first and last piece of the node, of the nearest mention and of the last one by name,
        counted over the flattened batch, and the role; `links` (m, 6): the same of two nodes, and both roles. Gives
        logits (n, labels) and (m,).
        """
        # Lower precision only in the encoder, where the sizes repeat: for every new size it costs a compilation.
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            pieces = self.encoder(ids, cases, kinds, segments)
        flat = pieces.reshape(-1, WIDTH).float()
        node = gelu(self.node(torch.cat([flat[pairs[:, 0]], flat[pairs[:, 1]]], -1)))
        anchor = gelu(self.anchor(torch.cat([flat[pairs[:, 2]], flat[pairs[:, 3]]], -1)))
        named = gelu(self.anchor(torch.cat([flat[pairs[:, 4]], flat[pairs[:, 5]]], -1)))
        role = self.roles(pairs[:, 6])
        told = torch.cat([node, anchor, node * anchor, named, role, pair_features, priors], -1)
        logits = self.pair2(self.dropout(gelu(self.pair1(self.dropout(told))))) + self.trust * priors
        hub = gelu(self.hub(torch.cat([flat[links[:, 0]], flat[links[:, 1]]], -1)))
        spoke = gelu(self.spoke(torch.cat([flat[links[:, 2]], flat[links[:, 3]]], -1)))
        both = [hub, spoke, hub * spoke, self.roles(links[:, 4]), self.roles(links[:, 5]), link_features]
        linked = self.link2(self.dropout(gelu(self.link1(self.dropout(torch.cat(both, -1))))))
        return logits, linked.squeeze(-1)
