#include "engine/runtime/context_table.h"

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

namespace {

constexpr std::uint32_t kFew = 8;  ///< are copied, not layered

/// The table below, which a layer has under None as its first entry; null: it is no layer.
Dict* below(const Dict* table) {
    if (table->used == 0 || !table->entries[0].key.isNone()) return nullptr;
    return table->entries[0].value.as<Dict>();
}

bool hasGrownTooLarge(const Dict* layer) {
    const Dict* base = below(layer);
    return base && layer->count > kFew && std::uint64_t(layer->count) * layer->count > base->count;
}

bool isHalfFull(const Dict* layer) {
    const Dict* base = below(layer);
    return base && layer->count > kFew / 2 &&
           std::uint64_t(layer->count) * layer->count * 4 > base->count;
}

/// Turns a layer into a whole table of the same variables, for all who share it.
Status join(Vm& vm, Dict* layer) {
    const Ptr<Dict> base(below(layer));
    CORO_TRY(dictDelete(vm, layer, Value::none()));
    std::uint32_t position = 0;
    Value variable, value;
    while (dictNext(base.get(), position, variable, value)) {
        if (dictGet(vm, layer, variable).isUnbound()) CORO_TRY(dictSet(vm, layer, variable, value));
    }
    return kDone;
}

/// Makes `table` one that nobody shares.
Status makeOwn(Vm& vm, Ptr<Dict>& table) {
    if (!table) {
        table = makeDict(vm);
    } else if (table->refCount > 1) {
        // Each copy would soon have to be joined by itself.
        if (isHalfFull(table.get())) CORO_TRY(join(vm, table.get()));
        if (table->count <= kFew || below(table.get())) {
            table = dictCopy(vm, table.get());
        } else {
            Ptr<Dict> layer = makeDict(vm);
            CORO_TRY(dictSet(vm, layer.get(), Value::none(), table.value()));
            table = std::move(layer);
        }
    }
    return kDone;
}

}  // namespace

Value tableGet(Vm& vm, Dict* table, Value variable) {
    if (!table) return {};
    const Value found = dictGet(vm, table, variable);
    Dict* base = found.isUnbound() ? below(table) : nullptr;
    return base ? dictGet(vm, base, variable) : found;
}

Status tableSet(Vm& vm, Ptr<Dict>& table, Value variable, Value value) {
    CORO_TRY(makeOwn(vm, table));
    CORO_TRY(dictSet(vm, table.get(), variable, value));
    if (hasGrownTooLarge(table.get())) table = CORO_TRY(tableAsDict(vm, table.get()));
    return kDone;
}

Status tableDelete(Vm& vm, Ptr<Dict>& table, Value variable) {
    CORO_TRY(makeOwn(vm, table));
    Dict* base = below(table.get());
    if (base && !dictGet(vm, base, variable).isUnbound())
        table = CORO_TRY(tableAsDict(vm, table.get()));
    CORO_TRY(dictDelete(vm, table.get(), variable));
    return kDone;
}

std::uint32_t tableCount(Vm& vm, Dict* table) {
    if (!table) return 0;
    Dict* base = below(table);
    if (!base) return table->count;
    std::uint32_t count = base->count;
    std::uint32_t position = 1;  // after the link to the base
    Value variable, value;
    while (dictNext(table, position, variable, value)) {
        if (dictGet(vm, base, variable).isUnbound()) ++count;
    }
    return count;
}

Outcome<Ptr<Dict>> tableAsDict(Vm& vm, Dict* table) {
    if (!table) return makeDict(vm);
    Dict* base = below(table);
    if (!base) return dictCopy(vm, table);
    Ptr<Dict> whole = dictCopy(vm, base);
    std::uint32_t position = 1;  // after the link to the base
    Value variable, value;
    while (dictNext(table, position, variable, value))
        CORO_TRY(dictSet(vm, whole.get(), variable, value));
    return whole;
}

}  // namespace coroscope::runtime
