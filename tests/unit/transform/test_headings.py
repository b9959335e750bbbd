"""A finding about merged versions names the column as its own file does."""

from datetime import date

from builders import Inputs, settings_of

from pipeline.ingest import ingest
from pipeline.meetings import run_calendar
from pipeline.transform import transform
from pipeline.validate import validate


def test_the_files_own_header_stands_in_the_finding(tmp_path):
    inputs = Inputs(tmp_path)
    header = ("Person ID", "Plan Start", "Plan End", "Team")
    inputs.extract(
        ("X0001", "05/01/2026", "", "Alder"), ("X0001", "02/02/2026", "", "Alder"), header=header
    )
    settings = settings_of()
    validated = validate(ingest(inputs.root, settings, None), settings)
    measures = transform(validated, settings, run_calendar(settings, date(2026, 5, 29), None))
    (finding,) = [f for f in measures.findings if f.rule.code.startswith("plans.two_open")]
    assert finding.place.column == "Plan Start"
