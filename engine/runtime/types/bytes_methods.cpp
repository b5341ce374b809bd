// Methods that bytes and bytearray share (Objects/bytes_methods.c, stringlib).
#include "engine/runtime/types/bytes_methods.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/text_replace.h"

namespace coroscope::runtime {

namespace {

constexpr auto kNone = std::string_view::npos;

Ref sameKind(Vm& vm, Value like, std::string_view data) {
    return isByteArray(vm, like) ? newByteArray(vm, std::string(data))
                                 : newBytes(vm, std::string(data));
}

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
Outcome<Part> selectPart(Vm& vm, const Arguments& args, std::uint32_t first) {
    const std::string_view data = bytesView(args[0]);
    std::int64_t start = args.positional > first ? CORO_TRY(sliceIndex(vm, args[first], 0)) : 0;
    std::int64_t stop = args.positional > first + 1
                            ? CORO_TRY(sliceIndex(vm, args[first + 1], INT64_MAX))
                            : INT64_MAX;
    clipRange(start, stop, static_cast<std::int64_t>(data.size()));
    if (start > stop) return Part{{}, 0, false};
    const auto begin = static_cast<std::size_t>(start);
    return Part{data.substr(begin, static_cast<std::size_t>(stop - start)), begin, true};
}

template <bool last>
Outcome<std::int64_t> search(Vm& vm, const Arguments& args) {
    const std::string needle = CORO_TRY(needleArgument(vm, args[1]));
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    if (!part.valid) return std::int64_t{-1};
    const std::size_t found = last ? findTextLast(part.data, needle) : findText(part.data, needle);
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
    const std::string needle = CORO_TRY(needleArgument(vm, args[1]));
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    if (!part.valid) return Ref::ofInt(0);
    if (needle.empty()) return Ref::ofInt(static_cast<std::int64_t>(part.data.size()) + 1);
    std::int64_t count = 0;
    for (std::size_t at = findText(part.data, needle); at != kNone;
         at = findText(part.data, needle, at + needle.size())) {
        ++count;
    }
    return Ref::ofInt(count);
}

template <bool atEnd>
Ref bytesHasAffix(Vm& vm, const Arguments& args) {
    constexpr std::string_view kName = atEnd ? "endswith" : "startswith";
    const Part part = CORO_TRY(selectPart(vm, args, 2));
    const auto fits = [&part](std::string_view affix) {
        return part.valid && (atEnd ? part.data.ends_with(affix) : part.data.starts_with(affix));
    };
    if (isBytesLike(vm, args[1])) return Ref::boolean(fits(bytesView(args[1])));
    if (!hasFlag(args[1], kTypeIsTuple)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{} first arg must be bytes or a tuple of bytes, not {}", kName,
                                 typeName(vm, args[1])));
    }
    for (const Value each : args[1].as<Tuple>()->span()) {
        if (fits(CORO_TRY(bytesArgument(vm, each)))) return Ref::boolean(true);
    }
    return Ref::boolean(false);
}

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

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

Ref listOfParts(Vm& vm, Value like, const std::vector<std::string_view>& parts) {
    Ptr<List> list = makeList(vm, static_cast<std::uint32_t>(parts.size()));
    for (const std::string_view part : parts) {
        Ref item = CORO_TRY(sameKind(vm, like, part));
        CORO_TRY(listAppend(vm, list.get(), item));
    }
    return std::move(list).toRef();
}

