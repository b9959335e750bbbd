"""What was confirmed goes into the settings, and the next run reads the extract by it."""

from unit.setup.extracts import HEADERS, put, rows, text

from pipeline.config import load_settings
from pipeline.ingest.tables.headers import Contract
from pipeline.model.tables import CASE_EXTRACT
from pipeline.setup.mapping.look import look_at
from pipeline.setup.mapping.writing import write_mapping

AUTHORITY = """\
authority: {name: Exampleshire}
localities:
  - name: Coast
    teams:
      - {name: Harbour}
      - {name: Quayside/Docks}
  - name: Inland   # nothing else
    teams:
      - name: Hillside
        aliases: [Hill Side]
      - {name: Meadow}
"""


def test_ingest_then_finds_every_column_that_was_proposed(tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    (config / "authority.yaml").write_text(AUTHORITY)
    settings = load_settings(config)
    extract = put(
        tmp_path, text(rows(teams=("Harbour", "Quayside Docks", "Hillside CIN Team", "Meadow")))
    )
    found = look_at(extract, settings)
    assert {(a.named.name, a.team) for a in found.teams.aliases} == {
        ("Quayside Docks", "Quayside/Docks"),
        ("Hillside CIN Team", "Hillside"),
    }
    added = write_mapping(config, settings, found.columns.proposals, found.teams.aliases)
    assert {each.addition.of for each in added} >= {"Child ID", "the team Hillside"}

    settings = load_settings(config)
    header = Contract(CASE_EXTRACT, settings).find([found.extract.headers])
    assert header.columns == {p.column.name: p.position for p in found.columns.proposals}
    again = look_at(extract, settings)
    assert all(proposal.known for proposal in again.columns.proposals)
    assert (again.teams.known, again.teams.aliases, again.teams.unknown) == (4, (), ())
    assert "Inland   # nothing else" in (config / "authority.yaml").read_text()


def test_a_header_with_characters_that_settings_cannot_hold_is_mapped_all_the_same(tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    (config / "authority.yaml").write_text(AUTHORITY)
    extract = put(tmp_path, text(rows(), HEADERS | {"team": "Worker\x7f\u200b Team: #1"}))
    proposals = look_at(extract, load_settings(config)).columns.proposals
    write_mapping(config, load_settings(config), proposals, ())
    again = look_at(extract, load_settings(config)).columns.of("team")
    assert again.known
