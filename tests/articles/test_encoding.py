from __future__ import annotations

import pytest

from bioextract.articles.encoding import decode_text, find_declared_charset, normalize_newlines
from bioextract.errors import ReadError

CURLY = "Berg’s coach was “happy” – she won the 400m hurdles in Lund on Sunday."
ACCENT = "The race was won by José Garcia in 13.02 seconds, his best of the season."
JAPANESE = "坂井は日曜日の大会で優勝した。彼は今年の世界選手権に出場する予定である。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [CURLY, ACCENT, JAPANESE, "plain"])
def test_unicode(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(("encoding", "bom"), [("utf-16-be", b"\xfe\xff"), ("utf-32-be", b"\0\0\xfe\xff")])
def test_big_endian_marks(encoding: str, bom: bytes) -> None:
    assert decode_text(bom + CURLY.encode(encoding), "a.txt") == CURLY


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CURLY, "cp1252"),
        (ACCENT, "cp1252"),
        (ACCENT, "latin-1"),
        ("x" * 200_000 + CURLY, "cp1252"),
        (CURLY + "x" * 200_000, "cp1252"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_guessed(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (JAPANESE, "euc_jp", "euc-jp"),
        ("Đoković won in Niš", "cp1250", "windows-1250"),
        ("Đoković won in Niš", "iso8859-2", "iso-8859-2"),
        (CURLY, "cp1252", "iso-8859-1"),
        (CURLY, "cp1252", "us-ascii"),
        (CURLY, "utf-8", "iso-8859-1"),
        (JAPANESE, "utf-8", "shift_jis"),
        (CURLY, "cp1252", "utf-8"),
        (CURLY, "cp1252", "shift_jis"),
        (CURLY, "utf-8", "utf-16"),
        (CURLY, "utf-8", "no-such-charset"),
        (CURLY, "utf-8", "base64"),
        (CURLY, "utf-8", "\0"),
    ],
)
def test_declared(text: str, encoding: str, declared: str) -> None:
    assert decode_text(text.encode(encoding), "a.html", declared) == text


def test_damage_shows() -> None:
    data = (ACCENT * 12).encode() + b"\xff end"
    assert decode_text(data, "a.txt") == ACCENT * 12 + "\ufffd end"
    assert decode_text((ACCENT * 12 + "é").encode()[:-1], "a.txt") == ACCENT * 12 + "\ufffd"
    assert decode_text((JAPANESE * 3).encode("shift_jis")[:-1], "a.html", "shift_jis")[:-1] == (JAPANESE * 3)[:-1]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n123", "binary file (PNG image)"),
        (b"%PDF-1.7\n", "binary file (PDF document)"),
        (b"PK\x03\x04abc", "binary file (ZIP"),
        (b"\xff\xd8\xff\xe0", "binary file (JPEG image)"),
        (b"\x1f\x8b\x08", "binary file (gzip"),
        (b"{\\rtf1\\ansi hello}", "binary file (RTF"),
        (b"hello\0world", "binary file (it holds NUL bytes)"),
        (bytes(range(1, 256)) * 9, "its encoding cannot be recognised"),
        (b"\xff\x01\x02\x03\x04", "not UTF-8 (byte 0xFF at 0)"),
    ],
)
def test_binary(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode_text(data, "a.txt")
    assert reason in caught.value.reason
    assert caught.value.source == "a.txt"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<html><head><meta charset="shift_jis">', "shift_jis"),
        (b"<META CHARSET=utf-8>", "utf-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "windows-1252"),
        (b'<?xml version="1.0" encoding="euc-jp"?><html>', "euc-jp"),
        (b"<html><body>charset=utf-8", None),
        (b" " * 5000 + b'<meta charset="utf-8">', None),
        (b"<meta " * 700, None),
    ],
)
def test_declared_charset(head: bytes, charset: str | None) -> None:
    assert find_declared_charset(head) == charset


def test_newlines() -> None:
    assert normalize_newlines("a\r\nb\rc\n\r\nd\u2028e") == "a\nb\nc\n\nd\u2028e"
