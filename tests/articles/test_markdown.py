from __future__ import annotations

import datetime as dt
import tracemalloc
from pathlib import Path

import pytest

from bioextract.articles import read_article
from bioextract.articles.markdown import split_front_matter
from bioextract.errors import ReadError


def write(folder: Path, text: str, name: str = "a.md") -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


def test_front_matter(tmp_path: Path) -> None:
    path = write(tmp_path, "---\ntitle: Berg wins again\ndate: 2023-08-26\ntags: [a, b]\n---\n\n# Berg\n\nShe won.\n")
    article = read_article(path)
    assert (article.title, article.published, article.published_from) == (
        "Berg wins again",
        dt.date(2023, 8, 26),
        "document",
    )
    assert article.text == "# Berg\n\nShe won.\n"


@pytest.mark.parametrize(
    ("front", "title", "published"),
    [
        ("Title: Berg\r\nPublished: 2023-08-26T10:00:00+02:00", "Berg", "2023-08-26"),
        ("published: 2023-08-26\ndate: 2020-01-01", None, "2023-08-26"),
        ("published: 2023-13-45\ntitle: 'A: B'", "A: B", None),
        ("date: 2023-08", None, None),
        ("title: 2024", "2024", None),
        ("title: null\ndate: ~", None, None),
        ("title: [a, b]\ndate: {a: b}", None, None),
        ('title: "  two\\n lines "', "two lines", None),
    ],
)
def test_fields(tmp_path: Path, front: str, title: str | None, published: str | None) -> None:
    article = read_article(write(tmp_path, f"---\r\n{front}\r\n---\r\nShe won.\r\nTwice.\r\n"))
    assert article.title == title
    assert (article.published and article.published.isoformat()) == published
    assert article.text == "She won.\nTwice.\n"


@pytest.mark.parametrize(
    "text",
    [
        "She won.\n",
        "---\nShe won.\n---\nTwice.\n",
        "---\nShe won.\n",
        "She won.\n---\ntitle: x\n---\n",
        "---\n" + "title: x\n" * 5_000 + "---\nShe won.\n",
    ],
)
def test_no_front_matter(tmp_path: Path, text: str) -> None:
    article = read_article(write(tmp_path, text))
    assert (article.text, article.title) == (text, None)


@pytest.mark.parametrize(
    ("front", "line"),
    [("title: a: b", 2), ("title: x\ntags: [a", 4), ("title: x\n\tdate: 2023", 3), ("[" * 9_000, None)],
)
def test_broken_front_matter(tmp_path: Path, front: str, line: int | None) -> None:
    with pytest.raises(ReadError, match="the front matter is not valid YAML") as caught:
        read_article(write(tmp_path, f"---\n{front}\n---\nShe won.\n"))
    assert line is None or caught.value.line == line


def test_no_python_objects(tmp_path: Path) -> None:
    path = write(tmp_path, "---\ntitle: !!python/object/apply:os.getcwd []\n---\nShe won.\n")
    assert read_article(path).title is None


def test_aliases_do_not_grow() -> None:
    """Each line holds the one before ten times; written out, the last would be 60 MB."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 8))]
    text = "\n".join(["---", *lines, "---", "She won.", ""])
    tracemalloc.start()
    try:
        assert split_front_matter(text, "a.md")[1] == "She won.\n"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_only_front_matter(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="empty"):
        read_article(write(tmp_path, "---\ntitle: x\n---\n"))
