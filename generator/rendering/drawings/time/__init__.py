"""What lies on an axis of time: the band, an actor's strip, the dates that accounts give."""
