// The module time (Modules/timemodule.c) on the virtual clock, in UTC.
#include "engine/loop/modules/time_module.h"

#include <cmath>
#include <ctime>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::loop {

namespace {

double readClock(Vm& vm) { return RunContext::of(vm).readClock(); }

Ref seconds(Vm& vm, const Arguments&) { return Ref::ofFloat(readClock(vm)); }
Ref wallSeconds(Vm& vm, const Arguments&) { return Ref::ofFloat(kEpoch + readClock(vm)); }

/// Seconds in nanoseconds, rounded half to even as Python's round() does; past 64 bits it
/// saturates.
std::int64_t nanosecondsOf(double value) {
    const double scaled = std::nearbyint(value * 1e9);
    if (scaled >= 9.2e18) return std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(scaled);
}
Ref nanoseconds(Vm& vm, const Arguments&) { return Ref::ofInt(nanosecondsOf(readClock(vm))); }
Ref wallNanoseconds(Vm& vm, const Arguments&) {
    constexpr std::int64_t kEpochNanoseconds = static_cast<std::int64_t>(kEpoch) * 1'000'000'000;
    const std::int64_t since = nanosecondsOf(readClock(vm));
    if (since > std::numeric_limits<std::int64_t>::max() - kEpochNanoseconds)
        return Ref::ofInt(since);
    return Ref::ofInt(kEpochNanoseconds + since);
}

Ref sleep(Vm& vm, const Arguments& a) {
    double length = 0;
    if (a[0].isFloat()) {
        length = a[0].real;
        if (std::isnan(length))
            return raise(vm, vm.exc.ValueError, "Invalid value NaN (not a number)");
    } else {
        length = static_cast<double>(CORO_TRY(asIndex(vm, a[0])));
    }
    if (length < 0) return raise(vm, vm.exc.ValueError, "sleep length must be non-negative");
    if (length * 1e9 > 9.2233720368547e18)
        return raise(vm, vm.exc.OverflowError, "timestamp too large to convert to C _PyTime_t");
    RunContext& run = RunContext::of(vm);
    if (length > 0) {
        CORO_TRY(run.block(length, "time.sleep"));
    } else if (run.workers.any()) {
        CORO_TRY(run.workers.sleep(0));  // lets the other threads have their turn
    }
    if (vm.stopped()) return Raised{};
    return Ref::none();
}

// --- calendar ------------------------------------------------------------------------------------

constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

Outcome<std::tm> brokenDown(Vm& vm, double moment) {
    const double whole = std::floor(moment);
    if (!(std::abs(whole) < 6.7e16))
        return raise(vm, vm.exc.OverflowError, "timestamp out of range for platform time_t");
    const auto since = static_cast<std::time_t>(whole);
    std::tm parts{};
    if (!gmtime_r(&since, &parts)) return raise(vm, vm.exc.ValueError, "year is out of range");
    return parts;
}

/// The moment that an argument names; now, where it is left out or None.
Outcome<std::tm> momentOf(Vm& vm, const Arguments& a, std::uint32_t index) {
    if (a.positional <= index || a[index].isNone()) return brokenDown(vm, kEpoch + readClock(vm));
    if (!a[index].isFloat())
        return brokenDown(vm, static_cast<double>(CORO_TRY(asIndex(vm, a[index]))));
    if (std::isnan(a[index].real))
        return raise(vm, vm.exc.ValueError, "Invalid value NaN (not a number)");
    return brokenDown(vm, a[index].real);
}

/// Flags of a struct_time that was read from a clock: its zone is known.
constexpr std::uint32_t kLocalTime = 1;
constexpr std::uint32_t kUniversalTime = 2;

Ref structTime(Vm& vm, const std::tm& parts, bool isLocal) {
    const Value items[] = {Value::ofInt(parts.tm_year + 1900),
                           Value::ofInt(parts.tm_mon + 1),
                           Value::ofInt(parts.tm_mday),
                           Value::ofInt(parts.tm_hour),
                           Value::ofInt(parts.tm_min),
                           Value::ofInt(parts.tm_sec),
                           Value::ofInt((parts.tm_wday + 6) % 7),
                           Value::ofInt(parts.tm_yday + 1),
                           Value::ofInt(0)};
    Ref made = makeStructSequenceInstance(vm, RunContext::of(vm).structTimeType, items);
    made.as<Tuple>()->flags |= isLocal ? kLocalTime : kUniversalTime;
    return made;
}

/// tm_zone and tm_gmtoff: None in those that the scenario made from nine numbers.
Ref zoneName(Vm& vm, Value self) {
    if (self.object->flags & kLocalTime) return Value(vm.intern("UTC"));
    return self.object->flags & kUniversalTime ? Ref(Value(vm.intern("GMT"))) : Ref::none();
}
Ref zoneOffset(Vm&, Value self) {
    return self.object->flags & (kLocalTime | kUniversalTime) ? Ref::ofInt(0) : Ref::none();
}

/// gettmarg: from a struct_time or a tuple of nine.
Outcome<std::tm> partsFrom(Vm& vm, Value value, std::string_view function) {
    if (!hasFlag(value, kTypeIsTuple))
        return raise(vm, vm.exc.TypeError, "Tuple or struct_time argument required");
    const auto items = value.as<Tuple>()->span();
    if (items.size() != 9) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}(): illegal time tuple argument", function));
    }
    std::int64_t numbers[9];
    for (std::size_t i = 0; i < 9; ++i) {
        numbers[i] = CORO_TRY(asIndex(vm, items[i]));
        if (numbers[i] > 1'000'000 || numbers[i] < -1'000'000)
            return raise(vm, vm.exc.OverflowError, "signed integer is greater than maximum");
    }
    std::tm parts{};
    parts.tm_year = static_cast<int>(numbers[0]) - 1900;
    parts.tm_mon = numbers[1] == 0 ? 0 : static_cast<int>(numbers[1]) - 1;
    parts.tm_mday = numbers[2] == 0 ? 1 : static_cast<int>(numbers[2]);
    parts.tm_hour = static_cast<int>(numbers[3]);
    parts.tm_min = static_cast<int>(numbers[4]);
    parts.tm_sec = static_cast<int>(numbers[5]);
    parts.tm_wday = static_cast<int>((numbers[6] + 1) % 7);
    parts.tm_yday = numbers[7] == 0 ? 0 : static_cast<int>(numbers[7]) - 1;
    const auto outside = [](int number, int least, int most) {
        return number < least || number > most;
    };
    if (outside(parts.tm_mon, 0, 11)) return raise(vm, vm.exc.ValueError, "month out of range");
    if (outside(parts.tm_mday, 1, 31))
        return raise(vm, vm.exc.ValueError, "day of month out of range");
    if (outside(parts.tm_hour, 0, 23)) return raise(vm, vm.exc.ValueError, "hour out of range");
    if (outside(parts.tm_min, 0, 59)) return raise(vm, vm.exc.ValueError, "minute out of range");
    if (outside(parts.tm_sec, 0, 61)) return raise(vm, vm.exc.ValueError, "seconds out of range");
    if (parts.tm_wday < 0) return raise(vm, vm.exc.ValueError, "day of week out of range");
    if (outside(parts.tm_yday, 0, 365))
        return raise(vm, vm.exc.ValueError, "day of year out of range");
    return parts;
}

