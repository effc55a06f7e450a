"""`python -m generator`."""

import gc

from generator.adapters.cli import main

# A run makes millions of small values, hardly a cycle among them, and ends: looking for cycles
# would be a quarter of its time.
gc.disable()
main(prog_name="python -m generator")
