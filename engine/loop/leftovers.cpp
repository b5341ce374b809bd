#include "engine/loop/leftovers.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

#include "engine/runtime/visitor.h"

namespace coroscope::loop {

namespace {

/// Marks of objects that have been reached. At the end of a run they are as many as memory holds:
/// anything beside them would take the run past its limit. No type uses these bits of its objects
/// but for the time of a repr, and none goes on then.
enum class Mark : std::uint32_t { Reached = 1U << 28, Outlives = 1U << 29 };

/// Everything that an object leads to, breadth first.
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
        for (const Ref* each :
             {&loop->taskFactory, &loop->exceptionHandler, &loop->defaultExecutor})
            add(*each);
        loop->ready.forEach([&](const ReadyItem& item) {
            add(item.object);
            add(item.other);
        });
        loop->timers.forEach([&](Handle* handle) { add(static_cast<Object*>(handle)); });
        lookOn();
    }
    /// Those of them with finalizers, in the order in which they were reached.
    [[nodiscard]] const std::vector<Object*>& finalizable() const { return finalizable_; }
    [[nodiscard]] bool has(const Object* object) const { return (object->flags & mark_) != 0; }

private:
    void lookOn() {
        for (; !ahead_.empty(); ahead_.pop_front()) look(ahead_.front());
    }
    void add(Object* object) {
        if (object == nullptr || has(object)) return;
        object->flags |= mark_;
        if (object->type->has(kTypeHasFinalizer)) finalizable_.push_back(object);
        if (!leadsNowhere(object)) ahead_.push_back(object);
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
        } else if (type->slots.traverse) {
            const auto lookAt = [this](Object* kept) { add(kept); };
            type->slots.traverse(object, Visitor(lookAt));
        }
        if (Attributes* attributes = type->attributesOf(object)) lookIntoAttributes(*attributes);
    }

    void lookIntoDict(Dict* dict) {
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(dict, position, key, value)) {
            add(key);
            add(value);
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
    void lookIntoFrame(Frame* frame) {
        for (const Value* slot = frame->slots(); slot < frame->stackTop; ++slot) add(*slot);
        if (followGlobals_) add(static_cast<Object*>(frame->globals));
    }

    RunContext& run_;
    const std::uint32_t mark_;
    const bool followGlobals_;
    std::unordered_multimap<const Exception*, Object*> locals_;  ///< that a traceback leads to
    std::deque<Object*> ahead_;                                  ///< to be looked into
    std::vector<Object*> finalizable_;
};

bool isCoroutine(const RunContext& run, const Object* object) {
    return object->type == run.vm.types.coroutine || object->type == run.vm.types.generator;
}

/// The living objects with finalizers that are out of reach.
std::vector<Object*> notReached(RunContext& run, const Reach& reach) {
    std::vector<Object*> found;
    run.vm.heap.forEachAlive([&](Object* object) {
        if (object->type->has(kTypeHasFinalizer) && !reach.has(object)) found.push_back(object);
    });
    return found;
}

/// Gathers objects with finalizers, kind by kind.
class Gathering {
public:
    /// `reach`: what the program's names lead to. `done`: whose finalizers have run.
    Gathering(RunContext& run, const Reach& reach, const std::vector<Ptr<Object>>& done)
        : run_(run), reach_(reach), outlives_(run, Mark::Outlives, true) {
        for (const Ptr<Object>& object : done) done_.insert(object.get());
        if (run.currentLoop) outlives_.from(run.currentLoop.get());
    }

    /// Those that the names do not lead to: coroutines are older than the tasks made for them.
    void takeLost() {
        const std::vector<Object*> lost = notReached(run_, reach_);
        take(lost, [&](const Object* object) { return isCoroutine(run_, object); });
        takeTasks(false);
        take(lost, [&](const Object* object) { return isOther(object); });
    }
    /// Those that they do lead to, of which the first collection has moved the coroutines behind
    /// their tasks.
    void takeKept() {
        const std::vector<Object*>& kept = reach_.finalizable();
        takeTasks(true);
        take(kept, [&](const Object* object) { return isOther(object); });
        take(kept, [&](const Object* object) { return isCoroutine(run_, object); });
    }
    [[nodiscard]] std::vector<Ptr<Object>> result() { return std::move(result_); }

private:
    [[nodiscard]] bool isOther(const Object* object) const {
        return !object->type->isSubtypeOf(run_.taskType) && !isCoroutine(run_, object);
    }
    [[nodiscard]] bool isLeftOut(const Object* object) const {
        return outlives_.has(object) || done_.contains(object);
    }
    template <class Which>
    void take(const std::vector<Object*>& from, Which which) {
        for (Object* object : from) {
            if (which(object) && !isLeftOut(object)) result_.emplace_back(object);
        }
    }
    void takeTasks(bool reached) {
        for (Task* task = run_.firstTask; task != nullptr; task = task->next) {
            if (reach_.has(task) == reached && !isLeftOut(task))
                result_.emplace_back(static_cast<Object*>(task));
        }
    }

    RunContext& run_;
    const Reach& reach_;
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
    Gathering gathering(run, reach, {});
    gathering.takeLost();
    return gathering.result();
}

std::vector<Ptr<Object>> leftovers(RunContext& run, Dict* mainNames,
                                   const std::vector<Ptr<Object>>& done) {
    Reach reach(run);
    reach.from(mainNames);
    Gathering gathering(run, reach, done);
    gathering.takeLost();
    gathering.takeKept();
    return gathering.result();
}

}  // namespace coroscope::loop
