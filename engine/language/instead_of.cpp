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
constexpr std::string_view kNoNetwork =
    "a scenario has no network: let asyncio.sleep() stand for the time that an answer takes";
constexpr std::string_view kNoPeers =
    "a scenario has no network: let two tasks talk over a pair of asyncio.Queue";
constexpr std::string_view kMeasured =
    "the window's Statistics tell what each task costs; read time.perf_counter() for the rest";
constexpr std::string_view kNoTests = "use assert statements";
constexpr std::string_view kNumbers =
    "lists with math, statistics and random do for small numbers of values";

constexpr std::array kInstead = {
    Instead{"aiofiles", kNoFiles},
    Instead{"aiohttp", kNoNetwork},
    Instead{"aiomysql", kNoDatabase},
    Instead{"aiopg", kNoDatabase},
    Instead{"aioredis", kNoDatabase},
    Instead{"aiosqlite", kNoDatabase},
    Instead{"anyio", kOnlyAsyncio},
    Instead{"asyncpg", kNoDatabase},
    Instead{"attr", "use a dataclass"},
    Instead{"attrs", "use a dataclass"},
    Instead{"bs4", kNoNetwork},
    Instead{"cProfile", kMeasured},
    Instead{"cmath", "use math, and a pair of floats for a complex number"},
    Instead{"curio", kOnlyAsyncio},
    Instead{"curses", kNoScreen},
    Instead{"django", kNoNetwork},
    Instead{"doctest", kNoTests},
    Instead{"eventlet", kOnlyAsyncio},
    Instead{"fastapi", kNoNetwork},
    Instead{"fileinput", kNoFiles},
    Instead{"flask", kNoNetwork},
    Instead{"ftplib", kNoNetwork},
    Instead{"gevent", kOnlyAsyncio},
    Instead{"glob", kNoFiles},
    Instead{"http", kNoNetwork},
    Instead{"httpx", kNoNetwork},
    Instead{"matplotlib", kNoScreen},
    Instead{"mmap", kNoFiles},
    Instead{"motor", kNoDatabase},
    Instead{"mysql", kNoDatabase},
    Instead{"nest_asyncio", kOwnLoop},
    Instead{"numpy", kNumbers},
    Instead{"pandas", kNumbers},
    Instead{"paramiko", kNoNetwork},
    Instead{"pathlib", "use os.path for the names of files; there are no files to open"},
    Instead{"pickle", "use json, or copy.deepcopy() for a copy"},
    Instead{"profile", kMeasured},
    Instead{"pstats", kMeasured},
    Instead{"psutil", "read time.perf_counter(); a scenario has one process"},
    Instead{"psycopg", kNoDatabase},
    Instead{"psycopg2", kNoDatabase},
    Instead{"pyautogui", kNoScreen},
    Instead{"pydantic", "use a dataclass"},
    Instead{"pygame", kNoScreen},
    Instead{"pymongo", kNoDatabase},
    Instead{"pytest", kNoTests},
    Instead{"redis", kNoDatabase},
    Instead{"requests", kNoNetwork},
    Instead{"resource", "read time.perf_counter(); a scenario has one process"},
    Instead{"scipy", kNumbers},
    Instead{"select", "asyncio itself waits for what is ready: use asyncio.wait()"},
    Instead{"selectors", "asyncio itself waits for what is ready: use asyncio.wait()"},
    Instead{"shelve", kNoDatabase},
    Instead{"shutil", kNoFiles},
    Instead{"smtplib", kNoNetwork},
    Instead{"socket", kNoPeers},
    Instead{"socketserver", kNoPeers},
    Instead{"sqlalchemy", kNoDatabase},
    Instead{"sqlite3", kNoDatabase},
    Instead{"ssl", kNoNetwork},
    Instead{"starlette", kNoNetwork},
    Instead{"subprocess", kNoProcesses},
    Instead{"telnetlib", kNoNetwork},
    Instead{"tempfile", kNoFiles},
    Instead{"tkinter", kNoScreen},
    Instead{"tornado", kOnlyAsyncio},
    Instead{"tqdm", "print the progress"},
    Instead{"tracemalloc", kMeasured},
    Instead{"trio", kOnlyAsyncio},
    Instead{"turtle", kNoScreen},
    Instead{"twisted", kOnlyAsyncio},
    Instead{"unittest", kNoTests},
    Instead{"urllib", kNoNetwork},
    Instead{"urllib3", kNoNetwork},
    Instead{"uvloop", kOwnLoop},
    Instead{"websockets", kNoNetwork},
    Instead{"xmlrpc", kNoNetwork},
    Instead{"zipfile", kNoFiles},
    Instead{"zoneinfo", "use datetime.timezone and timedelta"},
};

