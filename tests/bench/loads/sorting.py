# /// coroscope
# title = "Benchmark: sorting with a key"
# [cost]
# instruction = 0
# ///
"""Sorts objects, tuples, numbers and words by keys of several kinds."""

SIZE = 1  # times a thousand items


class Job:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight


def work():
    jobs = [Job(f"job {n * 7919 % 1000}", n * 31 % 97) for n in range(1_000)]
    jobs.sort(key=lambda job: job.weight)
    by_name = sorted(jobs, key=lambda job: (job.name, -job.weight), reverse=True)
    pairs = sorted((job.weight, job.name) for job in by_name)
    words = sorted((name for _, name in pairs), key=len)
    numbers = sorted([n * 7919 % 1009 for n in range(1_000)], key=lambda n: -n)
    return words[0], numbers[0], max(jobs, key=lambda job: job.weight).name


for _ in range(SIZE):
    work()
