// Where a run's objects live.
//
// Cells of a few sizes are cut from blocks and kept in free lists; what is
// larger comes from malloc. The heap knows every block and every large
// allocation, so that at the end of a run all that is still alive (reference
// cycles) can be found and freed without a collector. It counts the bytes that the
// system has given, for the memory limit: whole blocks, what malloc keeps beside each
// piece, and what objects hold outside of the heap.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/runtime/value.h"

namespace coroscope::runtime {

class Heap {
public:
    /// The machine whose heap it is: its budget ends where the limit is passed, so that its host
    /// comes to look.
    explicit Heap(Vm& vm) : vm_(vm) {}
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;
    ~Heap();

    static constexpr std::size_t kGrain = 16;
    static constexpr std::size_t kLargestCell = 512;
    static constexpr std::size_t kBlockBytes = 64 * 1024;
    /// To go through so many bytes takes about as long as an instruction.
    static constexpr std::int64_t kBytesAnInstruction = 32;

    /// Memory for an object of `bytes` bytes. Its first sixteen bytes must become an
    /// Object before anything else is allocated.
    void* allocateObject(std::size_t bytes) {
        const std::size_t index = (bytes + kGrain - 1) / kGrain;
        if (index < kClasses) [[likely]] {
            FreeCell* cell = free_[index];
            if (cell) [[likely]] {
                unpoison(cell, index * kGrain);
                free_[index] = cell->next;
                return cell;
            }
            return refill(index);
        }
        return allocateLarge(index * kGrain);
    }
    /// Gives an object's memory back; `bytes` as it was allocated.
    void freeObject(void* memory, std::size_t bytes) {
        if (keepsMemory_) [[unlikely]] {
            if (keep(memory, bytes)) return;
        }
        const std::size_t index = (bytes + kGrain - 1) / kGrain;
        if (index < kClasses) [[likely]] {
            auto* cell = static_cast<FreeCell*>(memory);
            cell->next = free_[index];
            cell->mark = nullptr;
            free_[index] = cell;
            poison(cell, index * kGrain);
            return;
        }
        freeLarge(memory);
    }

    /// Makes an object of more than kLargestCell bytes longer: where it lies if the system can,
    /// else elsewhere. For objects of which the caller knows every holder.
    [[nodiscard]] void* growLarge(void* memory, std::size_t to);

    /// Makes an object of C++ type T and Python type `type`. Objects of variable size
    /// give `extraBytes` beyond sizeof(T).
    template <class T, class... Args>
    Ptr<T> make(Type* type, Args&&... args) {
        void* memory = allocateObject(sizeof(T));
        T* object = new (memory) T(std::forward<Args>(args)...);
        object->type = type;
        return Ptr<T>::steal(object);
    }
    template <class T>
    void free(T* object) {
        object->~T();
        freeObject(object, sizeof(T));
    }

    /// Memory of the same cells that holds no object (the frames of C++ coroutines).
    [[nodiscard]] void* allocateRaw(std::size_t bytes) {
        auto* header = static_cast<RawHeader*>(allocateObject(sizeof(RawHeader) + bytes));
        *header = {this, nullptr};
        return header + 1;
    }
    static void freeRaw(void* memory, std::size_t bytes) {
        auto* header = static_cast<RawHeader*>(memory) - 1;
        header->heap->freeObject(header, sizeof(RawHeader) + bytes);
    }

    /// What malloc takes from the system for a piece of so many bytes.
    [[nodiscard]] static constexpr std::size_t mallocBytes(std::size_t bytes) {
        if (bytes == 0) return 0;
        return bytes <= 24 ? 32 : (bytes + 8 + kGrain - 1) / kGrain * kGrain;
    }
    /// Counts memory that objects hold outside of the heap.
    void addExternal(std::ptrdiff_t bytes) {
        bytesHeld_ += static_cast<std::size_t>(bytes);
        if (bytesHeld_ > limit_) [[unlikely]]
            askToLook();
    }
    /// The same of a piece from malloc that takes the place of another (a list's array). Zero:
    /// there is none.
    void exchangeExternal(std::size_t before, std::size_t now) {
        addExternal(static_cast<std::ptrdiff_t>(mallocBytes(now)) -
                    static_cast<std::ptrdiff_t>(mallocBytes(before)));
        if (before == 0 && now >= kLargestCell) [[unlikely]]
            chargeFor(now);
    }
    [[nodiscard]] std::size_t bytesHeld() const { return bytesHeld_; }
    void setLimit(std::size_t bytes) { limit_ = bytes; }
    [[nodiscard]] std::size_t limit() const { return limit_; }
    /// Blocks without a living object are given back first, so ask only where no object is being
    /// made.
    [[nodiscard]] bool overLimit() { return bytesHeld_ > limit_ && !makeRoom(0); }
    /// Would `bytes` more go past the limit? Ask before a large allocation, as overLimit.
    [[nodiscard]] bool wouldExceed(std::size_t bytes) {
        return (bytes > limit_ || bytesHeld_ > limit_ - bytes) && !makeRoom(bytes);
    }

