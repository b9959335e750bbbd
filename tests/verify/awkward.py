"""Authorities that are awkward to print: very small and large, long names, little or nothing known."""

import shutil

from pipeline.setup.demo import write_demo

LONG = "Safeguarding and Long-Term Family Support Partnership of the North"
"""With "Team" or "managers" added, about as long as config takes."""


def one_team(root):
    write_demo(root, seed=3, open_plans=60, localities=1, teams=1)


def forty_teams(root):
    write_demo(root, seed=3, open_plans=900, localities=5, teams=40)


def one_case(root):
    write_demo(root, seed=3, open_plans=1, localities=1, teams=1)


def four_hundred_cases(root):
    write_demo(root, seed=3, open_plans=400, localities=1, teams=1)


def long_names(root):
    """Give a locality and a team of it names of some 60 characters, everywhere."""
    write_demo(root, seed=3, open_plans=150, localities=2, teams=5)
    renamed = {"North Dale": LONG, "Alder": f"{LONG[:44]} Families"}
    for path in sorted((root / "config").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for before, after in renamed.items():
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
    for path in sorted((root / "inputs/extracts").glob("*.csv")):
        text = path.read_text(encoding="cp1252")
        for before, after in renamed.items():
            text = text.replace(before, after)
        path.write_text(text, encoding="cp1252")
    shutil.rmtree(root / "inputs/minutes")
    trackers = root / "inputs/trackers"
    for path in sorted(trackers.rglob("*"), reverse=True):
        name = path.name
        for before, after in renamed.items():
            name = name.replace(before, after[:60].strip())
        path.rename(path.with_name(name))


def no_scores(root):
    write_demo(root, seed=3, open_plans=150, localities=2, teams=5)
    for name in ("reviews", "minutes"):
        shutil.rmtree(root / "inputs" / name)


def nothing_but_a_tracker(root):
    """Leave one empty tracker: no plan, no score, nothing returned."""
    write_demo(root, seed=3, open_plans=20, localities=2, teams=3)
    for name in ("reviews", "minutes", "extracts"):
        shutil.rmtree(root / "inputs" / name)


TEAMS_OWN = ("icm-agenda", "tracker-rows")
"""What is made for each team alone, and so is the same however many teams there are."""

AUTHORITIES = {
    made.__name__: made
    for made in (
        one_team,
        forty_teams,
        one_case,
        four_hundred_cases,
        long_names,
        no_scores,
        nothing_but_a_tracker,
    )
}
