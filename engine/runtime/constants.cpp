#include "engine/runtime/constants.h"

#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

namespace {

using language::CodeConstant;

struct ConstantMaker {
    Vm& vm;
    Ref operator()(const CodeConstant::None&) const { return Ref::none(); }
    Ref operator()(const CodeConstant::Ellipsis&) const { return Value::ellipsis(); }
    Ref operator()(bool b) const { return Ref::boolean(b); }
    Ref operator()(std::int64_t i) const { return Ref::ofInt(i); }
    Ref operator()(double d) const { return Ref::ofFloat(d); }
    Ref operator()(const std::string& text) const {
        // Names and short texts are shared, as CPython interns its constants.
        return text.size() <= 64 ? Ref(Value(vm.intern(text))) : makeStr(vm, text).toRef();
    }
    Ref operator()(const CodeConstant::BigInt& big) const { return intFromDigits(vm, big.digits); }
    Ref operator()(const CodeConstant::Bytes& bytes) const { return newBytes(vm, bytes.data); }
    Ref operator()(const CodeConstant::Tuple& tuple) const {
        Ptr<Tuple> made = makeTuple(vm, static_cast<std::uint32_t>(tuple.items.size()));
        for (std::size_t i = 0; i < tuple.items.size(); ++i)
            made->items()[i] = constantValue(vm, tuple.items[i]).detach();
        return std::move(made).toRef();
    }
    Ref operator()(const CodeConstant::FrozenSet& set) const {
        Ptr<Set> made = makeSet(vm, true);
        for (const CodeConstant& item : set.items) {
            Ref value = constantValue(vm, item);
            const bool raised = setAdd(vm, made.get(), value).isRaised();
            assert(!raised);  // constants can be hashed
            static_cast<void>(raised);
        }
        return std::move(made).toRef();
    }
    Ref operator()(const CodeConstant::Code& code) const { return makeCode(vm, code).toRef(); }
};

}  // namespace

Ref constantValue(Vm& vm, const CodeConstant& constant) {
    return std::visit(ConstantMaker{vm}, constant.value);
}

}  // namespace coroscope::runtime
