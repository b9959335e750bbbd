"""`cinpack check`: what a run would repair, set aside or refuse; renders nothing."""

import sys
from collections.abc import Iterable
from dataclasses import replace

import typer

from pipeline.cli import options
from pipeline.cli.answers import NEEDS_PERSON, PUBLISHED
from pipeline.cli.say import counted, plain, say
from pipeline.model.findings import FileAccount, Finding

PLACES = 3
WIDTH = 140
"""Columns where no terminal says how wide it is."""


def check(
    as_at: options.AsAt = None,
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
) -> None:
    """Read and check everything, and say what a run would leave out."""
    from pipeline.cli.progress import Progress
    from pipeline.model.request import Request
    from pipeline.run import check as check_pipeline

    with Progress() as progress:
        request = Request(config, inputs, options.OUTPUTS, as_at)
        validated, measures = check_pipeline(request, progress.step)
    say(f"As at {validated.as_at:%d/%m/%Y}: {counted(len(validated.files), 'file')} read.")
    print_accounts(validated.accounts)
    for line in lines_of_findings(measures.findings):
        say(line)
    needs_person = any(finding.needs_person for finding in measures.findings)
    raise typer.Exit(NEEDS_PERSON if needs_person else PUBLISHED)


def print_accounts(accounts: Iterable[FileAccount]) -> None:
    """Print a row for each table: rows read = used + set aside + passed over."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("File", overflow="fold")
    table.add_column("Sheet", overflow="fold")
    table.add_column("Kind")
    numbers = ("Read", "Used", "Repaired", "Set aside", "Passed over")
    for header in numbers:
        table.add_column(header, justify="right")
    for account in accounts:
        counts = (
            account.read,
            account.used,
            account.repaired,
            account.set_aside,
            account.passed_over,
        )
        kind = "refused" if account.refused else account.kind.replace("_", " ")
        words = (account.file, account.sheet, kind, *(f"{count:,}" for count in counts))
        table.add_row(*(Text(plain(word)) for word in words))
    width = None if sys.stdout.isatty() else WIDTH
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(table)


def lines_of_findings(findings: Iterable[Finding]) -> list[str]:
    """Return the findings by rule, the gravest first: how often, what it means, and where first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.rule.code, []).append(finding)
    if not groups:
        return ["No findings."]
    severities = ("problem", "warning", "note")
    ordered = sorted(
        groups.values(),
        key=lambda found: (
            not found[0].needs_person,
            severities.index(found[0].rule.severity),
            found[0].rule.code,
        ),
    )
    lines = []
    for found in ordered:
        rule = found[0].rule
        times = counted(len(found), "time")
        lines += [f"{rule.code} ({rule.severity}, {rule.effect}), {times}: {_shared(found)}"]
        places = list(dict.fromkeys(str(f.place) or f.team for f in found))
        lines += [f"    {place}" for place in places[:PLACES] if place]
        if len(places) > PLACES:
            lines.append(f"    and {counted(len(places) - PLACES, 'more place')}")
    return lines


def _shared(findings: list[Finding]) -> str:
    """Return the sentence of findings of one rule, with `...` for the facts in which they differ."""
    facts = dict(findings[0].facts)
    for finding in findings[1:]:
        for name, fact in finding.facts:
            if facts.get(name) != fact:
                facts[name] = "..."
    return replace(findings[0], facts=tuple(facts.items())).sentence
