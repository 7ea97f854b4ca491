"""Nationalities: adjectives, countries, national teams and codes; and countries that are only visited or played."""

from __future__ import annotations

from typing import Any

import pytest

FOUND = [
    ("Swedish hurdler Anna Berg won the race.", "Sweden"),
    ("Anna Berg is a Swedish hurdler.", "Sweden"),
    ("Anna Berg is Swedish.", "Sweden"),
    ("Anna Berg, a Swedish hurdler, won the race.", "Sweden"),
    ("Anna Berg became a Swedish citizen in 2019.", "Sweden"),
    ("Anna Berg won. The Swede was happy.", "Sweden"),
    ("A Swede, Anna Berg, won the race.", "Sweden"),
    ("Anna Berg, the first Swede to win in Boston, retired.", "Sweden"),
    ("Anna Berg was the only Ethiopian in the final.", "Ethiopia"),
    ("Anna Berg of Sweden won the race.", "Sweden"),
    ("Sweden's Anna Berg won the race.", "Sweden"),
    ("Sweden’s Anna Berg won the race.", "Sweden"),
    ("Mongolia's marathon runner Anna Berg won the race.", "Mongolia"),
    ("Anna Berg (SWE) won in 54.20.", "Sweden"),
    ("Anna Berg (Sweden) was second.", "Sweden"),
    ("Anna Berg (Sweden, 2:24:10) won the race.", "Sweden"),
    ("1. Anna Berg (SWE) 2:24:10", "Sweden"),
    ("Anna Berg, Sweden, 2:24:10", "Sweden"),
    ("Anna Berg has run for Sweden since 2011.", "Sweden"),
    ("Anna Berg will swim for Ireland in Paris.", "Ireland"),
    ("Anna Berg, who competes for Bahrain, won the race.", "Bahrain"),
    ("Anna Berg represented Sweden at the Olympic Games.", "Sweden"),
    ("Anna Berg won 50 caps for Ireland.", "Ireland"),
    ("East German swimmer Anna Berg won the race.", "East Germany"),
    ("Team USA sprinter Anna Berg won the race.", "United States"),
    ("England international Anna Berg scored.", "England"),
    ("Anna Berg, the Great Britain captain, won the race.", "Great Britain"),
    ("GB's Anna Berg won the race.", "Great Britain"),
    ("Welsh 400m runner Anna Berg won the race.", "Wales"),
    ("Dutchwoman Anna Berg won the race.", "Netherlands"),
    ("Anna Berg, an American of Kenyan descent, won the race.", "United States"),
    ("Anna Berg won for the Soviet Union in 1972.", "Soviet Union"),
    ("New Zealander Anna Berg won the race.", "New Zealand"),
    ("Anna Berg, from Sweden, won the race.", "Sweden"),
    ("Wales' Anna Berg won the race.", "Wales"),
    ("Bahrain's Kenyan-born Anna Berg won the race.", "Bahrain"),
    ("Chinese Taipei's sprinter Anna Berg won the race.", "Chinese Taipei"),
    ("1. Anna Berg SWE 2:24:10", "Sweden"),
    ("Anna Berg was a Kenyan born Scottish hurdler.", "Scotland"),
    ("Anna Berg, a Swede born in Oslo, won the race.", "Sweden"),
    ("Anna Berg is Swedish born and bred.", "Sweden"),
    ("Taiwan's Anna Berg won. Anna Berg (TPE) was happy.", "Taiwan"),
]

