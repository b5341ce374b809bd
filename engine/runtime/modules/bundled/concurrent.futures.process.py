"""Where concurrent.futures keeps its pool of processes."""
from concurrent.futures import BrokenProcessPool, ProcessPoolExecutor
