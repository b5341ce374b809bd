// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace coroscope::app {

/// Keeps a strip over the foot of another widget, however that is resized: what comes and goes
/// while somebody types must not move what is typed. Belongs to the strip, whose parent holds the
/// other widget too.
class OverFoot final : public QObject {
    Q_OBJECT

public:
    OverFoot(QWidget& strip, QWidget& ground);

    /// Without it, a layout may have the strip.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return active_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget& strip_;
    QWidget& ground_;
    bool active_ = false;
};

}  // namespace coroscope::app
