// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Looks into the frames of a run at an event, by running it anew up to there,
/// off the GUI thread.

#include <memory>
#include <optional>

#include <QObject>

#include "app/session/run_service.h"

namespace coroscope::app {

/// One worker thread. Only the latest request counts: while one is under way,
/// those that come are forgotten in favour of the last of them, so that playing
/// never piles them up.
class ReplayService final : public QObject {
    Q_OBJECT

public:
    explicit ReplayService(QObject* parent = nullptr);
    ~ReplayService() override;

    /// What replays the run that is on view now; an empty one for none. A
    /// request under way is dropped.
    void setReplay(Replay replay);
    /// Ends with `finished`, unless a newer request or run takes its place first.
    void request(trace::EventIndex at);

Q_SIGNALS:
    void finished(std::shared_ptr<const coroscope::Inspection> inspection);

private:
    struct Job {
        unsigned run = 0;
        Replay replay;
        trace::EventIndex at;
        std::shared_ptr<CancelSwitch> cancel;
    };

    void work(const Job& job);
    void deliver(unsigned run, const std::shared_ptr<const Inspection>& inspection);
    void start();

    Replay replay_;
    unsigned run_ = 0;
    bool busy_ = false;
    std::optional<trace::EventIndex> wanted_;  ///< asked for while busy
    std::shared_ptr<CancelSwitch> cancel_;
    LatestJobThread<Job> worker_{[this](const Job& job) { work(job); }};
};

}  // namespace coroscope::app
