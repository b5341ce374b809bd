"""Following a growing log: a writer, a reader that waits for more, filters, and an alert."""
import asyncio
import io
import re
from collections import deque


class GrowingFile:
    def __init__(self):
        self._text, self._grown, self.closed = io.StringIO(), asyncio.Condition(), False

    async def write(self, text):
        async with self._grown:
            self._text.seek(0, io.SEEK_END)
            self._text.write(text)
            self._grown.notify_all()

    async def close(self):
        async with self._grown:
            self.closed = True
            self._grown.notify_all()

    async def lines(self):
        position = 0
        while True:
            async with self._grown:
                self._text.seek(position)
                chunk = self._text.read()
                whole, _, rest = chunk.rpartition("\n")
                if not whole and not self.closed:
                    await self._grown.wait()
                    continue
                position += len(whole) + 1 if whole else 0
            for line in whole.splitlines():
                yield line
            if self.closed and not whole:
                return


async def matching(pattern, lines):
    async for line in lines:
        if found := re.search(pattern, line):
            yield found


async def writer(log):
    for pause, text in ((0.5, "info start\nerror 17 disk"), (0.5, " full\ninfo go"), (1, " on\nerror 3 net\n"), (0.2, "error 4 net\nerror 5 net\n"), (1, "info end\n")):
        await asyncio.sleep(pause)
        await log.write(text)
    await log.close()


async def alerts(log, limit=3, within=1.0):
    times = deque(maxlen=limit)
    async for found in matching(r"error (\d+) (?P<what>.+)", log.lines()):
        now = asyncio.get_running_loop().time()
        print(f"{now:.1f} error {found[1]}: {found['what']}")
        times.append(now)
        if len(times) == limit and now - times[0] <= within:
            print(f"{now:.1f} ALERT")


async def count(log):
    return len([line async for line in log.lines()])


async def main():
    log = GrowingFile()
    _, _, lines = await asyncio.gather(writer(log), alerts(log), count(log))
    print(lines, "lines")

asyncio.run(main())
