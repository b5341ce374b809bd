// Depth: what a scenario nests without end ends in RecursionError, and nothing is broken by it.
#include <gtest/gtest.h>

#include "tests/engine/runtime/run_python.h"

namespace coroscope::runtime::test {
namespace {

std::string outputOf(const std::string& text) {
    const PythonRun run = runPython(text);
    EXPECT_EQ(run.error, "");
    return run.out;
}

TEST(Recursion, LeavesAGeneratorThatHasNoRoomResumable) {
    EXPECT_EQ(outputOf(R"(
def numbers():
    yield 1
    yield 2
generator = numbers()
next(generator)
def deeper(resume):
    try:
        deeper(resume)
    except RecursionError:
        resume()
refused = []
def throw():
    try:
        generator.throw(ValueError)
    except RecursionError:
        refused.append(1)
deeper(throw)
print(generator.gi_running, len(refused))
print(next(generator))
try:
    raise
except RuntimeError as error:
    print(error)
)"),
              R"(False 1
2
No active exception to reraise
)");
}

TEST(Recursion, EndsTheHashOfATupleInsideATupleWithoutEnd) {
    EXPECT_EQ(outputOf(R"(
nested = ()
for _ in range(100_000):
    nested = (nested,)
try:
    hash(nested)
except RecursionError as error:
    print(error)
)"),
              "maximum recursion depth exceeded\n");
}

TEST(Recursion, EndsAnExceptionThrownThroughAChainOfAwaitsWithoutEnd) {
    EXPECT_EQ(outputOf(R"(
import sys
sys.setrecursionlimit(1_000_000)
class Pause:
    def __await__(self):
        yield
async def chain(depth):
    await (chain(depth - 1) if depth else Pause())
for depth in 1000, 3000:
    coroutine = chain(depth)
    coroutine.send(None)
    try:
        coroutine.throw(ValueError('through'))
    except (ValueError, RecursionError) as error:
        print(type(error).__name__)
)"),
              "ValueError\nRecursionError\n");
}

TEST(Recursion, EndsIteratorsOverIteratorsWithoutEnd) {
    EXPECT_EQ(outputOf(R"(
import itertools
one = lambda item: item
wraps = [lambda i: map(one, i), lambda i: filter(one, i), zip, enumerate, itertools.chain,
         itertools.cycle, itertools.accumulate, lambda i: itertools.islice(i, 5),
         lambda i: itertools.tee(map(one, i))[0]]
for wrap in wraps:
    chain = iter([1])
    for _ in range(20_000):
        chain = wrap(chain)
    try:
        next(chain)
    except RecursionError:
        print("ended", end=" ")
)"),
              "ended ended ended ended ended ended ended ended ended ");
}

}  // namespace
}  // namespace coroscope::runtime::test
