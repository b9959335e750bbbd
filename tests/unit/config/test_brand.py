"""The authority's own look: its logo and its Word styles are found beside the settings, or refused."""

import shutil
import zipfile
from pathlib import Path

import pytest
from pictures import png

from pipeline.config import load_settings
from pipeline.errors import WrongConfig

LEAST = "authority: {name: Exampleshire}\nlocalities: [{name: Dale, teams: [{name: Alder}]}]\n"
HOUSE = Path(__file__).parents[3] / "report_templates/house/base.docx"


@pytest.fixture
def config(tmp_path):
    (tmp_path / "authority.yaml").write_text(LEAST, encoding="utf-8")
    return tmp_path


def branded(config, setting, name):
    (config / "branding.yaml").write_text(f"branding: {{{setting}: {name}}}", encoding="utf-8")
    return load_settings(config).branding


def test_files_beside_the_settings_are_found(config):
    (config / "logo.png").write_bytes(png(40, 20))
    shutil.copy(HOUSE, config / "ours.docx")
    assert branded(config, "logo", "logo.png").logo == (config / "logo.png").resolve()
    assert branded(config, "reference", "ours.docx").reference == (config / "ours.docx").resolve()


def test_without_them_there_are_none(config):
    branding = load_settings(config).branding
    assert (branding.logo, branding.reference) == (None, None)


@pytest.mark.parametrize("setting", ["logo", "reference"])
@pytest.mark.parametrize("name", ["gone.png", "../authority.yaml", "/etc/hostname"])
def test_a_file_that_is_not_there_is_refused(config, setting, name):
    with pytest.raises(WrongConfig, match=f"branding.{setting} names .* has no such file"):
        branded(config, setting, name)


def test_a_logo_of_another_kind_or_too_large_is_refused(config):
    (config / "logo.png").write_bytes(b"<svg/>")
    with pytest.raises(WrongConfig, match="is not a PNG picture"):
        branded(config, "logo", "logo.png")
    (config / "logo.png").write_bytes(png(4, 4) + bytes(1 << 20))
    with pytest.raises(WrongConfig, match="larger than 1 MiB"):
        branded(config, "logo", "logo.png")


def test_a_reference_that_is_no_word_document_is_refused(config):
    (config / "ours.docx").write_bytes(b"words")
    with pytest.raises(WrongConfig, match="is not a Word document"):
        branded(config, "reference", "ours.docx")


def test_a_reference_without_a_style_that_is_needed_is_refused(config):
    with zipfile.ZipFile(HOUSE) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"TableText"', b'"Renamed"')
    with zipfile.ZipFile(config / "ours.docx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(WrongConfig, match="has no style TableText"):
        branded(config, "reference", "ours.docx")
