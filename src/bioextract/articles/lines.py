"""A stream of bytes as a stream of lines, for the formats that hold many articles."""

from __future__ import annotations

import io
from io import BufferedReader

from bioextract.articles.encoding import choose_encoding, reject_binary

_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff", b"\xef\xbb\xbf")


def open_lines(stream: BufferedReader, source: str, encoding: str | None = None) -> io.TextIOWrapper:
    r"""The lines of a stream, ends as they are (\n or \r\n).

    The encoding is that of the byte order mark, else `encoding`, else what the first megabyte looks like. Bytes that
    are not UTF-8 become lone surrogates (U+DC80 to U+DCFF), so that only their line is lost; other encodings give
    U+FFFD. Raises `ReadError` if the file is binary.
    """
    head = stream.peek()
    if encoding and not head.startswith(_MARKS):
        reject_binary(head.partition(b"\n")[0], source)
    else:
        # Up to the last newline: the sample must not end within a character.
        encoding = choose_encoding(head[: head.rfind(b"\n") + 1] or head, source)
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    return io.TextIOWrapper(stream, encoding, errors, newline="\n")
