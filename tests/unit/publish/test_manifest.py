"""The manifest says where a period comes from."""

import json
from dataclasses import replace
from hashlib import sha256

from pipeline.model.findings import FileAccount


def manifest_of(ready):
    return json.loads((ready.go().folder / "manifest.json").read_text(encoding="utf-8"))


def test_inputs_stand_with_hash_and_the_account_of_their_rows(ready):
    (read,) = manifest_of(ready)["inputs"]
    assert (read["path"], read["bytes"], read["sha256"]) == ("extracts/plans.csv", 120, "ab" * 32)
    assert read["tables"] == [
        {
            "sheet": "",
            "kind": "case_extract",
            "refused": False,
            "read": 3,
            "used": 2,
            "repaired": 1,
            "set_aside": 1,
            "passed_over": 0,
        }
    ]


def test_an_account_that_names_its_file_without_the_folder_finds_it(ready):
    account = replace(ready.validated.accounts[0], file="plans.csv")
    ready = replace(ready, validated=replace(ready.validated, accounts=(account,)))
    (read,) = manifest_of(ready)["inputs"]
    assert (read["path"], read["tables"][0]["read"]) == ("extracts/plans.csv", 3)


def test_an_account_of_a_file_that_could_not_be_opened_is_not_lost(ready):
    refused = FileAccount("extracts/b.csv", "", "case_extract", 0, 0, 0, 0, 0, refused=True)
    accounts = (*ready.validated.accounts, refused)
    ready = replace(ready, validated=replace(ready.validated, accounts=accounts))
    assert [read["path"] for read in manifest_of(ready)["inputs"]] == [
        "extracts/plans.csv",
        "extracts/b.csv",
    ]


def test_config_templates_and_versions_are_named(ready):
    manifest = manifest_of(ready)
    config = (ready.request.config / "authority.yaml").read_bytes()
    assert manifest["config"] == [{"path": "authority.yaml", "sha256": sha256(config).hexdigest()}]
    assert any(file["path"] == "check_in_minutes/pack.yaml" for file in manifest["templates"])
    assert {"cinpack", "python", "pandas", "weasyprint"} <= manifest["versions"].keys()


def test_findings_are_counted_by_rule(ready):
    assert manifest_of(ready)["findings"] == [
        {"rule": "date.unreadable", "severity": "problem", "effect": "set aside", "count": 1}
    ]


def test_each_document_has_its_pack_audience_and_scope(ready):
    minutes = manifest_of(ready)["outputs"][1]
    assert minutes["pack"] == "check-in-minutes"
    assert minutes["audience"] == "OLT"
    assert minutes["locality"] == "North Dale"


def test_the_request_and_what_changed_are_kept(ready):
    ready.go()
    part = ready.asked(packs=("index",)).with_documents(replace(ready.documents[0], content=b"2"))
    manifest = manifest_of(part)
    assert manifest["request"]["part"] is True
    assert manifest["request"]["packs"] == ["index"]
    assert manifest["changed"] == ["index.html"]
    assert manifest["period"] == "2026-05-29-r2"