template <bool backwards>
Ref bytesSplit(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"sep", "maxsplit"};
    Value values[2];
    CORO_TRY(bindArguments(vm, backwards ? "rsplit" : "split", args.withoutFirst(), kNames, 0, 2,
                           values));
    const std::int64_t limit = values[1].isUnbound() ? -1 : CORO_TRY(asIndex(vm, values[1]));
    const std::string_view data = bytesView(args[0]);
    std::vector<std::string_view> parts;
    const auto more = [&parts, limit] {
        return limit < 0 || static_cast<std::int64_t>(parts.size()) < limit;
    };
    if (values[0].isUnbound() || values[0].isNone()) {
        // What is left when the limit is reached stays as it is, but for space on the side already
        // passed.
        std::size_t begin = 0, end = data.size();
        if (!backwards) {
            while (begin < end && isSpace(data[begin])) ++begin;
            while (begin < end) {
                std::size_t stop = begin;
                if (more()) {
                    while (stop < end && !isSpace(data[stop])) ++stop;
                } else {
                    stop = end;
                }
                parts.push_back(data.substr(begin, stop - begin));
                begin = stop;
                while (begin < end && isSpace(data[begin])) ++begin;
            }
        } else {
            while (end > begin && isSpace(data[end - 1])) --end;
            while (begin < end) {
                std::size_t start = end;
                if (more()) {
                    while (start > begin && !isSpace(data[start - 1])) --start;
                } else {
                    start = begin;
                }
                parts.push_back(data.substr(start, end - start));
                end = start;
                while (end > begin && isSpace(data[end - 1])) --end;
            }
            std::reverse(parts.begin(), parts.end());
        }
        return listOfParts(vm, args[0], parts);
    }
    const std::string separator = CORO_TRY(bytesArgument(vm, values[0]));
    if (separator.empty()) return raise(vm, vm.exc.ValueError, "empty separator");
    if (backwards) {
        std::string_view left = data;
        while (more()) {
            const std::size_t found = findTextLast(left, separator);
            if (found == kNone) break;
            parts.push_back(left.substr(found + separator.size()));
            left = left.substr(0, found);
        }
        parts.push_back(left);
        std::reverse(parts.begin(), parts.end());
    } else {
        std::size_t at = 0;
        while (more()) {
            const std::size_t found = findText(data, separator, at);
            if (found == kNone) break;
            parts.push_back(data.substr(at, found - at));
            at = found + separator.size();
        }
        parts.push_back(data.substr(at));
    }
    return listOfParts(vm, args[0], parts);
}

Ref bytesSplitLines(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"keepends"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "splitlines", args.withoutFirst(), kNames, 0, 1, values));
    const bool keep = values[0].isUnbound() ? false : CORO_TRY(truth(vm, values[0]));
    const std::string_view data = bytesView(args[0]);
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t end = at;
        const char c = data[at++];
        if (c != '\n' && c != '\r') continue;
        if (c == '\r' && at < data.size() && data[at] == '\n') ++at;
        parts.push_back(data.substr(begin, (keep ? at : end) - begin));
        begin = at;
    }
    if (begin < data.size()) parts.push_back(data.substr(begin));
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
    return makeTuple(vm, items).toRef();
}

Ref bytesJoin(Vm& vm, const Arguments& args) {
    const Type* type = vm.typeOf(args[1]);
    if (!type->slots.iterate && !type->slots.getItem)
        return raise(vm, vm.exc.TypeError, "can only join an iterable");
    Ref items = CORO_TRY(listFromIterable(vm, args[1]));
    std::string out;
    const std::string separator(bytesView(args[0]));
    std::size_t index = 0;
    for (const Value each : items.as<List>()->span()) {
        if (!isBytesLike(vm, each)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("sequence item {}: expected a bytes-like object, {} found",
                                     index, typeName(vm, each)));
        }
        CORO_TRY(reserveBytes(vm, out.size() + bytesView(each).size() + separator.size()));
        if (index++ > 0) out += separator;
        out += bytesView(each);
    }
    return sameKind(vm, args[0], out);
}

Ref bytesDecode(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"encoding", "errors"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "decode", args.withoutFirst(), kNames, 0, 2, values));
    for (int i : {0, 1}) {
        if (!values[i].isUnbound() && !isStr(values[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("decode() argument '{}' must be str, not {}", kNames[i],
                                     typeName(vm, values[i])));
        }
    }
    return decodeBytes(vm, bytesView(args[0]), values[0].isUnbound() ? "utf-8" : viewOf(values[0]),
                       values[1].isUnbound() ? "strict" : viewOf(values[1]));
}

Ref bytesHex(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"sep", "bytes_per_sep"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "hex", args.withoutFirst(), kNames, 0, 2, values));
    const std::string_view data = bytesView(args[0]);
    std::string separator;
    std::int64_t every = values[1].isUnbound() ? 1 : CORO_TRY(asIndex(vm, values[1]));
    if (!values[0].isUnbound()) {
        if (!isStr(values[0]) && !isBytesLike(vm, values[0])) {
            return raise(vm, vm.exc.TypeError, "sep must be str or bytes.");
        }
        separator = isStr(values[0]) ? viewOf(values[0]) : bytesView(values[0]);
        if (separator.size() != 1) return raise(vm, vm.exc.ValueError, "sep must be length 1.");
    } else {
        every = 0;
    }
    CORO_TRY(reserveBytes(vm, data.size() * 3));
    std::string out;
    const auto size = static_cast<std::int64_t>(data.size());
    for (std::int64_t i = 0; i < size; ++i) {
        // Groups count from the right, or from the left if the number is negative.
        if (i > 0 && every != 0 && (every > 0 ? (size - i) % every == 0 : i % -every == 0))
            out += separator;
        const auto byte = static_cast<unsigned char>(data[static_cast<std::size_t>(i)]);
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return newStr(vm, out);
}

