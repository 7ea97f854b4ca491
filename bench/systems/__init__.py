"""The systems of `compare.py`, one file each, in the order of its table."""

from systems import dates, ours, recognizers, rules_in_a_day, smollm2, stock
from systems.system import System

SYSTEMS: tuple[System, ...] = (
    ours.WHOLE,
    ours.RULES,
    stock.BLANK,
    stock.SM,
    stock.MD,
    rules_in_a_day.SYSTEM,
    recognizers.SYSTEM,
    dates.SYSTEM,
    smollm2.SYSTEM,
)
