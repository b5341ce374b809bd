// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

#include <QString>
#include <QWidget>

class QToolButton;

namespace coroscope::app {

class CloseButton;
class ElidedLabel;
struct LaneModel;
class Session;
class TimelineComparison;
class TimelinePlot;

/// A run that is kept to be compared with others: with what comes of it after an edit, or with that
/// of another scenario.
struct HeldRun {
    QString title;
    std::shared_ptr<const LaneModel> lanes;
    double duration = 0;  ///< virtual seconds
    std::size_t steps = 0;
};

/// The run of the session as it is now.
[[nodiscard]] HeldRun holdRun(const Session& session, const TimelinePlot& timeline);

/// The held run below the timeline of the session, at one measure with it, and in words how the two
/// differ. Hidden while no run is held.
class HeldRunView final : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive it.
    HeldRunView(const Session& session, TimelinePlot& timeline);
    ~HeldRunView() override;

    /// Null: none.
    void hold(std::shared_ptr<const HeldRun> run);
    [[nodiscard]] const std::shared_ptr<const HeldRun>& held() const { return held_; }
    [[nodiscard]] TimelinePlot& timeline() { return *plot_; }
    /// How long both took and how many steps each has.
    [[nodiscard]] QString difference() const;

    void setScale(double scale);
    /// Out of sight while it is to be predicted what comes next: it tells too much.
    void setVeiled(bool veiled);

Q_SIGNALS:
    /// The user has enough of it.
    void letGo();

private:
    void showDifference();

    const Session& session_;
    TimelinePlot& moving_;
    std::shared_ptr<const HeldRun> held_;
    bool veiled_ = false;
    ElidedLabel* words_;
    CloseButton* close_;
    TimelinePlot* plot_;
    std::unique_ptr<TimelineComparison> comparison_;
};

}  // namespace coroscope::app
