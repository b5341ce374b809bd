// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The questions of a scenario's header (`[[question]]`).

#include <cstddef>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "engine/scenario/header.h"
#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

/// Asks each question where its line has its turn for the first time (without a line: before the
/// start). Playing pauses there until it is answered; whoever steps by hand is asked in passing.
/// What was answered is kept until another scenario is opened.
class Quiz final : public QObject {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit Quiz(Session& session);

    /// The one that is asked where the playhead stands; null: none is.
    [[nodiscard]] const scenario::Question* question() const;
    /// What was answered to it, which may be nothing where it has no choices; none: not yet.
    [[nodiscard]] std::optional<QString> given() const;
    [[nodiscard]] bool wasRight() const;
    /// Whether one is shown that nobody has answered yet.
    [[nodiscard]] bool isAsking() const { return current_ && !given(); }
    /// Where the first question after an event (none: of all) is asked, up to `last`, that nobody
    /// has answered.
    [[nodiscard]] trace::EventIndex openBetween(trace::EventIndex after,
                                                trace::EventIndex last) const;

public Q_SLOTS:
    void answer(const QString& given);
    /// Shows it no longer, until the playhead comes back to it.
    void putAway();

Q_SIGNALS:
    void changed();

private:
    struct Asked {
        scenario::Question question;
        trace::EventIndex at;
        std::optional<QString> given;
        bool away = false;  ///< put away, until the playhead leaves
    };

    void read();
    void follow();
    [[nodiscard]] trace::EventIndex placeOf(const scenario::Question& question) const;

    Session& session_;
    std::vector<Asked> questions_;  ///< those that this run comes to
    std::optional<std::size_t> current_;
    trace::EventIndex before_;
};

}  // namespace coroscope::app
