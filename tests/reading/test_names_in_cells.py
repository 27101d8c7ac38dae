"""Names that stand in cells: of artifacts, which are looked through, and of other products."""

from __future__ import annotations

import pytest

from mkdocs_compat.model.verdict import Verdict
from mkdocs_compat.reading.artifact_names import artifact_name
from tests.reading.reader import findings
from tests.reading.test_layouts import page, tables, verdict


class TestArtifacts:
    TABLE = (
        "| Latest stable release | Min Host Version |\n|---|---|\n"
        "| [disk-attacher v4.8.0](https://example.org/disk-attacher/v4.8.0) | v1.17 |\n"
        "| [disk-attacher v4.7.0](https://example.org/disk-attacher/v4.7.0) | v1.16 |\n"
    )

    def test_their_name_is_the_components(self) -> None:
        text = page(self.TABLE)
        assert findings(text) == ()
        (table,) = tables(text)
        assert table.subject == "disk-attacher"
        assert verdict(text, disk_attacher="4.8.0", host="1.16") is Verdict.INCOMPATIBLE
        assert verdict(text, disk_attacher="4.7.0", host="1.16") is Verdict.COMPATIBLE

    def test_files_of_what_the_header_names(self) -> None:
        text = page(
            "| Graph Spark Connector Version | Graph |\n|---|---|\n"
            "| graph-spark-connector-2.0.0.jar | 2.1 |\n| graph-spark-connector-3.0.0.jar | 3.x |"
        )
        assert findings(text) == ()
        assert verdict(text, graph_spark_connector="3.0.0", graph="3.4") is Verdict.COMPATIBLE
        assert verdict(text, graph_spark_connector="2.0.0", graph="3.4") is Verdict.INCOMPATIBLE

    @pytest.mark.parametrize(
        ("header", "cells"),
        [
            # 2.2 is a version of something else.
            ("Spark Connector", ["spark-connector_2.2-3.3.0.jar", "spark-connector-3.3.0.jar"]),
            ("Artifact", ["event-hubs-2.12", "event-hubs-2.11"]),
            ("Client", ["up-to-3.2", "up-to-3.3"]),
            ("Client", ["pre-release 3.2", "pre-release 3.3"]),
            ("Client", ["client-lib-3.2", "client-core-3.3"]),
            ("Client", ["client 3.2", "client 3.3"]),
        ],
    )
    def test_what_is_none(self, header: str, cells: list[str]) -> None:
        assert artifact_name(header, cells) == ""


class TestOtherProducts:
    @pytest.mark.parametrize("other", ["Totara 12", "Totara up to 12", "Totara >= 12"])
    def test_beside_the_components_own_name(self, other: str) -> None:
        text = page(
            "| Moodle version | PHP |\n|---|---|\n| Moodle 3.9+ | 7.4+ |\n"
            f"| Moodle 3.5 to 3.8 | 7.2+ |\n| {other} | 7.1 - 7.2 |"
        )
        (finding,) = findings(text)
        assert (finding.code, "Totara" in finding.message) == ("CMP101", True)
        assert verdict(text, moodle="3.6", php="7.2") is Verdict.COMPATIBLE
        assert verdict(text, moodle="12", php="7.2") is not Verdict.COMPATIBLE

    def test_in_two_columns_of_a_row(self) -> None:
        text = page(
            "| Lake Version | Spark Version |\n|---|---|\n| 2.0.x | Spark 3.2.x |\n"
            "| 2.1.x | Spark 3.3.x |\n| Databricks 13.3 | Databricks 13.3 |"
        )
        assert [finding.code for finding in findings(text)] == ["CMP101", "CMP101"]
        assert verdict(text, lake="13.3", spark="13.3") is Verdict.UNSTATED

    def test_names_of_releases_are_none(self) -> None:
        text = page(
            "| Server | Storage |\n|---|---|\n| 1.0 | Reef 18.2.0+ |\n| 2.0 | Squid 19.2.0+ |"
        )
        assert findings(text) == ()
        assert verdict(text, server="2.0", storage="19.2.1") is Verdict.COMPATIBLE
