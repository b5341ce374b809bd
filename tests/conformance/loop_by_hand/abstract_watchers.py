"""A policy that says nothing of child watchers has none."""
# shows: policy / AbstractEventLoopPolicy.get_child_watcher / to be overridden
# shows: policy / AbstractEventLoopPolicy.set_child_watcher / to be overridden
import asyncio

abstract = asyncio.AbstractEventLoopPolicy()
for call in (abstract.get_child_watcher, lambda: abstract.set_child_watcher(None)):
    try:
        call()
    except NotImplementedError as error:
        print(repr(error))
