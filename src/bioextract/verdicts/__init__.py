"""What people say of facts: right, wrong, mended, added. It wins over the extractor.

`verdict` (one of them) -> `apply` (verdicts and the people of a record -> people), kept by `file` beside records,
and in a database by `sinks/database/verdicts.py`; `corpus` makes annotated articles of them, for training and `eval`.
"""
