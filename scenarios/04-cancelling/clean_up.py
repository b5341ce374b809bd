# /// coroscope
# title = "Cancel, and clean up"
# summary = "cancel() only asks; the task still runs its finally"
# category = "Cancelling"
# level = 2
# ///
"""cancel() is not instantaneous.

It arranges for CancelledError to be raised inside the task, at the
await where it stands, when the loop next runs it. What stands in
finally is still done, and may even take time. Whoever wants to know
that the task has ended must await it.
"""
import asyncio


async def download(name, seconds):
    try:
        print(f"{name}: started")
        await asyncio.sleep(seconds)
        print(f"{name}: complete")
    finally:
        print(f"{name}: closing the file")
        await asyncio.sleep(1)
        print(f"{name}: closed")


async def main():
    song = asyncio.create_task(download("song", 1), name="song")
    film = asyncio.create_task(download("film", 9), name="film")
    await asyncio.sleep(3)
    film.cancel()
    print("main: cancel() called, is film done?", film.done())
    try:
        await film
    except asyncio.CancelledError:
        print("main: now film is done:", film.done())
    print("main: song was cancelled?", song.cancelled())


asyncio.run(main())
