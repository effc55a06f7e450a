"""What is drawn: plain values and a language in, one block of HTML with inline SVG out.

A position across is a percentage of the width and a position down is pixels, without a `viewBox`,
so that text and marks keep their size from a phone to a wide screen. Nothing here knows events,
pages or where a drawing will stand.
"""
