from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import os
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from random import Random

import pytest

from bioextract.articles import Article, ReadOptions, read_article, read_articles
from bioextract.errors import ReadError, UsageError

DEFAULTS = ReadOptions()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str, content: bytes = b"Berg won.\n") -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def sources(*paths: str) -> list[str | None]:
    return [found.source if isinstance(found, Article) else f"! {found}" for found in read_articles(paths)]


def reason(path: str, options: ReadOptions = DEFAULTS) -> str:
    (found,) = read_articles([path], options)
    assert isinstance(found, ReadError)
    assert found.source == path
    return found.reason


def test_text_file(folder: Path) -> None:
    write("news/2023-08-26.txt", content="José won.\r\nTwice.\r".encode())
    expected = Article("José won.\nTwice.\n", None, dt.date(2023, 8, 26), "news/2023-08-26.txt", "path")
    assert list(read_articles(["news/2023-08-26.txt"])) == [expected]
    assert read_article("news/2023-08-26.txt") == expected


def test_option_is_the_last_resort(folder: Path) -> None:
    write("a.txt", "2023-08-26.txt")
    found = list(read_articles(["."], ReadOptions(published=dt.date(2000, 1, 1))))
    days = [(item.published, item.published_from) for item in found if isinstance(item, Article)]
    assert days == [(dt.date(2023, 8, 26), "path"), (dt.date(2000, 1, 1), "option")]


@pytest.mark.parametrize("name", ["a.txt.gz", "A.TXT", "a.Md", "a.markdown", "a.md.gz"])
def test_suffixes(folder: Path, name: str) -> None:
    write(name, content=gzip.compress(b"Berg won.\n") if name.endswith("gz") else b"Berg won.\n")
    assert read_article(name).text == "Berg won.\n"


def test_folder_order(folder: Path) -> None:
    write("d/b.txt", "d/a.txt", "d/B.txt", "d/a/z.txt", "d/a-b/c.txt", "d/é.txt", "d/x.txt/y.md")
    write("d/.hidden.txt", "d/.git/a.txt", "d/notes.pdf", "d/noext", content=b"no")
    expected = ["d/B.txt", "d/a/z.txt", "d/a-b/c.txt", "d/a.txt", "d/b.txt", "d/x.txt/y.md", "d/é.txt"]
    assert sources("d") == sources("d/") == sources("./d") == expected


def test_each_file_once(folder: Path) -> None:
    write("d/a.txt", "b.txt")
    Path("link.txt").symlink_to("b.txt")
    found = sources("b.txt", "d/a.txt", "d", "./b.txt", "link.txt", str(folder / "b.txt"), "*.txt")
    assert found == ["b.txt", "d/a.txt"]


def test_patterns(folder: Path) -> None:
    write("b.txt", "a.txt", "d/c.txt", "d/e/f.md", "c.pdf", "x[1].txt")
    assert sources("*.txt") == ["a.txt", "b.txt", "x[1].txt"]
    assert sources("*") == ["a.txt", "b.txt", "d/c.txt", "d/e/f.md", "x[1].txt"]
    assert sources("**/*.md", "[ab].txt") == ["d/e/f.md", "a.txt", "b.txt"]
    assert sources("x[1].txt") == ["x[1].txt"]
    assert sources("*.html") == ["! *.html: no article matches the pattern"]
    assert sources("*.pdf") == ["! *.pdf: no article matches the pattern"]


def test_going_on_after_errors(folder: Path) -> None:
    write("a.txt", "c.txt")
    write("b.txt", content=b"")
    assert sources("none.txt", ".", "c.pdf") == [
        "! none.txt: no such file",
        "a.txt",
        "! b.txt: empty: there is no text in it",
        "c.txt",
        "! c.pdf: no such file",
    ]


