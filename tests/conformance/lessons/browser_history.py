"""A last-in-first-out queue as a history: back, forward, and limits."""
import asyncio


class Browser:
    def __init__(self):
        self.back, self.forward, self.page = asyncio.LifoQueue(3), asyncio.LifoQueue(), "home"

    async def visit(self, page):
        if self.back.full():
            print(f"  (history is full, {page} waits)")
        await self.back.put(self.page)
        while not self.forward.empty():
            self.forward.get_nowait()
        self.page = page
        print("at", page)

    def go_back(self):
        try:
            page = self.back.get_nowait()
        except asyncio.QueueEmpty as error:
            print("cannot go back:", repr(error))
        else:
            self.forward.put_nowait(self.page)
            self.page = page
            print("back at", page)

    async def go_forward(self):
        page = await asyncio.wait_for(self.forward.get(), 0.1)
        await self.back.put(self.page)
        self.page = page
        print("forward at", page)


async def main():
    browser = Browser()
    for page in ("news", "sport", "chess"):
        await browser.visit(page)
    browser.go_back()
    browser.go_back()
    await browser.go_forward()
    await browser.visit("maps")
    try:
        await browser.go_forward()
    except TimeoutError:
        print("nothing ahead")
    visiting = asyncio.create_task(browser.visit("shop"))
    await asyncio.sleep(0)
    print("waiting:", not visiting.done(), browser.back.qsize(), browser.back.maxsize)
    browser.go_back()
    await visiting
    for _ in range(4):
        browser.go_back()
    try:
        for n in range(5):
            browser.back.put_nowait(n)
    except asyncio.QueueFull as error:
        print("full after", n, repr(error), browser.back)

asyncio.run(main())
