#include "engine/runtime/types/common.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/runtime/types/int.h"

namespace coroscope::runtime {

Raised raiseMemoryError(Vm& vm) {
    return raiseException(vm, makeException(vm, vm.exc.MemoryError, std::span<const Value>()));
}

namespace {

/// Requests of more than this fail under CPython on any machine that a class has.
constexpr std::size_t kLargestMachine = std::size_t{64} << 30;

Raised stopForMemory(Vm& vm, std::size_t bytes) {
    if (bytes > kLargestMachine) return raiseMemoryError(vm);
    vm.stop(StopReason::Memory);
    return Raised{};
}

}  // namespace

Raised refuseBytes(Vm& vm, std::size_t bytes) {
    return bytes > vm.heap.limit() ? stopForMemory(vm, bytes) : raiseMemoryError(vm);
}

Status refuseHuge(Vm& vm, std::size_t items, std::size_t bytesEach) {
    if (items > kLargestMachine / bytesEach) return raiseMemoryError(vm);
    return kDone;
}

Status reserveBytes(Vm& vm, std::size_t bytes) {
    if (vm.heap.wouldExceed(bytes)) return stopForMemory(vm, bytes);
    return kDone;
}

Status reserveGrowing(Vm& vm, std::size_t bytes) { return reserveBytes(vm, bytes * 3); }

std::string_view typeName(Vm& vm, Value value) { return vm.typeOf(value)->nameView(); }

void clipRange(std::int64_t& start, std::int64_t& stop, std::int64_t length) {
    if (stop > length) {
        stop = length;
    } else if (stop < 0) {
        stop = std::max<std::int64_t>(0, stop + length);
    }
    if (start < 0) start = std::max<std::int64_t>(0, start + length);
}

Outcome<std::int64_t> sliceIndex(Vm& vm, Value value, std::int64_t otherwise) {
    if (value.isUnbound() || value.isNone()) return otherwise;
    if (value.isSmallInt() || value.isBool()) return value.integer;
    Ref integer;
    if (isInt(value)) {
        integer = value;
    } else {
        Ref method = CORO_TRY(lookupSpecial(vm, value, vm.names.__index__));
        if (method.isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         "slice indices must be integers or None or have an __index__ method");
        }
        integer = CORO_TRY(indexOf(vm, value));
    }
    if (auto fits = asInt64(integer)) return *fits;
    BigNumber big;
    toBig(integer, big);
    return big < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
}

Outcome<std::int64_t> repeatCount(Vm& vm, Value value) {
    Ref integer = value;
    if (!isInt(value)) {
        Ref method = CORO_TRY(lookupSpecial(vm, value, vm.names.__index__));
        if (method.isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("can't multiply sequence by non-int of type '{}'",
                                     typeName(vm, value)));
        }
        integer = CORO_TRY(indexOf(vm, value));
    }
    auto fits = asInt64(integer);
    if (!fits)
        return raise(vm, vm.exc.OverflowError, "cannot fit 'int' into an index-sized integer");
    return std::max<std::int64_t>(0, *fits);
}

}  // namespace coroscope::runtime
