/// Where in the scenario's files a task's code stands.
#include "engine/loop/run_context.h"
#include "engine/loop/task.h"

namespace coroscope::loop {

scenario::Span placeOf(RunContext& run, Value coroutine) {
    scenario::Span place;
    trace::ImportedPlace imported;
    while (Generator* generator = generatorBehind(run.vm, coroutine)) {
        const runtime::Frame* frame = generator->frame.get();
        const bool own = frame && run.isOwn(frame);
        const trace::TextId file =
            frame && !own && run.importsFiles() ? run.importedFile(frame) : trace::TextId();
        if (own || file.valid()) {
            scenario::Span here;
            if (generator->state != Generator::State::Created) {
                here = frame->span();
            } else if (!own || !place.known()) {
                const int line = frame->code->source->firstLine;
                here = {line, 0, line, 0};
            } else {
                here = place;
            }
            if (own) place = here;
            imported = {file, here};
        }
        coroutine = generatorAwaiting(generator);
    }
    if (imported.file.valid()) {
        run.recorder.nextIsImported(imported.file, imported.span);
    } else {
        run.recorder.nextIsOwn();
    }
    return place;
}

void noteReturn(RunContext& run, Task* task, const runtime::Frame* frame) {
    if (run.isOwn(frame)) {
        task->place = trace::Place(frame->span());
        run.recorder.nextIsOwn();
    } else if (run.importsFiles()) {
        if (const trace::TextId file = run.importedFile(frame); file.valid())
            run.recorder.nextIsImported(file, frame->span());
    }
}

}  // namespace coroscope::loop
