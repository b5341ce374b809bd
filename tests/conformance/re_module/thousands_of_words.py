# /// coroscope
# [cost]
# instruction = 0
# ///
# Patterns may be long.
import re

words = re.compile(r"\b(?:" + "|".join(f"word{i:04}" for i in range(2700)) + r")\b")
print(words.findall("word0007 word2699 word2700"), bool(re.compile("a*b*" * 2400).match("ab")))
