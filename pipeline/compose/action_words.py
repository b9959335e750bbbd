"""An agreed action in words: how old it is, what its figure did, whether that is as wanted."""

from collections.abc import Sequence
from typing import Final

from pipeline.compose.subject import Subject
from pipeline.compose.wording import (
    NO_BREAK,
    count,
    counted,
    mean_score,
    quoted,
    said,
    sentence_of,
    short_date,
    short_day,
    whole,
)
from pipeline.model.action_review import (
    AGE,
    CANT_TELL,
    NOT_YET,
    NOW,
    OTHER_WAY,
    SLIPPED,
    SPAN,
    THEN,
    ActionReview,
)
from pipeline.model.content import Block, Bullets, Paragraph, Words
from pipeline.model.figures_to_move import CLOSING, TARGETS
from pipeline.model.forms import PROPOSED
from pipeline.model.insight_rules import MORE_FINISHED
from pipeline.model.measures import Figure
from pipeline.model.minutes import AgreedAction
from pipeline.model.next_meeting import NEXT_MEETING, says_next_meeting

NO_MOVE = "no improvement so far"
NO_MOVE_THOUGH_DONE = "no improvement"
GUESS: Final = "our guess from the words"
"""What a figure is that nobody chose."""
ARROW: Final = f"{NO_BREAK}→{NO_BREAK}"
"""Between two figures that belong together, so on one line."""


def actions_of(subject: Subject, locality: str) -> tuple[ActionReview, ...]:
    """Return a check-in's actions, open ones first, then those done since; blank is the OLT."""
    return subject.measures.action_reviews.get(locality, ())


def movement(subject: Subject, review: ActionReview) -> Words:
    """Return `12 of 30 → 4 of 28: moved as wanted`; without figures, why it can't be told."""
    amounts, verdict = then_and_now(subject, review), verdict_words(review)
    if _rose_before(subject, review):
        verdict = f"{verdict} on a number already above usual"
    return said(amounts, f": {verdict}") if amounts else (verdict,)


def then_and_now(subject: Subject, review: ActionReview) -> Words:
    """Return `12 of 30 → 4 of 28`, with the days that both are of, if so; nothing without figures.

    Those days lie before and after the day that the action was agreed on.
    """
    then = subject.measures.figures.find(THEN, review.scope, review.key)
    now = subject.measures.figures.find(NOW, review.scope, review.key)
    if then is None or now is None or not now.supplied:
        return ()
    if not then.supplied:
        return said(amount(now), " now")
    span = subject.measures.figures.find(SPAN, review.scope, review.key)
    agreed = short_day(review.standing.action.agreed)
    days = said(" in the ", counted(span, "day"), f" before and after {agreed}") if span else ()
    return said(amount(then), ARROW, amount(now), days)


def _rose_before(subject: Subject, review: ActionReview) -> bool:
    """Return whether closures that rose no further are many for the place, which is good news elsewhere."""
    stayed = review.verdict == NOT_YET and not review.went_other_way
    return (
        stayed
        and review.figure == CLOSING.name
        and any(
            i.rule.id == MORE_FINISHED and i.place == review.scope
            for i in subject.measures.insights
        )
    )


def verdict_words(review: ActionReview) -> str:
    """Return the verdict, and why it can't be told if so; that alone where no figure is named.

    Of an action that is done, "so far" would say that something is still to be done.
    """
    if review.figure not in TARGETS:
        return review.why
    if review.went_other_way:
        return OTHER_WAY
    if review.verdict == NOT_YET:
        return NO_MOVE if review.is_open else NO_MOVE_THOUGH_DONE
    verdict = review.verdict.replace("'", "’")
    return f"{verdict}, {review.why}" if review.verdict == CANT_TELL and review.why else verdict


def age_words(subject: Subject, review: ActionReview) -> Words:
    """Return how long an action has been open, and the date it was first to be done by."""
    age = subject.figure(AGE, review.scope, review.key)
    open_for = said("open for ", counted(age, "day"))
    standing = review.standing
    if not standing.slipped or standing.first_due is None:
        return open_for
    times = subject.figure(SLIPPED, review.scope, review.key)
    put_off = said(
        f"; first due {short_date(standing.first_due)}, put off ", counted(times, "time")
    )
    return said(open_for, put_off)


def done_since_last_time(
    subject: Subject, done: Sequence[ActionReview], *, explained: bool = False
) -> tuple[Block, ...]:
    """Return the actions that were done, each with what its figure did, so that it is judged too.

    `explained` says that the words above tell already what "(proposed)" means.
    """
    if not done:
        return ()
    items = tuple(
        said(
            _named(each.standing.action, ended=True),
            f" {figure_words(each)}: ",
            movement(subject, each),
            ".",
        )
        for each in done
    )
    guessed = any(each.proposed for each in done) and not explained
    meaning = f"; {PROPOSED.strip()} is {GUESS}" if guessed else ""
    return (Paragraph((f"Marked done at the last check-in{meaning}:",)), Bullets(items, small=True))


def dropped_since_last_time(subject: Subject) -> tuple[Block, ...]:
    """Return the actions that the last check-in said are no longer needed, so that none goes unseen."""
    dropped = subject.measures.dropped_actions.get(subject.scope.locality, ())
    if not dropped:
        return ()
    items = tuple(
        said(
            _named(each.action),
            *((" (", quoted(each.note), ")") if each.note else ()),
        )
        for each in dropped
    )
    return (
        Paragraph(("Marked no longer needed at the last check-in:",)),
        Bullets(items, small=True),
    )


def figure_named(review: ActionReview) -> str:
    """Return the figure that an action was to move; "(proposed)" where nobody has confirmed it."""
    return f"{review.figure}{PROPOSED if review.proposed else ''}"


def figure_words(review: ActionReview) -> str:
    """Return the same as a sentence begins; `Its figure` where none is named."""
    named = figure_named(review) if review.figure in TARGETS else "its figure"
    return f"{named[0].upper()}{named[1:]}"


def due_in_short(action: AgreedAction) -> str:
    """Return `due 3 Nov` or `due next meeting`; blank for other words, which stay in their own papers."""
    if action.due:
        return f"due {short_day(action.due)}"
    return f"due {NEXT_MEETING}" if says_next_meeting(action.due_words) else ""


def _named(action: AgreedAction, *, ended: bool = False) -> Words:
    """Return `8Sep26-3, Cedar: ` and what was agreed, as a sentence if `ended`."""
    of = f", {action.team}: " if action.team else ": "
    return said(
        quoted(action.reference), of, sentence_of(action.action) if ended else quoted(action.action)
    )


def amount(figure: Figure) -> Words:
    """Return `12 of 30`, or the number alone where it is a part of nothing; a score as a mean."""
    if figure.unit == "score":
        return (mean_score(figure),)
    if figure.denominator is None:
        return (count(figure),)
    return said(count(figure), " of ", whole(figure))