def test_unknown_suffix(folder: Path) -> None:
    write("a.pdf", "b", "c.gz")
    for path in ("a.pdf", "b", "c.gz"):
        assert reason(path).startswith("unknown kind of file; the known ones are .txt, .md,")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\xc2\xa0\r\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "looks like a binary file (PNG image)"),
        ("a.md", b"PK\x03\x04", "looks like a binary file (ZIP"),
        ("a.html", b"%PDF-1.4", "looks like a binary file (PDF"),
        ("a.html", b"", "empty"),
        ("a.txt.gz", b"plain", "damaged gzip data: Not a gzipped file"),
        ("a.txt.gz", gzip.compress(b"Berg won.", mtime=0)[:-6], "damaged gzip data"),
        ("a.txt.gz", gzip.compress(b"Berg won." * 99, mtime=0)[:12] + b"\xff" * 30, "damaged gzip data"),
        ("a.txt.gz", gzip.compress(b"", mtime=0), "empty"),
    ],
)
def test_unusable_content(folder: Path, name: str, content: bytes, expected: str) -> None:
    write(name, content=content)
    assert reason(name).startswith(expected)


def test_empty_folders(folder: Path) -> None:
    Path("d.txt/e").mkdir(parents=True)
    write("d.txt/e/a.pdf")
    assert reason("d.txt") == "no articles found in folder"


def test_links(folder: Path) -> None:
    write("d/a.txt", "real/b.txt")
    Path("d/broken.txt").symlink_to("nowhere.txt")
    Path("d/broken.pdf").symlink_to("nowhere.pdf")
    Path("d/loop.txt").symlink_to("loop.txt")
    Path("d/up").symlink_to("..")
    Path("d/real").symlink_to("../real")
    Path("d/again").symlink_to("../real")
    assert sources("d") == [
        "d/a.txt",
        "d/again/b.txt",
        "! d/broken.txt: no such file (a broken link?)",
        "! d/loop.txt: too many levels of symbolic links",
    ]


def test_pipes_do_not_hang(folder: Path) -> None:
    os.mkfifo("a.txt")
    assert reason("a.txt") == "not a regular file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read everything")
def test_no_permission(folder: Path) -> None:
    write("d/a.txt", "d/e/b.txt")
    Path("d/a.txt").chmod(0)
    Path("d/e").chmod(0)
    try:
        assert sources("d") == ["! d/a.txt: permission denied", "! d/e: permission denied"]
    finally:
        Path("d/e").chmod(0o700)


