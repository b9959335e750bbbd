"""A file that cannot be used: raised where that is found out, turned into a finding at the door."""

from pipeline.model.findings import Finding, Place, Rule


class Refused(Exception):
    """One file cannot be used; the run goes on without it.

    `facts` holds no cell value; `value` may, and goes to the restricted findings alone.
    """

    def __init__(
        self,
        rule: Rule,
        *,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
        value: str = "",
        **facts: str,
    ) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.sheet = sheet
        self.row = row
        self.column = column
        self.value = value
        self.facts = facts

    def finding(self, file: str, team: str = "") -> Finding:
        """Return what to say about `file`."""
        place = Place(file, self.sheet, self.row, self.column)
        return Finding(self.rule, place, team, tuple(self.facts.items()), self.value)
