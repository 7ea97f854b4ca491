"""bioextract on Spark: `extract` for DataFrames, `python -m bioextract.spark` as a job (see `docs/spark.md`).

It needs PySpark 4 (`pip install 'bioextract[spark]'`, or that of the platform) and Java 17.
"""

from __future__ import annotations

from bioextract.spark.frame import extract

__all__ = ["extract"]
