from __future__ import annotations

from typing import Any

import pytest

from bioextract.kinds import FIELDS
from bioextract.wording import describe


@pytest.mark.parametrize(
    ("kind", "fact", "words"),
    [
        ("age", {"value": 29, "as_of": None}, "29"),
        ("nationality", {"value": "Kenya", "code": "KEN"}, "Kenya (KEN)"),
        ("residence", {"value": "Oslo", "status": "former", "start": "2001", "end": "2005"}, "Oslo (former, 2001 to 2005)"),
        ("residence", {"value": "Oslo", "status": "current", "start": "2001", "end": None}, "Oslo (since 2001)"),
        ("count", {"event": "marathon", "what": "appearances", "value": 1}, "marathon: 1 appearance"),
        ("count", {"event": "Games", "what": "titles", "value": 3, "qualifier": "about"}, "Games: about 3 titles"),
        ("count", {"event": "Games", "what": "silver", "value": 1}, "Games: 1 silver medal"),
        ("sponsor", {"name": None, "description": "a bank", "status": "future"}, "a bank (future)"),
        ("team", {"name": "AC Torsby", "description": "club", "status": "current", "end": "2020"}, "AC Torsby (club, until 2020)"),
        ("relation", {"name": "Lars Holm", "role": "training_partner", "status": "former"}, "Lars Holm (training partner, former)"),
        ("mark", {"mark": "12.41", "kind": "season_best", "discipline": "100m hurdles"}, "12.41 (season best, 100m hurdles)"),
        ("participation", {"event": "Worlds", "rank": 8, "rank_qualifier": "top", "status": "past"}, "Worlds (top 8)"),
        ("participation", {"event": "Worlds", "rank": 8, "rank_qualifier": "outside", "date_text": "this week"}, "Worlds (this week, outside the top 8)"),
        ("participation", {"event": "Worlds", "rank": 3, "medal": "bronze", "status": "dnf"}, "Worlds (3rd, bronze medal, did not finish)"),
    ],
)  # fmt: skip
def test_words(kind: str, fact: dict[str, Any], words: str) -> None:
    assert str(describe(kind, fact)) == words


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_every_kind_has_words(kind: str) -> None:
    full = {
        "value": 1,
        "event": "E",
        "what": "titles",
        "name": "N",
        "role": "coach",
        "kind": "personal_best",
        "mark": "1",
    }
    assert describe(kind, full).main
