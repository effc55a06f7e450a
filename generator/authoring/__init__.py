"""What helps people write data: scaffolds, imports as drafts, fixes, schemas for editors, changes
in words.

It returns texts and plans; the command line writes them.
May import: support, model, loading, validation, rendering.language, exports, jinja2,
openpyxl, yaml.
"""
