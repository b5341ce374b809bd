#include "engine/loop/leftovers.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include <queue>

#include "engine/runtime/visitor.h"

namespace coroscope::loop {

namespace {

/// Marks of objects that have been reached. At the end of a run they are as many as memory holds:
/// anything beside them would take the run past its limit. No type uses these bits of its objects
/// but for the time of a repr, and none goes on then.
enum class Mark : std::uint32_t { Reached = 1U << 28, Outlives = 1U << 29 };

/// Its place in the order in which objects with finalizers were made.
std::uint32_t birthOf(const Object* object) { return object->flags & Vm::kBirthBits; }

/// Everything that an object leads to, in the order into which CPython's collector brings what it
/// finds alive (Modules/gcmodule.c, move_unreachable): it goes from the oldest to the youngest, and
/// sets aside what nothing has led to so far; what something leads to later comes back at the end.
/// Of the objects without finalizers the age is not known: what they lead to, whoever leads to them
/// leads to.
class Reach {
public:
    /// `followGlobals`: code leads to the names of its module.
    explicit Reach(RunContext& run, Mark mark = Mark::Reached, bool followGlobals = false)
        : run_(run), mark_(static_cast<std::uint32_t>(mark)), followGlobals_(followGlobals) {
        for (const Uncollected::Knot& knot : run.uncollected.knots()) {
            if (knot.error) locals_.emplace(knot.error.get(), knot.local.get());
        }
    }
    ~Reach() {
        run_.vm.heap.forEachAlive([this](Object* object) { object->flags &= ~mark_; });
    }
    Reach(const Reach&) = delete;
    Reach& operator=(const Reach&) = delete;

    void from(Object* root) {
        add(root);
        lookOn();
    }
    /// What a loop is still going to run or to call, and what that leads to.
    void from(const EventLoop* loop) {
        lookIntoLoop(loop);
        lookOn();
    }
    /// Those of them with finalizers, in the collector's order.
    [[nodiscard]] const std::vector<Object*>& finalizable() const { return finalizable_; }
    [[nodiscard]] bool has(const Object* object) const { return (object->flags & mark_) != 0; }

private:
    void lookOn() {
        for (age_ = 0; Object* object = next();) {
            if (object->type->has(kTypeHasFinalizer)) finalizable_.push_back(object);
            look(object);
        }
    }
    Object* next() {
        if (!ahead_.empty()) {
            Object* object = ahead_.back();
            ahead_.pop_back();
            return object;
        }
        if (!younger_.empty()) {
            const auto [birth, object] = younger_.top();
            younger_.pop();
            age_ = birth;
            return object;
        }
        if (older_.empty()) return nullptr;
        age_ = kPastAll;
        Object* object = older_.front();
        older_.pop_front();
        return object;
    }
    void add(Object* object) {
        if (!isNews(object)) return;
        const bool isFrame = object->type == run_.vm.types.frame;  // to CPython, of its generator
        if (isFrame || (!object->type->has(kTypeHasFinalizer) && age_ < kPastAll)) {
            ahead_.push_back(object);
        } else if (birthOf(object) > age_) {
            younger_.emplace(birthOf(object), object);
        } else {
            older_.push_back(object);
        }
    }
    /// It is older than what leads to it.
    void addOlder(Object* object) {
        if (isNews(object)) older_.push_back(object);
    }
    bool isNews(Object* object) {
        if (object == nullptr || has(object)) return false;
        object->flags |= mark_;
        return !leadsNowhere(object);
    }
    [[nodiscard]] bool leadsNowhere(const Object* object) const {
        const Types& types = run_.vm.types;
        const Type* type = object->type;
        return type == types.str || type == types.int_ || type == types.bytes ||
               (type == types.list && static_cast<const List*>(object)->count == 0) ||
               (type == types.dict && static_cast<const Dict*>(object)->count == 0);
    }
    void add(Value value) {
        if (value.isObject()) add(value.object);
    }
    template <class T>
    void add(const Ptr<T>& object) {
        add(static_cast<Object*>(object.get()));
    }

