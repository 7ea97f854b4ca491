from __future__ import annotations

import pytest

from bioextract.spans.countries import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's Ann Tum beat the Dutch pair.", ["Kenya", "Dutch"]),
        ("1. Ann Tum (KEN) 2:20:01", ["KEN"]),
        ("1, Ann Tum (Ken) 2:20:01; 2, Mia Bos (Ned, 2:21)", ["Ken", "Ned"]),
        ("Mia Bos, NED, 2:25", ["NED"]),
        ("1. Mia Bos NED 2:25:01", ["NED"]),
        ("U.S. swimmers, a US team and the U.S.A. met.", ["U.S.", "US", "U.S.A."]),
        ("She runs for Great Britain and Northern Ireland.", ["Great Britain and Northern Ireland"]),
        ("Côte d’Ivoire’s Papua New Guinean coach", ["Côte d’Ivoire", "Papua New Guinean"]),
        ("NORTHERN IRELAND and KENYA", ["NORTHERN IRELAND", "KENYA"]),
        ("a South African-born Scot", ["South African", "Scot"]),
        ("an American footballer of the West Indies", ["American", "West Indies"]),
        ("a Trinidad\u00a0and Tobago sprinter", ["Trinidad\u00a0and Tobago"]),
        ("Jordan Smith of Jordan", ["Jordan"]),
        ("Phil England of England", ["England"]),
        ("For England, In France", ["England", "France"]),
        ("PORT ELLEN, Scotland -- The Swede won.", ["Swede"]),
        ("MO FARAH, Great Britain – Olympic champion", ["Great Britain"]),
        ("KENYA (two gold) – Anna Berg", ["KENYA"]),
        ("The British & Irish Lions and a N.Z record", ["N.Z"]),
    ],
)
def test_find(text: str, expected: list[str]) -> None:
    spans = find(text)
    assert [span.text for span in spans] == expected
    assert all(text[span.start : span.end] == span.text and span.role == "country" for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Born in New Mexico, she left Georgia Tech and plays American football.",
        "The Australian Open, the French Open and Indian Wells",
        "He swam the English Channel and flew British Airways to Spanish Fork.",
        "Michael Jordan watched the Scottish Premiership.",
        "two-time All-American from Atlanta, Georgia",
        "South American and Pan American championships",
        "She told us to polish the china.",
        "WHO CAN win? MAR 8 and IND",
        "the MTN 8 cup",
        "Jersey_flag.PNG",
        "Pole vaulter, pole position and the Pole Vault",
    ],
)
def test_look_alikes(text: str) -> None:
    assert find(text) == []
