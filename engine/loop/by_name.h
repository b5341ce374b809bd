// Natives that are Python functions in CPython and whose arguments may be given by name as well.
#pragma once

#include <algorithm>
#include <cstddef>

#include "engine/loop/bind_python.h"

namespace coroscope::loop {

/// A name as a template's argument.
template <std::size_t kSize>
struct Name {
    char text[kSize] = {};
    constexpr Name() = default;
    constexpr Name(const char (&from)[kSize]) { std::copy_n(from, kSize, text); }
};

template <std::size_t kFirst, std::size_t kSecond>
constexpr auto operator+(const Name<kFirst>& first, const Name<kSecond>& second) {
    Name<kFirst + kSecond - 1> both;
    std::copy_n(first.text, kFirst - 1, both.text);
    std::copy_n(second.text, kSecond, both.text + kFirst - 1);
    return both;
}

/// Binds the parameters `kNames` (all needed, `self` among them) of `kFunction`, and calls
/// `function` with them by position. With `kMore`, arguments by position may follow them.
template <runtime::NativeCall function, bool kMore, Name kFunction, Name... kNames>
runtime::Ref bindByName(runtime::Vm& vm, const runtime::Arguments& a) {
    constexpr std::size_t kCount = sizeof...(kNames);
    const bool fits = kMore ? a.positional >= kCount : a.positional == kCount;
    if (a.keywords == 0 && fits) [[likely]]
        return function(vm, a);
    static constexpr std::string_view kParameters[] = {kNames.text...};
    runtime::Value values[kCount];
    CORO_TRY(bindLikePython(vm, kFunction.text, a, {kParameters, kCount, kCount}, values));
    return function(vm, runtime::Arguments{values, kCount, 0, nullptr});
}

/// `def kFunction(kNames…)`
template <runtime::NativeCall function, Name kFunction, Name... kNames>
runtime::Ref byName(runtime::Vm& vm, const runtime::Arguments& a) {
    return asPython<bindByName<function, false, kFunction, kNames...>>(vm, a);
}

/// `def kFunction(kNames…, *args)`
template <runtime::NativeCall function, Name kFunction, Name... kNames>
runtime::Ref byNameAndMore(runtime::Vm& vm, const runtime::Arguments& a) {
    return asPython<bindByName<function, true, kFunction, kNames...>>(vm, a);
}

}  // namespace coroscope::loop
