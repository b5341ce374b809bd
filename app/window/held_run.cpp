// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/held_run.h"

#include <cmath>
#include <utility>

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/timeline/timeline_comparison.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/close_button.h"
#include "app/window/elided_label.h"
#include "engine/trace/describe.h"
#include "engine/trace/statistics.h"

namespace coroscope::app {

namespace {

QString lengthOf(double seconds) { return QString::fromStdString(trace::secondsText(seconds)); }

/// `3 s less`, `3 s more`, `the same`.
QString changeOf(double before, double now) {
    if (std::abs(now - before) < 1e-9) return HeldRunView::tr("the same");
    return (now < before ? HeldRunView::tr("%1 less") : HeldRunView::tr("%1 more"))
        .arg(lengthOf(std::abs(now - before)));
}

QString steps(std::size_t count) {
    return counted(static_cast<qint64>(count), HeldRunView::tr("step"), HeldRunView::tr("steps"));
}

}  // namespace

HeldRun holdRun(const Session& session, const TimelinePlot& timeline) {
    const trace::RunStatistics& statistics = session.statistics();
    return {session.title(), timeline.wholeModel(), statistics.duration, statistics.steps};
}

HeldRunView::HeldRunView(const Session& session, TimelinePlot& timeline)
    : session_(session),
      moving_(timeline),
      words_(new ElidedLabel),
      close_(new CloseButton(tr("Compare no longer"), this)),
      plot_(new TimelinePlot) {
    connect(close_, &QToolButton::clicked, this, &HeldRunView::letGo);
    plot_->setAccessibleName(tr("Timeline of the run that is compared"));
    plot_->setLegendVisible(false);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 6, 0);
    top->addWidget(words_, 1);
    top->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(plot_, 1);
    connect(&session_, &Session::traceChanged, this, &HeldRunView::showDifference);
    hide();
}

HeldRunView::~HeldRunView() = default;

void HeldRunView::hold(std::shared_ptr<const HeldRun> run) {
    held_ = std::move(run);
    moving_.setOtherRun(held_ ? held_->lanes : nullptr);
    if (!held_) {
        comparison_.reset();
        hide();
        return;
    }
    plot_->setModel(held_->lanes);
    if (!comparison_) comparison_ = std::make_unique<TimelineComparison>(moving_, *plot_);
    showDifference();
    setVisible(!veiled_);
}

void HeldRunView::setVeiled(bool veiled) {
    veiled_ = veiled;
    setVisible(held_ != nullptr && !veiled_);
}

QString HeldRunView::difference() const {
    if (!held_) return {};
    const trace::RunStatistics& now = session_.statistics();
    return tr("Held: %1, %2, %3. Above: %4 (%5), %6.")
        .arg(held_->title, lengthOf(held_->duration), steps(held_->steps), lengthOf(now.duration),
             changeOf(held_->duration, now.duration), steps(now.steps));
}

void HeldRunView::showDifference() { words_->setFullText(difference()); }

void HeldRunView::setScale(double scale) { plot_->setScale(scale); }

}  // namespace coroscope::app
