"""Two processes that train together take the same steps as one alone; in an environment with torch."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

BATCH = [1.0, 2.0, 3.0, 5.0]


def gradient_of(rank: int | None, folder: Path) -> None:
    """Write the gradient of a sum of squares over what one process does of a batch (all of it: no `rank`)."""
    from together import align, average_gradients, meet, share

    if rank is not None:
        meet(rank, folder)
    layer = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(layer.weight, 0.5 if rank in (None, 0) else 9.0)
    align(layer)
    mine = torch.tensor(list(share(BATCH)))[:, None]
    (layer(mine).pow(2).sum() / len(mine)).backward()
    average_gradients(layer)
    torch.save(layer.weight.grad, folder / f"{rank}.pt")


def test_processes_take_the_mean_of_their_gradients(tmp_path: Path) -> None:
    processes = [get_context("spawn").Process(target=gradient_of, args=(rank, tmp_path)) for rank in (0, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    gradient_of(None, tmp_path)

    alone, first, second = (torch.load(tmp_path / f"{rank}.pt") for rank in (None, 0, 1))

    assert alone == pytest.approx(first)
    assert torch.equal(first, second)
