"""The network as it is run: the answers of `Network` to one window, without the work that no question needs.

The last layer of the encoder is reckoned for the pieces only that something is asked about; every span, and its share
in the first layer of a scorer, once, not once for each pair or link that it is in.
"""

from __future__ import annotations

from typing import Any

import torch
from network import BLOCK, HEADS, SPAN, WIDTH, Encoder, Layer, Network, attend
from torch import Tensor, nn
from torch.nn.functional import gelu, relu

Spans = tuple[Tensor, Tensor]  # vectors (spans, SPAN) of different ones, and (questions,) which of them is asked about


class _Attention(torch.autograd.Function):
    """Attention without padding, in the graph one operation of ONNX Runtime."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        """Traced, not trained."""
        del ctx
        return attend(q, k, v, None)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """The node of the graph."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


def _attend_near(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """As `attend_near`, for one window: the whole blocks at once, then the rest, which a mask would make dearer."""
    whole = (q.shape[1] - 1) // BLOCK * BLOCK
    blocks = _Attention.apply(*(x[:, :whole].view(-1, BLOCK, WIDTH) for x in (q, k, v)))
    rest = _Attention.apply(*(x[:, whole:] for x in (q, k, v)))
    return torch.cat([blocks.view(1, -1, WIDTH), rest], 1)


class Lean(nn.Module):
    """Takes what `Network` takes, and gives the same."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = _Encoder(network.encoder)
        self.roles, self.trust = network.roles, network.trust
        self.node, self.person, self.hub, self.spoke = network.node, network.anchor, network.hub, network.spoke
        self.pair, self.link = _Scorer(network.pair1, network.pair2, 3), _Scorer(network.link1, network.link2, 2)

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        """As `Network.forward`."""
        *window, pairs, pair_features, priors, links, link_features = inputs
        ends = 6 * pairs.shape[0]
        asked, at = _distinct(torch.cat([pairs[:, :6].flatten(), links[:, :4].flatten()]), window[0].shape[1])
        pieces = self.encoder(*window, asked)
        of_pairs, of_links = at[:ends].view(-1, 3, 2), at[ends:].view(-1, 2, 2)

        node = _spans(self.node, pieces, of_pairs[:, 0])
        person, at = _spans(self.person, pieces, of_pairs[:, 1:].reshape(-1, 2))
        anchor, named = at.view(-1, 2).unbind(1)
        told = torch.cat([self.roles(pairs[:, 6]), pair_features, priors], -1)
        logits = self.pair([node, (person, anchor), (person, named)], told) + self.trust * priors

        hub, spoke = _spans(self.hub, pieces, of_links[:, 0]), _spans(self.spoke, pieces, of_links[:, 1])
        told = torch.cat([self.roles(links[:, 4]), self.roles(links[:, 5]), link_features], -1)
        return logits, self.link([hub, spoke], told).squeeze(-1)


class _Encoder(nn.Module):
    """The vectors of some pieces of one window."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.whole = encoder
        self.layers = nn.ModuleList(map(_Layer, encoder.layers) if isinstance(encoder, Encoder) else ())

    def forward(self, ids: Tensor, cases: Tensor, kinds: Tensor, segments: Tensor, asked: Tensor) -> Tensor:
        """All (1, pieces), `asked` (n,) are numbers of pieces; gives (n, width)."""
        if not isinstance(self.whole, Encoder):
            return self.whole(ids, cases, kinds, segments)[0, asked]
        x = self.whole.embed(ids, cases, kinds, segments)
        *layers, last = self.layers
        for layer in layers:
            x = layer(x, x)
        return last(x[:, asked], x)[0]


class _Layer(nn.Module):
    """One layer of the encoder, for some of the pieces."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.q, self.k, self.v = (_rows(layer.qkv, i * WIDTH, WIDTH) for i in range(3))
        self.out, self.norm1 = layer.out, layer.norm1
        self.up, self.down = _evened(layer.up, layer.down) if layer.activation is relu else (layer.up, layer.down)
        self.norm2 = layer.norm2
        self.attend = _attend_near if layer.near else _Attention.apply
        self.activation = layer.activation

    def forward(self, x: Tensor, pieces: Tensor) -> Tensor:
        """`x` (1, n, width) of those that the layer is reckoned for, `pieces` (1, all, width)."""
        x = self.norm1(x + self.out(self.attend(self.q(x), self.k(pieces), self.v(pieces))))
        return self.norm2(x + self.down(self.activation(self.up(x))))


class _Scorer(nn.Module):
    """Two layers over two spans, their product, further spans and what else is told, in this order."""

    def __init__(self, first: nn.Linear, second: nn.Linear, spans: int) -> None:
        super().__init__()
        one, other, both, *more = (_columns(first, i * SPAN, SPAN) for i in range(spans + 1))
        rest = _columns(first, (spans + 1) * SPAN, first.in_features - (spans + 1) * SPAN)
        self.spans = nn.ModuleList([one, other, *more])
        self.told = nn.Linear(both.in_features + rest.in_features, first.out_features)
        self.told.weight.data = torch.cat([both.weight, rest.weight], 1).detach()
        self.told.bias.data = first.bias.detach()
        self.second = second

    def forward(self, spans: list[Spans], told: Tensor) -> Tensor:
        """`told` (questions, width); gives (questions, labels)."""
        (one, at), (other, beside), *_ = spans
        hidden = self.told(torch.cat([one[at] * other[beside], told], -1))
        for layer, (vectors, which) in zip(self.spans, spans, strict=True):
            hidden = hidden + layer(vectors)[which]
        return self.second(gelu(hidden))


def _evened(up: nn.Linear, down: nn.Linear) -> tuple[nn.Linear, nn.Linear]:
    """Two layers with ReLU between that give the same, but lose less in int8.

    Each unit between them gets as large weights into it as out of it, for all units get one scale in int8, and small
    values next to large ones would be lost. (Nagel et al. 2019, section 4.1)
    """
    sizes = (down.weight.norm(dim=0) / up.weight.norm(dim=1)).sqrt().detach()
    more, less = nn.Linear(up.in_features, up.out_features), nn.Linear(down.in_features, down.out_features)
    more.weight.data, more.bias.data = up.weight.detach() * sizes[:, None], up.bias.detach() * sizes
    less.weight.data, less.bias.data = down.weight.detach() / sizes, down.bias.detach()
    return more, less


def _rows(layer: nn.Linear, at: int, n: int) -> nn.Linear:
    """The part of a layer that gives some of its outputs."""
    part = nn.Linear(layer.in_features, n)
    part.weight.data, part.bias.data = layer.weight[at : at + n].detach(), layer.bias[at : at + n].detach()
    return part


def _columns(layer: nn.Linear, at: int, n: int) -> nn.Linear:
    """The part of a layer that takes some of its inputs, without the bias."""
    part = nn.Linear(n, layer.out_features, bias=False)
    part.weight.data = layer.weight[:, at : at + n].detach()
    return part


def _distinct(numbers: Tensor, bound: int) -> tuple[Tensor, Tensor]:
    """The different ones of some numbers from 0 to below `bound`, and the place of each number among them."""
    seen = torch.zeros(bound, dtype=torch.long).scatter(0, numbers, torch.ones_like(numbers))
    return seen.nonzero().squeeze(1), (seen.cumsum(0) - 1)[numbers]


def _spans(layer: nn.Linear, pieces: Tensor, ends: Tensor) -> Spans:
    """The spans whose first and last pieces are `ends` (n, 2), each once."""
    n = pieces.shape[0]
    spans, at = _distinct(ends[:, 0] * n + ends[:, 1], n * n)
    first, last = torch.div(spans, n, rounding_mode="floor"), spans % n
    return gelu(layer(torch.cat([pieces[first], pieces[last]], -1))), at
