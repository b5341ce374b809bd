// Cells, which closures share: Objects/cellobject.c.
#include <fmt/format.h>

#include "engine/runtime/frame.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

Ref cellConstruct(Vm& vm, Type*, const Arguments& args) {
    if (args.keywords > 0) return raise(vm, vm.exc.TypeError, "cell() takes no keyword arguments");
    if (args.positional > 1) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("cell expected at most 1 argument, got {}", args.positional));
    }
    Ptr<Cell> cell = vm.heap.make<Cell>(vm.types.cell);
    if (args.positional == 1) cell->content = Ref(args[0]);
    return std::move(cell).toRef();
}

Ref cellRepr(Vm& vm, Value self) {
    const Ref content = self.as<Cell>()->content;
    const auto address = vm.idOf(self);
    if (content.isUnbound()) return newStr(vm, fmt::format("<cell at {:#x}: empty>", address));
    return newStr(vm, fmt::format("<cell at {:#x}: {} object at {:#x}>", address,
                                  vm.typeOf(content)->nameView(), vm.idOf(content)));
}

/// By what they hold; an empty one comes before all others.
Ref cellCompare(Vm& vm, Value self, Value other, Comparison op) {
    if (!other.is(vm.types.cell)) return Ref::notImplemented();
    const Ref mine = self.as<Cell>()->content, theirs = other.as<Cell>()->content;
    if (!mine.isUnbound() && !theirs.isUnbound()) return compare(vm, mine, theirs, op);
    return compare(vm, Value::ofInt(mine.isUnbound() ? 0 : 1),
                   Value::ofInt(theirs.isUnbound() ? 0 : 1), op);
}

}  // namespace

void initCellType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyAs<Cell>;
    slots.traverse = traverseMembers<&Cell::content>;
    slots.construct = cellConstruct;
    slots.repr = cellRepr;
    slots.compare = cellCompare;
    readyType(vm, vm.types.cell, nullptr, kTypeIsFinal, sizeof(Cell), 0, slots);
    addGetter(
        vm, vm.types.cell, "cell_contents",
        [](Vm& v, Value self) -> Ref {
            Ref content = self.as<Cell>()->content;
            if (content.isUnbound()) return raise(v, v.exc.ValueError, "Cell is empty");
            return content;
        },
        [](Vm&, Value self, Value value) -> Status {
            self.as<Cell>()->content = value.isUnbound() ? Ref() : Ref(value);
            return kDone;
        });
}

}  // namespace coroscope::runtime
