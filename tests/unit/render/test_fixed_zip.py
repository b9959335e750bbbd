"""A zip rewritten without times and in a fixed order."""

import io
import zipfile

from pipeline.render.fixed_zip import fixed_zip, zip_of


def zipped(names, when):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, when), name.encode())
    return made.getvalue()


def test_times_and_order_of_the_members_leave_no_trace():
    one = zipped(["b.xml", "[Content_Types].xml", "a.xml"], (2026, 1, 2, 3, 4, 6))
    other = zipped(["a.xml", "b.xml", "[Content_Types].xml"], (2020, 5, 5, 5, 5, 4))
    assert one != other
    assert fixed_zip(one) == fixed_zip(other)


def test_content_types_come_first_and_every_part_is_kept():
    made = zip_of({"a.xml": b"A", "[Content_Types].xml": b"T", "Z.xml": b"Z"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "Z.xml", "a.xml"]
        assert archive.read("a.xml") == b"A"
