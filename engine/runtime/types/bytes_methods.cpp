// Methods that bytes and bytearray share (Objects/bytes_methods.c, stringlib).
#include "engine/runtime/types/bytes_methods.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/bytes_internal.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/str_methods.h"
#include "engine/runtime/types/text_replace.h"
#include "engine/runtime/types/text_split.h"

namespace coroscope::runtime {

Ref sameKind(Vm& vm, Value like, std::string_view data) {
    CORO_TRY(reserveBytes(vm, data.size()));
    return sameKind(vm, like, std::string(data));
}
Ref sameKind(Vm& vm, Value like, std::string&& data) {
    return isByteArray(vm, like) ? newByteArray(vm, std::move(data))
                                 : newBytes(vm, std::move(data));
}

namespace {

constexpr auto kNone = std::string_view::npos;

/// A bytes-like argument; copied, so that a bytearray may change meanwhile.
Outcome<std::string> bytesArgument(Vm& vm, Value value) {
    if (isBytesLike(vm, value)) return std::string(bytesView(value));
    return raise(vm, vm.exc.TypeError,
                 fmt::format("a bytes-like object is required, not '{}'", typeName(vm, value)));
}

/// What find and its like look for: bytes, or one byte as an integer.
Outcome<std::string> needleArgument(Vm& vm, Value value) {
    if (isBytesLike(vm, value)) return std::string(bytesView(value));
    if (isInt(value) || !lookupInType(vm, vm.typeOf(value), vm.names.__index__).isUnbound()) {
        Ref index = CORO_TRY(indexOf(vm, value));
        const std::int64_t byte = asInt64(index).value_or(-1);
        if (byte < 0 || byte > 255)
            return raise(vm, vm.exc.ValueError, "byte must be in range(0, 256)");
        return std::string(1, static_cast<char>(static_cast<unsigned char>(byte)));
    }
    return raise(vm, vm.exc.TypeError,
                 fmt::format("argument should be integer or bytes-like object, not '{}'",
                             typeName(vm, value)));
}

struct Part {
    std::string_view data;
    std::size_t offset = 0;
    bool valid = true;
};
struct Bounds {
    std::int64_t start = 0, stop = INT64_MAX;
};
/// The arguments from `first` on: start, stop.
Outcome<Bounds> boundsArguments(Vm& vm, const Arguments& args, std::uint32_t first) {
    Bounds bounds;
    if (args.positional > first) bounds.start = CORO_TRY(sliceIndex(vm, args[first], 0));
    if (args.positional > first + 1)
        bounds.stop = CORO_TRY(sliceIndex(vm, args[first + 1], INT64_MAX));
    return bounds;
}
Part partOf(Value bytes, Bounds bounds) {
    const std::string_view data = bytesView(bytes);
    clipRange(bounds.start, bounds.stop, static_cast<std::int64_t>(data.size()));
    if (bounds.start > bounds.stop) return Part{{}, 0, false};
    const auto begin = static_cast<std::size_t>(bounds.start);
    return Part{data.substr(begin, static_cast<std::size_t>(bounds.stop - bounds.start)), begin,
                true};
}

template <bool last>
Outcome<std::int64_t> search(Vm& vm, const Arguments& args) {
    const Bounds bounds = CORO_TRY(boundsArguments(vm, args, 2));
    const std::string needle = CORO_TRY(needleArgument(vm, args[1]));
    const Part part = partOf(args[0], bounds);
    if (!part.valid) return std::int64_t{-1};
    const std::size_t found = last ? findTextLast(part.data, needle) : findText(part.data, needle);
    const std::size_t read =
        found == kNone ? part.data.size() : (last ? part.data.size() - found : found);
    payForBytes(vm, searchedBytes(read, needle) + needle.size());
    return found == kNone ? std::int64_t{-1} : static_cast<std::int64_t>(part.offset + found);
}
template <bool last>
Ref bytesFind(Vm& vm, const Arguments& args) {
    return Ref::ofInt(CORO_TRY(search<last>(vm, args)));
}
template <bool last>
Ref bytesIndex(Vm& vm, const Arguments& args) {
    const std::int64_t found = CORO_TRY(search<last>(vm, args));
    if (found < 0) return raise(vm, vm.exc.ValueError, "subsection not found");
    return Ref::ofInt(found);
}

Ref bytesCount(Vm& vm, const Arguments& args) {
    const Bounds bounds = CORO_TRY(boundsArguments(vm, args, 2));
    const std::string needle = CORO_TRY(needleArgument(vm, args[1]));
    const Part part = partOf(args[0], bounds);
    if (!part.valid) return Ref::ofInt(0);
    if (needle.empty()) return Ref::ofInt(static_cast<std::int64_t>(part.data.size()) + 1);
    payForBytes(vm, searchedBytes(part.data.size(), needle) + needle.size());
    const std::int64_t count = countText(part.data, needle);
    takeEffort(vm, 2 * count);
    return Ref::ofInt(count);
}

template <bool atEnd>
Ref bytesHasAffix(Vm& vm, const Arguments& args) {
    constexpr std::string_view kName = atEnd ? "endswith" : "startswith";
    const Part part = partOf(args[0], CORO_TRY(boundsArguments(vm, args, 2)));
    const auto fits = [&](std::string_view affix) {
        if (!part.valid || affix.size() > part.data.size()) return false;
        payForBytes(vm, affix.size());
        return atEnd ? part.data.ends_with(affix) : part.data.starts_with(affix);
    };
    if (isBytesLike(vm, args[1])) return Ref::boolean(fits(bytesView(args[1])));
    if (!hasFlag(args[1], kTypeIsTuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} first arg must be bytes or a tuple of bytes, not {}", kName,
                                 typeName(vm, args[1])));
    }
    for (const Value each : args[1].as<Tuple>()->span()) {
        const std::string affix = CORO_TRY(bytesArgument(vm, each));
        payForBytes(vm, affix.size());
        if (!spendEffort(vm, 4)) return Raised{};
        if (fits(affix)) return Ref::boolean(true);
    }
    return Ref::boolean(false);
}

