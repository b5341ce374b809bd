// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importable_modules.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/loop/modules/loop_modules.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_modules.h"
#include "engine/scenario/source_text.h"
#include "engine/trace/recorder.h"

namespace coroscope {

namespace {

using NameSet = std::set<std::string, std::less<>>;

/// What a program prints that is run for its answer.
std::string answerOf(const std::string& text) {
    const auto source = scenario::SourceText::fromBytes("<names>", text);
    const language::ParseResult parsed = language::parse(std::get<scenario::SourceText>(source));
    auto compiled = language::compile(*parsed.ast->module, "<names>");
    trace::Recorder recorder(1000);
    loop::RunContext run({}, recorder);
    run.runMain(std::get<std::shared_ptr<const language::CodeObject>>(std::move(compiled)));
    return run.stdoutText;
}

NameSet wordsOf(std::string_view rest) {
    NameSet names;
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of(" \n");
        names.emplace(rest.substr(0, end));
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    return names;
}

/// What is in a module here, but for the functions that do nothing but refuse.
NameSet namesIn(std::string_view module) {
    const std::string text =
        answerOf(fmt::format("import {} as module\n"
                             "names = {{*module.__dict__, *module.__dict__.get('__lazy__', ())}}\n"
                             "print(*names.difference(module.__dict__.get('__refused__', ())))\n",
                             module));
    return wordsOf(text);
}

/// What a module makes only when it is asked for it (`collections.abc`) is in none of its lists.
bool isMadeWhenAskedFor(std::string_view module, std::string_view name) {
    return answerOf(fmt::format("import {0} as module\n"
                                "print('{1}' not in module.__dict__ and hasattr(module, '{1}'))\n",
                                module, name)) == "True\n";
}

/// The names of each module that was asked about, found once in the life of the process.
class KnownNames {
public:
    bool contains(std::string_view module, std::string_view name) {
        const std::scoped_lock lock(mutex_);
        auto found = names_.find(module);
        if (found == names_.end()) found = names_.emplace(module, Names{namesIn(module), {}}).first;
        Names& names = found->second;
        if (names.there.contains(name)) return true;
        if (names.missing.contains(name)) return false;
        const bool isThere = isMadeWhenAskedFor(module, name);
        (isThere ? names.there : names.missing).emplace(name);
        return isThere;
    }

private:
    struct Names {
        NameSet there, missing;
    };

    std::mutex mutex_;
    std::map<std::string, Names, std::less<>> names_;
};

/// Only what CPython has and we have not is refused: for a name that CPython lacks as well the
/// program gets its ImportError when it runs.
bool hasName(std::string_view module, std::string_view name) {
    static KnownNames known;
    const runtime::StandardModule* standard = runtime::standardModule(module);
    if (module == "__main__" || (standard != nullptr && !standard->has(name))) return true;
    return known.contains(module, name);
}

language::ImportableModules allModules() {
    language::ImportableModules modules;
    // Understood by the compiler.
    modules.names.insert("__future__");
    // There from the beginning.
    modules.names.insert("builtins");
    modules.names.insert("__main__");
    for (const std::string_view name : runtime::runtimeModuleNames()) modules.names.emplace(name);
    for (const std::string_view name : loop::loopModuleNames()) modules.names.emplace(name);
    modules.hasName = hasName;
    modules.isStandard = runtime::isInStandardLibrary;
    return modules;
}

}  // namespace

const language::ImportableModules& importableModules() {
    static const language::ImportableModules modules = allModules();
    return modules;
}

const std::set<std::string>& offeredNames(std::string_view module) {
    static std::mutex mutex;
    static std::map<std::string, std::set<std::string>, std::less<>> known;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(module);
    if (found != known.end()) return found->second;
    std::set<std::string> offered;
    if (importableModules().names.contains(module)) {
        const NameSet names = wordsOf(answerOf(
            fmt::format("import {} as module\n"
                        "names = {{*module.__dict__, *module.__dict__.get('__lazy__', ())}}\n"
                        "names -= {{*module.__dict__.get('__refused__', ())}}\n"
                        "kind = type(module)\n"
                        "print(*[name for name in names if name[0] != '_'\n"
                        "        and not isinstance(getattr(module, name), kind)])\n",
                        module)));
        offered.insert(names.begin(), names.end());
    }
    return known.emplace(module, std::move(offered)).first->second;
}

const std::set<std::string>& offeredMethods() {
    // What refuses says so whatever it is called with; what comes from the base class never does,
    // and might run the loop.
    static const std::set<std::string> offered = [] {
        const NameSet names = wordsOf(
            answerOf("import asyncio\n"
                     "loop = asyncio.new_event_loop()\n"
                     "kinds = {type(loop)}\n"
                     "for kind in vars(asyncio).values():\n"
                     "    if isinstance(kind, type) and not issubclass(kind, BaseException):\n"
                     "        kinds.add(kind)\n"
                     "def refuses(name):\n"
                     "    if 'of \\'_Unix' not in repr(getattr(type(loop), name, None)):\n"
                     "        return False\n"
                     "    try:\n"
                     "        getattr(loop, name)()\n"
                     "    except NotImplementedError:\n"
                     "        return True\n"
                     "    except TypeError:\n"
                     "        pass\n"
                     "    return False\n"
                     "names = {name for kind in kinds for name in dir(kind) if name[0] != '_'}\n"
                     "print(*[name for name in names if not refuses(name)])\n"));
        return std::set<std::string>(names.begin(), names.end());
    }();
    return offered;
}

}  // namespace coroscope
