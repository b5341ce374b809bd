// Methods that take bytes to be ASCII characters (Objects/bytes_methods.c: _Py_bytes_isalpha to
// _Py_bytes_swapcase).
#include <algorithm>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/bytes_internal.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/paying.h"

namespace coroscope::runtime {

namespace {

enum class Change { Upper, Lower, Swap, Title, Capitalize };
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
char toUpper(char c) { return isLower(c) ? static_cast<char>(c - 32) : c; }
char toLower(char c) { return isUpper(c) ? static_cast<char>(c + 32) : c; }

template <Change change>
Ref changeCase(Vm& vm, const Arguments& args) {
    CORO_TRY(reserveBytes(vm, bytesView(args[0]).size() * 2));
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
    return sameKind(vm, args[0], std::move(data));
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

}  // namespace

void addBytesCharacterMethods(Vm& vm, Type* type) {
    addMethod(vm, type, "upper", readingAll<changeCase<Change::Upper>>, 1, 1);
    addMethod(vm, type, "lower", readingAll<changeCase<Change::Lower>>, 1, 1);
    addMethod(vm, type, "swapcase", readingAll<changeCase<Change::Swap>>, 1, 1);
    addMethod(vm, type, "title", readingAll<changeCase<Change::Title>>, 1, 1);
    addMethod(vm, type, "capitalize", readingAll<changeCase<Change::Capitalize>>, 1, 1);
    addMethod(vm, type, "isalpha", readingAll<allAre<isAlpha>>, 1, 1);
    addMethod(vm, type, "isalnum", readingAll<allAre<isAlnum>>, 1, 1);
    addMethod(vm, type, "isdigit", readingAll<allAre<isDigit>>, 1, 1);
    addMethod(vm, type, "isspace", readingAll<allAre<isSpace>>, 1, 1);
    addMethod(vm, type, "isascii", readingAll<bytesIsAscii>, 1, 1);
    addMethod(vm, type, "islower", readingAll<isCase<isLower, isUpper>>, 1, 1);
    addMethod(vm, type, "isupper", readingAll<isCase<isUpper, isLower>>, 1, 1);
    addMethod(vm, type, "istitle", readingAll<bytesIsTitle>, 1, 1);
}

}  // namespace coroscope::runtime
