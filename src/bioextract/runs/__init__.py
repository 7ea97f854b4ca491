"""Many articles at once: the run behind `bioextract run`, from its plan to its summary; `run` is where it begins."""
