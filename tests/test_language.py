from __future__ import annotations

import pytest

from bioextract.language import is_english

ENGLISH = [
    "Anna Berg won the race in the rain, and she said that it was the best day that she had ever had on a track.",
    "Anna Berg (SWE) 2:24:10",
    "1. Anna Berg (SWE) 2:24:10\n2. Carla Diaz (ESP) 2:24:55\n3. Lars Holm (NOR) 2:25:01\n" * 9,
    "1. Anna van der Berg 2:24:10\n2. Carla van den Hout 2:24:55\n3. Lars van der Holm 2:25:01\n" * 3,
    "Tanabe Yuki, Nguyễn Thị Oanh, Luiz Inácio Lula da Silva, Virgil van Dijk, Hicham El Guerrouj. " * 5,
    "“Das war gut,” she said after the race, and it is what they all say when they have won at last. Then she left.",
    "",
    "2:24:10 2:24:55 - ...",
]

OTHERS = {
    "German": "Sie gewann das Rennen im Regen und sagte, dass es nicht das beste war, aber auch für den Trainer ist es gut.",
    "French": "Elle a gagné la course sous la pluie et elle dit que les jours dans le froid ne sont pas pour elle. Une vie.",
    "Spanish": "Ella ganó la carrera con una marca para la historia, pero dijo que los días más duros están por venir.",
    "Portuguese": "Ela venceu a corrida com uma marca que não foi a melhor, mas disse que são os dias mais duros da vida.",
    "Italian": "Ha vinto la gara con una prova che non è la migliore della stagione, ma per lei sono più duri gli altri.",
    "Dutch": "Zij won de wedstrijd in het zand en zei dat het niet voor haar was, maar dat zijn de dagen met een prijs.",
    "Swedish": "Hon vann loppet och sade att det inte var för henne, men på banan är det som hon vill och till sist glad.",
    "Russian": "Она выиграла забег под дождём и сказала, что это был лучший день в её жизни, и тренер с ней согласился.",
    "Chinese": "她 在 雨中 赢得 了 比赛 她 说 这 是 她 一生 中 最好 的 一天 教练 也 同意 她 的 说法 大家 都 很 高兴",
}

WORDS = 20


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_what_has_no_language(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_languages(text: str) -> None:
    assert not is_english(text)


def test_short_texts_get_the_benefit_of_the_doubt() -> None:
    words = OTHERS["German"].split()
    assert is_english(" ".join(words[: WORDS - 1]))
    assert not is_english(" ".join(words[:WORDS]))
