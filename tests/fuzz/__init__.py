"""Fuzzing: inputs made at random from the model, until something raises or takes too long."""