    void look(Object* object) {
        const Types& types = run_.vm.types;
        Type* type = object->type;
        if (type->has(kTypeIsList)) {
            for (const Value item : static_cast<List*>(object)->span()) add(item);
        } else if (type->has(kTypeIsTuple)) {
            for (const Value item : static_cast<Tuple*>(object)->span()) add(item);
        } else if (type->has(kTypeIsDict)) {
            lookIntoDict(static_cast<Dict*>(object));
        } else if (type->has(kTypeIsSet)) {
            auto* set = static_cast<Set*>(object);
            for (std::uint32_t i = 0; i < set->used; ++i) add(set->entries[i].key);
        } else if (type->has(kTypeIsType)) {
            if (static_cast<Type*>(object)->has(kTypeIsClass))
                add(static_cast<Type*>(object)->dict);
        } else if (type->isSubtypeOf(run_.futureType)) {
            lookIntoFuture(static_cast<Future*>(object));
        } else if (type->has(kTypeIsException)) {
            auto* exception = static_cast<Exception*>(object);
            add(exception->args);
            add(exception->cause);
            add(exception->context);
            add(exception->traceback);
            add(exception->holds);
            const auto [first, last] = locals_.equal_range(exception);
            for (auto local = first; local != last; ++local) add(local->second);
        } else if (type == types.traceback) {
            add(static_cast<Traceback*>(object)->next);
            add(static_cast<Traceback*>(object)->frame);
        } else if (type == types.function) {
            add(static_cast<Function*>(object)->closure);
            add(static_cast<Function*>(object)->defaults);
            if (followGlobals_)
                add(static_cast<Object*>(static_cast<Function*>(object)->globals.get()));
        } else if (type == types.method) {
            add(static_cast<BoundMethod*>(object)->function.get());
            add(static_cast<BoundMethod*>(object)->self.get());
        } else if (type == types.nativeFunction) {
            add(static_cast<NativeFunction*>(object)->self);
        } else if (type == types.cell) {
            add(static_cast<Cell*>(object)->content.get());
        } else if (type == types.coroutine || type == types.generator ||
                   type == types.asyncGenerator) {
            auto* generator = static_cast<Generator*>(object);
            add(generator->frame);
            if (generator->hasBody) add(generator->body()->awaiting());
        } else if (type == types.asyncGeneratorSend || type == types.asyncGeneratorThrow) {
            add(static_cast<Object*>(generatorBehind(run_.vm, Value(object))));
        } else if (type == run_.handleType || type == run_.timerHandleType) {
            auto* handle = static_cast<Handle*>(object);
            add(handle->callback.get());
            add(handle->arguments);
            add(handle->target.get());
        } else if (type == types.frame) {
            lookIntoFrame(static_cast<Frame*>(object));
        } else if (type->isSubtypeOf(run_.loopType)) {
            lookIntoLoop(static_cast<EventLoop*>(object));
        } else if (type->slots.traverse) {
            const auto lookAt = [this](Object* kept) { add(kept); };
            type->slots.traverse(object, Visitor(lookAt));
        }
        if (Attributes* attributes = type->attributesOf(object)) lookIntoAttributes(*attributes);
    }

