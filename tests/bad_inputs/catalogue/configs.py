"""Settings that cannot be used as written: the run stops before it touches anything."""

from bad_inputs.authority import CONFIG
from bad_inputs.catalogue.how import authority_yaml, config
from bad_inputs.entry import EVERYTHING, Entry

SOURCE = "config"

AUTHORITY = "authority.yaml"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


def stops(ident, wrong, make, *says, at="", **more):
    return Entry(
        f"config-{ident}", wrong, make, "nothing published", exit=2, says=says, at=at, **more
    )


def more(body, *, line=0):
    """A further file of settings, and where in it the fault is told."""
    return config(body), f"more.yaml:{line}" if line else "more.yaml"


def setting(ident, wrong, body, *says, line=1):
    make, at = more(body, line=line)
    return stops(ident, wrong, make, *says, at=at)


def fine(ident, wrong, make, **others):
    return Entry(f"config-{ident}", wrong, make, "accepted", **others)


def named(old, new):
    return authority_yaml(lambda text: text.replace(old, new))


ENTRIES = [
    stops("none", "no config folder", lambda a: a.config.clear(), "config"),
    stops("no-authority", "a config folder without its needed file", lambda a: a.config.pop(AUTHORITY) and a.config.update({"more.yaml": "words: {}\n"}), AUTHORITY),
    stops("suffix", "authority.yml in place of authority.yaml", lambda a: a.config.update({"authority.yml": a.config.pop(AUTHORITY)}), "rename it authority.yaml"),
    stops("suffix-txt", "authority.yaml.txt, as Notepad saves it", lambda a: a.config.update({"authority.yaml.txt": a.config.pop(AUTHORITY)}), "rename it authority.yaml"),
    stops("empty", "an empty authority.yaml", lambda a: a.setting("", AUTHORITY), "authority"),
    stops("list", "a list where keys must be", lambda a: a.setting("- North Dale\n", AUTHORITY), "keys"),
    stops("utf16", "settings saved as UTF-16", lambda a: a.config.update({AUTHORITY: CONFIG.encode("utf-16")}), "UTF-8"),
    stops("cp1252", "settings saved in Windows-1252", lambda a: a.config.update({AUTHORITY: CONFIG.replace("Cedar", "Cèdre").encode("cp1252")}), "UTF-8"),
    fine("bom", "settings that begin with a byte-order mark", lambda a: a.config.update({AUTHORITY: b"\xef\xbb\xbf" + CONFIG.encode()})),
    fine("crlf", "settings with Windows' line ends", authority_yaml(lambda t: t.replace("\n", "\r\n"))),
    stops("tab", "a tab where spaces must be", named("  - name: South", "\t- name: South"), "tab", at="authority.yaml:7"),
    stops("quote", "a quotation mark that is never closed", named("name: Exampleshire", 'name: "Exampleshire'), at=AUTHORITY),
    stops("bracket", "a bracket that is never closed", named("{name: Exampleshire}", "{name: Exampleshire"), at=AUTHORITY),
    stops("indent", "a line indented too far", named("    teams:\n      - {name: Cedar}", "     teams:\n      - {name: Cedar}"), at=AUTHORITY),
    stops("nul", "a character that no text can hold", named("Cedar", "Ce\x00dar"), at=AUTHORITY),
    setting("key-twice", "a key twice", "thresholds: {merge_gap_days: 3}\nthresholds: {merge_gap_days: 5}\n", "already there", line=2),
    setting("key-in-two-files", "a key in two files", "localities: []\n", "also in"),
    setting("key-unknown", "a setting with a slip in its name", "thresholds: {merge_gap_dayz: 3}\n", "merge_gap_days"),
    setting("part-unknown", "a part of the settings that there is not", "thresolds: {merge_gap_days: 3}\n", "thresholds"),
    setting("anchor", "an anchor", "words: &w {plan: CIN plan}\n", "anchors"),
    setting("alias-bomb", "anchors that double twenty times", BOMB, "anchors"),
    setting("tag", "a tag that would run code", "words: !!python/object/apply:os.system [id]\n", "tags"),
    setting("merge-key", "a merge key of an anchor", "a: &a {x: 1}\nwords: {<<: *a}\n"),
    setting("two-documents", "two documents in one file", "words: {}\n---\nwords: {}\n", "two documents", line=2),
    setting("deep", "brackets nested a thousand deep", "words: " + "[" * 1000 + "]" * 1000 + "\n"),
    fine("plan-word", "another word for the plan", config("words: {plan: Family Help plan}\n")),
    setting("number", "words where a number must be", "thresholds: {merge_gap_days: some}\n", "merge_gap_days"),
    setting("number-negative", "a threshold below nought", "thresholds: {out_of_timescale_months: -9}\n"),
    setting("number-huge", "a threshold of forty digits", "thresholds: {out_of_timescale_months: " + "9" * 40 + "}\n"),
    setting("number-half", "half a month", "thresholds: {out_of_timescale_months: 9.5}\n"),
    setting("bands", "age bands that do not rise", "thresholds: {age_bands_months: [9, 6, 3]}\n", "ascending"),
    setting("date-american", "a meeting month first", "meetings: {olt: {dates: [06/14/2026]}}\n", "dd/mm/yyyy"),
    setting("date-impossible", "a meeting on 31 February", "meetings: {olt: {dates: [31/02/2026]}}\n"),
    setting("rule", "a rule for meetings that nobody can follow", "meetings: {olt: {rule: every so often}}\n", "second Tuesday"),
    setting("meeting-locality", "meetings of a locality that there is not", "meetings:\n  localities:\n    North Dail: {rule: last Friday}\n", "North Dail", line=3),
    setting("division", "a country that has no bank holidays here", "bank_holidays: {division: UK}\n", "ENG"),
    setting("colour", "a colour that would break out of the style sheet", 'branding: {colour: "red} @import url(http://127.0.0.1/x)"}\n', "#12436D"),
    setting("outcome", "an outcome that there is not", "words: {outcomes: {closd: [Done]}}\n", "closed"),
    setting("stage", "a stage that there is not", "words: {stages: {Closing: [x]}}\n", "Decided to close"),
    setting("word-two-stages", "one word for two stages", "words: {stages: {Decided to close: [Ready], Intervention underway: [ready]}}\n", "under two stages"),
    setting("word-two-outcomes", "one word for two outcomes", "words: {outcomes: {closed: [Done], escalated: [done]}}\n", "under two outcomes"),
    setting("barrier-formula", "a barrier that a spreadsheet takes for a formula", 'words: {barriers: {"=1+1": []}}\n', "formula"),
    setting("header-column", "headers of a column that there is not", "headers: {tracker: {stge: [x]}}\n", "stage"),
    stops("pack-unknown", "a pack that there is not", config("packs: [dashbord]\n"), "dashbord", packs=()),
    setting("primary", "a format of extracts that there is not", "extracts: {primary: annexb}\n"),
    setting("covers", "a date from which the extract knows, that is none", "extracts: {covers_from: soon}\n", "dd/mm/yyyy"),
    stops("no-localities", "no localities", authority_yaml(lambda t: t.split("localities:")[0]), "localities"),
    stops("no-teams", "a locality without teams", named("    teams:\n      - {name: Cedar}\n", "    teams: []\n"), at=AUTHORITY),
    stops("team-twice", "a team twice", named("Cedar", "alder "), "twice", at="authority.yaml:9"),
    stops("locality-twice", "a locality twice", named("South Vale", "NORTH DALE"), "twice", at=AUTHORITY),
    stops("team-reserved", "a team named Not known", named("Cedar", "Not known"), "reserved", at=AUTHORITY),
    stops("team-blank", "a team without a name", named("{name: Cedar}", '{name: ""}'), at=AUTHORITY),
    stops("team-long", "a team whose name is longer than a folder's may be", named("Cedar", "C" * 300), at=AUTHORITY),
    stops("team-formula", "a team whose name a spreadsheet takes for a formula", named("{name: Cedar}", "{name: \"=cmd|'/c calc'!A0\"}"), "formula", at=AUTHORITY),
    stops("team-plus", "a team whose name begins with a plus sign", named("{name: Cedar}", '{name: "+44"}'), "formula", at=AUTHORITY),
    stops("team-line", "a team whose name holds a line break", named("{name: Cedar}", '{name: "Ce\\ndar"}'), at=AUTHORITY),
    stops("team-same-folder", "two teams whose folders would be one", authority_yaml(lambda t: t.replace("{name: Alder}", "{name: Quay/Dock}").replace("{name: Birch}", '{name: "Quay:Dock"}')), at=AUTHORITY),
    stops("alias-is-team", "an alias that is another team's name", named("{name: Cedar}", "{name: Cedar, aliases: [Alder]}"), "twice", at=AUTHORITY),
    fine("norway", "a team that careless readers take for a boolean", named("{name: Alder}", "{name: Alder, aliases: [NO, on, yes]}")),
    fine("octal", "an authority's code that begins with nought", named("{name: Exampleshire}", "{name: Exampleshire, code: 0301}")),
    fine("time", "a text that careless readers take for a number of base sixty", named("{name: Exampleshire}", "{name: Exampleshire, code: 12:30}")),
    fine("comment-only", "a file of notes alone", config("# nothing here yet\n")),
    fine("litter", "copies that editors leave", lambda a: (a.setting("rubbish: [", "~$authority.yaml"), a.setting("rubbish: [", ".hidden.yaml"), a.setting("x", "authority.yaml.bak"))),
    fine("thresholds", "other thresholds", config("thresholds: {out_of_timescale_months: 12}\n"), differs=EVERYTHING),
]  # fmt: skip
