"""Maps of places, drawn from outlines, without any other host."""