def test_permission_error_is_plain(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    write("a.txt")
    monkeypatch.setattr(io, "FileIO", refuse)
    assert reason("a.txt") == "permission denied"


def test_file_name_that_is_not_utf8(folder: Path) -> None:
    path = os.fsdecode(b"caf\xe9.txt")
    write(path)
    assert sources(path) == sources(".") == ["caf\ufffd.txt"]


def test_odd_paths(folder: Path) -> None:
    assert sources("", "a\0b.txt") == ["! : no such file", "! a\0b.txt: no such file"]


def use_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> io.BytesIO:
    buffer = io.BytesIO(data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(buffer))
    return buffer


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = use_stdin(monkeypatch, "José won.\r\n".encode())
    assert read_article("-") == Article("José won.\n", source="-")
    assert not buffer.closed
    use_stdin(monkeypatch, b'{"id": "x", "text": "One."}\n{"text": "Two."}\n')
    found = list(read_articles(["-", "-"], ReadOptions(stdin_format="jsonl")))
    assert found == [Article("One.", source="-#x"), Article("Two.", source="-#line 2")]
    use_stdin(monkeypatch, b"text\nOne.\n")
    assert read_article("-", ReadOptions(stdin_format="csv")).text == "One."
    use_stdin(monkeypatch, b"")
    assert reason("-").startswith("empty")


def test_unknown_format_of_standard_input() -> None:
    with pytest.raises(UsageError, match="unknown format of standard input 'pdf'; the formats are txt, md"):
        read_articles(["-"], ReadOptions(stdin_format="pdf"))


def test_read_article_raises(folder: Path) -> None:
    write("a.jsonl", content=b'{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(ReadError, match=r"a\.jsonl: holds more than one article"):
        read_article("a.jsonl")
    with pytest.raises(ReadError, match=r"none\.txt: no such file"):
        read_article("none.txt")


def test_nothing_is_cut(folder: Path) -> None:
    write("a.txt", content=b"x" * 100)
    write("é.txt", content="é".encode() * 100)
    write("b.txt", content=b"x" * 500)
    assert len(read_article("a.txt", ReadOptions(max_characters=100)).text) == 100
    assert len(read_article("é.txt", ReadOptions(max_characters=100)).text) == 100
    options = ReadOptions(max_characters=99)
    assert reason("a.txt", options) == "100 characters, more than the limit of 99 (raise it with --max-characters)"
    assert reason("b.txt", options).startswith("more than 400 bytes, so beyond the limit of 99 characters")


def test_large_files_in_bounded_time_and_memory(folder: Path) -> None:
    write("line.txt", content=b"Anna Berg won. " * 350_000)
    write("huge.txt", content=b"Anna Berg won.\n" * 3_500_000)
    write("bomb.txt.gz", content=gzip.compress(b"x" * 100_000_000, 1))
    write("old.txt", content=("Anna Berg’s win. " * 300_000).encode("cp1252"))
    started = time.process_time()
    assert len(read_article("line.txt").text) == 5_250_000
    assert len(read_article("old.txt").text) == 5_100_000
    tracemalloc.start()
    try:
        for path in ("huge.txt", "bomb.txt.gz"):
            assert "--max-characters" in reason(path)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert time.process_time() - started < 20


VALID = {
    "txt": "José won.\n",
    "md": "---\ntitle: Berg\n---\nJosé won.\n",
    "html": "<html><head><meta charset=utf-8><title>Berg</title></head><body><p>José won in Lund.</p></body></html>",
    "json": '[{"id": 1, "text": "José won."}, {"id": 2, "text": "Twice.\\ud83d"}]',
    "jsonl": '{"id": 1, "text": "José won."}\n{"id": 2, "text": "Twice."}\n',
    "csv": 'id,text\n1,José won.\n2,"Twice,\n""again""."\n',
    "warc": "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: 81\r\n\r\n"
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Berg won.</p></html>\r\n\r\n",
}


@pytest.mark.parametrize("suffix", VALID)
@pytest.mark.parametrize("packed", [False, True])
def test_any_damage_is_an_article_or_an_error(folder: Path, suffix: str, packed: bool) -> None:
    random = Random(suffix)
    name = f"a.{suffix}.gz" if packed else f"a.{suffix}"
    for _ in range(60):
        data = bytearray(gzip.compress(VALID[suffix].encode()) if packed else VALID[suffix].encode())
        for _ in range(random.randrange(4)):
            at = random.randrange(len(data))
            data[at : at + random.randrange(3)] = random.randbytes(random.randrange(3))
        write(name, content=bytes(data[: random.choice([len(data), random.randrange(len(data) + 1)])]))
        found = list(read_articles([name]))
        assert found
        for item in found:
            assert isinstance(item, Article | ReadError)
            assert item.source is not None and item.source.startswith(name)


def test_import_is_cheap() -> None:
    heavy = (
        "{'trafilatura', 'htmldate', 'lxml', 'warcio', 'yaml', 'charset_normalizer', 'email', 'logging', 'pydantic'}"
    )
    code = f"import sys, bioextract.articles; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_source_of_a_file_is_another(tmp_path: Path) -> None:
    """Whatever the ids: lines are known by these names, and one would take the place of another."""
    path = tmp_path / "a.jsonl"
    entries = [
        {"id": 3},
        {"id": "x", "text": "2"},
        {"text": ""},
        {"id": "x", "text": "4"},
        {"id": "x (2)", "text": "5"},
    ]
    entries += [{"id": "x", "text": "6"}, {"id": "line 8", "text": "7"}, {"text": "8"}, {"id": "x"}]
    path.write_text("\n".join(map(json.dumps, entries)))
    names = [str(found.source).removeprefix(f"{path.as_posix()}#") for found in read_articles([str(path)])]
    assert names == ["3", "x", "line 3", "x (2)", "x (2) (2)", "x (3)", "line 8", "line 8 (2)", "x (4)"]
