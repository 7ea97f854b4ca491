"""Bytes → text.

The order: byte order mark, declared charset, strict UTF-8, what the bytes look like. Two exceptions: a declared
Western charset gives way to valid UTF-8 (pages that were saved again keep the old declaration), and few high bytes
mean Windows-1252, since guessing from so little is wrong more often than this, for English text.
"""

from __future__ import annotations

import codecs
import re

from bioextract.errors import ReadError

_MAGIC = (
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "ZIP archive, or a Word, Excel or EPUB file"),
    (b"\x1f\x8b", "gzip archive; its name must end in .gz"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"\xd0\xcf\x11\xe0", "old Word or Excel file"),
    (b"{\\rtf", "RTF document"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As browsers read these labels (WHATWG Encoding): pages that say latin-1 mean Windows-1252.
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_SAMPLE = 65_536
_MOSTLY_ENGLISH = 0.1
_CONTINUATIONS = bytes(range(0x80, 0xC0))


def decode_text(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of a file, newlines as they are; raises `ReadError` if it is no text.

    `declared` is the charset that the document or its HTTP header states. UTF-8 with a few damaged bytes, or a
    declared charset that a page breaks, keeps U+FFFD in their place.
    """
    encoding = choose_encoding(data, source, declared)
    try:
        return data.decode(encoding)
    except UnicodeError:
        return data.decode(encoding, "replace")


def choose_encoding(data: bytes, source: str, declared: str | None = None) -> str:
    """The Python codec for these bytes; raises `ReadError` if they are binary or cannot be recognised."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    reject_binary(data, source)
    codec = _find_codec(declared)
    if codec and codec != "cp1252" and _decodes(data, codec):
        return codec
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if codec and codec != "utf-8" and _decodes(data, codec, damaged=True):
            return codec
        return _guess_encoding(data, error.start, source)
    return "utf-8"


def find_declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page declares in its first bytes."""
    head = data[:_DECLARED_WITHIN]
    found = _XML_ENCODING.match(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii", "ignore") if found else None


def normalize_newlines(text: str) -> str:
    r"""The text with \n for \r\n and \r, as `open` reads a file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def reject_binary(data: bytes, source: str) -> None:
    """Raises `ReadError` if the bytes begin as a known binary format does, or hold NUL."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ReadError(source, f"looks like a binary file ({kind})")
    if b"\0" in data:
        raise ReadError(source, "looks like a binary file (it holds NUL bytes)")


def _find_codec(label: str | None) -> str | None:
    """Python's name of the codec that a label means; None for labels that are unknown or no text."""
    try:
        # Decoding refuses the codecs that are no text, such as base64.
        b"x".decode(name := codecs.lookup((label or "").strip()).name, "replace")
    except (LookupError, ValueError):
        return None
    return _LABELS.get(name, name)


def _decodes(data: bytes, codec: str, *, damaged: bool = False) -> bool:
    """Whether the codec reads the bytes, or if they may be `damaged`, all but one character in a hundred."""
    try:
        text = data.decode(codec, "replace" if damaged else "strict")
    except UnicodeError:
        return False
    return not damaged or text.count("\ufffd") * 100 <= len(text)


def _guess_encoding(data: bytes, first_bad: int, source: str) -> str:
    """The likely encoding of bytes that are not UTF-8, from the part around the first of them that shows it."""
    sample = data[max(0, first_bad - _SAMPLE // 16) : first_bad + _SAMPLE]
    if _is_damaged_utf8(sample):
        return "utf-8"
    high = sum(byte > 127 for byte in sample)
    controls = sum(byte < 32 and byte not in b"\t\n\f\r\x1b" for byte in sample)
    if controls * 100 <= len(sample):
        if high <= len(sample) * _MOSTLY_ENGLISH and _decodes(data, "cp1252"):
            return "cp1252"
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        if best and _decodes(data, best.encoding):
            return best.encoding
    reason = f"not UTF-8 (byte 0x{data[first_bad]:02X} at {first_bad:,}), and its encoding cannot be recognised"
    raise ReadError(source, f"{reason}; is it text? Convert it to UTF-8")


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: other encodings hardly ever form its sequences."""
    # A sample may begin and end within a character.
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample.lstrip(_CONTINUATIONS))
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    return good >= max(1, 10 * bad)