template <int sides>
Ref bytesStrip(Vm& vm, const Arguments& args) {
    const bool spaces = args.positional < 2 || args[1].isNone();
    const std::string set = spaces ? "" : CORO_TRY(bytesArgument(vm, args[1]));
    const std::string_view data = bytesView(args[0]);
    const auto goes = [&](char c) {
        return spaces ? isSpace(c) : set.find(c) != std::string::npos;
    };
    std::size_t begin = 0, end = data.size();
    while ((sides & 1) != 0 && begin < end && goes(data[begin])) ++begin;
    while ((sides & 2) != 0 && end > begin && goes(data[end - 1])) --end;
    return sameKind(vm, args[0], data.substr(begin, end - begin));
}

Ref bytesReplace(Vm& vm, const Arguments& args) {
    const std::string old = CORO_TRY(bytesArgument(vm, args[1])),
                      with = CORO_TRY(bytesArgument(vm, args[2]));
    const std::int64_t limit = args.positional > 3 ? CORO_TRY(asIndex(vm, args[3])) : -1;
    const std::string_view data = bytesView(args[0]);
    const auto changed = replaceText(vm, data, old, with, limit, TextItem::Byte);
    if (changed.isRaised()) return Raised{};
    return sameKind(vm, args[0], *changed ? std::string_view(**changed) : data);
}

Ref listOfParts(Vm& vm, Value like, const Parts& parts) {
    CORO_TRY(parts.reserveValues());
    Ptr<List> list = makeList(vm, static_cast<std::uint32_t>(parts.size()));
    for (const std::string_view part : parts) {
        if (!spendEffort(vm, 1)) return Raised{};
        Ref item = CORO_TRY(sameKind(vm, like, part));
        CORO_TRY(listAppend(vm, list.get(), item));
    }
    return std::move(list).toRef();
}

// What is left when the limit is reached stays as it is, but for space on the side already passed.