Ref bytesFromHex(Vm& vm, const Arguments& args) {
    if (!isStr(args[1])) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("fromhex() argument must be str, not {}", typeName(vm, args[1])));
    }
    const std::string_view text = viewOf(args[1]);
    const auto digit = [&text](std::size_t at) -> int {
        if (at >= text.size()) return -1;
        const char c = text[at];
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        for (std::size_t each : {at, at + 1}) {
            if (digit(each) < 0) {
                return raise(
                    vm, vm.exc.ValueError,
                    fmt::format("non-hexadecimal number found in fromhex() arg at position {}",
                                each));
            }
        }
        out += static_cast<char>(static_cast<unsigned char>(digit(at) * 16 + digit(at + 1)));
        at += 2;
    }
    auto* type = args[0].as<Type>();
    if (type == vm.types.bytes) return newBytes(vm, std::move(out));
    if (type == vm.types.bytearray) return newByteArray(vm, std::move(out));
    Ref plain = CORO_TRY(newBytes(vm, std::move(out)));
    return vm.call(args[0], {plain});
}

enum class Change { Upper, Lower, Swap, Title, Capitalize };
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
char toUpper(char c) { return isLower(c) ? static_cast<char>(c - 32) : c; }
char toLower(char c) { return isUpper(c) ? static_cast<char>(c + 32) : c; }

template <Change change>
Ref changeCase(Vm& vm, const Arguments& args) {
    std::string data(bytesView(args[0]));
    bool inWord = false;
    for (std::size_t i = 0; i < data.size(); ++i) {
        char& c = data[i];
        switch (change) {
            case Change::Upper: c = toUpper(c); break;
            case Change::Lower: c = toLower(c); break;
            case Change::Swap: c = isLower(c) ? toUpper(c) : toLower(c); break;
            case Change::Capitalize: c = i == 0 ? toUpper(c) : toLower(c); break;
            case Change::Title: {
                const bool letter = isLower(c) || isUpper(c);
                c = inWord ? toLower(c) : toUpper(c);
                inWord = letter;
                break;
            }
        }
    }
    return sameKind(vm, args[0], data);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlpha(char c) { return isLower(c) || isUpper(c); }
bool isAlnum(char c) { return isAlpha(c) || isDigit(c); }

template <bool (*question)(char)>
Ref allAre(Vm&, const Arguments& args) {
    const std::string_view data = bytesView(args[0]);
    return Ref::boolean(!data.empty() && std::all_of(data.begin(), data.end(), question));
}

Ref bytesIsAscii(Vm&, const Arguments& args) {
    const std::string_view data = bytesView(args[0]);
    return Ref::boolean(std::all_of(data.begin(), data.end(),
                                    [](char c) { return static_cast<signed char>(c) >= 0; }));
}

template <bool (*wanted)(char), bool (*unwanted)(char)>
Ref isCase(Vm&, const Arguments& args) {
    const std::string_view data = bytesView(args[0]);
    return Ref::boolean(std::any_of(data.begin(), data.end(), wanted) &&
                        std::none_of(data.begin(), data.end(), unwanted));
}

/// Every word begins with a capital and goes on in small letters (bytes.istitle).
Ref bytesIsTitle(Vm&, const Arguments& args) {
    bool inWord = false;
    bool any = false;
    for (const char c : bytesView(args[0])) {
        if (isUpper(c) ? inWord : isLower(c) && !inWord) return Ref::boolean(false);
        inWord = isUpper(c) || isLower(c);
        any = any || inWord;
    }
    return Ref::boolean(any);
}

Ref bytesExpandTabs(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"tabsize"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "expandtabs", args.withoutFirst(), kNames, 0, 1, values));
    const std::int64_t size = values[0].isUnbound() ? 8 : CORO_TRY(asIndex(vm, values[0]));
    std::string out;
    std::int64_t column = 0;
    for (const char c : bytesView(args[0])) {
        if (c != '\t') {
            out += c;
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        } else if (size > 0) {
            const std::int64_t spaces = size - column % size;
            CORO_TRY(reserveBytes(vm, out.size() + static_cast<std::size_t>(spaces)));
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
                                     kName, typeName(vm, args[2])));
        }
        fill = bytesView(args[2])[0];
    }
    const std::string_view data = bytesView(args[0]);
    const std::int64_t missing = width - static_cast<std::int64_t>(data.size());
    if (missing <= 0) return sameKind(vm, args[0], data);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(width)));
    std::int64_t before = side == '<'   ? 0
                          : side == '>' ? missing
                                        : missing / 2 + (missing & width & 1);
    std::string out(static_cast<std::size_t>(before), fill);
    out += data;
    out.append(static_cast<std::size_t>(missing - before), fill);
    return sameKind(vm, args[0], out);
}

