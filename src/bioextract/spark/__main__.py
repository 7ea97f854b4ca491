"""`python -m bioextract.spark`; spark-submit takes this file."""

from __future__ import annotations

import sys

if __name__ == "__main__":  # worker processes import this module under another name
    try:
        import pyspark  # noqa: F401
    except ImportError:
        sys.exit("bioextract: PySpark is missing; install it: pip install 'bioextract[spark]'")
    from bioextract.spark.command import main

    sys.exit(main())
