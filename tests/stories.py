"""A small invented world for the tests of the report: a runner in two articles, one of her name, and a hostile page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from invented import fact, make_record, span_of

from bioextract.articles import Article
from bioextract.records import Record

PREVIEW = Article(
    "Anna Berg, 29, is a Swedish marathon runner 🏃 who won silver at the Torsby Marathon in 2021.\n\n"
    "She did not finish the Mora Half Marathon in 2022, and the Lund Games of 2023 she missed. Her best of 2:31:05 "
    "dates from Visby in 2022; in Torsby she ran 2:35:00.\n\n"
    "On 22 September 2024 she runs the Oslo Marathon, and she hopes for the Olympic Games in 2028. Nordlys pays her.",
    title="Anna Berg looks ahead",
    published=dt.date(2024, 9, 18),
    source="https://example.org/anna?a=1&b=2",
)
RESULT = Article(
    "Anna Berg of Sweden, now 30, ran a personal best of 2:28:40 at the Oslo Marathon on Sunday. "
    "She has run 12 marathons. Lars Holm was third.",
    title="Berg wins in Oslo",
    published=dt.date(2024, 9, 23),
    source="in/result.txt",
)
NAMESAKE = Article("Anna Berg of Norway swims the butterfly.", source="in/namesake.txt")
PAYLOAD = "<script>window.pwned=1;alert(1)</script>"
HOSTILE = Article(
    f"Mallory <b onmouseover='window.pwned=1'>Crane</b> said {PAYLOAD} and <img src=x onerror=\"window.pwned=1\"> "
    "and </script><script>window.pwned=1</script> and <!-- and ]]> and \u202ereversed\u202c and \x07 bell.\n\n"
    + "ab cd ef gh "
    * 2_600,
    title=f'"><svg onload="window.pwned=1">{PAYLOAD}\u202egpj.exe',
    source="javascript:window.pwned=1",
)
REJECTS: list[dict[str, Any]] = [
    {"source": f"<img src=x onerror='window.pwned=1'>{PAYLOAD}", "line": 3, "stage": "read", "error": "ReadError",
     "message": f"broken {PAYLOAD}"},
    {"source": "in/blank.txt", "line": None, "stage": "read", "error": "ReadError", "message": "empty"},
]  # fmt: skip


def preview() -> Record:
    oslo = "On 22 September 2024 she runs the Oslo Marathon, and she hopes for the Olympic Games in 2028"
    facts = [
        fact("age", "29", value=29, as_of="2024-09-18", confidence=0.97),
        fact("nationality", "Swedish", value="Sweden", code="SWE"),
        fact("discipline", "marathon runner", value="marathon runner"),
        fact("sponsor", "Nordlys pays her", name="Nordlys", confidence=0.41),
        fact("mark", "best of 2:31:05", kind="personal_best", mark="2:31:05", discipline="marathon", amount=9065,
             unit="s", date="2022"),
        fact("participation", "Swedish marathon runner 🏃 who won silver at the Torsby Marathon in 2021",
             event="Torsby Marathon", date="2021", status="past", medal="silver", discipline="marathon", mark="2:35:00"),
        fact("participation", "did not finish the Mora Half Marathon in 2022", event="Mora Half Marathon", date="2022",
             status="dnf"),
        fact("participation", "Lund Games of 2023 she missed", event="Lund Games", date="2023", status="missed"),
        fact("participation", oslo, event="Oslo Marathon", date="2024-09-22", status="upcoming"),
        fact("participation", "hopes for the Olympic Games in 2028", event="Olympic Games", date="2028",
             status="hoped"),
    ]  # fmt: skip
    warning = {
        "code": "conflict.age",
        "message": "two ages",
        "evidence": [span_of(PREVIEW.text, quote) for quote in ("29", "pays her", "dates from")],
    }
    return make_record(PREVIEW, {"Anna Berg": facts}, warnings=[warning])


def result() -> Record:
    anna = [
        fact("age", "30", value=30, as_of="2024-09-23"),
        fact("nationality", "Sweden", value="Sweden", code="SWE"),
        fact("count", "12 marathons", event="marathon", what="appearances", value=12, qualifier="at_least"),
        fact("mark", "personal best of 2:28:40", kind="personal_best", mark="2:28:40", discipline="marathon",
             amount=8920, unit="s", date="2024-09-22"),
        fact("participation", "Oslo Marathon on Sunday", event="Oslo Marathon", date="2024-09-22", status="past",
             rank=1),
    ]  # fmt: skip
    lars = fact("participation", "third", event="Oslo Marathon", date="2024-09-22", rank=3)
    return make_record(RESULT, {"Anna Berg": anna, "Lars Holm": [lars]})


def namesake() -> Record:
    facts = [
        fact("nationality", "Norway", value="Norway", code="NOR"),
        fact("discipline", "butterfly", value="butterfly"),
    ]
    return make_record(NAMESAKE, {"Anna Berg": facts})


def hostile(spans: int) -> Record:
    """A record whose every string is an attack, with many spans: nested, overlapping and side by side."""
    text = HOSTILE.text
    begin = text.index("ab cd")
    length = len(text) - begin
    facts = [fact("sponsor", f"said {PAYLOAD}", name=f"</script>{PAYLOAD}", description=PAYLOAD)]
    facts += [fact("team", "Crane", name=f"data:text/html,{PAYLOAD}")]
    record = make_record(HOSTILE, {f"Mallory {PAYLOAD} Crane": facts}).model_dump()
    for number in range(spans):
        inner = number % 2 and number < length // 2 - 10
        start, end = (
            (begin + number, begin + length - number) if inner else (begin + number * 3, begin + number * 3 + 7)
        )
        evidence = [{"start": start, "end": end, "text": text[start:end]}]
        discipline = {"value": f"x{number} {PAYLOAD}", "confidence": 0.5, "evidence": evidence}
        record["people"][0]["disciplines"].append(discipline)
    warning = {"code": PAYLOAD, "message": f"</script>{PAYLOAD}", "evidence": [span_of(text, "Crane")]}
    record["warnings"] = [warning]
    return Record.model_validate(record, context={"text": text})
