"""A desk at a port, with articles of the stories."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import stories
from invented import write_records

from bioextract.review.desk import Desk
from bioextract.review.server import DeskServer
from bioextract.review.stores import open_store
from bioextract.verdicts.corpus import Asked

TEXTS = {article.id: article.text for article in (stories.PREVIEW, stories.RESULT, stories.HOSTILE)}
OpenDesk = Callable[..., DeskServer]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """The preview, the result, the namesake (without its text), and the hostile article."""
    told = [stories.preview(), stories.result(), stories.namesake(), stories.hostile(20)]
    return write_records(tmp_path / "facts.jsonl", *told)


@pytest.fixture
def open_desk(records: Path) -> Iterator[OpenDesk]:
    """Asked -> a server; one at a time."""
    with ExitStack() as stack:

        def serve(asked: Asked = Asked()) -> DeskServer:  # noqa: B008
            stack.close()
            store = stack.enter_context(open_store(str(records), None, write=True))
            server = stack.enter_context(DeskServer(Desk(store, asked, TEXTS)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return server

        yield serve
