"""An invented authority of any size: its settings, case extract, trackers and scores, month by month.

dice, diary          chance and working days, the same on every machine
invented, organisation   names; localities, teams and the people in them
habits               how each team works, and the true stories to be found
caseload, episodes   families, their plans, and when these end
meetings, signoffs   CIN meetings, plan versions, and what was signed off when
recording            when the case system comes to know of it
case_weeks, tracker, tracker_row   what the trackers say, week by week
world                all of this, and what each day knew of it
extract, extract_dirt, extract_file   the case extract, and what is wrong with it
tracker_dirt, workbook   the trackers, likewise
scores               three rounds of effectiveness reviews
returned, filling    each month's minutes, review forms and priorities, filled in and sent back
check_in_words, review_words, olt_words    what people wrote in them
settings_files, readme   config and the page that says it is all invented
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pipeline.setup.demo.writing import Publish

DEFAULT_AS_AT: Final = date(2026, 11, 3)
"""Fixed, so that the same command writes the same files on any day."""

MOST_MONTHS: Final = 6
"""How many earlier months the trackers can be told of."""


def write_demo(
    out: Path,
    *,
    seed: int,
    open_plans: int,
    localities: int,
    teams: int,
    as_at: date = DEFAULT_AS_AT,
    months_before: int = 0,
    publish: "Publish | None" = None,
) -> list[Path]:
    """Write an invented authority's `config/` and `inputs/` below `out`; return the files written.

    `open_plans` is about the number of CIN plans open on `as_at`; `teams` are shared out over the
    `localities`. With `publish`, the runs of the `months_before` are made into `outputs/`, and the
    papers of theirs that came back are among the inputs. The same arguments write the same bytes.
    Raises WrongUsage if the numbers make no authority, or if `out` has settings, inputs or outputs
    already: they may be real ones.
    """
    from pipeline.setup.demo.writing import write_authority

    return write_authority(
        out,
        seed=seed,
        open_plans=open_plans,
        localities=localities,
        teams=teams,
        as_at=as_at,
        months_before=months_before,
        publish=publish,
    )
