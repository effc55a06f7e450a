"""What follows from a chronology and is nowhere typed: where accounts differ, figures beside each
other, since when something is known, what is related to what. Values only, no words.

May import: support, model.
"""
