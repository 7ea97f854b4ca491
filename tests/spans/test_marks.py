from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bioextract.spans.marks import find
from bioextract.values.marks import parse_mark


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("She won the marathon in 2:21:47, from 2:22:01.", ["2:21:47", "2:22:01"]),
        ("1. Moss (GBR) 59:12; 2. Diaz (MEX) 1:01:23.4", ["59:12", "1:01:23.4"]),
        ("He ran 1:43.21 and 2.08.50 in a month.", ["1:43.21", "2.08.50"]),
        ("In 9.87 she beat the field (10.02).", ["9.87", "10.02"]),
        ("A 7.60secs heat, a 9.58 seconds final.", ["7.60secs", "9.58 seconds"]),
        ("He took 2hr 08min 50sec, or two hours, 8 minutes and 50 seconds.", None),
        ("She clocked one minute, 46.68 seconds and 3 minutes 50.1.", ["one minute, 46.68 seconds", "3 minutes 50.1"]),
        ("The record is 13 days 10 hours.", ["13 days 10 hours"]),
        ("He jumped 8.31m, threw 58.06 meters and cleared 2 metres.", ["8.31m", "58.06 meters", "2 metres"]),
        ("A vault of 12-09 and a throw of 193-9 3/4", ["12-09", "193-9 3/4"]),
        ("He threw 63’5 and jumped 17ft 6in.", ["63’5", "17ft 6in"]),
        ("She lifted 171kg in the snatch.", ["171kg"]),
        ("A score of 6,387 points won the heptathlon.", ["6,387 points"]),
        ("She scored 9.350 on beam and 9.737 on floor.", ["9.350", "9.737"]),
        ("A marathon best of 2-18:23.", ["2-18:23"]),
        ("Her 51:20\u00a0was enough.", ["51:20"]),
    ],
)
def test_marks(text: str, marks: list[str] | None) -> None:
    spans = find(text)
    assert [span.text for span in spans] == marks if marks is not None else len(spans) == 2
    for span in spans:
        assert span.role == "mark" and text[span.start : span.end] == span.text
        assert parse_mark(span.text, "long jump" if "-" in span.text else None)


@pytest.mark.parametrize(
    "text",
    [
        "They won 2-1 and 21-19, 21-15 at 7:30 pm, after a kick-off at 15:00.",
        "It starts at 10:30 and at 7:05 GMT; doors 9:15am.",
        "She won the 100m, the 10 km and the 1500 metres at 26.2 miles.",
        "He paid £9.50 and 4.5% of $2.5 million.",
        "She won by 0.02 seconds, by 1.5 seconds and by 2:10.",
        "He was 2.5 seconds behind after 20 minutes.",
        "The centre is 6ft 5in (1.96m) tall and weighs 85kg.",
        "At 5-7.5 he averaged 8.1 points and 7.0 rebounds a game.",
        "The 67.5 kg category of weightlifting.",
        "On 2012-08-27 and 27.08.2012, aged 30, he ran 7:30 pace.",
        "She wants to run under 2:20 and to be under 2 hours 20 minutes.",
    ],
)
def test_look_alikes(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("He ran two fifty-one.", "two fifty-one", marks=pytest.mark.xfail(strict=True)),
        pytest.param("Her score was 3453, a record.", "3453", marks=pytest.mark.xfail(strict=True)),
        pytest.param("He was done in seven hours.", "seven hours", marks=pytest.mark.xfail(strict=True)),
    ],
)
def test_known_misses(text: str, mark: str) -> None:
    assert [span.text for span in find(text)] == [mark]


PARTS = [
    "2:08:50",
    "9.58",
    "8.31m",
    "17-6",
    "jumped",
    "by",
    "seconds",
    "two",
    "hours",
    "10",
    "minutes",
    "in",
    ",",
    "at",
]


@given(st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))
def test_spans_are_ordered_and_apart(text: str) -> None:
    spans = find(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(text[span.start : span.end] == span.text for span in spans)
