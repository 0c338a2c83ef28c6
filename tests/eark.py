"""The E-ARK validator without the net: its vocabularies are read from its own wheel, its verdict from its report.

At import it fetches four vocabularies that it also carries with it; they are handed to it from there, and nothing
else may be asked of the net. Its exit code is 0 for invalid packages too, so the report object is what counts.
"""

import importlib
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest import mock
from urllib import request

# what no package can obey: it contradicts what the validator demands elsewhere of the same element
WAIVED = {
    "SIP14": "asks for @NOTETYPE without a namespace, which the METS schema does not allow on a note",
}


def _carried(address: str) -> Any:
    name = address.removeprefix("https://earkcsip.dilcis.eu/schema/")
    return (files("eark_validator") / "ipxml" / "resources" / "vocabs" / name).open("rb")


def faults(package: Path, *, waived: bool = True) -> list[str]:
    """Every error that the validator finds in a package and in its representations: rule and message."""
    if "eark_validator.packages" not in sys.modules:
        with mock.patch.object(request, "urlopen", _carried):
            importlib.import_module("eark_validator.packages")
    from eark_validator.mets import MetsValidator
    from eark_validator.packages import PackageValidator

    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(PackageValidator._package_handler, "_unpack_root", Path(folder)),
    ):
        report = PackageValidator(package).validation_report
    results = list(report.structure.messages)
    if report.metadata is not None:
        results += report.metadata.schema_results.messages + report.metadata.schematron_results.messages
    for inner in package.glob("representations/*/METS.xml"):
        validator = MetsValidator(str(inner.parent))
        validator.validate_mets(inner.name)
        results += validator.validation_errors
    return sorted(set(_errors(results, waived)))


def _errors(results: list[Any], waived: bool) -> Iterator[str]:
    for result in results:
        if result.severity.value.upper() == "ERROR" and not (waived and result.rule_id in WAIVED):
            yield f"{result.rule_id}: {result.message}"
