"""Has LibreOffice open Word files and print them as accessible PDFs, or save them anew."""

import shutil
import subprocess

import pikepdf

ACCESSIBLE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def to_pdf(word_files, folder):
    """Return, by Word file, the PDF that LibreOffice makes of it; it answers 0 even where it fails."""
    copies = {path: folder / f"{number:03}-{path.name}" for number, path in enumerate(word_files)}
    for path, copy in copies.items():
        shutil.copy(path, copy)
    run = _convert(copies.values(), ACCESSIBLE, folder)
    made = {path: copy.with_suffix(".pdf") for path, copy in copies.items()}
    missing = [path.name for path, pdf in made.items() if not pdf.exists()]
    assert not missing, f"LibreOffice did not open {missing}: {run.stderr}"
    return made


def saved_anew(content, folder):
    """Return a Word file as LibreOffice saves it: without tags, aliases and placeholders."""
    (folder / "saved").mkdir(parents=True, exist_ok=True)
    sent, back = folder / "form.docx", folder / "saved/form.docx"
    sent.write_bytes(content)
    back.unlink(missing_ok=True)
    run = _convert([sent], "docx", folder, back.parent)
    assert back.exists(), f"LibreOffice did not save the form: {run.stderr}"
    return back.read_bytes()


def resaved(content, kinds, folder):
    """Return a Word file after LibreOffice saved it as one kind after another, the last `docx`."""
    for number, kind in enumerate(kinds):
        into = folder / f"{number}"
        sent = folder / f"form{number}.{kinds[number - 1] if number else 'docx'}"
        sent.write_bytes(content)
        run = _convert([sent], kind, folder, into)
        saved = into / f"form{number}.{kind}"
        assert saved.exists(), f"LibreOffice did not save the form: {run.stderr}"
        content = saved.read_bytes()
    return content


def workbooks_as(kind, paths, folder):
    """Return, by workbook, the file of another kind (`xls`, `ods`) as LibreOffice saves it."""
    into = folder / kind
    run = _convert(paths, kind, folder, into)
    made = {path: into / f"{path.stem}.{kind}" for path in paths}
    missing = [path.name for path, saved in made.items() if not saved.exists()]
    assert not missing, f"LibreOffice did not save {missing}: {run.stderr}"
    return made


def _convert(paths, target, folder, into=None):
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(into or folder),
        *map(str, paths),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def untagged(pdf):
    """Return the operators that show something outside any tag or artifact.

    LibreOffice tags text and pictures, but leaves the border of a paragraph (a stroked line) bare,
    which veraPDF reports as rule 7.1-3. That is its own fault, not the Word file's.
    """
    with pikepdf.open(pdf) as opened:
        return {name for page in opened.pages for name in _bare(pikepdf.parse_content_stream(page))}


def _bare(content):
    depth = 0
    for _, operator in content:
        name = str(operator)
        if name in {"BDC", "BMC"}:
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif depth == 0 and name in {
            "S",
            "s",
            "f",
            "F",
            "f*",
            "B",
            "B*",
            "b",
            "b*",
            "Tj",
            "TJ",
            "'",
            '"',
            "Do",
            "sh",
        }:
            yield name
