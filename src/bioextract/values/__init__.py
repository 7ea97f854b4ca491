"""Pure text -> value: numbers, dates, marks, countries, events, ranks, disciplines; no spaCy, no files but lexicons."""
