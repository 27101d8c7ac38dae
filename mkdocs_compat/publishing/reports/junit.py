"""Findings as JUnit's XML, which most CI systems list as tests: a suite a page."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_compat.diagnostics import Diagnostic
from mkdocs_compat.publishing.reports.escaping import printable
from mkdocs_compat.publishing.reports.report import Report
from mkdocs_compat.publishing.reports.text import write_finding


def write_junit(report: Report) -> str:
    """Return the findings as XML.

    A finding that fails the run is a failed test; others are passed ones that print something. A
    page without findings is one passed test.
    """
    by_page: dict[str, list[Diagnostic]] = {path: [] for path in report.looked_at}
    for finding in report.findings:
        by_page.setdefault(finding.place.path, []).append(finding)
    root = Element("testsuites", name="mkdocs-compat")
    for path, found in (by_page or {"mkdocs-compat": []}).items():
        _add_suite(root, path, found, report)
    _count(root, len(root.findall(".//testcase")), len(root.findall(".//failure")))
    # The indentation would become part of texts, so only elements that hold elements get it.
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True)


def _add_suite(root: Element, path: str, found: list[Diagnostic], report: Report) -> None:
    name = printable(report.file(path))
    suite = SubElement(root, "testsuite", name=name)
    for finding in found:
        _add_case(suite, name, finding, report)
    if not found:
        SubElement(suite, "testcase", name="no findings", classname=name, time="0")
    _count(suite, len(suite), len(suite.findall("./testcase/failure")))


def _add_case(suite: Element, file: str, finding: Diagnostic, report: Report) -> None:
    message = printable(finding.message)
    case = SubElement(
        suite,
        "testcase",
        name=f"{finding.code} {finding.name}: {message}",
        classname=file,
        file=file,
        time="0",
    )
    if not finding.place.part:
        case.set("line", str(finding.place.line))
    text = write_finding(finding, report.sources)
    if report.fails(finding):
        kind = f"{finding.severity.value} {finding.code}"
        SubElement(case, "failure", type=kind, message=message).text = text
    else:
        SubElement(case, "system-out").text = text


def _count(element: Element, tests: int, failures: int) -> None:
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": 0, "time": 0}
    for key, value in counts.items():
        element.set(key, str(value))
