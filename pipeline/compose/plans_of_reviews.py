"""What the last two review forms planned, and what the scores have done since."""

import re
from collections.abc import Iterator

from pipeline.compose.expected_scores import expected_against_achieved
from pipeline.compose.review_words import SHORT
from pipeline.compose.scores import criteria_words
from pipeline.compose.subject import Subject
from pipeline.compose.wording import listed, long_date, quoted, said
from pipeline.model.content import Block, Bullets, Paragraph, Words
from pipeline.model.minutes import ReviewForm

ROLES = {
    "TM": "team manager",
    "TC": "team coordinator",
    "PS": "practice supervisor",
    "SW": "social worker",
}
NOTHING_PLANNED = "No review form that came back says what was planned."


def plans_of_reviews(subject: Subject) -> tuple[Block, ...]:
    """Return the earlier form's plan with what came of it, then the later's, to be judged next time."""
    forms = subject.measures.review_forms.get(subject.scope.locality, ())[-2:]
    later = (
        _planned(subject, forms[-1], "; the next review will show whether it works")
        if forms
        else ()
    )
    earlier = _planned(subject, forms[0], since=True) if len(forms) > 1 else ()
    followed = expected_against_achieved(subject)
    if not (earlier or later):
        return (*followed, Paragraph((NOTHING_PLANNED,)))
    return (*earlier, *followed, *later, *_roles(forms))


def _planned(
    subject: Subject, form: ReviewForm, standing: str = "", *, since: bool = False
) -> tuple[Block, ...]:
    """Return what a form planned; nothing if it says nothing of it.

    `since` says that there is a later form, so that a team without a review since is named.
    """
    plans = {"doing": form.doing, "expected": form.expected}
    said_then = [said(f"{SHORT[name]}: ", quoted(words)) for name, words in plans.items() if words]
    if not said_then:
        return ()
    waiting = _not_since(subject, form) if since else ()
    teams = f", for {listed(form.teams)}" if form.teams else ""
    lead = f"Planned in the review form of {long_date(form.day)}{teams}{standing}:"
    return (Paragraph((lead,)), Bullets((*said_then, *_there_already(subject, form), *waiting)))


def _there_already(subject: Subject, form: ReviewForm) -> Iterator[Words]:
    """Yield which scores were where the form expects them to go, of teams not reviewed since."""
    found: dict[str, list[str]] = {}
    for each in subject.measures.expected_scores.get(subject.scope.locality, ()):
        of_form = (each.team.team, each.on) in form.observed
        if of_form and not each.reviewed and each.there_already:
            found.setdefault(each.team.team, []).append(str(each.criterion))
    if found:
        parts = [f"{team} on {criteria_words(numbers)}" for team, numbers in found.items()]
        yield (f"There already when that was written: {'; '.join(parts)}",)


def _not_since(subject: Subject, form: ReviewForm) -> tuple[Words, ...]:
    """Say which teams of a form nobody has reviewed since."""
    day = dict(form.observed)
    reviews = subject.measures.reviews
    waiting = [
        team
        for team in form.teams
        if team in day and reviews.get(team) and reviews[team][-1].observed <= day[team]
    ]
    if not waiting:
        return ()
    return ((f"Not reviewed since: {listed(waiting)}",),)


def _roles(forms: tuple[ReviewForm, ...]) -> tuple[Block, ...]:
    """Spell out the roles whose letters the forms use."""
    written = " ".join(f"{form.doing} {form.expected}" for form in forms)
    met = [
        f"{short}: {role}."
        for short, role in ROLES.items()
        if re.search(rf"\b{short}s?\b", written)
    ]
    return (Paragraph((" ".join(met),), "note"),) if met else ()
