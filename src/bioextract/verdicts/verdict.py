"""One verdict: what a person says of one fact of one article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from bioextract import records
from bioextract.agreement import Json
from bioextract.kinds import FIELDS

Judgement = Literal["right", "wrong", "mended", "added", "withdrawn"]
FACT_TYPES: dict[str, type[records.Fact]] = {
    "age": records.Age,
    "birth_date": records.BirthDate,
    "birth_place": records.BirthPlace,
    "nationality": records.Nationality,
    "residence": records.Residence,
    "discipline": records.Discipline,
    "count": records.Count,
    "sponsor": records.Sponsor,
    "team": records.Team,
    "relation": records.Relation,
    "mark": records.Mark,
    "participation": records.Participation,
}
NOT_FIELDS = frozenset({"evidence", "confidence"})
FOLLOWS = "date_precision"
"""Says nothing that the date does not say, and a database may tell it where a record does not."""


class Verdict(BaseModel):
    """What a person says of a fact: `judged` is the fact as it was shown, `fact` what is right instead, or was missed.

    `article` is the record's `article.id`: of another text, even one that differs by a character, it says nothing.
    `right` and `wrong` have no `fact`, `added` has no `judged`; `withdrawn` takes back the verdict of the same `key`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: str = Field(pattern="^sha256:[0-9a-f]{64}$")
    person: str = Field(min_length=1)
    kind: str
    verdict: Judgement
    judged: dict[str, Any] | None = None
    fact: dict[str, Any] | None = None
    judged_at: str

    @field_validator("kind")
    @classmethod
    def _is_kind(cls, kind: str) -> str:
        if kind not in FIELDS:
            raise ValueError(f"{kind!r} is no kind of fact")
        return kind

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.judged is None) != (
            self.verdict == "added" or (self.verdict == "withdrawn" and self.fact is not None)
        ):
            raise ValueError(f"{self.verdict}: `judged` is the fact as it was shown; `added` alone has none")
        if self.verdict in ("mended", "added") and self.fact is None:
            raise ValueError(f"{self.verdict}: lacks `fact`, what is right")
        for fact in filter(None, (self.judged, self.fact)):
            FACT_TYPES[self.kind].model_validate(fact)
        return self

    @property
    def key(self) -> str:
        """What one verdict can be told about: the fact by article, person, kind, spans and fields."""
        subject = self.judged or self.fact or {}
        spans = [[span["start"], span["end"]] for span in subject["evidence"]]
        parts = [self.article, self.person, self.kind, spans, fields_of(subject)]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    @property
    def span(self) -> tuple[int, int]:
        """Start and end (code points, end exclusive) of the evidence of what was judged, or added."""
        return extent((self.judged or self.fact or {})["evidence"])

    @property
    def asserted(self) -> dict[str, Any] | None:
        """The fact that is right, with confidence 1; None where one is wrong."""
        if self.verdict in ("wrong", "withdrawn"):
            return None
        return {**(self.fact or self.judged or {}), "confidence": 1.0}


def fields_of(fact: Json) -> dict[str, Any]:
    """What a fact says, without how it is shown; what is not told is left out."""
    return {
        name: value for name, value in fact.items() if name not in NOT_FIELDS and name != FOLLOWS and value is not None
    }


def extent(spans: Iterable[Json]) -> tuple[int, int]:
    """Where the first of some spans begins, and the last one ends."""
    spans = list(spans)
    return min(span["start"] for span in spans), max(span["end"] for span in spans)


def standing(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdicts that stand, by their keys: of one key the last one, unless it is withdrawn."""
    last: dict[str, Verdict] = {}
    for verdict in verdicts:
        last.pop(verdict.key, None)  # so that the order is that in which they were given
        last[verdict.key] = verdict
    return {key: verdict for key, verdict in last.items() if verdict.verdict != "withdrawn"}
