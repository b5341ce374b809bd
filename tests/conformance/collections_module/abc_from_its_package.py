from collections import abc
import collections

print(isinstance([], abc.Iterable), collections.abc is abc, abc.__name__)
