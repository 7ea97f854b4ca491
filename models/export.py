"""Writes a trained network as one ONNX file, int8 weights in the encoder's matrices and the word table.

The graph is that of `lean.py`: it reads one window at a time. `train.py` exports what it has trained;
`python models/export.py FOLDER` writes FOLDER/tagger.onnx again, from FOLDER/tagger.pt.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from fit import INPUTS
from lean import Lean
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic

from bioextract.tagger.features import LINK_FEATURES, PAIR_FEATURES
from bioextract.tagger.labels import LABELS

OPSET = 17


def _plain(path: Path) -> list[str]:
    """What stays in 32 bits: the scorers and the small tables. They cost next to nothing.

    Where a layer has no third dimension, the product is renamed before it would be quantized.
    """
    nodes = onnx.load(path).graph.node
    products = [node.name for node in nodes if node.op_type in ("MatMul", "Gemm") and "/encoder/" not in node.name]
    tables = [node.name for node in nodes if node.op_type == "Gather" and "/words/" not in node.name]
    return [*products, *(f"{name}_MatMul" for name in products), *tables]


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
            Lean(network).eval(),
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
                plain,
                path,
                op_types_to_quantize=["MatMul", "Gather"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                nodes_to_exclude=_plain(plain),
            )
        else:
            path.write_bytes(plain.read_bytes())


def load(path: Path) -> Network:
    """A network as `torch.save` wrote its weights; its depth and its width between products show in them."""
    weights = torch.load(path)
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layers."))
    network = Network(layers, inner=len(weights["encoder.layers.0.up.weight"]))
    network.load_state_dict(weights)
    network.encoder.lighten()
    return network.eval()


if __name__ == "__main__":
    (folder,) = map(Path, sys.argv[1:])
    export(load(folder / "tagger.pt"), folder / "tagger.onnx")
