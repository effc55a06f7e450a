"""Figures to scale, on an axis of numbers."""
