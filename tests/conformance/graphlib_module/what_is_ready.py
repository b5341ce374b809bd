# Tasks that depend on others: those that are ready run together, in waves.
import asyncio
from graphlib import CycleError, TopologicalSorter


async def build(name, sorter):
    await asyncio.sleep(len(name) / 10)
    print('built', name)
    sorter.done(name)


async def main():
    sorter = TopologicalSorter({'app': ['lib', 'ui'], 'ui': ['core'], 'lib': ['core']})
    sorter.add('docs')
    sorter.prepare()
    while sorter.is_active():
        ready = sorter.get_ready()
        print('ready', ready)
        await asyncio.gather(*[build(name, sorter) for name in ready])


asyncio.run(main())
print(list(TopologicalSorter({3: [2], 2: [1], 1: []}).static_order()))
for ring in ({1: [2], 2: [3], 3: [1]}, {1: [1]}, {0: [1], 1: [2], 2: [3, 1], 3: []}):
    try:
        list(TopologicalSorter(ring).static_order())
    except CycleError as error:
        print(error.args)
sorter = TopologicalSorter({'b': ['a']})
for call in (sorter.get_ready, sorter.is_active, sorter.prepare, sorter.prepare, lambda: sorter.add('c'),
             sorter.get_ready, lambda: sorter.done('b'), lambda: sorter.done('z'), lambda: sorter.done('a'),
             lambda: sorter.done('a')):
    try:
        print(call())
    except ValueError as error:
        print(error)
