// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace coroscope::app {

/// A small window with one panel in it. The main window's keys work in it too.
class FloatingPanel final : public QWidget {
    Q_OBJECT

public:
    /// `panel` goes into it; who deletes the window takes it out before.
    FloatingPanel(QWidget* panel, const QString& title, QWidget* parent);

Q_SIGNALS:
    /// The user has closed it.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
};

}  // namespace coroscope::app
