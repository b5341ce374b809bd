# /// coroscope
# title = "Behind a shield"
# summary = "shield() saves the inner task, not the one that waits"
# category = "Cancelling"
# level = 3
# ///
"""shield() puts a future between the one that waits and the work.

Both clerks are cancelled at the same moment. The first one's letter
dies with him. The second one's letter stands behind a shield: the
clerk goes home, the letter is still finished. Keep a reference to
it, or nobody will ever ask what became of it.
"""
import asyncio


async def write_letter(to):
    print(f"letter to {to}: Dear {to},")
    await asyncio.sleep(3)
    print(f"letter to {to}: Yours sincerely")
    return f"a letter to {to}"


async def clerk(letter):
    try:
        await letter
    except asyncio.CancelledError:
        print("a clerk goes home")
        raise


async def main():
    to_eve = asyncio.create_task(write_letter("Eve"), name="Eve")
    to_bob = asyncio.create_task(write_letter("Bob"), name="Bob")
    first = asyncio.create_task(clerk(to_eve), name="clerk 1")
    second = asyncio.create_task(
        clerk(asyncio.shield(to_bob)), name="clerk 2"
    )
    await asyncio.sleep(1)
    first.cancel()
    second.cancel()
    await asyncio.sleep(1)
    print("the letter to Eve was cancelled:", to_eve.cancelled())
    print("the letter to Bob was cancelled:", to_bob.cancelled())
    print("in the post:", await to_bob)


asyncio.run(main())
