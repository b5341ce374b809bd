#include "engine/language/emitter.h"

#include <bit>
#include <utility>

namespace coroscope::language {
namespace {

void appendSized(std::string& out, char tag, std::string_view text) {
    out += tag;
    out += std::to_string(text.size());
    out += ':';
    out += text;
}

void appendKey(std::string& out, const CodeConstant& constant);

struct KeyWriter {
    std::string& out;

    void operator()(const CodeConstant::None&) const { out += 'N'; }
    void operator()(const CodeConstant::Ellipsis&) const { out += 'E'; }
    void operator()(bool value) const { out += value ? 'T' : 'F'; }
    void operator()(std::int64_t value) const { appendSized(out, 'i', std::to_string(value)); }
    void operator()(double value) const {
        appendSized(out, 'd', std::to_string(std::bit_cast<std::uint64_t>(value)));
    }
    void operator()(const std::string& value) const { appendSized(out, 's', value); }
    void operator()(const CodeConstant::BigInt& value) const {
        appendSized(out, 'i', value.digits);
    }
    void operator()(const CodeConstant::Bytes& value) const { appendSized(out, 'b', value.data); }
    void operator()(const CodeConstant::Tuple& value) const { sequence('(', value.items); }
    void operator()(const CodeConstant::FrozenSet& value) const { sequence('{', value.items); }
    void operator()(const CodeConstant::Code& value) const {
        appendSized(out, 'c', std::to_string(reinterpret_cast<std::uintptr_t>(value.get())));
    }

    void sequence(char tag, const std::vector<CodeConstant>& items) const {
        out += tag;
        for (const CodeConstant& item : items) appendKey(out, item);
        out += ')';
    }
};

void appendKey(std::string& out, const CodeConstant& constant) {
    std::visit(KeyWriter{out}, constant.value);
}

}  // namespace

std::string constantKey(const CodeConstant& value) {
    std::string result;
    appendKey(result, value);
    return result;
}

Label Emitter::newLabel() {
    labels.push_back(-1);
    return {static_cast<int>(labels.size()) - 1};
}

void Emitter::place(Label label) {
    labels[static_cast<std::size_t>(label.index)] = static_cast<int>(code.size());
}

void Emitter::emit(Opcode op, int a, int c, int b) {
    DraftInstruction draft;
    draft.code = {op, static_cast<std::uint8_t>(c), static_cast<std::uint16_t>(b), a};
    draft.span = span;
    draft.handler = handler_;
    code.push_back(draft);
}

void Emitter::jump(Opcode op, Label target) {
    emit(op);
    code.back().target = target.index;
}

void Emitter::beginHandler(Label handler, int dropped) {
    DraftInstruction draft;
    draft.beginsHandler = true;
    draft.target = static_cast<int>(handlers.size());
    draft.handler = handler_;
    code.push_back(draft);
    handler_ = draft.target;
    handlers.push_back({handler.index, dropped});
}

int Emitter::constant(CodeConstant value) {
    const auto [found, isNew] =
        constantIndex_.try_emplace(constantKey(value), static_cast<int>(constants.size()));
    if (isNew) constants.push_back(std::move(value));
    return found->second;
}

int Emitter::name(std::string_view text) {
    const auto [found, isNew] =
        nameIndex_.try_emplace(std::string(text), static_cast<int>(names.size()));
    if (isNew) names.emplace_back(text);
    return found->second;
}

int Emitter::local(std::string_view text) {
    const auto [found, isNew] =
        localIndex_.try_emplace(std::string(text), static_cast<int>(locals.size()));
    if (isNew) locals.emplace_back(text);
    return found->second;
}

}  // namespace coroscope::language
