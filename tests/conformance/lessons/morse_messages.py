"""Morse code both ways with dictionaries, a generator of beeps, and a sender on the clock."""
import asyncio

CODE = dict(zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))
BACK = {code: letter for letter, code in CODE.items()}


def encode(text):
    return " / ".join(" ".join(CODE[letter] for letter in word) for word in text.lower().split())


def decode(code):
    return " ".join("".join(BACK.get(sign, "?") for sign in word.split()) for word in code.split("/"))


async def beeps(code, unit=0.1):
    lengths = {".": 1, "-": 3, " ": 2, "/": 3}
    for sign in code:
        await asyncio.sleep(lengths[sign] * unit)
        yield sign, asyncio.get_running_loop().time()


async def main():
    for text in ("sos", "hello world", "Python"):
        code = encode(text)
        assert decode(code) == text.lower()
        print(f"{text:<12} {code}")
    heard, last = "", 0.0
    async for sign, when in beeps(encode("sos me")):
        heard, last = heard + sign, when
    print(decode(heard), f"took {last:.1f} s", len(heard), decode("... -.-.-.- ..."))
    try:
        encode("é")
    except KeyError as error:
        print("no code for", error)

asyncio.run(main())
