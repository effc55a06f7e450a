"""What helps people write data: scaffolds, imports as drafts, fixes, schemas for editors, changes
in words. Returns texts and plans; the command line writes them.

May import: everything above but the pages and drawings of rendering.
"""
