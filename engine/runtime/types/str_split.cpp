// Methods of str that take text apart and put it together.
#include <algorithm>
#include <cstring>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/str_methods.h"
#include "engine/runtime/types/text_split.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

constexpr auto kNone = std::string_view::npos;

Ref listOfTexts(Vm& vm, const Parts& parts, Str* whole) {
    CORO_TRY(parts.reserveValues());
    Ptr<List> list = makeList(vm, static_cast<std::uint32_t>(parts.size()));
    for (const std::string_view part : parts) {
        if (!spendEffort(vm, 1)) return Raised{};
        // What was not split is the str itself.
        Ref item = part.size() == whole->byteLength && whole->type == vm.types.str
                       ? Ref(Value(whole))
                       : CORO_TRY(newStr(vm, part));
        CORO_TRY(listAppend(vm, list.get(), item));
    }
    return std::move(list).toRef();
}

/// Moves `at` on to the first character that is a space (or is not, if not `wanted`).
void skipTo(std::string_view text, std::size_t& at, bool wanted) {
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte > ' ' && byte < 0x7F) {  // most characters of most texts, none of them a space
            if (!wanted) return;
            ++at;
            continue;
        }
        std::size_t next = at;
        if (unicodeIsSpace(decodeAt(text, next)) == wanted) return;
        at = next;
    }
}

Parts splitSpace(Vm& vm, std::string_view text, std::int64_t limit) {
    Parts parts(vm);
    std::size_t at = 0;
    for (;;) {
        skipTo(text, at, false);
        if (at == text.size()) break;
        if (limit >= 0 && static_cast<std::int64_t>(parts.size()) == limit) {
            parts.add(text.substr(at));  // the rest as it is
            return parts;
        }
        const std::size_t begin = at;
        skipTo(text, at, true);
        parts.add(text.substr(begin, at - begin));
    }
    return parts;
}

Parts splitSpaceBackwards(Vm& vm, std::string_view text, std::int64_t limit) {
    Parts parts(vm);
    std::size_t end = text.size();
    const auto before = [&text](std::size_t at) {
        do --at;
        while (isContinuation(text[at]));
        return at;
    };
    const auto spaceAt = [&text](std::size_t at) { return unicodeIsSpace(decodeAt(text, at)); };
    while (end > 0) {
        if (spaceAt(before(end))) {
            end = before(end);
            continue;
        }
        std::size_t begin = end;
        if (limit >= 0 && static_cast<std::int64_t>(parts.size()) == limit) {
            parts.add(text.substr(0, end));  // the rest as it is
            break;
        }
        while (begin > 0 && !spaceAt(before(begin))) begin = before(begin);
        parts.add(text.substr(begin, end - begin));
        end = begin;
    }
    parts.reverse();
    return parts;
}

template <bool backwards>
Ref strSplit(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"sep", "maxsplit"};
    Value values[2];
    CORO_TRY(bindArguments(vm, backwards ? "rsplit" : "split", args.withoutFirst(), kNames, 0, 2,
                           values));
    auto* self = args[0].as<Str>();
    const std::string_view text = self->view();
    const std::int64_t limit = values[1].isUnbound() ? -1 : CORO_TRY(asIndex(vm, values[1]));
    if (values[0].isUnbound() || values[0].isNone()) {
        return listOfTexts(
            vm, backwards ? splitSpaceBackwards(vm, text, limit) : splitSpace(vm, text, limit),
            self);
    }
    if (!isStr(values[0])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("must be str or None, not {}", typeName(vm, values[0])));
    }
    const std::string_view separator = viewOf(values[0]);
    if (separator.empty()) return raise(vm, vm.exc.ValueError, "empty separator");
    return listOfTexts(vm,
                       backwards ? splitTextBackwards(vm, text, separator, limit)
                                 : splitText(vm, text, separator, limit),
                       self);
}

