"""The figure that an action's own words name."""

import pytest

from pipeline.model.figures_to_move import TARGETS
from pipeline.transform.proposed_figure import proposed_figure


@pytest.mark.parametrize(
    ("action", "figure"),
    [
        ("Practice supervisor to go through plans open longest", "out of timescale"),
        ("TM to review plans past six months before the next ICM", "past the review point"),
        ("Team coordinator to send signed-off plans within the day", "plans not sent"),
        ("Sign off plans and send them out", "plans not signed off"),
        ("TM to Sign-Off within a day", "plans not signed off"),
        ("Write-up slots in calendars after each CIN meeting", "plans not written up"),
        ("Set a closing date for each case decided to close", "closures overdue or undated"),
        ("Close the cases that are decided", "plans closed or stepped down"),
        ("Ask Early Help for a named contact for step-downs", "plans closed or stepped down"),
        ("Bring tracker up to date before Monday's ICM", "plans not on the tracker"),
        ("Chase overdue actions", "actions overdue or undated"),
        ("Review overdue plans", "out of timescale"),
        ("PS to reduce caseloads in the team", "open plans"),
        ("TM to attend every ICM", "effectiveness scores"),
        ("TM to check (the) sign-off\nof each plan", "plans not signed off"),
    ],
)
def test_an_action_is_about_what_it_names_first(action, figure):
    assert proposed_figure(action, {}) == figure


@pytest.mark.parametrize(
    "action",
    ["", "Talk to the school", "Work closely with Early Help", "Peer challenge", "Resend it", "…"],
)
def test_words_that_name_no_figure_propose_none(action):
    assert proposed_figure(action, {}) == ""


def test_an_authority_adds_its_own_words():
    others = {"plans not sent": ("post out", "Hand-over")}
    assert proposed_figure("Post out within the day", {}) == ""
    assert proposed_figure("Post out within the day", others) == "plans not sent"
    assert proposed_figure("Prompt hand over to families", others) == "plans not sent"


def test_no_word_names_two_figures_and_each_is_plainly_written():
    words = [word for target in TARGETS.values() for word in target.words]
    assert len(set(words)) == len(words)
    assert all(word == " ".join(word.casefold().split()) for word in words)
