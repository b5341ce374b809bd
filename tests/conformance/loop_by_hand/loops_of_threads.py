"""The running loop and the current loop are each thread's own."""
# shows: eventloop / get_running_loop / of the current thread alone
# shows: eventloop / set_event_loop / for the current thread alone
# shows: policy / AbstractEventLoopPolicy / a loop for each thread, by default
import asyncio
import threading


def ask(who):
    for function in (asyncio.get_running_loop, asyncio.get_event_loop):
        try:
            print(who, names.get(function(), "another"))
        except RuntimeError as error:
            print(who, error)


def thread():
    ask("thread")
    asyncio.set_event_loop(second)
    ask("thread, set")
    second.call_soon(ask, "thread, in a callback")
    second.run_until_complete(asyncio.sleep(1))


async def main():
    ask("main")
    other = threading.Thread(target=thread, name="other")
    other.start()
    await asyncio.to_thread(other.join)
    ask("main")


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
names = {first: "first", second: "second"}
asyncio.set_event_loop(first)
first.run_until_complete(main())
ask("at the end")
first.close()
second.close()
