// bytes and bytearray.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

/// Immutable. The bytes are the string's; those outside of the object are counted by the heap.
struct Bytes : Object {
    std::string data;
    std::size_t external = 0;
};
/// Mutable: the same layout, so that readers need not tell them apart.
struct ByteArray : Bytes {};

[[nodiscard]] bool isBytes(Vm& vm, Value value);
[[nodiscard]] bool isByteArray(Vm& vm, Value value);
/// bytes, bytearray or a subclass of one.
[[nodiscard]] bool isBytesLike(Vm& vm, Value value);
/// Of any of these; valid while the object is neither changed nor freed.
[[nodiscard]] std::string_view bytesView(Value value);

[[nodiscard]] Ref newBytes(Vm& vm, std::string data);
[[nodiscard]] Ref newByteArray(Vm& vm, std::string data);
[[nodiscard]] std::string reprOfBytes(std::string_view data);

/// `bytes.decode`; encodings utf-8, ascii, latin-1 under their usual names.
[[nodiscard]] Ref decodeBytes(Vm& vm, std::string_view data, std::string_view encoding,
                              std::string_view errors);
/// `str.encode`; `text` is the Str itself.
[[nodiscard]] Outcome<std::string> encodeText(Vm& vm, Value text, std::string_view encoding,
                                              std::string_view errors);

void initBytesTypes(Vm& vm);

}  // namespace coroscope::runtime
