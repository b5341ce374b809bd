"""Processes of the system, in all the ways that Python has."""
from keyword import *  # a name may stand for anything now: it is the run that has to refuse
import asyncio


async def attempt(make):
    try:
        made = make()
        print("got out:", await made if asyncio.iscoroutine(made) else made)
    except BaseException as error:
        print("refused", type(error).__name__)


async def main():
    loop = asyncio.get_running_loop()
    for module, name, args in (("os", "system", ("id",)), ("os", "popen", ("id",)), ("os", "fork", ()),
                               ("os", "execv", ("/bin/sh", ["sh"])), ("os", "spawnv", (0, "/bin/sh", ["sh"])),
                               ("os", "posix_spawn", ("/bin/sh", ["sh"], {})), ("os", "kill", (1, 0)),
                               ("subprocess", "run", (["id"],)), ("subprocess", "Popen", (["id"],)),
                               ("subprocess", "check_output", (["id"],)), ("pty", "spawn", ("sh",)),
                               ("posix", "system", ("id",)), ("_posixsubprocess", "fork_exec", ()),
                               ("ctypes", "CDLL", (None,)), ("cffi", "FFI", ()), ("commands", "getoutput", ("id",)),
                               ("webbrowser", "open", ("http://127.0.0.1",)), ("code", "interact", ()),
                               ("pdb", "set_trace", ()), ("ensurepip", "bootstrap", ()), ("runpy", "run_path", ("/etc",))):
        await attempt(lambda: getattr(__import__(module, fromlist=[name]), name)(*args))
    await attempt(lambda: asyncio.create_subprocess_exec("id"))
    await attempt(lambda: asyncio.create_subprocess_shell("id"))
    await attempt(lambda: loop.subprocess_exec(print, "id"))
    await attempt(lambda: loop.subprocess_shell(print, "id"))


asyncio.run(main())
