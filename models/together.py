"""Processes that train one network together, a core each: they share every batch and take the mean of their gradients.

One process alone does all of it. (Two threads on one batch of these sizes are hardly faster than one.) A batch that
cannot be shared evenly counts a window of the smaller part more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import torch
from torch import distributed, nn

T = TypeVar("T")
PROCESSES = 2
LONGEST_WAIT = timedelta(minutes=10)  # for the other process: both prepare the same


@contextmanager
def meeting(rank: int, folder: Path) -> Iterator[None]:
    """Wait until all processes are here, and part in the end; `folder` is the same for all, and empty."""
    place = f"file://{folder / 'meeting'}"
    distributed.init_process_group("gloo", init_method=place, rank=rank, world_size=PROCESSES, timeout=LONGEST_WAIT)
    yield
    distributed.destroy_process_group()


def rank() -> int:
    """The number of this process."""
    return distributed.get_rank() if distributed.is_initialized() else 0


def share(batch: Sequence[T]) -> Sequence[T]:
    """The part of a batch that this process does."""
    n = distributed.get_world_size() if distributed.is_initialized() else 1
    return batch[rank() :: n] or batch[:1]


def average_gradients(network: nn.Module) -> None:
    """Give every process the mean of all gradients, 0 where a parameter has none."""
    if not distributed.is_initialized():
        return
    trained = [p for p in network.parameters() if p.requires_grad]
    together = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in trained])
    distributed.all_reduce(together)
    together /= distributed.get_world_size()
    for p, mean in zip(trained, together.split([p.numel() for p in trained]), strict=True):
        p.grad = mean.view_as(p)


def align(network: nn.Module) -> None:
    """Give every process the weights of the first one."""
    if distributed.is_initialized():
        for tensor in network.state_dict().values():
            distributed.broadcast(tensor, 0)
