"""The record of one article: the contract with users, their databases and the scorer.

Every fact carries its evidence and its confidence; every span is checked against the text when a validation context
`{"text": …}` is given, as the extractor always does. A value that the article does not state is None or an empty list.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, computed_field, model_validator

SCHEMA_VERSION: Literal["1.0"] = "1.0"
DERIVED = frozenset({"olympic_count", "marathon_count", "world_championship_count"})

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
IsoDate = Annotated[str, StringConstraints(pattern=rf"^{ISO_DATE.pattern}$")]
Status = Literal["current", "former"]
DealStatus = Literal["current", "former", "future"]
What = Literal["appearances", "titles", "gold", "silver", "bronze", "medals"]
Qualifier = Literal["exact", "at_least", "about"]
RelationRole = Literal[
    "coach", "spouse", "partner", "parent", "child", "sibling", "agent", "pacemaker", "training_partner"
]
MarkKind = Literal[
    "personal_best", "season_best", "national_record", "area_record", "world_record", "course_record", "other_record"
]
Unit = Literal["s", "m", "kg", "points"]
ParticipationStatus = Literal["past", "upcoming", "hoped", "missed", "dnf"]
Medal = Literal["gold", "silver", "bronze"]
Precision = Literal["day", "month", "year"]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, ser_json_inf_nan="null", json_schema_serialization_defaults_required=True
    )


class Span(_Model):
    """A run of the article's text: code points, end exclusive; `article_text[start:end] == text`."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _holds(self, info: ValidationInfo) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} is not as long as its text {self.text!r}")
        context = info.context or {}
        if "text" in context and context["text"][self.start : self.end] != self.text:
            raise ValueError(f"span {self.start}:{self.end} of the article is not {self.text!r}")
        return self


class Fact(_Model):
    """What every fact has: at least one span that shows it, and the probability that it is right."""

    evidence: list[Span] = Field(min_length=1)
    confidence: float = Field(ge=0, le=1)


class Age(Fact):
    """Years at the time of the article; `as_of` is the article's date."""

    value: int = Field(ge=0, le=130)
    as_of: IsoDate | None = None


class BirthDate(Fact):
    """ISO date as far as it is given: day, month or year."""

    value: IsoDate


class BirthPlace(Fact):
    """As written, without the preposition."""

    value: str


class Nationality(Fact):
    """A country's common English name, and its IOC code where there is one."""

    value: str
    code: str | None = Field(default=None, pattern="^[A-Z]{3}$")


class Residence(Fact):
    """Where the person lives or lived."""

    value: str
    status: Status = "current"
    start: IsoDate | None = None
    end: IsoDate | None = None


class Discipline(Fact):
    """What the person does, in lower case, in the words of the text."""

    value: str


class Count(Fact):
    """How many times over a career so far."""

    event: str
    what: What
    value: int = Field(ge=0)
    qualifier: Qualifier = "exact"


class Deal(Fact):
    """Somebody the person competes for or is paid by: named, or described when unnamed."""

    name: str | None = None
    description: str | None = None
    status: DealStatus = "current"
    start: IsoDate | None = None
    end: IsoDate | None = None

    @model_validator(mode="after")
    def _is_told(self) -> Self:
        if not (self.name or self.description):
            raise ValueError("neither name nor description")
        return self


class Sponsor(Deal):
    """Who pays, equips or employs the athlete."""


class Team(Deal):
    """Club, professional team, running group, school or university."""


class Relation(Fact):
    """The role is what the other person is to the subject."""

    role: RelationRole
    name: str
    status: Status = "current"


class Mark(Fact):
    """A performance told as a best or a record: `mark` as written, `amount` in `unit` (seconds, metres, kg, points)."""

    kind: MarkKind
    mark: str
    discipline: str | None = None
    amount: float | None = None
    unit: Unit | None = None
    date: IsoDate | None = None
    event: str | None = None


class Participation(Fact):
    """One person at one named competition in one discipline."""

    event: str
    event_text: str | None = None
    date: IsoDate | None = None
    date_precision: Precision | None = None
    date_text: str | None = None
    place: str | None = None
    discipline: str | None = None
    status: ParticipationStatus = "past"
    rank: int | None = Field(default=None, ge=1)
    rank_qualifier: Literal["exact", "top", "outside"] | None = None
    medal: Medal | None = None
    mark: str | None = None


class Person(_Model):
    """One person and all that the article says of them. `aliases` are the other surface forms of the name."""

    name: str
    aliases: list[str] = []
    age: Age | None = None
    birth_date: BirthDate | None = None
    birth_place: BirthPlace | None = None
    nationalities: list[Nationality] = []
    residences: list[Residence] = []
    disciplines: list[Discipline] = []
    counts: list[Count] = []
    sponsors: list[Sponsor] = []
    teams: list[Team] = []
    relations: list[Relation] = []
    marks: list[Mark] = []
    events: list[Participation] = []

    @computed_field  # type: ignore[prop-decorator]
    @property
    def olympic_count(self) -> int | None:
        """Olympic Games taken part in, read off `counts`."""
        return self._appearances("Olympic Games")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def marathon_count(self) -> int | None:
        """Marathons run, read off `counts`."""
        return self._appearances("marathon")

    @computed_field  # type: ignore[prop-decorator]
    @property
    def world_championship_count(self) -> int | None:
        """World Championships taken part in, read off `counts`."""
        return self._appearances("World Athletics Championships", "World Championships")

    @model_validator(mode="before")
    @classmethod
    def _without_derived(cls, data: Any) -> Any:
        """A record read back from JSON holds the derived counts; they are computed again, never trusted."""
        return {k: v for k, v in data.items() if k not in DERIVED} if isinstance(data, dict) else data

    def _appearances(self, *events: str) -> int | None:
        """The surest of the totals told, the highest of equally sure ones."""
        told = [c for c in self.counts if c.what == "appearances" and c.event in events]
        return max(told, key=lambda c: (c.confidence, c.value)).value if told else None


class ExtractorInfo(_Model):
    """What made the record: the package's version, the model, and a hash of the settings that matter."""

    version: str
    model: str
    config: str


class ArticleInfo(_Model):
    """The article; `published_from` tells where the date was read: document, path or option."""

    id: str = Field(pattern="^sha256:[0-9a-f]{64}$")
    source: str | None = None
    title: str | None = None
    published: IsoDate | None = None
    published_from: Literal["document", "path", "option"] | None = None
    language: str = "en"
    characters: int = Field(ge=0)


class Warning(_Model):
    """Something a careful reader would want to know, such as two statements that contradict each other."""

    code: str
    message: str
    evidence: list[Span] = []


class Record(_Model):
    """All that one article says of its people: the main subject first, then by first mention."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    extractor: ExtractorInfo
    article: ArticleInfo
    main_subject: str | None = None
    people: list[Person] = []
    warnings: list[Warning] = []
