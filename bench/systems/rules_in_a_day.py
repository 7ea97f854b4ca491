"""The generic pipeline of `peer.py`: en_core_web_md's names and the rules that a competent engineer writes in a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from systems.stock import MEDIUM
from systems.system import Json, Reader, System


def load() -> Reader:
    import peer

    extract = peer.load()

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        return (json.dumps(extract(article), ensure_ascii=False) for article in articles)

    return read


SYSTEM = System(name="peer", title="en_core_web_md and a day's rules", load=load, finds="facts", modules=(MEDIUM,))
