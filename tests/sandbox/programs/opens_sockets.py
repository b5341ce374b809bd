"""Sockets, streams, transports, HTTP."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse
import asyncio


async def attempt(make):
    try:
        made = make()
        print("got out:", await made if asyncio.iscoroutine(made) else made)
    except BaseException as error:
        print("refused", type(error).__name__)


class Protocol:
    def connection_made(self, transport):
        print("got out")


async def main():
    loop = asyncio.get_running_loop()
    for module, name, args in (("socket", "socket", ()), ("socket", "create_connection", (("127.0.0.1", 80),)),
                               ("http.client", "HTTPConnection", ("127.0.0.1",)), ("ssl", "create_default_context", ()),
                               ("urllib.request", "urlopen", ("http://127.0.0.1",)), ("_socket", "socket", ()),
                               ("selectors", "DefaultSelector", ()), ("select", "epoll", ()), ("smtplib", "SMTP", ()),
                               ("socketserver", "TCPServer", (("", 0), None)), ("xmlrpc.client", "ServerProxy", ("",))):
        await attempt(lambda: getattr(__import__(module, fromlist=[name]), name)(*args))
    await attempt(lambda: asyncio.open_connection("127.0.0.1", 80))
    await attempt(lambda: asyncio.start_server(print, "127.0.0.1", 0))
    await attempt(lambda: asyncio.open_unix_connection("/var/run/docker.sock"))
    await attempt(lambda: loop.create_connection(Protocol, "127.0.0.1", 80))
    await attempt(lambda: loop.create_server(Protocol, "127.0.0.1", 0))
    await attempt(lambda: loop.create_datagram_endpoint(Protocol, local_addr=("127.0.0.1", 0)))
    await attempt(lambda: loop.create_unix_server(Protocol, "/tmp/coroscope.sock"))
    await attempt(lambda: loop.getaddrinfo("example.org", 80))
    await attempt(lambda: loop.add_reader(0, print))
    await attempt(lambda: loop.connect_read_pipe(Protocol, 0))


asyncio.run(main())
