"""Two reviews of a team compared like for like: on the criteria that both scored."""

from pipeline.model.checklist import CRITERIA
from pipeline.model.measures import Review


def scored_both_times(before: Review, review: Review, section: str) -> list[tuple[int, int]]:
    """Return the scores then and now of the section's criteria that both reviews scored."""
    then, now = dict(before.scores), dict(review.scores)
    numbers = [criterion.number for criterion in CRITERIA if criterion.section == section]
    return [(then[number], now[number]) for number in numbers if number in then and number in now]


def means_both_times(before: Review, review: Review, section: str) -> tuple[float, float] | None:
    """Return the means then and now over those criteria; None where there are none."""
    both = scored_both_times(before, review, section)
    if not both:
        return None
    then, now = (sum(scores) / len(both) for scores in zip(*both, strict=True))
    return then, now