    /// The collector knows of a dict from when it first holds something that leads on, so that it
    /// is younger than that (Objects/dictobject.c, MAINTAIN_TRACKING).
    void lookIntoDict(Dict* dict) {
        std::uint32_t position = 0;
        Value key, value;
        bool isKnown = false;
        while (dictNext(dict, position, key, value)) {
            add(key);
            if (!value.isObject() || leadsNowhere(value.object)) continue;
            isKnown ? add(value) : addOlder(value.object);
            isKnown = true;
        }
    }
    void lookIntoAttributes(const Attributes& attributes) {
        if (attributes.dict) add(static_cast<Object*>(attributes.dict));
        instanceEach(
            attributes,
            [](void* reach, Str*, Value value) { static_cast<Reach*>(reach)->add(value); }, this);
    }
    void lookIntoFuture(Future* future) {
        add(future->result.get());
        add(future->exception());
        if (future->rare) {
            add(future->rare->cancelledException);
            add(future->rare->exceptionTraceback);
        }
        add(future->first.target.get());
        for (const Callback& callback : future->otherCallbacks()) add(callback.target.get());
        if (future->type == run_.gatheringType) {
            for (const Ref& child : static_cast<GatheringFuture*>(future)->children)
                add(child.get());
        }
        if (future->type->isSubtypeOf(run_.taskType)) {
            add(static_cast<Task*>(future)->coroutine.get());
            add(static_cast<Task*>(future)->waiter);
        }
    }
    void lookIntoLoop(const EventLoop* loop) {
        for (const Ref* each :
             {&loop->taskFactory, &loop->exceptionHandler, &loop->defaultExecutor})
            add(*each);
        loop->ready.forEach([&](const ReadyItem& item) {
            add(item.object);
            add(item.other);
        });
        loop->timers.forEach([&](Handle* handle) { add(static_cast<Object*>(handle)); });
    }
    void lookIntoFrame(Frame* frame) {
        for (const Value* slot = frame->slots(); slot < frame->stackTop; ++slot) add(*slot);
        if (followGlobals_) add(static_cast<Object*>(frame->globals));
    }

    RunContext& run_;
    const std::uint32_t mark_;
    const bool followGlobals_;
    std::unordered_multimap<const Exception*, Object*> locals_;  ///< that a traceback leads to
    static constexpr std::uint32_t kPastAll = Vm::kBirthBits;
    std::uint32_t age_ = 0;       ///< how far it has come, from the oldest to the youngest
    std::vector<Object*> ahead_;  ///< without finalizers, to be looked into
    using Aged = std::pair<std::uint32_t, Object*>;
    std::priority_queue<Aged, std::vector<Aged>, std::greater<>> younger_;  ///< in their places yet
    std::deque<Object*> older_;  ///< set aside, and come back
    std::vector<Object*> finalizable_;
};

/// The living objects with finalizers that are out of reach, the oldest first.
std::vector<Object*> notReached(RunContext& run, const Reach& reach) {
    std::vector<Object*> found;
    run.vm.heap.forEachAlive([&](Object* object) {
        if (object->type->has(kTypeHasFinalizer) && !reach.has(object)) found.push_back(object);
    });
    std::ranges::stable_sort(found, {}, birthOf);
    return found;
}

/// Gathers those of some objects that get to say something.
class Gathering {
public:
    /// `done`: whose finalizers have run.
    Gathering(RunContext& run, const std::vector<Ptr<Object>>& done)
        : outlives_(run, Mark::Outlives, true) {
        for (const Ptr<Object>& object : done) done_.insert(object.get());
        if (run.currentLoop) outlives_.from(run.currentLoop.get());
    }

    void take(const std::vector<Object*>& from) {
        for (Object* object : from) {
            if (!outlives_.has(object) && !done_.contains(object)) result_.emplace_back(object);
        }
    }
    [[nodiscard]] std::vector<Ptr<Object>> result() { return std::move(result_); }

private:
    /// The policy outlives the main module, and with it the current loop and what that is to run or
    /// to call: when it dies nobody is left to be told, and nothing to print to.
    Reach outlives_;
    std::unordered_set<const Object*> done_;
    std::vector<Ptr<Object>> result_;
};

}  // namespace

std::vector<Ptr<Object>> unreachable(RunContext& run, Dict* mainNames) {
    Reach reach(run);
    reach.from(mainNames);
    if (notReached(run, reach).empty()) return {};
    std::uint32_t position = 0;
    Value name, module;
    while (dictNext(run.vm.modules.get(), position, name, module)) {
        if (module.is(run.vm.types.module)) reach.from(module.as<Module>()->dict.get());
    }
    Gathering gathering(run, {});
    gathering.take(notReached(run, reach));
    return gathering.result();
}

std::vector<Ptr<Object>> leftovers(RunContext& run, Dict* mainNames,
                                   const std::vector<Ptr<Object>>& done) {
    Reach reach(run);
    reach.from(mainNames);
    Gathering gathering(run, done);
    gathering.take(notReached(run, reach));
    gathering.take(reach.finalizable());
    return gathering.result();
}

}  // namespace coroscope::loop
