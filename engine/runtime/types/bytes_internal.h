// What the files of the bytes types' methods share.
#pragma once

#include <string_view>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

/// `data` as bytes or bytearray, whichever `like` is.
[[nodiscard]] Ref sameKind(Vm& vm, Value like, std::string_view data);
/// The same of data just made.
[[nodiscard]] Ref sameKind(Vm& vm, Value like, std::string&& data);

/// Is this byte white space in ASCII?
[[nodiscard]] inline bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Parts of addBytesMethods.
void addBytesTextMethods(Vm& vm, Type* type);
void addBytesCharacterMethods(Vm& vm, Type* type);

}  // namespace coroscope::runtime
