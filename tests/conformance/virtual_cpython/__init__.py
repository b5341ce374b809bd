"""CPython 3.11 on a virtual clock, recording what its event loop does.

The scenario runs on the interpreter that runs this package, with its own C
tasks and futures. Only what conformance.md calls for is replaced: the clock,
the selector, the order of equal timers and of sets of tasks, and the frames
that a traceback shows.
"""
