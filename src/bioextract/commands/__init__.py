"""The commands: one module each. What is heavy is imported inside them, so that `--help` is quick."""