static_assert(std::ranges::is_sorted(kInstead, {}, &Instead::module));

struct InsteadOfName {
    std::string_view module;
    std::string_view name;  ///< empty: any other name of the module
    std::string_view hint;
};

/// The first row that fits is the one that counts.
constexpr std::array kInsteadOfNames = {
    InsteadOfName{"asyncio", "create_subprocess_exec", kNoProcesses},
    InsteadOfName{"asyncio", "create_subprocess_shell", kNoProcesses},
    InsteadOfName{"asyncio", "subprocess", kNoProcesses},
    InsteadOfName{"asyncio", "open_connection", kNoPeers},
    InsteadOfName{"asyncio", "open_unix_connection", kNoPeers},
    InsteadOfName{"asyncio", "start_server", kNoPeers},
    InsteadOfName{"asyncio", "start_unix_server", kNoPeers},
    InsteadOfName{"asyncio", "Protocol", kNoPeers},
    InsteadOfName{"asyncio", "DatagramProtocol", kNoPeers},
    InsteadOfName{"asyncio", "StreamReader", kNoPeers},
    InsteadOfName{"asyncio", "StreamWriter", kNoPeers},
    InsteadOfName{"hashlib", {}, "use hashlib.sha256() or sha512()"},
    InsteadOfName{"multiprocessing", "Manager",
                  "use a multiprocessing.Queue, Value or Array for what processes share"},
    InsteadOfName{"os", "popen", kNoProcesses},
    InsteadOfName{"os", "system", kNoProcesses},
    InsteadOfName{"os", "execv", kNoProcesses},
    InsteadOfName{"os", "spawnv", kNoProcesses},
    InsteadOfName{"os", "fork", "start a multiprocessing.Process"},
    InsteadOfName{"os", {}, "a scenario has no files and no other processes"},
    InsteadOfName{"random", "SystemRandom", "use random.Random, or the functions of secrets"},
    InsteadOfName{"sys", "setprofile", "the timeline shows what the program does"},
    InsteadOfName{"sys", "settrace", "the timeline shows what the program does"},
};

struct InsteadOfBuiltin {
    std::string_view name;
    std::string_view hint;
};

constexpr std::array kInsteadOfBuiltins = {
    InsteadOfBuiltin{"breakpoint", "the timeline shows each step: pause it there"},
    InsteadOfBuiltin{"compile", "write the code as a function"},
    InsteadOfBuiltin{"complex", "use a pair of floats"},
    InsteadOfBuiltin{"eval", "int(), float() and json.loads() read values"},
    InsteadOfBuiltin{"exec", "write the code as a function"},
    InsteadOfBuiltin{"help", "print the __doc__ of what you ask about"},
    InsteadOfBuiltin{"memoryview", "use slices of bytes"},
    InsteadOfBuiltin{"open", kNoFiles},
};

}  // namespace

std::string_view insteadOf(std::string_view module) {
    const std::string_view package = module.substr(0, module.find('.'));
    const auto found = std::ranges::lower_bound(kInstead, package, {}, &Instead::module);
    return found != kInstead.end() && found->module == package ? found->hint : std::string_view();
}

std::string_view insteadOfName(std::string_view module, std::string_view name) {
    const auto found = std::ranges::find_if(kInsteadOfNames, [=](const InsteadOfName& row) {
        return row.module == module && (row.name.empty() || row.name == name);
    });
    return found != kInsteadOfNames.end() ? found->hint : std::string_view();
}

std::string_view insteadOfBuiltin(std::string_view name) {
    const auto found = std::ranges::find(kInsteadOfBuiltins, name, &InsteadOfBuiltin::name);
    return found != kInsteadOfBuiltins.end() ? found->hint : std::string_view();
}

}  // namespace coroscope::language
