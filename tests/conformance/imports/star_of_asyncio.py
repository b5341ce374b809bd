# What `from asyncio import *` binds, but for the networks, subprocesses and transports, which are not run here.
from asyncio import *

REFUSED = '''
AbstractChildWatcher AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport
FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher Protocol ReadTransport SafeChildWatcher Server StreamReader
StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport ThreadedChildWatcher Transport WriteTransport
create_subprocess_exec create_subprocess_shell get_child_watcher open_connection open_unix_connection set_child_watcher
start_server start_unix_server _set_running_loop'''.split()
print(*sorted(name for name in globals() if not name.startswith('__') and name not in REFUSED), sep='\n')

import asyncio
from asyncio import base_events, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, timeouts

for module in (asyncio, base_events, events, exceptions, futures, locks, queues, runners, taskgroups, tasks, timeouts):
    print(module.__name__, [name for name in module.__all__ if name not in REFUSED])


async def main():
    policy = get_event_loop_policy()
    print(type(policy).__name__, policy.get_event_loop() is get_running_loop())
    print(await gather(sleep(0.1, 'a'), sleep(0.2, 'b')))


run(main())
