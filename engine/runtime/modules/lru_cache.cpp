// What functools.lru_cache makes of a function (Modules/_functoolsmodule.c, lru_cache_object). The
// results stand in a dict, that of the latest call last.
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/native.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

struct LruCache : Object {
    Attributes attributes;
    Ref function;
    Ref separator;  ///< stands in a key between the positional arguments and the others
    Ptr<Dict> results;
    std::int64_t limit = -1;  ///< of results; -1: none
    std::int64_t hits = 0;
    std::int64_t misses = 0;
    bool isTyped = false;
};

void destroyCache(Object* object) {
    Type* type = object->type;
    auto* cache = static_cast<LruCache*>(object);
    clearAttributes(cache->attributes);
    cache->~LruCache();
    type->vm->heap.freeObject(object, type->instanceBytes);
    if (type->has(kTypeIsClass)) releaseInstanceType(type);
}

/// _lru_cache_wrapper(function, limit, typed, separator): only functools makes them.
Ref constructCache(Vm& vm, Type* type, const Arguments& a) {
    if (a.positional != 4 || a.keywords != 0)
        return raise(vm, vm.exc.TypeError, "functools.lru_cache() makes a _lru_cache_wrapper");
    if (!vm.typeOf(a[0])->slots.call)
        return raise(vm, vm.exc.TypeError, "the first argument must be callable");
    void* memory = vm.heap.allocateObject(type->instanceBytes);
    auto* raw = new (memory) LruCache;
    raw->type = type;
    if (type->has(kTypeIsClass)) retain(static_cast<Object*>(type));
    Ptr<LruCache> made = Ptr<LruCache>::steal(raw);
    made->function = a[0];
    made->limit = asInt64(a[1]).value_or(-1);
    made->isTyped = a[2].isTrue();
    made->separator = a[3];
    made->results = makeDict(vm);
    return std::move(made).toRef();
}

/// lru_cache_make_key
Ref keyOf(Vm& vm, const LruCache& cache, const Arguments& a) {
    if (!cache.isTyped && a.keywords == 0) {
        // One that hashes as itself stands for itself: so 1 and 1.0, or 1 and True, are two keys.
        const Type* only = a.positional == 1 ? vm.typeOf(a[0]) : nullptr;
        if (only != nullptr && (only == vm.types.str || only == vm.types.int_)) return a[0];
        return makeTuple(vm, std::span(a.values, a.positional)).toRef();
    }
    std::vector<Value> parts(a.values, a.values + a.positional);
    if (a.keywords > 0) parts.push_back(cache.separator);
    for (std::uint32_t i = 0; i < a.keywords; ++i) {
        parts.push_back(a.keywordNames[i]);
        parts.push_back(a[a.positional + i]);
    }
    for (std::uint32_t i = 0; cache.isTyped && i < a.total(); ++i)
        parts.emplace_back(vm.typeOf(a[i]));
    return makeTuple(vm, parts).toRef();
}

/// A result that is used goes to the end.
Status keepLatest(Vm& vm, LruCache& cache, Value key, std::int64_t hash, Value result) {
    const std::int32_t at = CORO_TRY(dictFind(vm, cache.results.get(), key, hash));
    if (at < 0) return kDone;  // comparing keys has emptied the cache
    dictRemoveAt(cache.results.get(), at);
    return dictSetHashed(vm, cache.results.get(), key, hash, result);
}

/// bounded_lru_cache_wrapper: while the function ran, it may itself have stored this result.
Status store(Vm& vm, LruCache& cache, Value key, std::int64_t hash, Value result) {
    Dict* results = cache.results.get();
    if (cache.limit >= 0) {
        if (CORO_TRY(dictFind(vm, results, key, hash)) >= 0) return kDone;
        if (results->count >= cache.limit)
            dictRemoveAt(results, static_cast<std::int32_t>(firstLiving(results)));
    }
    return dictSetHashed(vm, results, key, hash, result);
}

Ref callCached(Vm& vm, Value self, const Arguments& a) {
    const CallDepth depth(vm);
    if (!hasRoomToRun(vm)) return raiseTooDeep(vm);
    Ptr<LruCache> cache(self.as<LruCache>());
    if (cache->limit == 0) {
        ++cache->misses;
        return vm.call(cache->function, a);
    }
    Ref key = CORO_TRY(keyOf(vm, *cache, a));
    const std::int64_t hash = CORO_TRY(hashOf(vm, key));
    Ref found = dictGetHashed(vm, cache->results.get(), key, hash);
    if (found.isRaised()) return found;
    if (!found.isUnbound()) {
        if (cache->limit > 0) CORO_TRY(keepLatest(vm, *cache, key, hash, found));
        ++cache->hits;
        return found;
    }
    ++cache->misses;
    Ref result = CORO_TRY(vm.call(cache->function, a));
    CORO_TRY(store(vm, *cache, key, hash, result));
    return result;
}

/// cache_info(): functools.CacheInfo, which is a named tuple of collections.
Ref cacheInfo(Vm& vm, const Arguments& a) {
    const auto* cache = a[0].as<LruCache>();
    Ref module = CORO_TRY(importName(vm, vm.intern("collections"), 0, Value::none(), nullptr));
    Ref type = CORO_TRY(getAttribute(vm, module, vm.intern("_cache_info_type")));
    const Ref limit = cache->limit < 0 ? Ref::none() : Ref::ofInt(cache->limit);
    return vm.call(type, {Ref::ofInt(cache->hits), Ref::ofInt(cache->misses), limit,
                          Ref::ofInt(cache->results->count)});
}

Ref cacheClear(Vm& vm, const Arguments& a) {
    auto* cache = a[0].as<LruCache>();
    cache->hits = cache->misses = 0;
    dictClear(vm, cache->results.get());
    return Ref::none();
}

}  // namespace

Type* makeLruCacheType(Vm& vm) {
    TypeSpec spec;
    spec.name = "functools._lru_cache_wrapper";
    spec.flags = kTypeInstancesHaveAttributes;
    spec.instanceBytes = sizeof(LruCache);
    spec.attributesOffset = sizeof(Object);
    spec.slots.destroy = destroyCache;
    spec.slots.traverse = traverseMembers<&LruCache::function, &LruCache::results>;
    spec.slots.construct = constructCache;
    spec.slots.call = callCached;
    spec.slots.descriptorGet = [](Vm& v, Value self, Value instance, Type*) -> Ref {
        return instance.isUnbound() || instance.isNone() ? Ref(self)
                                                         : bindMethod(v, self, instance);
    };
    Type* type = makeType(vm, spec);
    addMethod(vm, type, "cache_info", cacheInfo, 1, 1);
    addMethod(vm, type, "cache_clear", cacheClear, 1, 1);
    return type;
}

}  // namespace coroscope::runtime
