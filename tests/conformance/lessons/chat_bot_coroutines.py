"""A bot that holds many talks at once, each a coroutine that asks and waits for answers."""
import asyncio
from collections import defaultdict


class Talk:
    def __init__(self, user, bot):
        self.user, self.bot, self.inbox = user, bot, asyncio.Queue()

    async def ask(self, question, check=str, tries=2):
        self.tell(question)
        while tries:
            answer = await asyncio.wait_for(self.inbox.get(), 5)
            try:
                return check(answer)
            except ValueError:
                tries -= 1
                self.tell("pardon?" if tries else "never mind")
        raise LookupError(question)

    def tell(self, text):
        print(f"{asyncio.get_running_loop().time():4.1f} bot to {self.user}: {text}")


class Bot:
    def __init__(self):
        self.talks, self.commands, self.score = {}, {}, defaultdict(int)

    def command(self, name):
        def decorate(function):
            self.commands[name] = function
            return function
        return decorate

    def receive(self, user, text):
        print(f"{asyncio.get_running_loop().time():4.1f} {user}: {text}")
        if user in self.talks:
            self.talks[user].inbox.put_nowait(text)
        elif (name := text.partition(" ")[0]) in self.commands:
            talk = self.talks[user] = Talk(user, self)
            task = asyncio.create_task(self._hold(talk, self.commands[name]), name=f"{name} with {user}")
            task.add_done_callback(lambda task: self.talks.pop(user))

    async def _hold(self, talk, function):
        try:
            await function(talk)
        except TimeoutError:
            talk.tell("are you asleep?")
        except LookupError as error:
            talk.tell(f"no answer to {error}")


bot = Bot()


@bot.command("/sum")
async def sums(talk):
    first = await talk.ask("first number?", int)
    second = await talk.ask("second number?", int)
    talk.tell(f"{first} + {second} = {first + second}")


@bot.command("/hi")
async def hello(talk):
    name = await talk.ask("your name?", str.title)
    bot.score[name] += 1
    talk.tell(f"hello {name}, visit {bot.score[name]}")


async def main():
    script = [("ann", "/sum"), ("bob", "/hi"), ("ann", "2"), ("bob", "bob"), ("ann", "x"), ("ann", "40"), ("bob", "/hi"), ("ann", "/sum"), ("ann", "a"), ("ann", "b"), ("bob", "/nothing")]
    for user, text in script:
        bot.receive(user, text)
        await asyncio.sleep(0.5)
    await asyncio.sleep(6)
    print(dict(bot.score), bot.talks, sorted(bot.commands))

asyncio.run(main())
