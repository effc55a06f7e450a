"""The search's index: records of text, and the files in which scripts look words up."""
