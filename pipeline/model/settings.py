"""What an authority sets in `config/`, with the defaults of everything it leaves out."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    field_validator,
    model_validator,
)

from pipeline.model.circulation import Emails
from pipeline.model.dates import read_date
from pipeline.model.extract_formats import FormatName
from pipeline.model.figures_to_move import TARGETS, name_today
from pipeline.model.intervals import read_interval
from pipeline.model.meeting_rules import read_meeting_rule
from pipeline.model.national_tables import ANNEX_A
from pipeline.model.part import Part
from pipeline.model.setting_rules import column_of, plain_name, refuse_repeats, refuse_shared
from pipeline.model.tables import CASE_EXTRACT, SCORES, TRACKER
from pipeline.model.terms import BARRIERS, STAGES, Outcome, StatusKind


def _day(value: object) -> object:
    """Let a setting's date be written as dates are written elsewhere."""
    if isinstance(value, str):
        found = read_date(value)
        if found is None:
            message = f"{value!r} is not a date; write it as dd/mm/yyyy or yyyy-mm-dd"
            raise ValueError(message)
        return found
    return value


Day = Annotated[date, BeforeValidator(_day)]
Name = Annotated[str, Field(min_length=1, max_length=80)]
PlainName = Annotated[Name, AfterValidator(plain_name)]
Words = tuple[str, ...]


class Authority(Part):
    """The local authority; `code` is its three-digit DfE number."""

    name: PlainName
    code: str = ""


class Alias(Part):
    """Another name of a team; `until` is the last day on which it was its name."""

    name: Name
    until: Day | None = None


