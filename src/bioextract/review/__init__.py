"""The desk: a local page where a person says of facts whether they are right, mends them, and adds what was missed.

`stores` (where facts come from and verdicts go) -> `desk` (what is asked) with `answers` (what an answer means) and
`form` (the fields of each kind) -> `server` (this machine alone, who knows the token) with `page/`, the page's own
HTML, CSS and JavaScript, which shares what it can with the report's.
"""
