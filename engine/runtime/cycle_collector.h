// The collector of cycles (Modules/gcmodule.c, gc_collect_main): finds the objects that are kept by
// nothing but each other. It comes when the program calls gc.collect(), never by itself: without it
// they stay until the run ends.
//
// From the count of every object that shows what it keeps (Slots::traverse) the references that
// such objects hold are taken off. What is left of a count comes from outside: from the machine's
// own variables, the stack of a frame that runs, the locals of a native's C++ coroutine that it
// does not tell of, or an object that shows nothing. Such objects live, with all that they lead
// to; the others are garbage.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/runtime/visitor.h"
#include "engine/runtime/weak_references.h"

namespace coroscope::runtime {

class CycleCollector {
public:
    explicit CycleCollector(Vm& vm);
    CycleCollector(const CycleCollector&) = delete;
    CycleCollector& operator=(const CycleCollector&) = delete;
    virtual ~CycleCollector();

    /// Clears the weak references to the garbage and calls their callbacks, finalizes it, and
    /// destroys what of it the finalizers have not brought back to life. How many objects that
    /// were, as CPython counts them. 0 where a collection goes on already.
    [[nodiscard]] std::int64_t collect();

    /// While cycles are taken apart no code of the scenario may run: it could come upon what is
    /// half gone. Weak references that lose their target then call when that is over.
    [[nodiscard]] bool isDestroying() const { return isDestroying_; }
    void callLater(std::vector<Ptr<WeakReference>> callers);

protected:
    /// What knows this garbage without keeping it, by no WeakReference, is to forget it.
    virtual void lost(Object*) {}

private:
    template <class ForEach>
    void condemnUnreachable(ForEach forEach);
    void reachFrom(Object* root);
    void clearWeakReferences();
    void callBack();
    void finalize();
    void keepResurrected();
    void destroyAll();
    void charge(std::size_t objects);

    Vm& vm_;
    bool isNested_;
    bool isDestroying_ = false;
    std::size_t bytes_ = 0;           ///< counted by the heap for what is below
    std::vector<Object*> condemned_;  ///< the oldest first; those without a type have died
    std::vector<Object*> ahead_;      ///< reached, not looked into yet
    std::vector<Ptr<WeakReference>> callers_;
};

}  // namespace coroscope::runtime
