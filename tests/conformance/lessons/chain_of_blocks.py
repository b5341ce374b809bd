"""A toy chain of blocks: hashes, proofs of work, tampering found, and several miners."""
import asyncio
import hashlib
import json
from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True)
class Block:
    index: int
    data: str
    previous: str = field(repr=False)
    nonce: int = 0

    @property
    def hash(self):
        text = json.dumps(asdict(self), sort_keys=True).encode()
        return hashlib.sha256(text).hexdigest()


def valid(chain, difficulty):
    for before, block in zip(chain, chain[1:]):
        if block.previous != before.hash:
            return f"block {block.index} does not follow block {before.index}"
        if not block.hash.startswith("0" * difficulty):
            return f"block {block.index} was not mined"
    return "valid"


async def mine(name, block, start, step, difficulty):
    nonce = start
    while True:
        candidate = replace(block, nonce=nonce)
        if candidate.hash.startswith("0" * difficulty):
            return name, candidate
        nonce += step
        await asyncio.sleep(0.01)


async def main(difficulty=1, miners=3):
    chain = [Block(0, "genesis", "")]
    for index, data in enumerate(("ann pays bob 5", "bob pays cid 3", "cid pays ann 1"), 1):
        block = Block(index, data, chain[-1].hash)
        tasks = [asyncio.create_task(mine(f"miner {i}", block, i, miners, difficulty)) for i in range(miners)]
        done, losers = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in losers:
            task.cancel()
        winner, mined = [task for task in tasks if task in done][0].result()
        chain.append(mined)
        print(f"{asyncio.get_running_loop().time():.2f} {winner} found {mined} {mined.hash[:8]}")
    print(valid(chain, difficulty))
    chain[2] = replace(chain[2], data="bob pays cid 300")
    print(valid(chain, difficulty))
    for name in ("md5", "sha1", "sha512"):
        print(name, hashlib.new(name, b"hello").hexdigest()[:16], getattr(hashlib, name)().digest_size)
    h = hashlib.sha256(b"in ")
    h.update(b"parts")
    print(h.hexdigest() == hashlib.sha256(b"in parts").hexdigest(), h.name, h.copy().digest() == h.digest())

asyncio.run(main())
