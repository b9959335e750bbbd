"""From a CIN meeting to the plan written up, signed off and sent out."""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.setup.demo.diary import Diary
from pipeline.setup.demo.dice import Dice
from pipeline.setup.demo.habits import Days, Habits


@dataclass(frozen=True)
class SignOff:
    """The latest CIN meeting and what has followed from it; None is not done, or not recorded."""

    meeting: date | None = None
    written: date | None = None
    signed: date | None = None
    sent: date | None = None


def sign_off(
    seed: int, key: str, meetings: tuple[date, ...], *, habits: Habits, today: date, diary: Diary
) -> SignOff:
    """Return how far the plan of an episode's latest meeting has come; one in thirty is stale.

    Stale: nothing is recorded since the latest meeting, and the dates still belong to the one
    before it. One in fifty lacks a step that must have been done. Later days know the same, and more.
    """
    if not meetings:
        return SignOff()
    whims = Dice(seed, "sign-off whims", key, len(meetings))
    if len(meetings) > 1 and whims.chance(0.033):
        dice = Dice(seed, "sign-off", key, len(meetings) - 1)
        before = _follow_up(dice, meetings[-2], replace(habits, not_written=0), meetings[-1], diary)
        return replace(before, meeting=meetings[-1])
    done = _follow_up(
        Dice(seed, "sign-off", key, len(meetings)), meetings[-1], habits, today, diary
    )
    if done.sent is not None and whims.chance(0.02):
        return replace(done, **{whims.pick(("written", "signed")): None})
    if done.signed is not None and whims.chance(0.008):
        return replace(done, sent=diary.before(done.signed.replace(day=1)))
    return done


def _follow_up(dice: Dice, meeting: date, habits: Habits, today: date, diary: Diary) -> SignOff:
    done = SignOff(meeting)
    if dice.chance(habits.not_written):
        return done
    written = _later(dice, meeting, habits.written_after(meeting), diary)
    if written > today:
        return done
    done = replace(done, written=written)
    signed = _later(dice, written, habits.signed, diary)
    if signed > today or dice.chance(0.03):
        return done
    done = replace(done, signed=signed)
    sent = _later(dice, signed, habits.sent, diary)
    if sent > today or dice.chance(0.02):
        return done
    return replace(done, sent=sent)


def _later(dice: Dice, day: date, delays: Days, diary: Diary) -> date:
    return diary.after(day, dice.weighted(delays))
