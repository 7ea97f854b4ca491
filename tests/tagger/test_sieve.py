"""The sieve keeps what its signs or a rule speak for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bioextract import Article
from bioextract.extractor import Extractor
from bioextract.facts import KINDS
from bioextract.tagger.sieve import Sieve, load_sieve, roles_by_sentence, signs_of
from bioextract.tagger.tagger import all_nodes
from bioextract.tagger.windows import windows_of

READING = Extractor(rules_only=True).read(
    Article("Ada Berg won the Oslo Marathon in 2:25:10. Rain fell all day. Ada Berg is 29 years old.")
)
RULES = [claim for kind in KINDS for claim in kind.claims(READING)]
NODES = all_nodes(READING, RULES)


def test_signs_are_words_figures_roles_and_mentions() -> None:
    first = READING.page.sentences[0]

    signs = list(signs_of(READING, first, roles_by_sentence(READING, NODES)[0]))

    assert {"always", "won", "the", ":", "role event", "role mark 1", "mention name", "place 0"} <= set(signs)
    assert not {"Ada", "ada", "Oslo"} & set(signs)
    assert len(signs) == len(set(signs))


def test_keeps_what_weighs_enough() -> None:
    sieve = Sieve({"won": 2.0, "rain": -1.0}, threshold=1.5)

    assert sieve.kept(READING, NODES, []) == {0}


def test_keeps_the_event_that_the_next_sentence_may_speak_of() -> None:
    reading = Extractor(rules_only=True).read(Article("Rain fell all day. Then came the Oslo Marathon. Ada Berg won."))
    sieve = Sieve({"won": 2.0}, threshold=1.5)

    assert sieve.kept(reading, all_nodes(reading, []), []) == {1, 2}


def test_keeps_where_a_rule_sees_a_fact() -> None:
    sieve = Sieve({"won": 2.0}, threshold=99)

    assert sieve.kept(READING, NODES, RULES) == {READING.page.sentence_at(claim.start).index for claim in RULES}
    assert 1 not in sieve.kept(READING, NODES, RULES)


def test_without_weights_it_keeps_all(tmp_path: Path) -> None:
    assert load_sieve(tmp_path / "none.json").kept(READING, NODES, []) == {0, 1, 2}


def test_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "sieve.json"
    path.write_text(json.dumps({"threshold": 1.5, "weights": {"won": 2.0}}), encoding="utf-8")

    assert load_sieve(path) == Sieve({"won": 2.0}, 1.5)


@pytest.mark.parametrize("kept", [set[int](), {1}, {0, 2}])
def test_only_kept_sentences_are_answered_for(kept: set[int], tokenizer: Any) -> None:
    windows = list(windows_of(READING, NODES, tokenizer, kept))

    assert [window.targets for window in windows] == ([sorted(kept)] if kept else [])
