"""A pack is a folder in report_templates/ and a module in compose/ of the same name, and no more."""

import ast

import yaml
from guards.tree import ROOT, modules, plant


def breaches(root):
    composed = {}
    for path, tree in modules(root):
        if path.parts[:2] == ("pipeline", "compose"):
            for keys in _section_ids(tree):
                composed[path.stem] = keys
    declared = {path.parent.name: path for path in root.glob("report_templates/*/pack.yaml")}
    found = [
        f"{name}: a folder, but no module with sections()" for name in declared.keys() - composed
    ]
    found += [
        f"{name}: a module with sections(), but no pack.yaml" for name in composed.keys() - declared
    ]
    for name in declared.keys() & composed.keys():
        spec = yaml.safe_load(declared[name].read_text(encoding="utf-8"))
        ids = [section["id"] for section in spec["sections"]]
        if len(ids) != len(set(ids)):
            found.append(f"{name}: a section twice in pack.yaml")
        found += [
            f"{name}: sections {sorted(keys ^ set(ids))} are not in both"
            for keys in composed[name]
            if keys != set(ids)
        ]
    return found


def _section_ids(tree):
    """Yield, for a module with sections(), the keys of each dictionary that it returns."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "sections":
            returned = [r.value for r in ast.walk(node) if isinstance(r, ast.Return)]
            yield [
                {key.value for key in value.keys if isinstance(key, ast.Constant)}
                for value in returned
                if isinstance(value, ast.Dict)
            ]


MODULE = "def sections(subject):\n    return {'flow': (), 'limits': ()}\n"
PACK = "title: A pack\nsections:\n  - id: flow\n  - id: limits\n"


def test_every_folder_has_its_module_and_every_section_its_blocks():
    assert breaches(ROOT) == []
    assert len(list(ROOT.glob("report_templates/*/pack.yaml"))) > 5


def test_a_whole_pack_passes(tmp_path):
    files = {"pipeline/compose/a.py": MODULE, "report_templates/a/pack.yaml": PACK}
    assert breaches(plant(tmp_path, files)) == []


def test_a_folder_without_module_is_caught(tmp_path):
    assert breaches(plant(tmp_path, {"report_templates/a/pack.yaml": PACK})) == [
        "a: a folder, but no module with sections()"
    ]


def test_a_module_without_folder_is_caught(tmp_path):
    assert breaches(plant(tmp_path, {"pipeline/compose/a.py": MODULE})) == [
        "a: a module with sections(), but no pack.yaml"
    ]


def test_a_section_in_one_place_only_is_caught(tmp_path):
    files = {
        "pipeline/compose/a.py": MODULE,
        "report_templates/a/pack.yaml": PACK + "  - id: more\n",
    }
    assert breaches(plant(tmp_path, files)) == ["a: sections ['more'] are not in both"]
