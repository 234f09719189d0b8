"""Text in, candidates out."""
