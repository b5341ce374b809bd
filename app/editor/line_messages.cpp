// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/line_messages.h"

#include <algorithm>
#include <utility>

#include "app/session/session.h"

namespace coroscope::app {

namespace {

/// What is said of the same line stands in one message.
class Messages {
public:
    void add(const std::string& file, const scenario::Span& span, const QString& text) {
        if (!span.known()) return;
        const auto same = std::ranges::find_if(all_, [&](const FileMessage& each) {
            return each.file == file && each.message.line == span.line;
        });
        if (same == all_.end()) {
            all_.push_back({file, {span.line, span.column, span.endLine, span.endColumn, text}});
        } else if (!same->message.text.contains(text)) {
            same->message.text += QStringLiteral(" · ") + text;
        }
    }
    void add(const scenario::Diagnostic& diagnostic) {
        add(diagnostic.file, diagnostic.span, QString::fromStdString(messageWithKind(diagnostic)));
    }
    std::vector<FileMessage> take() { return std::move(all_); }

private:
    std::vector<FileMessage> all_;
};

}  // namespace

const std::vector<scenario::Diagnostic>& UnmetLines::of(const Session& session) {
    const auto& trace = session.trace();
    if (trace_.owner_before(trace) || trace.owner_before(trace_)) {
        trace_ = trace;
        found_ = session.unmetLines();
    }
    return found_;
}

std::vector<FileMessage> lineMessages(Session& session, UnmetLines& unmet) {
    Messages messages;
    for (const scenario::Diagnostic& each : session.diagnostics()) messages.add(each);
    // An import fails by what is said there already.
    if (!session.diagnostics().empty()) return messages.take();
    const trace::EventIndex now = session.playhead().current();
    // Where lines stood is no longer known once the text is another.
    if (session.isStale() || session.runs().isBusy() || !now.valid()) return messages.take();
    // Only the end of the run shows that a line is never met, or that nobody catches an exception.
    const bool ended = !session.hidesFuture() || now == session.trace()->last();
    if (ended) {
        for (const scenario::Diagnostic& each : unmet.of(session)) messages.add(each);
    }
    for (const RunMark& mark : session.marks()) {
        if (mark.since <= now && (ended || !mark.foreseen))
            messages.add(mark.file, mark.span, QString::fromStdString(mark.text));
    }
    const trace::Trace& trace = *session.trace();
    if (const trace::Event event = trace[now]; event.kind == trace::EventKind::ExceptionRaised) {
        const RunMark mark = markAt(trace, event, now, std::string(trace.text(event.text())));
        messages.add(mark.file, mark.span, QString::fromStdString(mark.text));
    }
    return messages.take();
}

}  // namespace coroscope::app
