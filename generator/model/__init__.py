"""What a chronology is, as frozen values: dates as evidence, records and what their fields may
hold, which record names which, where files lie and pages will stand, and the problems that are
found in them. No files are read here, and nothing is shown.

May import: support, babel, dateutil, pydantic.
"""
