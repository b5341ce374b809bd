"""A forgotten comma."""
pair = (1 2)
