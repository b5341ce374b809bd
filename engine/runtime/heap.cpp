#include "engine/runtime/heap.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <functional>
#include <new>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/str.h"
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
    addExternal(kBlockBytes);
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
    addExternal(static_cast<std::ptrdiff_t>(bytes + kLargeOverhead));
    chargeFor(bytes);
    return header + 1;
}

void Heap::freeLarge(void* memory) {
    LargeHeader* header = static_cast<LargeHeader*>(memory) - 1;
    large_.back()->index = header->index;
    large_[header->index] = large_.back();
    large_.pop_back();
    bytesHeld_ -= header->bytes + kLargeOverhead;
    std::free(header);
}

bool Heap::keep(void* memory, std::size_t bytes) {
    if (tearingDown) return true;
    auto* object = static_cast<Object*>(memory);
    if (object->type == nullptr || (object->flags & kCondemned) == 0) return false;
    object->type = nullptr;  // to who walks the heap, a free cell
    kept_.emplace_back(memory, bytes);
    return true;
}

void Heap::freeCondemned() {
    keepsMemory_ = tearingDown;
    for (const auto& [memory, bytes] : kept_) freeObject(memory, bytes);
    kept_ = {};
}

void* Heap::growLarge(void* memory, std::size_t to) {
    const auto counted = [](std::size_t bytes) { return (bytes + kGrain - 1) / kGrain * kGrain; };
    LargeHeader* header = static_cast<LargeHeader*>(memory) - 1;
    if (counted(to) > header->bytes) {
        // A little more than is asked for: what grows once grows again.
        const std::size_t room = counted(to + to / 16);
        header = static_cast<LargeHeader*>(std::realloc(header, sizeof(LargeHeader) + room));
        if (!header) throw std::bad_alloc();
        addExternal(static_cast<std::ptrdiff_t>(room - header->bytes));
        header->bytes = room;
        large_[header->index] = header;
    }
    return header + 1;
}

bool Heap::hasNoneAlive(const Block& block) const {
    for (std::size_t at = 0; at + block.cellBytes <= kBlockBytes; at += block.cellBytes) {
        if (!isFree(reinterpret_cast<const FreeCell*>(block.memory + at))) return false;
    }
    return true;
}

/// Those all of whose cells are in the free list: a frame kept for the next call is not, though it
/// looks as if it were free.
void Heap::giveBackEmptyBlocks() {
    std::ranges::sort(blocks_, {}, &Block::memory);
    const auto blockOf = [&](const FreeCell* cell) {
        const auto* address = reinterpret_cast<const char*>(cell);
        const auto after = std::ranges::upper_bound(blocks_, address, {}, &Block::memory);
        return static_cast<std::size_t>(after - blocks_.begin()) - 1;
    };
    std::vector<std::size_t> freeBytes(blocks_.size());
    for (std::size_t index = 0; index < kClasses; ++index) {
        for (const FreeCell* cell = free_[index]; cell; cell = cell->next)
            freeBytes[blockOf(cell)] += index * kGrain;
    }
    const auto isEmpty = [&](std::size_t block) {
        return freeBytes[block] + blocks_[block].cellBytes > kBlockBytes;
    };
    for (FreeCell*& first : free_) {
        FreeCell** link = &first;
        while (FreeCell* cell = *link) {
            if (isEmpty(blockOf(cell))) {
                *link = cell->next;
            } else {
                link = &cell->next;
            }
        }
    }
    std::size_t kept = 0;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
        if (!isEmpty(block)) {
            blocks_[kept++] = blocks_[block];
            continue;
        }
        assert(hasNoneAlive(blocks_[block]));
        unpoison(blocks_[block].memory, kBlockBytes);
        std::free(blocks_[block].memory);
        bytesHeld_ -= kBlockBytes;
    }
    blocks_.resize(kept);
}

/// True: there is so much room now that it need not be looked for again soon.
bool Heap::makeRoom(std::size_t bytes) {
    const std::size_t spare = limit_ / 16;
    if (bytes > limit_ - spare) return false;
    giveBackEmptyBlocks();
    // Each free cell is looked at twice, and there may be as many as there are cells.
    takeEffort(vm_, static_cast<std::int64_t>(blocks_.size() * (kBlockBytes / kGrain)));
    return bytesHeld_ <= limit_ - spare - bytes;
}

/// What is taken is going to be filled. Much of it comes page by page from the system, which takes
/// several times as long.
void Heap::chargeFor(std::size_t bytes) {
    const auto charge = static_cast<std::int64_t>(bytes) / kBytesAnInstruction;
    takeEffort(vm_, bytes < kBlockBytes ? charge : charge * 4);
}

void Heap::askToLook() {
    vm_.fuelGiven -= vm_.fuel + 1;
    vm_.fuel = -1;
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
    // Plain text lets go of nothing else, and has no finalizer: its death goes no deeper.
    if (object->type == vm.types.str) {
        if (object->flags & kObjectHasAside) vm.forget(object);
        return freePlainStr(vm.heap, static_cast<Str*>(object));
    }
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
