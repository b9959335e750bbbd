"""Names and folders: links, litter, files in the wrong place, names that no system should trust."""

import os

from bad_inputs.authority import LOCALITY
from bad_inputs.catalogue.how import (
    ALDER,
    EXTRACT,
    authority_yaml,
    both,
    config,
    every_plan,
    file,
    no_file,
    nothing,
    renamed,
)
from bad_inputs.entry import EVERYTHING, Entry

from pipeline.model.names import folder_name

SOURCE = "names and folders"

ALL_PACKS = ("data-quality", "check-in-minutes", "index")


def accepted(ident, wrong, make, *rules, at="", **more):
    return Entry(f"place-{ident}", wrong, make, "accepted", rules, at, **more)


def refused(ident, wrong, make, rule, at, *also, **more):
    more.setdefault("differs", ())
    return Entry(f"place-{ident}", wrong, make, "refused", (rule, *also), at, **more)


def kept(ident, wrong, make, rule, at, *also, **more):
    more.setdefault("differs", ())
    return Entry(f"place-{ident}", wrong, make, "kept and said", (rule, *also), at, **more)


def link(path, target):
    """Put a link below inputs to a file outside it."""

    def act(folder):
        (folder / "outside").mkdir(exist_ok=True)
        (folder / "outside" / "trap.csv").write_text("Child ID\nX4099\n")
        place = folder / "inputs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.symlink_to(folder / target)

    return lambda authority: authority.after.append(act)


def pipe(path):
    """Put something that is no file, and would keep a reader waiting for ever."""
    return lambda authority: authority.after.append(
        lambda folder: os.mkfifo(folder / "inputs" / path)
    )


def folder_named(path):
    """Put a folder where a file would be."""
    return lambda authority: authority.after.append(
        lambda at: (at / "inputs" / path).mkdir(parents=True)
    )


def team(name):
    """Name Alder otherwise throughout, with the folder that such a name gets."""
    folder = folder_name(name)

    def make(authority):
        content = authority.contents()[authority.tracker_path()]
        authority.put(authority.tracker_path(), None)
        authority.put(f"trackers/CIN North Dale/{folder}/{folder} IC Meetings.xlsx", content)
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        authority.config["authority.yaml"] = authority.config["authority.yaml"].replace(
            "{name: Alder}", f'{{name: "{quoted}"}}'
        )
        for table, source in ((authority.plans, "team"), (authority.scores, "team")):
            at = table.names.index(source)
            for row in table.rows:
                row[at] = name if row[at] == "Alder" else row[at]

    return make


def named_team(ident, wrong, name):
    """A team whose name its folder can't hold: read all the same, its figures as Alder's were."""
    make = team(name)
    return Entry(
        f"place-{ident}",
        wrong,
        make,
        "accepted",
        differs=EVERYTHING,
        holds=(like_alder(name), only_safe_names),
    )


def like_alder(name):
    def check(result):
        figures = {
            key[:2] + key[5:]: row["value"]
            for key, row in result.figures.items()
            if key[2] == "team" and key[4] == name
        }
        plans = figures.get(("plans.open", "", ""))
        return None if plans == "4" else f"the open plans of {name!r} are {plans}"

    return check


def only_safe_names(result):
    """Every published name can stand on Windows, and is not too long."""
    for path in (result.folder / "outputs").rglob("*"):
        name = path.name
        if any(c in '<>:"\\|?*' or ord(c) < 32 for c in name) or name.rstrip(" .") != name:
            return f"an output is named {name!r}"
        if len(name) > 90:
            return f"an output's name has {len(name)} letters"
    return None


def locality(name):
    """Name North Dale otherwise throughout."""
    folder = folder_name(f"CIN {name}")

    def make(authority):
        for each in ("Alder", "Birch"):
            content = authority.contents()[authority.tracker_path(each)]
            authority.put(authority.tracker_path(each), None)
            authority.put(f"trackers/{folder}/{each}/{each} IC Meetings.xlsx", content)
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        authority.config["authority.yaml"] = authority.config["authority.yaml"].replace(
            "name: North Dale", f'name: "{quoted}"'
        )
        for table in (authority.plans, authority.scores):
            at = table.names.index("locality")
            for row in table.rows:
                row[at] = name if row[at] == "North Dale" else row[at]

    return make


def named_locality(ident, wrong, name):
    return Entry(
        f"place-{ident}",
        wrong,
        locality(name),
        "accepted",
        differs=EVERYTHING,
        packs=ALL_PACKS,
        holds=(only_safe_names, has_minutes),
    )


def has_minutes(result):
    found = list(result.period.glob("localities/*/check-in-minutes.docx"))
    return (
        None if len(found) == len(set(LOCALITY.values())) else f"minutes: {[str(p) for p in found]}"
    )


LINKS = [
    refused("link-file", "a link to a file outside", link("extracts/CIN plans 29.05.2026 part 2.csv", "outside/trap.csv"), "file.link", "CIN plans 29.05.2026 part 2.csv"),
    refused("link-folder", "a link to a folder outside", link("trackers/CIN North Dale/Damson", "outside"), "file.link", "Damson"),
    refused("link-broken", "a link to nowhere", link("reviews/more.csv", "outside/gone.csv"), "file.link", "more.csv"),
    refused("link-loop", "a link to the folder it is in", link("extracts/again", "inputs"), "file.link", "again"),
    refused("link-tracker", "a tracker that is a link to another team's", both(no_file(f"trackers/CIN North Dale/Alder/{ALDER}"), link(f"trackers/CIN North Dale/Alder/{ALDER}", "inputs/trackers/CIN North Dale/Birch/Birch IC Meetings.xlsx")), "file.link", ALDER, "tracker.missing", differs=("Alder",)),
    refused("pipe", "a pipe, which would keep a reader waiting", pipe("extracts/CIN plans 29.05.2026 part 2.csv"), "file.special", "CIN plans 29.05.2026 part 2.csv", "extract.part_missing"),
    accepted("folder-as-file", "a folder named like a workbook", folder_named("extracts/CIN plans 29.05.2026 part 2.xlsx")),
]  # fmt: skip

