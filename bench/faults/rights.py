"""What only some machines allow: a small disk of one's own, and root without its rights."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from faults.bed import Bed, NotAllowedError


def without_rights() -> list[str]:
    """What to put before a command that is not to write where modes forbid it; root may write everywhere."""
    if os.geteuid():
        return []
    command = ["setpriv", "--bounding-set=-all"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotAllowedError(f"root's rights cannot be taken away: {error}") from error
    return command


@contextmanager
def mounted(bed: Bed, kilobytes: int) -> Iterator[Path]:
    """A small file system of its own."""
    folder = Path(tempfile.mkdtemp(dir=bed.folder))
    mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def mount(*arguments: str) -> None:
    """Raises `NotAllowedError` where mounting is not allowed."""
    try:
        done = subprocess.run(["mount", *arguments], check=False, capture_output=True, text=True)
    except OSError as error:
        raise NotAllowedError(f"mount: {error}") from error
    if done.returncode:
        raise NotAllowedError(f"mounting is not allowed here: {done.stderr.strip()}")
