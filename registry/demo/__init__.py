"""Example data: five real commentaries told as facts, invented columnists of known skill, and articles to read."""