Parts splitSpace(Vm& vm, std::string_view data, std::int64_t limit) {
    Parts parts(vm);
    std::size_t begin = 0;
    const auto skipSpace = [&] {
        while (begin < data.size() && isSpace(data[begin])) ++begin;
    };
    for (skipSpace(); begin < data.size(); skipSpace()) {
        std::size_t stop = data.size();
        if (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
            stop = begin;
            while (stop < data.size() && !isSpace(data[stop])) ++stop;
        }
        parts.add(data.substr(begin, stop - begin));
        begin = stop;
    }
    return parts;
}

Parts splitSpaceBackwards(Vm& vm, std::string_view data, std::int64_t limit) {
    Parts parts(vm);
    std::size_t end = data.size();
    const auto skipSpace = [&] {
        while (end > 0 && isSpace(data[end - 1])) --end;
    };
    for (skipSpace(); end > 0; skipSpace()) {
        std::size_t start = 0;
        if (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
            start = end;
            while (start > 0 && !isSpace(data[start - 1])) --start;
        }
        parts.add(data.substr(start, end - start));
        end = start;
    }
    parts.reverse();
    return parts;
}

template <bool backwards>
Ref bytesSplit(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"sep", "maxsplit"};
    Value values[2];
    CORO_TRY(bindArguments(vm, backwards ? "rsplit" : "split", args.withoutFirst(), kNames, 0, 2,
                           values));
    const std::int64_t limit = values[1].isUnbound() ? -1 : CORO_TRY(asIndex(vm, values[1]));
    const std::string_view data = bytesView(args[0]);
    if (values[0].isUnbound() || values[0].isNone()) {
        return listOfParts(
            vm, args[0],
            backwards ? splitSpaceBackwards(vm, data, limit) : splitSpace(vm, data, limit));
    }
    const std::string separator = CORO_TRY(bytesArgument(vm, values[0]));
    if (separator.empty()) return raise(vm, vm.exc.ValueError, "empty separator");
    return listOfParts(vm, args[0],
                       backwards ? splitTextBackwards(vm, data, separator, limit)
                                 : splitText(vm, data, separator, limit));
}

Ref bytesSplitLines(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"keepends"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "splitlines", args.withoutFirst(), kNames, 0, 1, values));
    const bool keep = values[0].isUnbound() ? false : CORO_TRY(asCInt(vm, values[0])) != 0;
    const std::string_view data = bytesView(args[0]);
    Parts parts(vm);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t end = at;
        const char c = data[at++];
        if (c != '\n' && c != '\r') continue;
        if (c == '\r' && at < data.size() && data[at] == '\n') ++at;
        parts.add(data.substr(begin, (keep ? at : end) - begin));
        begin = at;
    }
    if (begin < data.size()) parts.add(data.substr(begin));
    return listOfParts(vm, args[0], parts);
}

template <bool backwards>
Ref bytesPartition(Vm& vm, const Arguments& args) {
    const std::string separator = CORO_TRY(bytesArgument(vm, args[1]));
    if (separator.empty()) return raise(vm, vm.exc.ValueError, "empty separator");
    const std::string_view data = bytesView(args[0]);
    const std::size_t found = backwards ? findTextLast(data, separator) : findText(data, separator);
    std::string_view pieces[3] = {data, "", ""};
    if (found != kNone) {
        pieces[0] = data.substr(0, found);
        pieces[1] = separator;
        pieces[2] = data.substr(found + separator.size());
    } else if (backwards) {
        std::swap(pieces[0], pieces[2]);
    }
    Ref refs[3];
    Value items[3];
    for (int i = 0; i < 3; ++i) {
        refs[i] = CORO_TRY(sameKind(vm, args[0], pieces[i]));
        items[i] = refs[i];
    }
    // bytes give back the very separator.
    if (found != kNone && !isByteArray(vm, args[0])) items[1] = args[1];
    return makeTuple(vm, items).toRef();
}

