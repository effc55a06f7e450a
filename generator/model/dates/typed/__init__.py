"""Dates as people write them, to EDTF: for what a person sees proposed, never for data files.

`reader` is the one way in, for `new`, imports, and the way out of problems; `other_languages` has
their months and words, `parts` seasons and parts of years, `clock_times` times, `relative`
"yesterday".
"""
