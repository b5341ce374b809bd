// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

class QWidget;

namespace coroscope::app {

/// A widget that draws what it shows by itself, so that nobody but itself can say what is to be
/// seen there. Its words are its accessible description: made when a screen reader asks for them.
class Told {
public:
    /// What one sees in it now, what matters most first.
    [[nodiscard]] virtual QString told() const = 0;

protected:
    explicit Told(QAccessible::Role role);
    ~Told() = default;
    Told(const Told&) = delete;
    Told& operator=(const Told&) = delete;

    /// Lets a screen reader know that the words are others now: soon, once for all that changes
    /// till then. Costs nothing where there is none. `self` is this widget.
    void tellSoon(QWidget& self);

private:
    friend class ToldInterface;

    QAccessible::Role role_;
    bool telling_ = false;
};

}  // namespace coroscope::app
