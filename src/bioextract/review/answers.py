"""An article on the desk, and what an answer about it means: the verdicts to be kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bioextract.agreement import Json
from bioextract.errors import UsageError
from bioextract.records import Record
from bioextract.verdicts.apply import Told
from bioextract.verdicts.derived import derive
from bioextract.verdicts.verdict import FACT_TYPES, Verdict

Model = TypeVar("Model", bound=BaseModel)
IN_TEXT = ("mark", "event_text", "date_text", "place")
"""Fields that are written as in the article."""


class Answer(BaseModel):
    """What the page sends: `fact` is the number of the item, None for one that is added; spans are pairs of offsets.

    `seen` is the mark of the item as it was shown: what has changed since is not judged.
    """

    model_config = ConfigDict(extra="forbid")

    fact: int | None = Field(default=None, ge=0)
    seen: str | None = None
    verdict: Literal["right", "wrong", "mended", "added", "withdrawn"]
    person: str = Field(default="", max_length=500)
    kind: str = ""
    fields: dict[str, Annotated[str, Field(max_length=2000)] | Annotated[int, Field(ge=0, lt=2**63)] | None] = {}
    spans: list[tuple[int, int]] = Field(default=[], max_length=500)


class Outdated(UsageError):  # noqa: N818
    """The answer is about something that is no longer so: another page, or another desk, has judged it."""


def mark_of(told: Told) -> str:
    """Tells whether an item, with its verdict, is still what it was."""
    verdict = told.verdict and [told.verdict.person, told.verdict.verdict, told.verdict.judged, told.verdict.fact]
    parts = json.dumps([told.person, told.kind, told.fact, verdict], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:16]


@dataclass(slots=True)
class Sheet:
    """An article on the desk. The record is kept as JSON, which takes a tenth of the memory."""

    line: str = field(repr=False)
    text: str | None = field(repr=False)
    id: str
    title: str | None
    source: str | None
    published: str | None

    @property
    def record(self) -> Record:
        """The record, without verdicts."""
        return Record.model_validate_json(self.line)


def verdicts_of(sheet: Sheet, answer: Answer, told: Told | None) -> list[Verdict]:
    """The verdicts that an answer is: it takes the place of one that came from elsewhere, such as another extractor.

    `told` is the fact that it is about, None for one that is added. Raises `UsageError` if it makes no sense.
    """
    if told is None:
        if answer.verdict != "added":
            raise UsageError(f"{answer.verdict}: of which fact?")
        return [_make(sheet, answer.person.strip(), answer.kind, "added", fact=_fact(sheet, answer, answer.kind, None))]
    former = told.verdict
    withdrawn = [_withdraw(former)] if former else []
    if answer.verdict == "withdrawn":
        if not former:
            raise UsageError("it has not been judged")
        return withdrawn
    people = sheet.record.people
    if former and former.judged is None:  # what was added can only be mended, or taken back
        if answer.verdict != "mended":
            return withdrawn if answer.verdict == "wrong" else []
        fact = _fact(sheet, answer, told.kind, told.fact)
        return [*withdrawn, _make(sheet, former.person, told.kind, "added", fact=fact)]
    name = people[told.person].name
    judged = dict(told.fact)
    mended = _fact(sheet, answer, told.kind, told.fact) if answer.verdict == "mended" else None
    verdict = _make(sheet, name, told.kind, answer.verdict, judged=judged, fact=mended)
    return [*(old for old in withdrawn if old.key != verdict.key), verdict]


def _make(sheet: Sheet, person: str, kind: str, verdict: str, **facts: Any) -> Verdict:
    if not person or (verdict == "added" and sheet.text is not None and person not in sheet.text):
        raise UsageError(f"person: {person!r} is not in the article; write the name as it is there")
    content = {"article": sheet.id, "person": person, "kind": kind, "verdict": verdict, "judged_at": _now(), **facts}
    return _validated(Verdict, content)


def _withdraw(verdict: Verdict) -> Verdict:
    fact = None if verdict.judged else verdict.fact
    return verdict.model_copy(update={"verdict": "withdrawn", "fact": fact, "judged_at": _now()})


def _fact(sheet: Sheet, answer: Answer, kind: str, told: Json | None) -> dict[str, Any]:
    """The fact that an answer tells. Without the article's text its evidence is that of the fact that it mends."""
    if kind not in FACT_TYPES:
        raise UsageError(f"{kind!r} is no kind of fact")
    fields: dict[str, Any] = {name: value for name, value in answer.fields.items() if value not in (None, "")}
    fields |= derive(kind, fields, sheet.published)
    fields |= {"evidence": _evidence(sheet, answer, told), "confidence": 1.0}
    if sheet.text is not None:
        for name in IN_TEXT:
            if fields.get(name) and str(fields[name]) not in sheet.text:
                raise UsageError(f"{name.replace('_', ' ')}: write it as it is in the article")
    return _validated(FACT_TYPES[kind], fields, text=sheet.text).model_dump(mode="json")


def _evidence(sheet: Sheet, answer: Answer, told: Json | None) -> list[Any]:
    if sheet.text is None:
        if told is None:
            raise UsageError("the text of the article is not at hand, so that nothing can be added; name it by --texts")
        return list(told["evidence"])
    if any(not 0 <= start < end <= len(sheet.text) for start, end in answer.spans) or not answer.spans:
        raise UsageError("evidence: copy the words of the article that show the fact")
    return [{"start": start, "end": end, "text": sheet.text[start:end]} for start, end in sorted(set(answer.spans))]


def _validated(model: type[Model], content: Json, text: str | None = None) -> Model:
    try:
        return model.model_validate(content, context=None if text is None else {"text": text})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = " ".join(str(part) for part in first["loc"]).replace("_", " ")
        message = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{where}: {message}" if where else message) from None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
