"""What the last effectiveness review said in words, and when the next one is planned."""

from collections.abc import Iterator, Sequence

from pipeline.compose.last_time import also_written
from pipeline.compose.subject import Subject
from pipeline.compose.wording import joined, listed, long_date, quoted, said, short_date
from pipeline.model.content import Block, Bullets, Paragraph, Quoted, Words
from pipeline.model.minutes import ReviewForm
from pipeline.model.scopes import Scope

SHORT = {
    "changed": "How the scores had changed",
    "doing": "To improve",
    "expected": "Expected of the scores",
}
"""The form's questions, shortly."""


def last_review(subject: Subject) -> ReviewForm | None:
    """Return the latest review form that came back for the document's locality, else None."""
    forms = subject.measures.review_forms.get(subject.scope.locality, ())
    return forms[-1] if forms else None


def review_answers(form: ReviewForm) -> tuple[Words, ...]:
    """Return what was written under each question of the form."""
    answers = {"changed": form.changed, "doing": form.doing, "expected": form.expected}
    return tuple(
        said(f"{SHORT[name]}: ", quoted(words)) for name, words in answers.items() if words
    )


def words_of_last_reviews(subject: Subject) -> tuple[Block, ...]:
    """Return what the last form said, and shortly what the last forms of teams not in it said."""
    form = last_review(subject)
    if form is None:
        return ()
    held = f"the review of {long_date(form.day)}"
    answers = review_answers(form)
    if answers:
        words: tuple[Block, ...] = (
            Paragraph(said("In the reviewer’s words, ", _which(subject, form), ":")),
            Bullets(answers),
        )
    else:
        which = _which(subject, form)
        words = (Paragraph(said("In ", which, ", no question was answered."), "note"),)
    return (
        *words,
        *also_written(form.asides, f"Also written in {held}"),
        *_words_of_earlier(subject, form),
    )


def _which(subject: Subject, form: ReviewForm) -> Words:
    """Name a form by its day, by its teams unless they are all, and by who completed it."""
    everyone = {team.team for team in subject.teams} <= set(form.teams)
    teams = f" ({listed(form.teams)})" if form.teams and not everyone else ""
    by = said(", completed by ", quoted(form.completed_by)) if form.completed_by else ()
    return said(f"the review of {long_date(form.day)}{teams}", by)


def _words_of_earlier(subject: Subject, latest: ReviewForm) -> Iterator[Block]:
    """Yield, a paragraph a form, what was said last of teams that the latest form does not hold."""
    of_form: dict[ReviewForm, list[str]] = {}
    for team in subject.teams:
        form = last_form_of(subject, team)
        if form is not None and form != latest:
            of_form.setdefault(form, []).append(team.team)
    for form, names in of_form.items():
        answers = review_answers(form) or (("no question was answered",),)
        yield Paragraph(
            said(
                f"The last for {listed(names)}, ",
                _which(subject, form),
                ": ",
                joined(answers, "; "),
            ),
            "note",
        )
        yield from also_written(form.asides, f"Also written in the review of {long_date(form.day)}")


def last_form_of(subject: Subject, team: Scope) -> ReviewForm | None:
    """Return the latest review form that came back and scored a team, else None."""
    forms = subject.measures.review_forms.get(team.locality, ())
    return next((each for each in reversed(forms) if team.team in each.teams), None)


def planned_next(subject: Subject, team: Scope) -> tuple[str | Quoted, ...]:
    """Return when a team's next review is planned, as its last form says; empty if it does not."""
    form = last_form_of(subject, team)
    if form is None:
        return ()
    if form.next_day is not None:
        return (short_date(form.next_day),)
    return (quoted(form.next_words),) if form.next_words else ()


def planned_by_team(subject: Subject, teams: Sequence[Scope]) -> Words:
    """Return for when the next reviews of some teams are planned; teams with one date together."""
    planned: dict[tuple[str | Quoted, ...], list[str]] = {}
    for team in teams:
        planned.setdefault(planned_next(subject, team) or ("no date yet",), []).append(team.team)
    if len(planned) == 1:
        return said(*planned)
    each = (said(f"{listed(names)}: ", when) for when, names in planned.items())
    return joined(each, "; ")