Ref bytesJoin(Vm& vm, const Arguments& args) {
    Ref items = CORO_TRY(itemsToJoin(vm, args[1]));
    std::string out;
    const std::string separator(bytesView(args[0]));
    std::size_t index = 0;
    for (const Value each : items.as<List>()->span()) {
        if (!isBytesLike(vm, each)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("sequence item {}: expected a bytes-like object, {} found",
                                     index, typeName(vm, each)));
        }
        CORO_TRY(reserveGrowing(vm, out.size() + bytesView(each).size() + separator.size()));
        if (index++ > 0) out += separator;
        out += bytesView(each);
    }
    return sameKind(vm, args[0], out);
}

Ref bytesExpandTabs(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"tabsize"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "expandtabs", args.withoutFirst(), kNames, 0, 1, values));
    const std::int64_t size = values[0].isUnbound() ? 8 : CORO_TRY(asCInt(vm, values[0]));
    std::string out;
    std::int64_t column = 0;
    for (const char c : bytesView(args[0])) {
        if (c != '\t') {
            out += c;
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        } else if (size > 0) {
            const std::int64_t spaces = size - column % size;
            CORO_TRY(reserveGrowing(vm, out.size() + static_cast<std::size_t>(spaces)));
            column += spaces;
            out.append(static_cast<std::size_t>(spaces), ' ');
        }
    }
    return sameKind(vm, args[0], out);
}

template <char side>
Ref bytesJustify(Vm& vm, const Arguments& args) {
    const std::int64_t width = CORO_TRY(asIndex(vm, args[1]));
    char fill = ' ';
    if (args.positional > 2) {
        if (!isBytesLike(vm, args[2]) || bytesView(args[2]).size() != 1) {
            constexpr std::string_view kName = side == '<'   ? "ljust"
                                               : side == '>' ? "rjust"
                                                             : "center";
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() argument 2 must be a byte string of length 1, not {}",
                                     kName, argumentTypeName(vm, args[2])));
        }
        fill = bytesView(args[2])[0];
    }
    const std::string_view data = bytesView(args[0]);
    const std::int64_t missing = width - static_cast<std::int64_t>(data.size());
    if (missing <= 0) return sameKind(vm, args[0], data);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(width) * 2));
    std::int64_t before = side == '<'   ? 0
                          : side == '>' ? missing
                                        : missing / 2 + (missing & width & 1);
    std::string out(static_cast<std::size_t>(before), fill);
    out += data;
    out.append(static_cast<std::size_t>(missing - before), fill);
    return sameKind(vm, args[0], std::move(out));
}

Ref bytesZfill(Vm& vm, const Arguments& args) {
    const std::int64_t width = CORO_TRY(asIndex(vm, args[1]));
    const std::string_view data = bytesView(args[0]);
    const std::int64_t missing = width - static_cast<std::int64_t>(data.size());
    if (missing <= 0) return sameKind(vm, args[0], data);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(width) * 2));
    const bool sign = !data.empty() && (data[0] == '+' || data[0] == '-');
    std::string out;
    out.reserve(static_cast<std::size_t>(width));
    out += data.substr(0, sign ? 1 : 0);
    out.append(static_cast<std::size_t>(missing), '0');
    out += data.substr(sign ? 1 : 0);
    return sameKind(vm, args[0], std::move(out));
}

template <bool suffix>
Ref bytesRemoveAffix(Vm& vm, const Arguments& args) {
    const std::string affix = CORO_TRY(bytesArgument(vm, args[1]));
    std::string_view data = bytesView(args[0]);
    if (suffix && data.ends_with(affix)) data.remove_suffix(affix.size());
    if (!suffix && data.starts_with(affix)) data.remove_prefix(affix.size());
    return sameKind(vm, args[0], data);
}

Ref bytesTranslate(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"table", "delete"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "translate", args.withoutFirst(), kNames, 1, 2, values, 1));
    const std::string gone = values[1].isUnbound() ? "" : CORO_TRY(bytesArgument(vm, values[1]));
    const std::string table = values[0].isNone() ? "" : CORO_TRY(bytesArgument(vm, values[0]));
    if (!values[0].isNone() && table.size() != 256) {
        return raise(vm, vm.exc.ValueError, "translation table must be 256 characters long");
    }
    CORO_TRY(reserveBytes(vm, bytesView(args[0]).size()));
    std::string out;
    out.reserve(bytesView(args[0]).size());
    for (const char c : bytesView(args[0])) {
        if (gone.find(c) != std::string::npos) continue;
        out += table.empty() ? c : table[static_cast<unsigned char>(c)];
    }
    return sameKind(vm, args[0], std::move(out));
}

