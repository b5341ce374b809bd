import asyncio
async def c(): pass
asyncio.set_event_loop(None)
for f in (asyncio.gather, asyncio.shield, asyncio.ensure_future, lambda x: asyncio.wait_for(x,1).send(None), lambda x: list(asyncio.as_completed([x]))):
    try: f(c())
    except RuntimeError as e: print(e)
    print("--")
l=asyncio.new_event_loop(); l.close()
for f in (lambda x: asyncio.ensure_future(x,loop=l), l.create_task, l.run_until_complete):
    try: f(c())
    except RuntimeError as e: print(e)
    print("--")
