"""A folder of YAML to a Chronology, and every problem of every file with line and column. What is
sound is kept. No rule across records.

May import: support, model, pydantic, yaml.
"""
