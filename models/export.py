"""Writes a trained network as one ONNX file, int8 weights in the encoder's matrices and the word table.

Attention is ONNX Runtime's own operation: one window at a time, a sixth faster than the plain ones.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from fit import INPUTS
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.labels import LABELS

OPSET = 17


def _scorers(path: Path) -> list[str]:
    """The matrix products outside the encoder: they cost next to nothing, and some of their inputs are large."""
    nodes = onnx.load(path).graph.node
    return [node.name for node in nodes if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name]


def export(network: Network, path: Path, *, quantized: bool = True) -> None:
    """Write `path`; dynamic are the length and the numbers of pairs and links."""
    pieces = torch.ones(1, 7, dtype=torch.long)
    small = torch.zeros(1, 7, dtype=torch.long)
    pairs, links = torch.ones(3, 7, dtype=torch.long), torch.ones(4, 6, dtype=torch.long)
    inputs = (
        *(pieces, small, small, small),
        *(pairs, torch.zeros(3, PAIR_FEATURES), torch.zeros(3, len(LABELS))),
        *(links, torch.zeros(4, LINK_FEATURES)),
    )
    axes = {name: {1: "length"} for name in INPUTS[:4]}
    axes |= {name: {0: "pairs"} for name in ("pairs", "pair_features", "priors", "logits")}
    axes |= {name: {0: "links"} for name in ("links", "link_features", "linked")}
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network.eval(),
            inputs,
            str(plain),
            input_names=list(INPUTS),
            output_names=["logits", "linked"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        if quantized:
            quantize_dynamic(
                plain, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=_scorers(plain)
            )
        else:
            path.write_bytes(plain.read_bytes())
