"""The graph that is run gives the answers of the network that is trained (only where torch is installed)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from corpus import OWN

from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.labels import LABELS
from bioextract.tagger.nodes import ROLES
from bioextract.tagger.window import CASES, KINDS, SEGMENTS

torch = pytest.importorskip("torch")
SETTINGS = tomllib.loads((OWN.parent / "settings.toml").read_text(encoding="utf-8"))["fit"]
LENGTH, ENCODERS = 300, ("minilm", "cnn")  # two whole blocks and a rest


def questions(pairs: int, links: int) -> dict[str, Any]:
    """Arbitrary inputs of one window."""
    random = np.random.default_rng(pairs)
    inputs = {"ids": random.integers(1, 30000, (1, LENGTH))}
    for name, told in (("cases", CASES), ("kinds", KINDS), ("segments", SEGMENTS)):
        inputs[name] = random.integers(0, len(told), (1, LENGTH))
    ends = random.integers(5, 12, (pairs, 6)), random.integers(8, 15, (links, 4))  # the same spans again and again
    roles = random.integers(0, len(ROLES), (pairs, 1)), random.integers(0, len(ROLES), (links, 2))
    return inputs | {
        "pairs": np.hstack([ends[0], roles[0]]),
        "pair_features": random.random((pairs, PAIR_FEATURES), np.float32),
        "priors": random.random((pairs, len(LABELS)), np.float32),
        "links": np.hstack([ends[1], roles[1]]),
        "link_features": random.random((links, LINK_FEATURES), np.float32),
    }


@pytest.mark.parametrize("encoder", ENCODERS)
@pytest.mark.parametrize(("pairs", "links"), [(30, 20), (1, 0)])
def test_the_exported_graph_answers_as_the_network(encoder: str, pairs: int, links: int, tmp_path: Path) -> None:
    import onnxruntime
    from export import export
    from network import Network

    torch.manual_seed(7)
    network = Network(3, encoder=encoder).eval()
    network.encoder.lighten()
    for layer in network.encoder.layers if encoder == "minilm" else ():
        layer.narrow(torch.arange(0, 1536, 3))
    inputs = questions(pairs, links)
    with torch.no_grad():
        expected = network(*map(torch.from_numpy, inputs.values()))

    export(network, tmp_path / "plain.onnx", quantized=False)
    session = onnxruntime.InferenceSession(tmp_path / "plain.onnx", providers=["CPUExecutionProvider"])
    found = session.run(None, inputs)

    assert [array.shape for array in found] == [(pairs, len(LABELS)), (links,)]
    for array, tensor in zip(found, expected, strict=True):
        np.testing.assert_allclose(array, tensor.numpy(), atol=2e-5)


def test_a_network_comes_back_from_its_weights(tmp_path: Path) -> None:
    from export import load
    from network import Network

    network = Network(2).eval()
    network.encoder.lighten()
    for layer in network.encoder.layers:
        layer.narrow(torch.arange(100, 200))
    torch.save(network.state_dict(), tmp_path / "tagger.pt")
    inputs = [torch.from_numpy(array) for array in questions(30, 20).values()]
    with torch.no_grad():
        for found, expected in zip(load(tmp_path / "tagger.pt")(*inputs), network(*inputs), strict=True):
            assert torch.equal(found, expected)


def test_the_units_that_are_never_active_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import fit
    from network import Network

    network = Network(2).eval()
    network.encoder.lighten()
    idle = torch.arange(0, 1536, 2)
    for layer in network.encoder.layers:
        layer.up.weight.data[idle] = 0
        layer.up.bias.data[idle] = -1  # nothing after ReLU
    inputs = {name: torch.from_numpy(array) for name, array in zip(fit.INPUTS, questions(9, 9).values(), strict=True)}
    monkeypatch.setattr(fit, "_batches", lambda *_: iter([[None]]))
    monkeypatch.setattr(fit, "tensors", lambda _: inputs)
    with torch.no_grad():
        expected = network(*inputs.values())
        fit._narrow(network, network.encoder, [], fit.Settings(**SETTINGS | {"units": 768}))
        found = network(*inputs.values())

    assert [layer.up.out_features for layer in network.encoder.layers] == [768, 768]
    np.testing.assert_allclose(found[0].numpy(), expected[0].numpy(), atol=2e-5)


def test_only_the_encoder_and_the_words_are_quantized(tmp_path: Path) -> None:
    import onnx
    from export import export
    from network import Network

    export(Network(1).eval(), tmp_path / "small.onnx")
    nodes = onnx.load(tmp_path / "small.onnx").graph.node
    products = [node.name for node in nodes if node.op_type == "MatMulInteger"]
    assert len(products) == 6
    assert all("/encoder/" in name for name in products)
    assert [node.op_type for node in nodes].count("DequantizeLinear") == 1