Ref bytesZfill(Vm& vm, const Arguments& args) {
    const std::int64_t width = CORO_TRY(asIndex(vm, args[1]));
    std::string data(bytesView(args[0]));
    const std::int64_t missing = width - static_cast<std::int64_t>(data.size());
    if (missing <= 0) return sameKind(vm, args[0], data);
    CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(width)));
    const bool sign = !data.empty() && (data[0] == '+' || data[0] == '-');
    data.insert(sign ? 1 : 0, static_cast<std::size_t>(missing), '0');
    return sameKind(vm, args[0], data);
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
    std::string out;
    for (const char c : bytesView(args[0])) {
        if (gone.find(c) != std::string::npos) continue;
        out += table.empty() ? c : table[static_cast<unsigned char>(c)];
    }
    return sameKind(vm, args[0], out);
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
    addMethod(vm, type, "strip", bytesStrip<3>, 1, 2);
    addMethod(vm, type, "lstrip", bytesStrip<1>, 1, 2);
    addMethod(vm, type, "rstrip", bytesStrip<2>, 1, 2);
    addMethod(vm, type, "replace", bytesReplace, 3, 4);
    addMethod(vm, type, "split", bytesSplit<false>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "rsplit", bytesSplit<true>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "splitlines", bytesSplitLines, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "partition", bytesPartition<false>, 2, 2);
    addMethod(vm, type, "rpartition", bytesPartition<true>, 2, 2);
    addMethod(vm, type, "join", bytesJoin, 2, 2);
    addMethod(vm, type, "decode", bytesDecode, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "hex", bytesHex, 1, kAnyCount, kKeywords);
    addClassMethod(vm, type, "fromhex", bytesFromHex, 2, 2);
    addMethod(vm, type, "upper", changeCase<Change::Upper>, 1, 1);
    addMethod(vm, type, "lower", changeCase<Change::Lower>, 1, 1);
    addMethod(vm, type, "swapcase", changeCase<Change::Swap>, 1, 1);
    addMethod(vm, type, "title", changeCase<Change::Title>, 1, 1);
    addMethod(vm, type, "capitalize", changeCase<Change::Capitalize>, 1, 1);
    addMethod(vm, type, "isalpha", allAre<isAlpha>, 1, 1);
    addMethod(vm, type, "isalnum", allAre<isAlnum>, 1, 1);
    addMethod(vm, type, "isdigit", allAre<isDigit>, 1, 1);
    addMethod(vm, type, "isspace", allAre<isSpace>, 1, 1);
    addMethod(vm, type, "isascii", bytesIsAscii, 1, 1);
    addMethod(vm, type, "islower", isCase<isLower, isUpper>, 1, 1);
    addMethod(vm, type, "isupper", isCase<isUpper, isLower>, 1, 1);
    addMethod(vm, type, "istitle", bytesIsTitle, 1, 1);
    addMethod(vm, type, "expandtabs", bytesExpandTabs, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "ljust", bytesJustify<'<'>, 2, 3);
    addMethod(vm, type, "rjust", bytesJustify<'>'>, 2, 3);
    addMethod(vm, type, "center", bytesJustify<'^'>, 2, 3);
    addMethod(vm, type, "zfill", bytesZfill, 2, 2);
    addMethod(vm, type, "removeprefix", bytesRemoveAffix<false>, 2, 2);
    addMethod(vm, type, "removesuffix", bytesRemoveAffix<true>, 2, 2);
    addMethod(vm, type, "translate", bytesTranslate, 2, kAnyCount, kKeywords);
    addStaticMethod(vm, type, "maketrans", bytesMakeTrans, 2, 2);
}

}  // namespace coroscope::runtime
