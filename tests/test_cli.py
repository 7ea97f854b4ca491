"""The command line as such: its help, its version, the schema that it prints."""

from __future__ import annotations

import json
import resource

import pytest
from command_line import call

import bioextract


def test_schema() -> None:
    schema = json.loads(call("schema").stdout)
    assert schema["title"] == "Record"
    assert "olympic_count" in schema["$defs"]["Person"]["properties"]


def test_version() -> None:
    assert call("--version").stdout == f"bioextract {bioextract.__version__}\n"


def test_help_tells_the_exit_codes() -> None:
    shown = call("-h").stdout
    assert shown == call("--help").stdout
    for code in ("0  all well", "1  the run", "2  wrong", "3  some", "4  nothing", "130  interrupted"):
        assert code in shown


@pytest.mark.alone
def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for _ in range(3):
        call("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 3
    assert seconds < 0.2
