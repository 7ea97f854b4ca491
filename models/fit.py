"""Trains one network on examples: fixed seed, bfloat16 where the processor has it."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from examples import Example
from network import Encoder, Network
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from bioextract.tagger.model import inputs_of

log = logging.getLogger(__name__)
PRETRAINED = ("encoder.layers", "encoder.positions", "encoder.norm")
MASK, FIRST_WORD = 103, 999  # ids of MiniLM's vocabulary
READ_FOR_UNITS = 64  # batches
INPUTS = ("ids", "cases", "kinds", "segments", "pairs", "pair_features", "priors", "links", "link_features")


@dataclass(frozen=True, slots=True)
class Settings:
    """What training depends on besides the data (see `models/settings.toml`)."""

    epochs: int
    batch: int
    encoder_rate: float
    head_rate: float
    warm_up: float
    rules_unseen: float  # share of pairs that are trained without what the rules say
    link_weight: float
    masked: float  # share of word pieces that are hidden in training, so that single words are not learned by heart
    units: int  # that each layer of the encoder keeps between its last two products
    light_epochs: int  # with the encoder made light, as it is run
    light_rate: float  # of the rates before
    last_epochs: int  # over the articles that are gone through again
    last_rate: float
    layers: int = 6
    seed: int = 0
    encoder: str = "minilm"


def fit(articles: Sequence[Sequence[Example]], settings: Settings, base: Path) -> Network:
    """A network trained on the windows of some articles, from the base weights of the encoder."""
    torch.manual_seed(settings.seed)
    network = Network(settings.layers, encoder=settings.encoder)
    network.encoder.load(base)
    if settings.encoder != "cnn":
        network.encoder.words.weight.requires_grad_(False)  # too many words for so few articles
    _go_through(network, articles, settings)
    return network.eval()


def finish(
    network: Network, articles: Sequence[Sequence[Example]], settings: Settings, last: Sequence[Sequence[Example]]
) -> Network:
    """The network made light and narrow, after it has learned to live with that.

    `last`: the articles that it goes through at the very end, those annotated by the corpus's own hand.
    """
    network.encoder.lighten()
    if isinstance(network.encoder, Encoder):
        _narrow(network, network.encoder, articles, settings)
    _go_through(network, articles, _slower(settings, settings.light_epochs, settings.light_rate))
    if any(last):
        _go_through(network, last, _slower(settings, settings.last_epochs, settings.last_rate))
    return network.eval()


def _narrow(network: Network, encoder: Encoder, articles: Sequence[Sequence[Example]], settings: Settings) -> None:
    """Keep the units of each layer that add most to what it gives: how active they are times their weights."""
    active: list[Tensor] = [torch.zeros(layer.up.out_features) for layer in encoder.layers]
    is_piece = torch.zeros(0)

    def watch(total: Tensor, given: Tensor) -> None:
        total.add_((given.abs() * is_piece[..., None]).sum((0, 1)))

    watches = [
        layer.down.register_forward_pre_hook(lambda _, given, total=total: watch(total, given[0]))
        for layer, total in zip(encoder.layers, active, strict=True)
    ]
    windows = [example for article in articles for example in article]
    with torch.no_grad():
        for batch in islice(_batches(windows, settings.batch, random.Random(settings.seed)), READ_FOR_UNITS):
            inputs = tensors(batch)
            is_piece = (inputs["ids"] != 0).float()
            network.eval()(*(inputs[name] for name in INPUTS))
    for hook, layer, total in zip(watches, encoder.layers, active, strict=True):
        hook.remove()
        worth = total * layer.down.weight.norm(dim=0)
        layer.narrow(worth.topk(min(settings.units, len(worth))).indices.sort().values)


def _slower(settings: Settings, epochs: int, rate: float) -> Settings:
    """The settings for some epochs at a part of the rates."""
    encoder_rate, head_rate = rate * settings.encoder_rate, rate * settings.head_rate
    return replace(settings, epochs=epochs, encoder_rate=encoder_rate, head_rate=head_rate)


def _go_through(network: Network, articles: Sequence[Sequence[Example]], settings: Settings) -> None:
    """Some epochs over all windows; the rates rise, then fall to nearly nothing."""
    network.train()
    shuffler = random.Random(settings.seed)
    windows = [example for article in articles for example in article]
    steps = settings.epochs * math.ceil(len(windows) / settings.batch)
    optimizer = _optimizer(network, settings)
    warm = max(1, int(settings.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, 1 - step / steps))
    )
    started = time.monotonic()
    for epoch in range(settings.epochs):
        total = 0.0
        for batch in _batches(windows, settings.batch, shuffler):
            loss = _loss(network, batch, settings)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item() * len(batch)
        log.info("epoch %d: loss %.3f, %.0f s", epoch + 1, total / len(windows), time.monotonic() - started)


def _optimizer(network: Network, settings: Settings) -> torch.optim.AdamW:
    trained = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    layers = [p for name, p in trained if name.startswith(PRETRAINED)]
    others = [p for name, p in trained if not name.startswith(PRETRAINED)]
    groups = [{"params": layers, "lr": settings.encoder_rate}, {"params": others, "lr": settings.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _batches(windows: Sequence[Example], size: int, shuffler: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of about the same length, in a random order."""
    ordered = sorted(windows, key=lambda example: len(example.asked.window.ids) + shuffler.random() * 24)
    batches = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    shuffler.shuffle(batches)
    return iter(batches)


def _loss(network: Network, batch: Sequence[Example], settings: Settings) -> Tensor:
    """The weighted cross-entropy of all labels and links, a window."""
    inputs = tensors(batch)
    seen = (torch.rand(len(inputs["priors"]), 1) >= settings.rules_unseen).float()
    inputs["priors"] = inputs["priors"] * seen
    hidden = (torch.rand(inputs["ids"].shape) < settings.masked) & (inputs["ids"] >= FIRST_WORD)
    inputs["ids"] = inputs["ids"].masked_fill(hidden, MASK)
    logits, linked = network(*(inputs[name] for name in INPUTS))
    labels, weights, links, link_weights = (
        torch.from_numpy(np.concatenate([getattr(example, name) for example in batch]))
        for name in ("labels", "weights", "linked", "link_weights")
    )
    told = (cross_entropy(logits.float(), labels, reduction="none") * weights).sum()
    tied = (cross_entropy(linked.float(), links, reduction="none") * link_weights).sum()
    return (told + settings.link_weight * tied) / len(batch) / 4


def tensors(batch: Sequence[Example]) -> dict[str, Tensor]:
    """The inputs of the network for some examples."""
    return {name: torch.from_numpy(array) for name, array in inputs_of([e.asked for e in batch], multiple=16).items()}
