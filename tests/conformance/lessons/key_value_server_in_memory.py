"""A key-value server: text commands parsed with match, clients as tasks, and expiring keys."""
import asyncio



class Server:
    def __init__(self):
        self.data, self.expires, self.inbox = {}, {}, asyncio.Queue()

    async def serve(self):
        while True:
            line, reply = await self.inbox.get()
            if line is None:
                break
            try:
                reply.set_result(self.execute(shlex_split(line)))
            except (ValueError, KeyError) as error:
                reply.set_result(f"-ERR {type(error).__name__} {error}")

    def execute(self, words):
        now = asyncio.get_running_loop().time()
        for key in [key for key, when in self.expires.items() if when <= now]:
            del self.data[key], self.expires[key]
        match [words[0].upper(), *words[1:]] if words else []:
            case ["SET", key, value]:
                self.data[key] = value
                return "+OK"
            case ["SET", key, value, "EX", seconds]:
                self.data[key], self.expires[key] = value, now + float(seconds)
                return "+OK"
            case ["GET", key]:
                return self.data.get(key, "(nil)")
            case ["INCR", key, *by] if len(by) < 2:
                self.data[key] = str(int(self.data.get(key, 0)) + int(by[0] if by else 1))
                return self.data[key]
            case ["DEL", first, *more]:
                return sum(self.data.pop(key, None) is not None for key in (first, *more))
            case ["KEYS"]:
                return sorted(self.data)
            case []:
                raise ValueError("empty command")
            case [command, *_]:
                raise ValueError(f"unknown or malformed {command!r}")


def shlex_split(line):
    words, quoted = [], False
    for part in line.split('"'):
        words += [part] if quoted else part.split()
        quoted = not quoted
    return words


async def client(server, name, *commands, pause=0.5):
    for command in commands:
        reply = asyncio.get_running_loop().create_future()
        await server.inbox.put((command, reply))
        print(f"{name}> {command:<24} {await reply}")
        await asyncio.sleep(pause)


async def main():
    server = Server()
    serving = asyncio.create_task(server.serve())
    await asyncio.gather(
        client(server, "a", "SET x 1", "INCR x", "INCR x 40", "GET x", "DEL x y"),
        client(server, "b", 'set title "a b c"', "get title", "SET t 1 EX 0.6", "GET t", "GET t", pause=0.4),
        client(server, "c", "INCR title", "JUMP", "", "KEYS"))
    await server.inbox.put((None, None))
    await serving

asyncio.run(main())
