// gc.collect() where a program means harm, or much. What it finds is compared with CPython by
// tests/conformance/gc_module and the random programs of the suite `cycles`.
#include <gtest/gtest.h>

#include "tests/engine/loop/run_scenario.h"

namespace coroscope::loop::test {
namespace {

constexpr std::string_view kNode =
    "import gc, weakref\n"
    "class Node: pass\n"
    "def pair():\n"
    "    a, b = Node(), Node()\n"
    "    a.other, b.other = b, a\n"
    "    return a\n";

std::string run(const std::string& text, RunSettings settings = {}) {
    const ScenarioRun ran = runText(std::string(kNode) + text, std::move(settings));
    return ran.out + ran.error + ran.message;
}

TEST(CycleCollector, GivesMemoryBack) {
    RunSettings settings;
    settings.limits.memoryBytes = std::size_t{4} << 20;
    EXPECT_EQ(run("for _ in range(200):\n"
                  "    for _ in range(100): pair().load = 'x' * 4000\n"
                  "    gc.collect()\n"
                  "print('through')\n",
                  settings),
              "through\n");
}

TEST(CycleCollector, CountsForTheLimitOnInstructions) {
    RunSettings settings;
    settings.limits.instructions = 20'000'000;
    const auto ran =
        runText("import gc\nkept = [[] for _ in range(100000)]\nwhile True: gc.collect()\n",
                std::move(settings));
    EXPECT_EQ(ran.finish, trace::Finish::Limit);
}

TEST(CycleCollector, TakesAChainOfAnyLengthApart) {
    EXPECT_EQ(run("first = last = Node()\n"
                  "for _ in range(100000):\n"
                  "    last.next = Node()\n"
                  "    last = last.next\n"
                  "last.next = first\n"
                  "del first, last\n"
                  "print(gc.collect())\n"),
              "100001\n");
}

TEST(CycleCollector, RunsWhereAnObjectIsBeingDestroyed) {
    EXPECT_EQ(run("class Collects:\n"
                  "    def __del__(self):\n"
                  "        pair()\n"
                  "        print(gc.collect())\n"
                  "items = [pair(), Collects(), pair()]\n"
                  "del items\n"
                  "table = {1: Collects(), 2: (Collects(),)}\n"
                  "table.clear()\n"),
              "4\n4\n2\n");
}

TEST(CycleCollector, DoesNotNest) {
    EXPECT_EQ(run("class Collects:\n"
                  "    def __init__(self): self.me = self\n"
                  "    def __del__(self): print('nested', gc.collect())\n"
                  "Collects()\n"
                  "a = pair()\n"
                  "watching = weakref.ref(a, lambda r: print('called', gc.collect()))\n"
                  "del a\n"
                  "print(gc.collect())\n"),
              "called 0\nnested 0\n3\n");
}

TEST(CycleCollector, TakesClassesApart) {
    EXPECT_EQ(run("def classes():\n"
                  "    class Meta(type):\n"
                  "        def who(cls): return __class__\n"
                  "    class Base(metaclass=Meta):\n"
                  "        def who(self): return __class__\n"
                  "    class Derived(Base): pass\n"
                  "    Derived.one = Derived()\n"
                  "    Base.derived = Derived\n"
                  "    Derived.one.list = [Derived.one]\n"
                  "    return [weakref.ref(each) for each in (Meta, Base, Derived, Derived.one)]\n"
                  "lost = classes()\n"
                  "gc.collect()\n"
                  "print([each() for each in lost])\n"),
              "[None, None, None, None]\n");
}

TEST(CycleCollector, LeavesAloneWhatRuns) {
    EXPECT_EQ(run("def steps():\n"
                  "    mine = Node()\n"
                  "    mine.me = mine\n"
                  "    for each in [Node(), Node()]:\n"
                  "        gc.collect()\n"
                  "        yield each is not mine\n"
                  "    print(mine.me is mine)\n"
                  "print([*map(lambda each: (gc.collect(), each), steps())])\n"
                  "print(*(gc.collect() for _ in range(2)), [gc.collect()])\n"),
              "True\n[(0, True), (0, True)]\n1 0 [0]\n");
}

TEST(CycleCollector, ShowsNobodyWhatIsHalfGone) {
    const std::string out =
        run("import asyncio\n"
            "async def lost():\n"
            "    await asyncio.get_running_loop().create_future()\n"
            "async def main():\n"
            "    node = Node()\n"
            "    node.task, node.me = asyncio.create_task(lost(), name='lost'), node\n"
            "    node.held = lambda: None\n"
            "    def callback(reference):\n"
            "        print('called', [t.get_name() for t in asyncio.all_tasks()])\n"
            "    watching = weakref.ref(node.held, callback)\n"
            "    await asyncio.sleep(0)\n"
            "    del node\n"
            "    gc.collect()\n"
            "    print([t.get_name() for t in asyncio.all_tasks()])\n"
            "asyncio.run(main())\n");
    EXPECT_NE(out.find("['Task-1']"), std::string::npos) << out;
}

TEST(CycleCollector, StopsWithTheRun) {
    RunSettings settings;
    settings.limits.instructions = 1'000'000;
    const auto ran = runText(std::string(kNode) +
                                 "class Spins:\n"
                                 "    def __init__(self): self.me = self\n"
                                 "    def __del__(self):\n"
                                 "        while True: pass\n"
                                 "for _ in range(10): Spins()\n"
                                 "gc.collect()\n",
                             std::move(settings));
    EXPECT_EQ(ran.finish, trace::Finish::Limit);
}

}  // namespace
}  // namespace coroscope::loop::test