NONE = [
    "Anna Berg is of Swedish origin.",
    "Kenyan-born Anna Berg won the race.",
    "Anna Berg is not Swedish.",
    "Anna Berg speaks Swedish.",
    "Anna Berg lives in Sweden.",
    "Anna Berg won in Sweden.",
    "OSLO, Norway -- Anna Berg won the race.",
    "Anna Berg, from Sweden to Norway by bike, won the race.",
    "Anna Berg, from Georgia, won the race.",
    "She called it ‘the pride of Kenya’, Anna Berg said.",
    "After reading 'Running in Kenya', Anna Berg won the race.",
    "'Nobody beats Wales' captain Anna Berg said.",
    "Anna Berg flew home from Kenya.",
    "Anna Berg moved from Sweden to Norway.",
    "Anna Berg of Georgia Tech won the race.",
    "Anna Berg (OSL) won the race.",
    "Anna Berg won the Swedish title.",
    "Anna Berg ran the French Open.",
    "Anna Berg trains with a Swedish coach.",
    "Anna Berg beat a Swedish rival.",
    "Anna Berg raced against Sweden.",
    "Anna Berg plays for a Swedish club.",
    "Swedish club Malmo signed Anna Berg.",
    "Sweden coach Anna Berg named the team.",
    "Anna Berg is coached by the Swedish federation.",
    "Jordan Smith won the race.",
    "Chad Israel Berg won the race.",
    "Anna Berg and Carla Holm beat the Swedish team.",
    "The Swedish team beat Anna Berg and Carla Holm.",
    "Sweden beat the team of Anna Berg and Carla Holm.",
    "Sweden lost to the pair of Anna Berg and Carla Holm.",
    "In Sweden a crew of Anna Berg and Carla Holm set a record.",
    "The Swedish side featuring Anna Berg and Carla Holm won.",
    "The Swedish professional team of Anna Berg and Carla Holm won.",
    "Anna Berg scored against the Swedish team: Carla Holm and Elin Ek were absent.",
]