Ref bytesMakeTrans(Vm& vm, const Arguments& args) {
    const std::string from = CORO_TRY(bytesArgument(vm, args[0])),
                      to = CORO_TRY(bytesArgument(vm, args[1]));
    if (from.size() != to.size()) {
        return raise(vm, vm.exc.ValueError, "maketrans arguments must have same length");
    }
    std::string table;
    for (int i = 0; i < 256; ++i) table += static_cast<char>(static_cast<unsigned char>(i));
    for (std::size_t i = 0; i < from.size(); ++i)
        table[static_cast<unsigned char>(from[i])] = to[i];
    return newBytes(vm, std::move(table));
}

// Their counts are worded otherwise than those of other methods.
constexpr char kFind[] = "find", kRfind[] = "rfind", kIndex[] = "index", kRindex[] = "rindex",
               kCount[] = "count", kStartswith[] = "startswith", kEndswith[] = "endswith";
template <NativeCall function, const char* name>
Ref counted(Vm& vm, const Arguments& args) {
    if (args.positional >= 2 && args.positional <= 4) return function(vm, args);
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes at {} ({} given)", name,
                             args.positional < 2 ? "least 1 argument" : "most 3 arguments",
                             args.positional - 1));
}

}  // namespace

void addBytesMethods(Vm& vm, Type* type) {
    addMethod(vm, type, "find", counted<bytesFind<false>, kFind>, 1, kAnyCount);
    addMethod(vm, type, "rfind", counted<bytesFind<true>, kRfind>, 1, kAnyCount);
    addMethod(vm, type, "index", counted<bytesIndex<false>, kIndex>, 1, kAnyCount);
    addMethod(vm, type, "rindex", counted<bytesIndex<true>, kRindex>, 1, kAnyCount);
    addMethod(vm, type, "count", counted<bytesCount, kCount>, 1, kAnyCount);
    addMethod(vm, type, "startswith", counted<bytesHasAffix<false>, kStartswith>, 1, kAnyCount);
    addMethod(vm, type, "endswith", counted<bytesHasAffix<true>, kEndswith>, 1, kAnyCount);
    addMethod(vm, type, "strip", readingAll<bytesStrip<3>>, 1, 2);
    addMethod(vm, type, "lstrip", readingAll<bytesStrip<1>>, 1, 2);
    addMethod(vm, type, "rstrip", readingAll<bytesStrip<2>>, 1, 2);
    addMethod(vm, type, "replace", readingAll<bytesReplace>, 3, 4);
    addMethod(vm, type, "split", readingAll<bytesSplit<false>>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "rsplit", readingAll<bytesSplit<true>>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "splitlines", readingAll<bytesSplitLines>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "partition", bytesPartition<false>, 2, 2);
    addMethod(vm, type, "rpartition", bytesPartition<true>, 2, 2);
    addMethod(vm, type, "join", bytesJoin, 2, 2);
    addBytesTextMethods(vm, type);
    addBytesCharacterMethods(vm, type);
    addMethod(vm, type, "expandtabs", readingAll<bytesExpandTabs>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "ljust", bytesJustify<'<'>, 2, 3);
    addMethod(vm, type, "rjust", bytesJustify<'>'>, 2, 3);
    addMethod(vm, type, "center", bytesJustify<'^'>, 2, 3);
    addMethod(vm, type, "zfill", bytesZfill, 2, 2);
    addMethod(vm, type, "removeprefix", bytesRemoveAffix<false>, 2, 2);
    addMethod(vm, type, "removesuffix", bytesRemoveAffix<true>, 2, 2);
    addMethod(vm, type, "translate", readingAll<bytesTranslate>, 2, kAnyCount, kKeywords);
    addStaticMethod(vm, type, "maketrans", bytesMakeTrans, 2, 2);
}

}  // namespace coroscope::runtime
