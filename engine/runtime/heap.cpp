#include "engine/runtime/heap.h"

#include <cstdlib>
#include <new>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

Heap::~Heap() {
    for (const Block& block : blocks_) {
        unpoison(block.memory, kBlockBytes);
        std::free(block.memory);
    }
    for (LargeHeader* header : large_) std::free(header);
}

void* Heap::refill(std::size_t index) {
    const std::size_t cellBytes = index * kGrain;
    auto* memory = static_cast<char*>(std::aligned_alloc(64, kBlockBytes));
    if (!memory) throw std::bad_alloc();
    blocks_.push_back({memory, cellBytes});
    // The last cell of the list comes first in memory, so that allocation runs upwards.
    const std::size_t cells = kBlockBytes / cellBytes;
    FreeCell* next = nullptr;
    for (std::size_t i = cells; i-- > 0;) {
        auto* cell = reinterpret_cast<FreeCell*>(memory + i * cellBytes);
        cell->next = next;
        cell->mark = nullptr;
        next = cell;
        poison(cell, cellBytes);
    }
    unpoison(next, cellBytes);
    free_[index] = next->next;
    return next;
}

void* Heap::allocateLarge(std::size_t bytes) {
    auto* header = static_cast<LargeHeader*>(std::malloc(sizeof(LargeHeader) + bytes));
    if (!header) throw std::bad_alloc();
    header->index = large_.size();
    header->bytes = bytes;
    large_.push_back(header);
    return header + 1;
}

void Heap::freeLarge(void* memory) {
    LargeHeader* header = static_cast<LargeHeader*>(memory) - 1;
    large_.back()->index = header->index;
    large_[header->index] = large_.back();
    large_.pop_back();
    std::free(header);
}

void* Heap::growLarge(void* memory, std::size_t from, std::size_t to) {
    const auto counted = [](std::size_t bytes) { return (bytes + kGrain - 1) / kGrain * kGrain; };
    LargeHeader* header = static_cast<LargeHeader*>(memory) - 1;
    if (counted(to) > header->bytes) {
        // A little more than is asked for: what grows once grows again.
        const std::size_t room = counted(to + to / 16);
        header = static_cast<LargeHeader*>(std::realloc(header, sizeof(LargeHeader) + room));
        if (!header) throw std::bad_alloc();
        header->bytes = room;
        large_[header->index] = header;
    }
    bytesInUse_ += counted(to) - counted(from);
    return header + 1;
}

std::vector<Object*> Heap::liveObjects() const {
    // Counted before they are gathered: where the memory's limit ended the run, they are many.
    std::vector<Object*> live;
    std::size_t cells = large_.size();
    for (const Block& block : blocks_) cells += kBlockBytes / block.cellBytes;
    live.reserve(cells);
    for (const Block& block : blocks_) {
        for (std::size_t at = 0; at + block.cellBytes <= kBlockBytes; at += block.cellBytes) {
            auto* object = reinterpret_cast<Object*>(block.memory + at);
            if (object->type) live.push_back(object);
        }
    }
    for (LargeHeader* header : large_) {
        auto* object = reinterpret_cast<Object*>(header + 1);
        if (object->type) live.push_back(object);
    }
    return live;
}

namespace {

/// Beyond this many nested deaths (a long linked list) the rest waits its turn, so that
/// the C++ stack stays shallow (CPython's "trashcan").
constexpr int kMaxDestroyDepth = 200;

void destroyNow(Vm& vm, Object* object) {
    Type* type = object->type;
    if (type->has(kTypeHasFinalizer) && !vm.heap.tearingDown) {
        object->refCount = 1;
        type->slots.finalize(vm, object);
        if (--object->refCount != 0) return;
    }
    if (object->flags & kObjectHasAside) vm.forget(object);
    type->slots.destroy(object);
}

}  // namespace

void destroyObject(Object* object) {
    Vm& vm = *object->type->vm;
    // Plain text lets go of nothing else: its death goes no deeper.
    if (object->type == vm.types.str) return destroyNow(vm, object);
    Heap& heap = vm.heap;
    if (heap.destroyDepth_ >= kMaxDestroyDepth) {
        heap.deferred_.push_back(object);
        return;
    }
    ++heap.destroyDepth_;
    destroyNow(vm, object);
    --heap.destroyDepth_;
    while (heap.destroyDepth_ == 0 && !heap.deferred_.empty()) {
        Object* next = heap.deferred_.back();
        heap.deferred_.pop_back();
        ++heap.destroyDepth_;
        destroyNow(vm, next);
        --heap.destroyDepth_;
    }
}

}  // namespace coroscope::runtime
