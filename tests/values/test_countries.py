from __future__ import annotations

import pytest

from bioextract.lexicons import rows
from bioextract.values.countries import Country, country, form, surface_forms


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Kenyan", "Kenya", "KEN"),
        ("Kenyans", "Kenya", "KEN"),
        ("Kenya’s", "Kenya", "KEN"),
        ("KENYA", "Kenya", "KEN"),
        ("kenyan", "Kenya", "KEN"),
        ("Mongolian", "Mongolia", "MGL"),
        ("Dutchwoman", "Netherlands", "NED"),
        ("the Netherlands", "Netherlands", "NED"),
        ("NLD", "Netherlands", "NED"),
        ("DEU", "Germany", "GER"),
        ("Team GB", "Great Britain", "GBR"),
        ("U.K.", "Great Britain", "GBR"),
        ("Britons", "Great Britain", "GBR"),
        ("U.S.", "United States", "USA"),
        ("US", "United States", "USA"),
        ("Team USA", "United States", "USA"),
        ("Côte d’Ivoire", "Ivory Coast", "CIV"),
        ("Czechia", "Czech Republic", "CZE"),
        ("Türkiye", "Turkey", "TUR"),
        ("Korean", "South Korea", "KOR"),
        ("Chinese Taipei", "Chinese Taipei", "TPE"),
        ("Taiwanese", "Taiwan", "TPE"),
        ("Swaziland", "Eswatini", "SWZ"),
        ("Kiwi", "New Zealand", "NZL"),
        ("Scot", "Scotland", None),
        ("Welshman", "Wales", None),
        ("Manx", "Isle of Man", None),
        ("Northern Irish", "Northern Ireland", None),
        ("East German", "East Germany", "GDR"),
        ("USSR", "Soviet Union", "URS"),
        ("Yugoslav", "Yugoslavia", "YUG"),
        ("BRN", "Bahrain", "BRN"),
        ("Eth", "Ethiopia", "ETH"),
    ],
)
def test_country(text: str, name: str, code: str | None) -> None:
    assert country(text) == Country(name, code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "us",
        "polish",
        "turkey",
        "chad",
        "jordan",
        "georgia",
        "china",
        "New Mexico",
        "Georgia Tech",
        "Paris",
        "ken",
        "Kenyatta",
    ],
)
def test_no_country(text: str) -> None:
    assert country(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kenya's", "name"), ("GB", "name"), ("Kenyan", "demonym"), ("Dutch", "demonym"), ("KEN", "code")],
)
def test_form(text: str, expected: str) -> None:
    assert form(text) == expected


def test_form_of_no_country() -> None:
    with pytest.raises(ValueError, match="no country: 'Paris'"):
        form("Paris")


def test_lexicon_is_sound() -> None:
    countries = [row for row in rows("countries.tsv") if row[0] != "-"]
    codes = [row[1] for row in countries if len(row) > 1 and row[1]]
    assert {code for code in codes if codes.count(code) > 1} == {"TPE"}  # one team, written in two ways
    assert len(codes) >= 206
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert all(found is None or found[0].name for found in surface_forms().values())
