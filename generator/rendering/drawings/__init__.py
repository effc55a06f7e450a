"""What is drawn: prepared plain values in, one block of HTML with inline SVG out.

Everything across is a percentage of the width and everything down is pixels, without a `viewBox`,
so that text and marks keep their size from a phone to a wide screen. Nothing here knows events,
pages or where a drawing will stand.
"""
