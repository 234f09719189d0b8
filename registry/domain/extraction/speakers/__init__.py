"""Who says it: names, groups and pronouns as the sources of what is claimed."""
