# /// coroscope
# title = "A seed of its own"
# seed = 7
# ///
"""The header's seed replaces 0."""
import random

print(random.random(), random.randint(1, 100))
