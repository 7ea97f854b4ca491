"""The report: one HTML file to look at what was found; it needs no network and no server.

`source` (where records, texts and rejects come from) -> `pack` (an article as the page reads it), `athletes` (people
of several articles put together), `run` (numbers) -> `write` (one file) with `page/`, the page's own HTML, CSS and
JavaScript.
"""