LITTER = [
    accepted("litter", "what systems leave in folders", lambda a: [a.put(f"extracts/{name}", b"\x00\x01") for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "~WRL0001.tmp", "Extract.lnk", "Site.url")]),
    accepted("mac-shadow", "the shadow files of a Macintosh", file(f"extracts/._{EXTRACT}", b"\x00\x05\x16\x07")),
    accepted("hidden-folder", "a hidden folder with an old extract in it", file(".trash/CIN plans 29.05.2026.csv", "Child ID\n")),
    accepted("open-extract", "someone has the extract open", file("extracts/~$CIN plans 29.05.2026.xlsx", bytes(165)), "file.open", at="~$CIN plans 29.05.2026.xlsx"),
    kept("loose", "an extract beside the folders, not in one", file("CIN plans 12.06.2026.csv", "Child ID\n"), "file.outside", "CIN plans 12.06.2026.csv"),
    kept("other-folder", "a folder that nobody reads", file("Archive/2025/CIN plans 12.06.2026.csv", "Child ID\n"), "file.outside", "CIN plans 12.06.2026.csv"),
    accepted("folder-case", "the folders' names in capitals", lambda a: (a.put("Extracts/CIN plans 29.05.2026.csv", a.plans.text), a.put(f"extracts/{EXTRACT}", None))),
    accepted("deep-folder", "the extract in a folder of its own year", lambda a: (a.put(f"extracts/2026/05/{EXTRACT}", a.plans.text), a.put(f"extracts/{EXTRACT}", None))),
]  # fmt: skip

NAMES = [
    accepted("name-accent", "accents and dashes in a file's name", renamed("Pläne – CIN 29.05.2026.csv")),
    accepted("name-long", "a file name as long as a system takes", renamed("CIN plans 29.05.2026 " + "x" * 200 + ".csv")),
    accepted("name-brackets", "brackets and signs in a file's name", renamed("CIN [plans] & {more} $x 29.05.2026.csv")),
    named_team("team-slash", "a team's name with a slash", "Quay/Dock"),
    named_team("team-colon", "a team's name with a colon and a star", "Team: *One*"),
    named_team("team-dots", "a team's name that climbs out of the folder", "../../trap"),
    named_team("team-con", "a team's name that Windows keeps for itself", "CON"),
    named_team("team-last-dot", "a team's name with a full stop at its end", "Team One."),
    named_team("team-quotes", "a team's name with quotation marks", 'Team "One"'),
    named_team("team-accents", "a team's name with letters of other languages", "Łódź Đặng"),
    named_team("team-arabic", "a team's name that runs from right to left", "فريق واحد"),
    named_team("team-symbols", "a team's name of signs alone", "???"),
    named_team("team-brackets", "a team's name with curly and square brackets", "{team} [x] {{7*7}}"),
    named_team("team-long", "a team's name of eighty letters", "T" * 80),
    named_team("team-space-dot", "a team's name that ends in a space and a full stop", "Team One ."),
    named_locality("locality-space-dot", "a locality's name that ends in a space and a full stop", "North Dale ."),
    named_locality("locality-slash", "a locality's name with slashes", "North/East\\Dale"),
    named_locality("locality-climbs", "a locality's name that climbs out of the folder", ".."),
    named_locality("locality-nul", "a locality's name that Windows keeps for itself", "nul"),
    named_locality("locality-long", "a locality's name of eighty letters", "L" * 80),
]  # fmt: skip

WHOLE = [
    Entry("place-no-inputs", "no inputs folder", lambda a: a.after.append(_remove_inputs), "nothing published", exit=2, says=("inputs",), source="whole run"),
    Entry("place-no-outputs-parent", "outputs where there is no folder", nothing, "accepted", source="whole run"),
    Entry("place-option", "an option that there is not", nothing, "nothing published", exit=2, words=("--as-of", "29/05/2026"), source="whole run"),
    Entry("place-locality-option", "a locality that there is not, asked for", nothing, "nothing published", exit=2, words=("--locality", "Nrth Dale"), says=("North Dale",), source="whole run"),
    Entry("place-team-option", "a team that there is not, asked for", nothing, "nothing published", exit=2, words=("--team", "Aldr"), source="whole run"),
    Entry("place-config-formula", "a name of people that would be a formula", config('people: {assistant_director: "=1+1"}\n'), "accepted", source="whole run"),
    Entry("place-teams-sixty", "sixty teams", both(authority_yaml(lambda t: t + "".join(f"      - {{name: Team {n}}}\n" for n in range(57))), every_plan(team=lambda t: t)), "kept and said", ("tracker.missing", "team.no_rows"), "Team 0 IC Meetings.xlsx", times=57, differs=EVERYTHING, source="whole run"),
]  # fmt: skip


def _remove_inputs(folder):
    import shutil

    shutil.rmtree(folder / "inputs")


ENTRIES = [*LINKS, *LITTER, *NAMES, *WHOLE]