bool isLineEnd(char32_t c) {
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

Ref strSplitLines(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"keepends"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "splitlines", args.withoutFirst(), kNames, 0, 1, values));
    const bool keep = values[0].isUnbound() ? false : CORO_TRY(asCInt(vm, values[0])) != 0;
    const std::string_view text = viewOf(args[0]);
    Parts parts(vm);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] >= ' ') {  // ASCII that ends no line; bytes of longer characters are negative
            ++at;
            continue;
        }
        const std::size_t end = at;
        const char32_t c = decodeAt(text, at);
        if (!isLineEnd(c)) continue;
        if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
        parts.add(text.substr(begin, (keep ? at : end) - begin));
        begin = at;
    }
    if (begin < text.size()) parts.add(text.substr(begin));
    return listOfTexts(vm, parts, args[0].as<Str>());
}

Ref tupleOfThree(Vm& vm, std::string_view a, std::string_view b, std::string_view c) {
    Ref first = CORO_TRY(newStr(vm, a));
    Ref second = CORO_TRY(newStr(vm, b));
    Ref third = CORO_TRY(newStr(vm, c));
    const Value items[] = {first, second, third};
    return makeTuple(vm, items).toRef();
}

template <bool backwards>
Ref strPartition(Vm& vm, const Arguments& args) {
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("must be str, not {}", typeName(vm, args[1])));
    }
    const std::string_view text = viewOf(args[0]), separator = viewOf(args[1]);
    if (separator.empty()) return raise(vm, vm.exc.ValueError, "empty separator");
    const std::size_t found = backwards ? findTextLast(text, separator) : findText(text, separator);
    if (found == kNone) {
        return backwards ? tupleOfThree(vm, "", "", text) : tupleOfThree(vm, text, "", "");
    }
    return tupleOfThree(vm, text.substr(0, found), separator,
                        text.substr(found + separator.size()));
}

Ref strJoin(Vm& vm, const Arguments& args) {
    Ref items = args[1];
    if (!items.is(vm.types.list) && !items.is(vm.types.tuple))
        items = CORO_TRY(itemsToJoin(vm, items));
    const std::span<Value> parts =
        items.is(vm.types.list) ? items.as<List>()->span() : items.as<Tuple>()->span();
    const std::string_view separator = viewOf(args[0]);
    std::size_t bytes = 0;
    bool ascii = args[0].as<Str>()->isAscii();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!isStr(parts[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("sequence item {}: expected str instance, {} found", i,
                                     typeName(vm, parts[i])));
        }
        bytes += viewOf(parts[i]).size() + (i > 0 ? separator.size() : 0);
        ascii = ascii && parts[i].as<Str>()->isAscii();
    }
    if (parts.empty()) return newStr(vm, "");
    if (parts.size() == 1 && parts[0].is(vm.types.str)) return parts[0];
    if (bytes > UINT32_MAX) return refuseBytes(vm, bytes);
    CORO_TRY(reserveBytes(vm, bytes));
    Ptr<Str> made = makeUninitializedStr(vm, bytes);
    char* out = made->mutableData();
    const auto put = [&out](std::string_view text) {
        std::memcpy(out, text.data(), text.size());
        out += text.size();
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) put(separator);
        put(viewOf(parts[i]));
    }
    if (ascii) {
        finishAsciiStr(made.get());
    } else {
        finishStr(made.get());
    }
    return std::move(made).toRef();
}

}  // namespace

void addStrSplitMethods(Vm& vm) {
    Type* type = vm.types.str;
    addMethod(vm, type, "split", readingAll<strSplit<false>>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "rsplit", readingAll<strSplit<true>>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "splitlines", readingAll<strSplitLines>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "partition", strPartition<false>, 2, 2);
    addMethod(vm, type, "rpartition", strPartition<true>, 2, 2);
    addMethod(vm, type, "join", strJoin, 2, 2);
}

}  // namespace coroscope::runtime
