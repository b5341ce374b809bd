# A size that is no number is taken, and fails where it is compared.
import asyncio
async def main():
    for m in ("x", None, 1.5, []):
        try:
            q = asyncio.Queue(m); print(q.maxsize, q.empty())
        except Exception as e: print('made', type(e).__name__, e); continue
        try: print(q.full())
        except Exception as e: print(type(e).__name__, e)
        try: q.put_nowait(1)
        except Exception as e: print(type(e).__name__, e)
        try: await q.put(1)
        except Exception as e: print(type(e).__name__, e)
        print(q)
asyncio.run(main())
