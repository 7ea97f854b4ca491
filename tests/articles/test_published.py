from __future__ import annotations

import datetime as dt

import pytest

from bioextract.articles.published import find_day_in_path, find_published, parse_day

DAY = dt.date(2023, 8, 26)


@pytest.mark.parametrize(
    "value",
    [
        "2023-08-26",
        " 2023-08-26 ",
        "2023-8-26",
        "2023/08/26",
        "2023/08/26 14:02:44",
        "2023.08.26",
        "20230826",
        20230826,
        "20230826T101500Z",
        "2023-08-26T10:15:00",
        "2023-08-26T10:15:00Z",
        "2023-08-26 23:59:59.123+09:00",
        "Sat, 26 Aug 2023 10:00:00 GMT",
        "Sat, 26 Aug 2023 10:00:00 +0200",
        "26 Aug 2023 10:00",
        "26 August 2023",
        "26 Aug 2023",
        "August 26, 2023",
        "Aug 26, 2023",
        dt.date(2023, 8, 26),
        dt.datetime(2023, 8, 26, 23, 0, tzinfo=dt.UTC),
    ],
)
def test_days(value: object) -> None:
    assert parse_day(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "2023",
        2023,
        "2023-08",
        "August 2023",
        "2023-13-45",
        "2023-02-30",
        "20231345",
        "0000-00-00",
        "03/04/2023",
        "yesterday",
        "202308261015",
        1693036800,
        1693036800.5,
        True,
        ["2023-08-26"],
        {"day": "2023-08-26"},
        "Sat, 31 Feb 2023 10:00:00 GMT",
        "Sat, 26 Aug 99999999999999999999 10:00:00 GMT",
        "9" * 10_000,
        "\ud800",
    ],
)
def test_no_days(value: object) -> None:
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "path",
    [
        "2023-08-26.txt",
        "news/2023-08-26-berg-wins.txt",
        "news/berg_2023_08_26.md",
        "news/20230826.txt",
        "news/20230826_101500.txt",
        "news/2023/08/26/berg.html",
        "crawl-2020-01-01/2023-08-26.txt",
        "https://example.org/sport/2023/08/26/berg?from=2020-01-01#2019-01-01",
        "https://example.org/2023-08-26",
    ],
)
def test_days_in_paths(path: str) -> None:
    assert find_day_in_path(path) == DAY


@pytest.mark.parametrize(
    "path",
    [
        "",
        "-",
        "berg.txt",
        "2023-08.txt",
        "2023/08/berg.txt",
        "2023-13-45.txt",
        "20231345.txt",
        "66636223.html",
        "id-120230826.txt",
        "2023-08/26-berg.txt",
        "2023-08-01/results-2023-08-20-2023-08-26.txt",
        "https://example.org/berg?day=2023-08-26",
    ],
)
def test_paths_without_one_day(path: str) -> None:
    assert find_day_in_path(path) is None


def test_document_then_path_then_option() -> None:
    other = dt.date(2000, 1, 1)
    assert find_published("2023-08-26", "2000-01-01.txt", other) == (DAY, "document")
    assert find_published("2023-08", "2023-08-26.txt", other) == (DAY, "path")
    assert find_published(None, "a.txt", DAY) == (DAY, "option")
    assert find_published(None, "a.txt", None) == (None, None)