    /// Every object alive, in no order that means anything. `visit` may destroy the object while
    /// tearingDown.
    template <class Visit>
    void forEachAlive(Visit visit) const {
        for (const Block& block : blocks_) {
            for (std::size_t at = 0; at + block.cellBytes <= kBlockBytes; at += block.cellBytes) {
                auto* object = reinterpret_cast<Object*>(block.memory + at);
                if (object->type) visit(object);
            }
        }
        for (LargeHeader* header : large_) {
            auto* object = reinterpret_cast<Object*>(header + 1);
            if (object->type) visit(object);
        }
    }

    /// How deep deaths are nested (an object that dies lets go of others). It belongs to the C++
    /// stack: swapped when another one goes on.
    [[nodiscard]] int exchangeDestroyDepth(int depth) {
        return std::exchange(destroyDepth_, depth);
    }

    /// True while the run's leftovers are being destroyed: nothing of the scenario runs any
    /// more (`__del__`, warnings), and memory stays where it is until the heap itself goes,
    /// so that objects of a cycle can be destroyed in any order.
    bool tearingDown = false;
    void tearDown() { tearingDown = keepsMemory_ = true; }

    /// A mark of objects whose memory, once they are destroyed, stays where it is until
    /// freeCondemned, so that those of a cycle can be destroyed in any order.
    static constexpr std::uint32_t kCondemned = 1U << 27;
    void keepCondemned() { keepsMemory_ = true; }
    void freeCondemned();

private:
    friend void destroyObject(Object*);
    // A free cell overlays an Object: `mark` lies where Object::type does, and is null.
    struct FreeCell {
        FreeCell* next;
        void* mark;
    };
    // So do raw cells, to be told from objects.
    struct RawHeader {
        Heap* heap;
        void* mark;
    };
    static constexpr std::size_t kClasses = kLargestCell / kGrain + 1;
    struct Block {
        char* memory;
        std::size_t cellBytes;
    };
    struct LargeHeader {
        std::size_t index;  // in large_
        std::size_t bytes;
    };
    // What a large one costs beside its bytes: the header, its place in large_, malloc's own.
    static constexpr std::size_t kLargeOverhead = 2 * sizeof(LargeHeader) + kGrain;

    [[nodiscard]] bool isFree(const FreeCell* cell) const {
        return cell->mark == nullptr &&
               static_cast<const void*>(cell->next) != static_cast<const void*>(this);  // raw
    }
    [[nodiscard]] bool hasNoneAlive(const Block& block) const;
    [[nodiscard]] bool makeRoom(std::size_t bytes);
    void giveBackEmptyBlocks();
    void askToLook();
    void chargeFor(std::size_t bytes);
    /// False: it is to be freed now.
    [[nodiscard]] bool keep(void* memory, std::size_t bytes);
    void* refill(std::size_t index);
    void* allocateLarge(std::size_t bytes);
    void freeLarge(void* memory);
    static void poison(void* cell, std::size_t bytes);
    static void unpoison(void* cell, std::size_t bytes);

    std::array<FreeCell*, kClasses> free_{};
    std::vector<Block> blocks_;
    std::vector<LargeHeader*> large_;
    Vm& vm_;
    std::size_t bytesHeld_ = 0;
    std::size_t limit_ = SIZE_MAX;
    bool keepsMemory_ = false;
    int destroyDepth_ = 0;
    std::vector<Object*> deferred_;
    std::vector<std::pair<void*, std::size_t>> kept_;
};

#if defined(__SANITIZE_ADDRESS__)
extern "C" void __asan_poison_memory_region(void const volatile* addr, std::size_t size);
extern "C" void __asan_unpoison_memory_region(void const volatile* addr, std::size_t size);
inline void Heap::poison(void* cell, std::size_t bytes) {
    // The two words of FreeCell stay readable: the heap itself walks them.
    if (bytes > sizeof(FreeCell)) {
        __asan_poison_memory_region(static_cast<char*>(cell) + sizeof(FreeCell),
                                    bytes - sizeof(FreeCell));
    }
}
inline void Heap::unpoison(void* cell, std::size_t bytes) {
    __asan_unpoison_memory_region(cell, bytes);
}
#else
inline void Heap::poison(void*, std::size_t) {}
inline void Heap::unpoison(void*, std::size_t) {}
#endif

}  // namespace coroscope::runtime
