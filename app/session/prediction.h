// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// "Which task runs next?": asked at the playhead, with everything after it out of sight, and
/// answered before the run goes on.

#include <vector>

#include <QObject>

#include "engine/trace/ids.h"

namespace coroscope::app {

class Session;

class Prediction final : public QObject {
    Q_OBJECT

public:
    enum class Phase {
        Off,
        Asking,
        Answered,
        GoingOn,  ///< it plays, up to the next question
        Over,     ///< no task runs any more
    };

    /// The session must outlive it.
    explicit Prediction(Session& session);

    [[nodiscard]] Phase phase() const { return phase_; }
    /// Whether what lies after the playhead must not be shown.
    [[nodiscard]] bool hidesFuture() const { return phase_ != Phase::Off; }
    /// At most kMostChoices tasks that are alive, the right one among them, in the order of their
    /// creation; none at the end: one that is yet to be created.
    [[nodiscard]] const std::vector<trace::TaskId>& choices() const { return choices_; }
    /// The task that runs next, or that has just begun to if it was predicted.
    [[nodiscard]] trace::TaskId answer() const { return answer_; }
    [[nodiscard]] bool wasRight() const { return right_; }
    /// Where playing on from an event stops for the next question: right before a task has its
    /// turn; none: no task has any more.
    [[nodiscard]] trace::EventIndex stopAfter(trace::EventIndex event) const;
    [[nodiscard]] int asked() const { return asked_; }
    [[nodiscard]] int rightOnes() const { return rightOnes_; }

    static constexpr std::size_t kMostChoices = 6;

public Q_SLOTS:
    /// Asks at the playhead, which stops there.
    void ask();
    /// Asks the next question; one of the header comes first if its line has its turn before.
    void goOn();
    /// One of choices(). The playhead goes on to where the answer is seen. If a question of the
    /// header lies on the way, that is put first, and this one anew after it.
    void choose(coroscope::trace::TaskId task);
    void stop();

Q_SIGNALS:
    void changed();

private:
    void findChoices();
    void follow();
    /// False: none of the header's questions lies before the answer.
    bool stopAtQuiz();
    void stopAtQuestion(trace::EventIndex before);

    Session& session_;
    Phase phase_ = Phase::Off;
    std::vector<trace::TaskId> choices_;
    trace::EventIndex next_;  ///< where the answer's step begins
    trace::TaskId answer_;
    trace::EventIndex before_;  ///< where the playhead stood until it moved
    bool moving_ = false;       ///< the playhead is moved by an answer
    bool right_ = false;
    int asked_ = 0;
    int rightOnes_ = 0;
};

}  // namespace coroscope::app
