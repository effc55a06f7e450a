"""The rules: one function each, its docstring is the rule, its code is explained on the
page of problems. They hold over the whole chronology, and against the archived texts. Rules yield
findings and know no lines; `check` loads, applies all of them, and places what they find.

May import: support, model, loading.
"""
