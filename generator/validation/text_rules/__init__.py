"""The rules over the data and the texts of its sources: what a machine can check of a locator.

What is cited stands where it is cited, every number is held by a figure, and no sentence was
copied. No rule knows what a sentence means. To add one, see `validation/registry.py`.
"""

from generator.validation.text_rules import locators, numbers, wording

__all__ = ["locators", "numbers", "wording"]
