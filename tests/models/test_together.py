"""Two processes that train together take the same steps as one alone; in an environment with torch."""

from __future__ import annotations

from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

BATCHES = [[1.0, 2.0, 3.0, 5.0], [4.0]]


def gradients_of(rank: int | None, folder: Path) -> None:
    """Write the gradients of a mean of squares over what one process does of each batch (no `rank`: all of it)."""
    from together import align, average_gradients, meeting, share

    with nullcontext() if rank is None else meeting(rank, folder):
        layer = torch.nn.Linear(1, 1, bias=False)
        torch.nn.init.constant_(layer.weight, 9.0 if rank == 1 else 0.5)
        align(layer)
        for i, batch in enumerate(BATCHES):
            layer.zero_grad()
            mine = torch.tensor(list(share(batch)))[:, None]
            layer(mine).pow(2).mean().backward()
            average_gradients(layer)
            torch.save(layer.weight.grad, folder / f"{rank}-{i}.pt")


def test_processes_take_the_mean_of_their_gradients(tmp_path: Path) -> None:
    processes = [get_context("spawn").Process(target=gradients_of, args=(rank, tmp_path)) for rank in (0, 1)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    gradients_of(None, tmp_path)

    for i in range(len(BATCHES)):
        alone, first, second = (torch.load(tmp_path / f"{rank}-{i}.pt") for rank in (None, 0, 1))
        assert alone == pytest.approx(first)
        assert torch.equal(first, second)
