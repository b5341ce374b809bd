#pragma once

/// A TextSink as RapidJSON wants its output streams.

#include "engine/trace/text_sink.h"

namespace coroscope::trace {

class SinkStream {
public:
    using Ch = char;
    explicit SinkStream(TextSink& sink) : sink_(sink) {}
    void Put(char character) { sink_.put(character); }
    void Flush() {}

private:
    TextSink& sink_;
};

}  // namespace coroscope::trace
