"""The last pass over a PDF: says of every header cell whether it heads a column or a row."""

import io

import pikepdf
from pikepdf import Dictionary, Name


def set_header_scopes(content: bytes) -> bytes:
    """Return the PDF with /Scope on each TH; the same PDF always gives the same bytes."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for kid in _kids(pdf.Root.StructTreeRoot):
            _walk(kid, in_head=False)
        pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _walk(element: pikepdf.Object, *, in_head: bool) -> None:
    role = element.get("/S")
    if role == "/TH":
        attributes = element.get("/A", Dictionary(O=Name("/Table")))
        attributes["/Scope"] = Name("/Column") if in_head else Name("/Row")
        element["/A"] = attributes
    for kid in _kids(element):
        _walk(kid, in_head=in_head or role == "/THead")


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the structure elements right under one, without marks of content."""
    kids = element.get("/K")
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]
