#include "engine/language/instead_of.h"

#include <algorithm>
#include <array>

namespace coroscope::language {

namespace {

struct Instead {
    std::string_view module;
    std::string_view hint;
};

constexpr std::string_view kNoFiles =
    "a scenario has no files: keep the text in a string or an io.StringIO";
constexpr std::string_view kNoProcesses =
    "a scenario starts no programs: let asyncio.sleep() stand for the time that one takes";
constexpr std::string_view kOwnLoop =
    "the program runs on asyncio's own loop: leave the import and its use out";
constexpr std::string_view kOnlyAsyncio = "write it with asyncio";
constexpr std::string_view kNoScreen = "print what the window would show";
constexpr std::string_view kNoDatabase =
    "keep the rows in a dict, and let asyncio.sleep() stand for the time that a query takes";
constexpr std::string_view kNoTests = "use assert statements";
constexpr std::string_view kNumbers =
    "lists with math, statistics and random do for small numbers of values";

constexpr std::array kInstead = {
    Instead{"aioredis", kNoDatabase},
    Instead{"aiosqlite", kNoDatabase},
    Instead{"anyio", kOnlyAsyncio},
    Instead{"cmath", "use math, and a pair of floats for a complex number"},
    Instead{"curio", kOnlyAsyncio},
    Instead{"glob", kNoFiles},
    Instead{"matplotlib", kNoScreen},
    Instead{"mmap", kNoFiles},
    Instead{"motor", kNoDatabase},
    Instead{"mysql", kNoDatabase},
    Instead{"nest_asyncio", kOwnLoop},
    Instead{"numpy", kNumbers},
    Instead{"pandas", kNumbers},
    Instead{"pathlib", "use os.path for the names of files; there are no files to open"},
    Instead{"pickle", "use json, or copy.deepcopy() for a copy"},
    Instead{"psutil", "read time.perf_counter(); a scenario has one process"},
    Instead{"psycopg", kNoDatabase},
    Instead{"psycopg2", kNoDatabase},
    Instead{"pygame", kNoScreen},
    Instead{"pymongo", kNoDatabase},
    Instead{"pytest", kNoTests},
    Instead{"redis", kNoDatabase},
    Instead{"resource", "read time.perf_counter(); a scenario has one process"},
    Instead{"select", "asyncio itself waits for what is ready: use asyncio.wait()"},
    Instead{"selectors", "asyncio itself waits for what is ready: use asyncio.wait()"},
    Instead{"shelve", kNoDatabase},
    Instead{"shutil", kNoFiles},
    Instead{"sqlalchemy", kNoDatabase},
    Instead{"sqlite3", kNoDatabase},
    Instead{"subprocess", kNoProcesses},
    Instead{"tempfile", kNoFiles},
    Instead{"tkinter", kNoScreen},
    Instead{"tqdm", "print the progress"},
    Instead{"trio", kOnlyAsyncio},
    Instead{"turtle", kNoScreen},
    Instead{"unittest", kNoTests},
    Instead{"uvloop", kOwnLoop},
    Instead{"zoneinfo", "use datetime.timezone and timedelta"},
};

static_assert(std::ranges::is_sorted(kInstead, {}, &Instead::module));

}  // namespace

std::string_view insteadOf(std::string_view module) {
    const std::string_view package = module.substr(0, module.find('.'));
    const auto found = std::ranges::lower_bound(kInstead, package, {}, &Instead::module);
    return found != kInstead.end() && found->module == package ? found->hint : std::string_view();
}

}  // namespace coroscope::language