Ref gmtime(Vm& vm, const Arguments& a) {
    return structTime(vm, CORO_TRY(momentOf(vm, a, 0)), false);
}
Ref momentInZone(Vm& vm, const Arguments& a) {
    return structTime(vm, CORO_TRY(momentOf(vm, a, 0)), true);
}

std::string ascii(const std::tm& parts) {
    return fmt::format("{} {}{:>3} {:02}:{:02}:{:02} {}", kDays[parts.tm_wday],
                       kMonths[parts.tm_mon], parts.tm_mday, parts.tm_hour, parts.tm_min,
                       parts.tm_sec, parts.tm_year + 1900);
}
Ref ctime(Vm& vm, const Arguments& a) { return newStr(vm, ascii(CORO_TRY(momentOf(vm, a, 0)))); }
Ref asctime(Vm& vm, const Arguments& a) {
    if (a.positional == 0)
        return newStr(vm, ascii(CORO_TRY(brokenDown(vm, kEpoch + readClock(vm)))));
    return newStr(vm, ascii(CORO_TRY(partsFrom(vm, a[0], "asctime"))));
}

Ref strftime(Vm& vm, const Arguments& a) {
    if (!isStr(a[0])) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("strftime() argument 1 must be str, not {}", vm.typeOf(a[0])->nameView()));
    }
    std::tm parts = a.positional > 1 ? CORO_TRY(partsFrom(vm, a[1], "strftime"))
                                     : CORO_TRY(brokenDown(vm, kEpoch + readClock(vm)));
    const bool isUniversal = a.positional > 1 && a[1].is(RunContext::of(vm).structTimeType) &&
                             (a[1].object->flags & kUniversalTime) != 0;
    parts.tm_zone = isUniversal ? "GMT" : "UTC";
    const std::string_view format = viewOf(a[0]);
    if (format.size() > 10'000) return raise(vm, vm.exc.ValueError, "strftime format too long");
    // The letters of each directive apart, so that text between them passes as it is.
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            text += format[i];
            continue;
        }
        std::string directive = "%";
        directive += format[++i];
        while ((directive.back() == '-' || directive.back() == '_' || directive.back() == '^' ||
                directive.back() == '#') &&
               i + 1 < format.size()) {
            directive += format[++i];
        }
        char buffer[128];
        const std::size_t written = std::strftime(buffer, sizeof buffer, directive.c_str(), &parts);
        text.append(buffer, written);
    }
    return newStr(vm, text);
}

