// str.format: replacement fields (Objects/stringlib/unicode_format.h).
#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/types/common.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/growing_text.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

/// Everything but digits, or too large: -1.
std::int64_t indexText(std::string_view text) {
    if (text.empty() || text.size() > 18) return -1;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

class Formatter {
public:
    Formatter(Vm& vm, const Arguments& args, Value mapping)
        : vm_(vm), args_(args), mapping_(mapping) {}

    Status run(std::string_view format, int depth, GrowingText& out);

private:
    enum class Numbering { Unknown, Automatic, Manual };
    struct Field {
        std::string_view name, spec;
        char32_t conversion = 0;
        bool hasSpec = false;
    };

    Status readField(std::string_view format, std::size_t& at, Field& field);
    Status writeField(const Field& field, int depth, GrowingText& out);
    Ref lookUp(std::string_view name);
    Ref firstPart(std::string_view first);
    Status useNumbering(Numbering wanted);
    Raised fail(std::string_view text) { return raise(vm_, vm_.exc.ValueError, text); }

    Vm& vm_;
    const Arguments& args_;
    Value mapping_;
    Numbering numbering_ = Numbering::Unknown;
    std::int64_t next_ = 0;
};

Status Formatter::run(std::string_view format, int depth, GrowingText& out) {
    if (depth <= 0) return fail("Max string recursion exceeded");
    std::size_t at = 0;
    while (at < format.size()) {
        const std::size_t brace = format.find_first_of("{}", at);
        CORO_TRY(out.append(format.substr(at, brace - at)));
        if (brace == std::string_view::npos) break;
        const char c = format[brace];
        at = brace + 1;
        if (at < format.size() && format[at] == c) {
            CORO_TRY(out.append({&c, 1}));
            ++at;
            continue;
        }
        if (c == '}') return fail("Single '}' encountered in format string");
        if (at >= format.size()) return fail("Single '{' encountered in format string");
        Field field;
        CORO_TRY(readField(format, at, field));
        CORO_TRY(writeField(field, depth, out));
    }
    return kDone;
}

/// MarkupIterator_next and parse_field: the name ends at ':' or '!' outside of brackets.
Status Formatter::readField(std::string_view format, std::size_t& at, Field& field) {
    const std::size_t begin = at;
    bool bracket = false;
    char ending = 0;
    while (at < format.size() && ending == 0) {
        const char c = format[at++];
        if (c == '[') {
            bracket = true;
        } else if (c == ']') {
            bracket = false;
        } else if (bracket) {
            continue;
        } else if (c == '{') {
            return fail("unexpected '{' in field name");
        } else if (c == '}' || c == ':' || c == '!') {
            ending = c;
        }
    }
    if (ending == 0) return fail("expected '}' before end of string");
    field.name = format.substr(begin, at - 1 - begin);
    if (ending == '}') return kDone;
    if (ending == '!') {
        if (at >= format.size())
            return fail("end of string while looking for conversion specifier");
        field.conversion = decodeAt(format, at);
        if (at < format.size()) {
            const char c = format[at++];
            if (c == '}') return kDone;
            if (c != ':') return fail("expected ':' after conversion specifier");
        }
    }
    field.hasSpec = true;
    const std::size_t specBegin = at;
    int depth = 1;
    while (at < format.size()) {
        const char c = format[at++];
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) {
            field.spec = format.substr(specBegin, at - 1 - specBegin);
            return kDone;
        }
    }
    return fail("unmatched '{' in format spec");
}

Status Formatter::writeField(const Field& field, int depth, GrowingText& out) {
    Ref value = CORO_TRY(lookUp(field.name));
    switch (field.conversion) {
        case 0: break;
        case 'r': value = CORO_TRY(repr(vm_, value)); break;
        case 's': value = CORO_TRY(str(vm_, value)); break;
        case 'a': {
            Ref text = CORO_TRY(repr(vm_, value));
            value = CORO_TRY(newStr(vm_, asciiRepr(viewOf(text))));
            break;
        }
        default:
            if (field.conversion > 32 && field.conversion < 127) {
                return fail(fmt::format("Unknown conversion specifier {}",
                                        static_cast<char>(field.conversion)));
            }
            return fail(fmt::format("Unknown conversion specifier \\x{:x}",
                                    static_cast<std::uint32_t>(field.conversion)));
    }
    GrowingText expanded(vm_);
    std::string_view spec = field.spec;
    if (spec.find_first_of("{}") != std::string_view::npos) {
        CORO_TRY(run(spec, depth - 1, expanded));
        spec = expanded.view();
    }
    Ref text = CORO_TRY(formatValue(vm_, value, spec));
    return out.append(viewOf(text));
}

Status Formatter::useNumbering(Numbering wanted) {
    if (numbering_ == Numbering::Unknown) numbering_ = wanted;
    if (numbering_ == wanted) return kDone;
    return fail(wanted == Numbering::Automatic
                    ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field specification");
}

Ref Formatter::firstPart(std::string_view first) {
    std::int64_t index = indexText(first);
    if (!first.empty() && index < 0 &&
        first.find_first_not_of("0123456789") == std::string_view::npos) {
        return fail("Too many decimal digits in format string");
    }
    if (first.empty()) {
        CORO_TRY(useNumbering(Numbering::Automatic));
        index = next_++;
    } else if (index >= 0) {
        CORO_TRY(useNumbering(Numbering::Manual));
    }
    if (index >= 0) {
        if (!mapping_.isUnbound()) return fail("Format string contains positional fields");
        if (index >= static_cast<std::int64_t>(args_.positional)) {
            return raise(
                vm_, vm_.exc.IndexError,
                fmt::format("Replacement index {} out of range for positional args tuple", index));
        }
        return args_[static_cast<std::uint32_t>(index)];
    }
    Ref key = CORO_TRY(newStr(vm_, first));
    if (!mapping_.isUnbound()) return getItem(vm_, mapping_, key);
    for (std::uint32_t i = 0; i < args_.keywords; ++i) {
        if (viewOf(args_.keywordNames[i]) == first) return args_.values[args_.positional + i];
    }
    return raiseWith(vm_, vm_.exc.KeyError, key);
}

Ref Formatter::lookUp(std::string_view name) {
    std::size_t at = std::min(name.find_first_of(".["), name.size());
    Ref value = CORO_TRY(firstPart(name.substr(0, at)));
    while (at < name.size()) {
        const char kind = name[at++];
        if (kind == '.') {
            const std::size_t end = std::min(name.find_first_of(".[", at), name.size());
            const std::string_view attribute = name.substr(at, end - at);
            if (attribute.empty()) return fail("Empty attribute in format string");
            value = CORO_TRY(getAttribute(vm_, value, vm_.intern(attribute)));
            at = end;
        } else if (kind == '[') {
            const std::size_t end = name.find(']', at);
            if (end == std::string_view::npos) return fail("Missing ']' in format string");
            const std::string_view item = name.substr(at, end - at);
            if (item.empty()) return fail("Empty attribute in format string");
            const std::int64_t index = indexText(item);
            Ref key = index >= 0 ? Ref::ofInt(index) : CORO_TRY(newStr(vm_, item));
            value = CORO_TRY(getItem(vm_, value, key));
            at = end + 1;
        } else {
            return fail("Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return value;
}

}  // namespace

Ref strFormat(Vm& vm, std::string_view format, const Arguments& args, Value mapping) {
    GrowingText out(vm);
    Formatter formatter(vm, args, mapping);
    CORO_TRY(formatter.run(format, 2, out));
    return out.toStr();
}

}  // namespace coroscope::runtime
