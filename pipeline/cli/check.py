"""`cinpack check`: what a run would repair, set aside, refuse and not be able to say; makes nothing."""

import typer

from pipeline.cli import options
from pipeline.cli.answers import NEEDS_PERSON, PUBLISHED
from pipeline.cli.say import say, wrapped


def check(
    as_at: options.AsAt = None,
    config: options.Config = options.CONFIG,
    inputs: options.Inputs = options.INPUTS,
    outputs: options.Outputs = options.OUTPUTS,
) -> None:
    """Read and check everything, and say what a run would leave out."""
    from pipeline.cli.account_table import print_accounts
    from pipeline.cli.progress import Progress
    from pipeline.cli.supply_lines import lines_of_lacks, lines_of_sources
    from pipeline.cli.to_do_lines import lines_of_findings, verdict
    from pipeline.compose import compose
    from pipeline.compose.lacks import lacks
    from pipeline.compose.to_do import to_do
    from pipeline.model.request import Request
    from pipeline.run import check as check_pipeline
    from pipeline.run import plan

    with Progress() as progress:
        request = Request(config, inputs, outputs, as_at)
        validated, measures = check_pipeline(request, progress.step)
        with progress.step("compose"):
            contents, missing = compose(measures, plan(request))
    findings = (*measures.findings, *missing)
    duties = to_do(findings, measures.accounts, measures.settings)
    say("\n".join(lines_of_sources(validated, measures)))
    print_accounts(measures.accounts)
    for line in lines_of_findings(findings, duties):
        say(line)
    say("\n".join(lines_of_lacks(lacks(contents, measures.figures))))
    say("\n".join(("", *wrapped(verdict(findings, duties)))))
    needs_person = any(finding.needs_person for finding in findings)
    raise typer.Exit(NEEDS_PERSON if needs_person else PUBLISHED)
