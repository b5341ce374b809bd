// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/replay_service.h"

#include <utility>

namespace coroscope::app {

ReplayService::ReplayService(QObject* parent) : QObject(parent) {}

ReplayService::~ReplayService() {
    if (cancel_) cancel_->trip();
}

void ReplayService::setReplay(Replay replay) {
    if (cancel_) cancel_->trip();
    replay_ = std::move(replay);
    ++run_;
    wanted_.reset();
}

void ReplayService::request(trace::EventIndex at) {
    wanted_ = at;
    if (!busy_) start();
}

void ReplayService::start() {
    if (!wanted_ || !replay_ || !wanted_->valid()) {
        wanted_.reset();
        return;
    }
    busy_ = true;
    cancel_ = std::make_shared<CancelSwitch>();
    worker_.put(Job{run_, replay_, *std::exchange(wanted_, std::nullopt), cancel_});
}

void ReplayService::work(const Job& job) {
    auto inspection = std::make_shared<const Inspection>(job.replay(job.at, *job.cancel));
    QMetaObject::invokeMethod(
        this, [this, run = job.run, inspection] { deliver(run, inspection); },
        Qt::QueuedConnection);
}

void ReplayService::deliver(unsigned run, const std::shared_ptr<const Inspection>& inspection) {
    busy_ = false;
    start();
    // While playing, the next request is always under way already: what was
    // asked for a moment ago is better than nothing.
    if (run == run_ && inspection->reached) Q_EMIT finished(inspection);
}

}  // namespace coroscope::app
