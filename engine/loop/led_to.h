// What objects of asyncio's own lead to: asked for by the search through what is left at the end.
#pragma once

#include <functional>

#include "engine/runtime/value.h"

namespace coroscope::loop {

/// Is called with each object that another one keeps.
using Visitor = std::function<void(runtime::Value)>;

void visitArrivals(runtime::Object* arrivals, const Visitor& visit);
void visitAsCompleted(runtime::Object* generator, const Visitor& visit);
void visitChainLink(runtime::Object* link, const Visitor& visit);
void visitCompletions(runtime::Object* all, const Visitor& visit);
void visitQueue(runtime::Object* queue, const Visitor& visit);
void visitSynchronizer(runtime::Object* synchronizer, const Visitor& visit);
void visitTaskGroup(runtime::Object* group, const Visitor& visit);
void visitTimeout(runtime::Object* timeout, const Visitor& visit);
void visitWaitState(runtime::Object* state, const Visitor& visit);

}  // namespace coroscope::loop
