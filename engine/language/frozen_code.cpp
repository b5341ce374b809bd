#include "engine/language/frozen_code.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace coroscope::language {

namespace {

/// All fields of a code object in their order, for the Writer as for the Reader.
template <typename Archive, typename Code>
void transfer(Archive& archive, Code& code) {
    const auto text = [&](auto& each) { archive.text(each); };
    archive.text(code.name);
    archive.text(code.qualifiedName);
    archive.number(code.firstLine);
    archive.number(code.kind);
    archive.number(code.positionalOnlyCount);
    archive.number(code.positionalCount);
    archive.number(code.keywordOnlyCount);
    archive.number(code.hasVarArgs);
    archive.number(code.hasVarKeywords);
    archive.list(code.localNames, text);
    archive.list(code.cellNames, text);
    archive.list(code.freeNames, text);
    archive.list(code.names, text);
    archive.list(code.constants, [&](auto& each) { archive.constant(each); });
    archive.list(code.instructions, [&](auto& each) {
        archive.number(each.op);
        archive.number(each.c);
        archive.number(each.b);
        archive.number(each.a);
    });
    archive.list(code.spans, [&](auto& each) {
        archive.number(each.line);
        archive.number(each.column);
        archive.number(each.endLine);
        archive.number(each.endColumn);
    });
    archive.list(code.exceptionTable, [&](auto& each) {
        archive.number(each.begin);
        archive.number(each.end);
        archive.number(each.handler);
        archive.number(each.depth);
    });
    archive.number(code.stackSize);
    archive.number(code.cacheCount);
}

/// Numbers are zigzag LEB128: most take one byte.
class Writer {
public:
    template <typename Number>
    void number(Number value) {
        const auto wide = static_cast<std::int64_t>(value);
        auto rest =
            (static_cast<std::uint64_t>(wide) << 1U) ^ static_cast<std::uint64_t>(wide >> 63);
        while (rest >= 0x80) {
            bytes_.push_back(static_cast<char>(rest | 0x80U));
            rest >>= 7U;
        }
        bytes_.push_back(static_cast<char>(rest));
    }

    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }

    template <typename Item, typename Each>
    void list(const std::vector<Item>& items, const Each& each) {
        number(items.size());
        for (const Item& item : items) each(item);
    }

    void constant(const CodeConstant& constant) {
        number(constant.value.index());
        std::visit([this](const auto& value) { payload(value); }, constant.value);
    }

    [[nodiscard]] std::string take() && { return std::move(bytes_); }

private:
    void payload(CodeConstant::None /*value*/) {}
    void payload(CodeConstant::Ellipsis /*value*/) {}
    void payload(bool value) { number(value); }
    void payload(std::int64_t value) { number(value); }
    void payload(double value) { number(std::bit_cast<std::int64_t>(value)); }
    void payload(const std::string& value) { text(value); }
    void payload(const CodeConstant::BigInt& value) { text(value.digits); }
    void payload(const CodeConstant::Bytes& value) { text(value.data); }
    void payload(const CodeConstant::Tuple& value) { items(value.items); }
    void payload(const CodeConstant::FrozenSet& value) { items(value.items); }
    void payload(const CodeConstant::Code& value) { transfer(*this, *value); }

    void items(const std::vector<CodeConstant>& constants) {
        list(constants, [this](const CodeConstant& each) { constant(each); });
    }

    std::string bytes_;
};

class Reader {
public:
    Reader(std::string_view bytes, std::string_view fileName)
        : bytes_(bytes), fileName_(fileName) {}

    [[nodiscard]] std::shared_ptr<const CodeObject> code() {
        auto made = std::make_shared<CodeObject>();
        made->fileName = fileName_;
        transfer(*this, *made);
        return made;
    }

    template <typename Number>
    void number(Number& value) {
        value = static_cast<Number>(next());
    }

    void text(std::string& value) {
        const auto size = static_cast<std::size_t>(next());
        value = bytes_.substr(at_, size);
        at_ += size;
    }

    template <typename Item, typename Each>
    void list(std::vector<Item>& items, const Each& each) {
        items.resize(static_cast<std::size_t>(next()));
        for (Item& item : items) each(item);
    }

    void constant(CodeConstant& constant) {
        setByIndex(constant.value, static_cast<std::size_t>(next()));
        std::visit([this](auto& value) { payload(value); }, constant.value);
    }

private:
    [[nodiscard]] std::int64_t next() {
        std::uint64_t joined = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            joined |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) break;
        }
        return static_cast<std::int64_t>(joined >> 1U) ^ -static_cast<std::int64_t>(joined & 1U);
    }

    /// Makes `variant` hold an empty value of its kind `index`.
    template <std::size_t kIndex = 0, typename... Kinds>
    static void setByIndex(std::variant<Kinds...>& variant, std::size_t index) {
        if constexpr (kIndex < sizeof...(Kinds)) {
            if (index == kIndex) {
                variant.template emplace<kIndex>();
            } else {
                setByIndex<kIndex + 1>(variant, index);
            }
        }
    }

    void payload(CodeConstant::None& /*value*/) {}
    void payload(CodeConstant::Ellipsis& /*value*/) {}
    void payload(bool& value) { number(value); }
    void payload(std::int64_t& value) { number(value); }
    void payload(double& value) { value = std::bit_cast<double>(next()); }
    void payload(std::string& value) { text(value); }
    void payload(CodeConstant::BigInt& value) { text(value.digits); }
    void payload(CodeConstant::Bytes& value) { text(value.data); }
    void payload(CodeConstant::Tuple& value) { items(value.items); }
    void payload(CodeConstant::FrozenSet& value) { items(value.items); }
    void payload(CodeConstant::Code& value) { value = code(); }

    void items(std::vector<CodeConstant>& constants) {
        list(constants, [this](CodeConstant& each) { constant(each); });
    }

    std::string_view bytes_;
    std::string_view fileName_;
    std::size_t at_ = 0;
};

}  // namespace

std::string freeze(const CodeObject& code) {
    Writer writer;
    transfer(writer, code);
    return std::move(writer).take();
}

std::shared_ptr<const CodeObject> thaw(std::string_view bytes, std::string_view fileName) {
    return Reader(bytes, fileName).code();
}

}  // namespace coroscope::language
