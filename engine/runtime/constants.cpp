#include "engine/runtime/constants.h"

#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/set_internal.h"

namespace coroscope::runtime {

namespace {

using language::CodeConstant;

struct ConstantMaker {
    Vm& vm;
    /// CPython's compiler makes a constant set anew from the first one's items, in the order in
    /// which that is walked (merge_const_one): the order of the result hangs on it.
    Ref insertedAgain(Set* first) const {
        Ptr<Set> made = makeSet(vm, true);
        std::uint32_t position = 0;
        while (const DictEntry* entry = setNextEntry(first, position))
            addConstant(made.get(), entry->key);
        return std::move(made).toRef();
    }
    void addConstant(Set* set, Value item) const {
        const bool raised = setAdd(vm, set, item).isRaised();
        assert(!raised);  // constants can be hashed
        static_cast<void>(raised);
    }

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
            addConstant(made.get(), value);
        }
        return insertedAgain(made.get());
    }
    Ref operator()(const CodeConstant::Code& code) const { return makeCode(vm, code).toRef(); }
};

}  // namespace

Ref constantValue(Vm& vm, const CodeConstant& constant) {
    return std::visit(ConstantMaker{vm}, constant.value);
}

}  // namespace coroscope::runtime
