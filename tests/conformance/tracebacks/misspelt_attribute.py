"""A misspelt attribute, with a suggestion."""
words = []
words.append("one")
words.apend("two")