SEVERAL = [
    ("American Anna Berg beat Kenyan Mary Otieno.", [("Anna Berg", "United States"), ("Mary Otieno", "Kenya")]),
    ("Swedes Anna Berg and Carla Holm won the race.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    ("Anna Berg and Lars Holm of Norway won the race.", [("Anna Berg", "Norway"), ("Lars Holm", "Norway")]),
    ("Anna Berg won ahead of fellow Swede Carla Holm.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    ("After beating fellow Swede Carla Holm she won.", [("Carla Holm", "Sweden")]),
    ("Anna Berg won. It was a gift from her fellow Swede.", [("Anna Berg", "Sweden")]),
    ("Anna Berg won. Berg's Swedish team-mate Carla Holm fell.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    ("Anna Berg broke Carla Holm's long-standing Swedish record.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    (
        "Swedish pair Anna Berg (52.10) and reigning champion Carla Holm were out.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    (
        "Sweden's sprinters Anna Berg, Carla Holm and Elin Ek beat Lars Olsen.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden"), ("Elin Ek", "Sweden")],
    ),
    ("Swedish sprinter Anna Berg, Carla Holm and Elin Ek were late.", [("Anna Berg", "Sweden")]),
    ("Sweden's peerless Anna Berg, Carla Holm and Elin Ek were late.", [("Anna Berg", "Sweden")]),
    (
        "Swedish sprinters Anna Berg, who beat Mary Otieno, and Elin Ek were late.",
        [("Anna Berg", "Sweden")],
    ),
    (
        "Swedes Anna Berg, Carla Holm and Elin Ek won.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden"), ("Elin Ek", "Sweden")],
    ),
    (
        "Anna Berg beat Kenya's Mary Otieno and fellow Swede Carla Holm.",
        [("Mary Otieno", "Kenya"), ("Carla Holm", "Sweden")],
    ),
    ("Kenya's Mary Otieno beat her Swedish club colleague Carla Holm.", [("Mary Otieno", "Kenya")]),
    ("Anna Berg finished behind Kenya's Mary Otieno.", [("Mary Otieno", "Kenya")]),
    ("Swede Anna Berg and Lars Holm of Norway won.", [("Anna Berg", "Sweden"), ("Lars Holm", "Norway")]),
    ("Sweden's relay team of Anna Berg and Carla Holm won.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    ("The Swedish “dream pair” of Anna Berg and Carla Holm won.", [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]),
    (
        "Swedish pair Anna Berg and Carla Holm raced in Kenya and Berg won.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    (
        "Swedes Anna Berg and Carla Holm lost to Norway when Berg fell.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    (
        "The Swedish pair of Anna Berg and Carla Holm, ahead of Mary Olsen, won.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    ("The Swedish pair of Anna Berg and coach Carla Holm won.", []),
    (
        "Elin Ek finished behind the Swedish pair of Anna Berg and Carla Holm.",
        [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    (
        "Elin Ek won with the Swedish 4×100m relay team of Anna Berg and Carla Holm.",
        [("Elin Ek", "Sweden"), ("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")],
    ),
    ("Sweden beat Norway's pair of Anna Berg and Carla Holm.", [("Anna Berg", "Norway"), ("Carla Holm", "Norway")]),
    ("Anna Berg played the Danish champion Carla Holm.", [("Carla Holm", "Denmark")]),
]

MISSED = [
    ("Anna Berg holds the Swedish record.", [], "a record of a country"),
    ("Anna Berg holds Swedish and Norwegian passports.", ["Sweden", "Norway"], "passports"),
    ("Anna Berg switched allegiance from Kenya to Bahrain.", ["Kenya", "Bahrain"], "allegiance"),
    ("The Swedish crowd cheered Anna Berg.", [], "who cheers is no athlete"),
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_finds_nationalities(facts_of: Any, text: str, value: str) -> None:
    assert [(name, fact["value"]) for name, fact in facts_of(text, "nationalities")] == [("Anna Berg", value)]


@pytest.mark.parametrize("text", NONE)
def test_leaves_look_alikes(facts_of: Any, text: str) -> None:
    assert facts_of(text, "nationalities") == []


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_gives_each_their_own(facts_of: Any, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, fact["value"]) for name, fact in facts_of(text, "nationalities")] == expected


def test_the_names_of_a_team_line(facts_of: Any) -> None:
    text = "Anna Berg was the best of all.\n\nSweden: Anna Berg, Carla Holm, Dagny Lind, Elin Ek (Mary Olsen 75)\n"
    found = facts_of(text, "nationalities")
    assert {(name, fact["value"]) for name, fact in found} == {
        (name, "Sweden") for name in ("Anna Berg", "Carla Holm", "Dagny Lind", "Elin Ek", "Mary Olsen")
    }


def test_compatriot_of_whom_the_sentence_before_names(facts_of: Any) -> None:
    found = facts_of("Swede Anna Berg won the race. Compatriot Carla Holm was third.", "nationalities")
    assert ("Carla Holm", "Sweden") in {(name, fact["value"]) for name, fact in found}


def test_compatriot_shares_the_country(facts_of: Any) -> None:
    found = facts_of("Swede Anna Berg won the race. Berg beat her compatriot Carla Holm.", "nationalities")
    assert [(name, fact["value"]) for name, fact in found] == [("Anna Berg", "Sweden"), ("Carla Holm", "Sweden")]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "Compatriots Carla Holm, Elin Ek and world champion Mary Lind were next.",
            {"Carla Holm", "Elin Ek", "Mary Lind"},
        ),
        ("Her compatriot and training partner Carla Holm was next.", {"Carla Holm"}),
        ("Several of her compatriots, such as Carla Holm, were ill.", {"Carla Holm"}),
        ("She led compatriot Carla Holm, Mary Otieno and Elin Ek.", {"Carla Holm"}),
        ("Compatriots came to see Carla Holm.", set()),
        ("Her compatriot Carla Holm and Mary Otieno were next.", {"Carla Holm"}),
        ("Compatriots Carla Holm, who beat Mary Otieno, and Elin Ek were next.", {"Carla Holm"}),
        ("Her countrywoman Carla Holm was next.", {"Carla Holm"}),
    ],
)
def test_all_compatriots_of_a_list(facts_of: Any, told: str, names: set[str]) -> None:
    found = {name for name, fact in facts_of(f"Swede Anna Berg won the race. {told}", "nationalities")}
    assert found == {"Anna Berg", *names}


@pytest.mark.parametrize(
    ("text", "code"), [("Anna Berg is Swedish.", "SWE"), ("Anna Berg ran for East Germany.", "GDR")]
)
def test_gives_the_code(facts_of: Any, text: str, code: str) -> None:
    assert [fact["code"] for _, fact in facts_of(text, "nationalities")] == [code]


def test_one_fact_a_country(facts_of: Any) -> None:
    found = facts_of("Swedish hurdler Anna Berg won. The Swede has run for Sweden since 2011.", "nationalities")
    assert found == [("Anna Berg", {"value": "Sweden", "code": "SWE"})]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "values", "reason"), MISSED)
def test_known_misses(facts_of: Any, text: str, values: list[str], reason: str) -> None:
    assert [fact["value"] for _, fact in facts_of(text, "nationalities")] == values, reason