Ref mktime(Vm& vm, const Arguments& a) {
    std::tm parts = CORO_TRY(partsFrom(vm, a[0], "mktime"));
    return Ref::ofFloat(static_cast<double>(timegm(&parts)));
}

/// Functions that are bundled Python.
Ref callBundled(Vm& vm, std::string_view module, std::string_view function, const Arguments& a) {
    Ref from = CORO_TRY(importName(vm, vm.intern(module), 0, Value::none(), nullptr));
    Ref callable = CORO_TRY(getAttribute(vm, from, vm.intern(function)));
    return vm.call(callable, a);
}
Ref strptime(Vm& vm, const Arguments& a) { return callBundled(vm, "_strptime", "parse_time", a); }
Ref getClockInfo(Vm& vm, const Arguments& a) {
    return callBundled(vm, "_clock_info", "clock_info", a);
}

/// time.clock_gettime: all clocks but that of the day tell the run's own time.
Ref clockGetTime(Vm& vm, const Arguments& a) {
    return CORO_TRY(asIndex(vm, a[0])) == 0 ? wallSeconds(vm, {}) : seconds(vm, {});
}
Ref clockGetNanoseconds(Vm& vm, const Arguments& a) {
    return CORO_TRY(asIndex(vm, a[0])) == 0 ? wallNanoseconds(vm, {}) : nanoseconds(vm, {});
}

Ref setZone(Vm&, const Arguments&) { return Ref::none(); }

struct Row {
    std::string_view name;
    NativeCall function;
    int minimum, maximum;
};
constexpr Row kFunctions[] = {
    {"time", wallSeconds, 0, 0},
    {"time_ns", wallNanoseconds, 0, 0},
    {"monotonic", seconds, 0, 0},
    {"monotonic_ns", nanoseconds, 0, 0},
    {"perf_counter", seconds, 0, 0},
    {"perf_counter_ns", nanoseconds, 0, 0},
    {"process_time", seconds, 0, 0},
    {"process_time_ns", nanoseconds, 0, 0},
    {"thread_time", seconds, 0, 0},
    {"thread_time_ns", nanoseconds, 0, 0},
    {"sleep", sleep, 1, 1},
    {"gmtime", gmtime, 0, 1},
    {"localtime", momentInZone, 0, 1},
    {"ctime", ctime, 0, 1},
    {"asctime", asctime, 0, 1},
    {"strftime", strftime, 1, 2},
    {"mktime", mktime, 1, 1},
    {"strptime", strptime, 1, 2},
    {"get_clock_info", getClockInfo, 1, 1},
    {"tzset", setZone, 0, 0},
    {"clock_gettime", clockGetTime, 1, 1},
    {"clock_gettime_ns", clockGetNanoseconds, 1, 1},
};
constexpr std::pair<std::string_view, int> kNumbers[] = {
    {"timezone", 0},
    {"altzone", 0},
    {"daylight", 0},
    {"CLOCK_REALTIME", 0},
    {"CLOCK_MONOTONIC", 1},
    {"CLOCK_PROCESS_CPUTIME_ID", 2},
    {"CLOCK_THREAD_CPUTIME_ID", 3},
};

}  // namespace

Ref makeTimeModule(RunContext& run) {
    Vm& vm = run.vm;
    run.structTimeType = makeStructSequence(vm, "time.struct_time",
                                            {"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min",
                                             "tm_sec", "tm_wday", "tm_yday", "tm_isdst"},
                                            true);
    addGetter(vm, run.structTimeType, "tm_zone", zoneName);
    addGetter(vm, run.structTimeType, "tm_gmtoff", zoneOffset);
    Ptr<Module> module = makeModule(vm, "time");
    Dict* dict = module->dict.get();
    for (const Row& row : kFunctions)
        addFunction(vm, dict, row.name, row.function, row.minimum, row.maximum);
    setValue(vm, dict, "struct_time", Value(run.structTimeType));
    for (const auto& [name, number] : kNumbers) setValue(vm, dict, name, Value::ofInt(number));
    const Value utc(vm.intern("UTC"));
    const Value names[] = {utc, utc};
    setValue(vm, dict, "tzname", makeTuple(vm, names).value());
    return std::move(module).toRef();
}

}  // namespace coroscope::loop