def _aliases(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [{"name": item} if isinstance(item, str) else item for item in value]
    return value


class Team(Part):
    """A team and who is expected for it at the check-in."""

    name: PlainName
    aliases: Annotated[tuple[Alias, ...], BeforeValidator(_aliases)] = ()
    team_manager: str = ""
    practice_supervisors: Words = ()
    team_coordinator: str = ""


class Locality(Part):
    """A locality, its teams in printed order and its head of service."""

    name: PlainName
    head_of_service: str = ""
    teams: tuple[Team, ...] = Field(min_length=1)


class People(Part):
    """Who is expected beyond the teams."""

    assistant_director: str = ""
    performance_officers: Words = ()
    business_services: Words = ()


class MeetingRule(Part):
    """When a meeting is: listed dates, a rule such as `second Tuesday`, or both (dates win)."""

    dates: tuple[Day, ...] = ()
    rule: str = ""

    @field_validator("rule")
    @classmethod
    def _readable(cls, rule: str) -> str:
        if rule:
            read_meeting_rule(rule)
        return rule


class Meetings(Part):
    """The calendar of performance meetings, and how long before each its pack is due."""

    olt: MeetingRule = MeetingRule()
    locality: MeetingRule = MeetingRule()
    localities: dict[str, MeetingRule] = Field(default_factory=dict)
    pack_due_working_days_before: int = Field(default=5, ge=0, le=30)


class Thresholds(Part):
    """The numbers in the definitions of the measures."""

    out_of_timescale_months: int = Field(default=9, ge=1, le=60)
    review_point_months: int = Field(default=6, ge=1, le=60)
    age_bands_months: tuple[int, ...] = (3, 6, 9, 12, 24)
    merge_gap_days: int = Field(default=7, ge=0, le=90)
    new_plan_days: int = Field(default=7, ge=0, le=90)
    action_within_days: int = Field(default=42, ge=1, le=365)
    action_due_soon_days: int = Field(default=7, ge=0, le=90)
    action_unchanged_days: int = Field(default=21, ge=1, le=365)
    stage_unchanged_days: int = Field(default=42, ge=1, le=365)
    written_within_working_days: int = Field(default=2, ge=0, le=60)
    sent_within_working_days: int = Field(default=1, ge=0, le=60)
    after_cp_plan_months: int = Field(default=3, ge=0, le=24)

    @model_validator(mode="after")
    def _ascending(self) -> "Thresholds":
        edges = self.age_bands_months
        if not edges or edges[0] < 1 or any(a >= b for a, b in pairwise(edges)):
            message = "age_bands_months must be whole months in ascending order, such as [3, 6, 9]"
            raise ValueError(message)
        return self


class Intervals(Part):
    """How far apart visits and reviews may be; blank where the authority has not said."""

    visit: str = ""
    review: str = ""

    @field_validator("visit", "review")
    @classmethod
    def _readable(cls, words: str) -> str:
        if words:
            read_interval(words)
        return words


class Keeping(Part):
    """How many months the child-level part of a period is kept; unset, it is never removed."""

    keep_child_level_months: int | None = Field(default=None, ge=1, le=240)


class Vocabulary(Part):
    """The local words for outcomes, stages, barriers and statuses; `plan` is a plan's name in print.

    `figures` are further words by which an agreed action is taken to be about a figure.
    """

    outcomes: dict[Outcome, Words] = Field(default_factory=dict)
    stages: dict[str, Words] = Field(default_factory=dict)
    statuses: dict[StatusKind, Words] = Field(default_factory=dict)
    barriers: dict[Annotated[str, AfterValidator(plain_name)], Words] = dict.fromkeys(BARRIERS, ())
    figures: dict[Annotated[str, AfterValidator(name_today)], Words] = Field(default_factory=dict)
    plan: str = "CIN plan"

    @model_validator(mode="after")
    def _known_stages(self) -> "Vocabulary":
        for stage in self.stages:
            if stage not in STAGES:
                message = f"{stage!r} is not a stage; the stages are: {', '.join(STAGES)}"
                raise ValueError(message)
        for figure in self.figures:
            if figure not in TARGETS:
                message = f"{figure!r} is not a figure to move; they are: {', '.join(TARGETS)}"
                raise ValueError(message)
        refuse_shared("stages", [(stage, self.stages.get(stage, ())) for stage in STAGES])
        refuse_shared("statuses", [*self.statuses.items()], themselves=False)
        refuse_shared("barriers", [*self.barriers.items()])
        refuse_shared("figures", [*self.figures.items()])
        refuse_shared("outcomes", [*self.outcomes.items()], themselves=False)
        return self


class Headers(Part):
    """Other headers under which a column may stand, by source and canonical name."""

    case_extract: dict[Annotated[str, column_of(CASE_EXTRACT)], Words] = Field(default_factory=dict)
    annex_a: dict[Annotated[str, column_of(ANNEX_A)], Words] = Field(default_factory=dict)
    tracker: dict[Annotated[str, column_of(TRACKER)], Words] = Field(default_factory=dict)
    scores: dict[Annotated[str, column_of(SCORES)], Words] = Field(default_factory=dict)


class Extracts(Part):
    """Which extract is the state, and since when it knows the past.

    `primary` is the format that plans are read from; unset, the local extract, else the first of
    `FORMATS` that is there. `covers_from` is the first day of which the extract knows every
    finished plan.
    """

    primary: FormatName | None = None
    covers_from: Day | None = None


class BankHolidays(Part):
    """`division` is ENG, WLS, SCT or NIR; `closures` are the authority's own days off."""

    division: str = Field(default="ENG", pattern="^(ENG|WLS|SCT|NIR)$")
    closures: tuple[Day, ...] = ()


class Recalculation(Part):
    """A lasting change for a known cause: limits are calculated anew from its month on.

    Without `localities` it touched the whole authority.
    """

    since: Day
    cause: Name
    localities: Words = ()


class VariationRules(Part):
    """When the limits of what is usual from month to month are calculated anew."""

    recalculate: tuple[Recalculation, ...] = ()


class PublishedFigures(Part):
    """Someone else's figures to compare with; `counts` says what they count, in words.

    `shares` are shares of 1 by DfE band.
    """

    label: Name
    counts: Name
    source: Name
    shares: dict[str, float]


class Branding(Part):
    """How the documents are marked and coloured.

    `logo` (PNG) and `reference` (a Word document with the styles of the house's) are files beside the
    settings.
    """

    classification: str = "OFFICIAL-SENSITIVE"
    colour: str = Field(default="#12436D", pattern="^#[0-9A-Fa-f]{6}$")
    logo: Path | None = None
    reference: Path | None = None


class Settings(Part):
    """All settings of one authority."""

    authority: Authority
    localities: tuple[Locality, ...] = Field(min_length=1)
    people: People = People()
    meetings: Meetings = Meetings()
    thresholds: Thresholds = Thresholds()
    intervals: Intervals = Intervals()
    history: Keeping = Keeping()
    words: Vocabulary = Vocabulary()
    headers: Headers = Headers()
    extracts: Extracts = Extracts()
    bank_holidays: BankHolidays = BankHolidays()
    published_figures: tuple[PublishedFigures, ...] = ()
    variation: VariationRules = VariationRules()
    branding: Branding = Branding()
    emails: Emails = Emails()
    packs: Words = ()

    @model_validator(mode="after")
    def _distinct_names(self) -> "Settings":
        seen: set[str] = set()
        names = [loc.name for loc in self.localities]
        refuse_repeats(names, "locality", set())
        teams = [team for loc in self.localities for team in loc.teams]
        known = [name for t in teams for name in (t.name, *(a.name for a in t.aliases))]
        refuse_repeats(known, "team", seen)
        for name in self.meetings.localities:
            if name not in names:
                message = f"meetings.localities names {name!r}, which is not a locality"
                raise ValueError(message)
        for change in self.variation.recalculate:
            for name in change.localities:
                if name not in names:
                    message = f"variation: {change.cause!r} names {name!r}, which is not a locality"
                    raise ValueError(message)
        for each in self.emails.lists:
            if each.locality and each.locality not in names:
                message = f"emails: {each.name!r} names {each.locality!r}, which is not a locality"
                raise ValueError(message)
            if each.team and each.team not in [team.name for team in teams]:
                message = f"emails: {each.name!r} names {each.team!r}, which is not a team"
                raise ValueError(message)
        return self
