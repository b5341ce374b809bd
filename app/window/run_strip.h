// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace coroscope::app {

class Session;

/// Says that a run takes long, and how far it has come, with a button that
/// ends it. A run that is over in half a second never shows it.
class RunStrip final : public QFrame {
    Q_OBJECT

public:
    static constexpr int kPatienceMilliseconds = 500;

    explicit RunStrip(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// It came or went.
    void shownChanged(bool shown);

private:
    void onRunning(bool running);
    void tell();

    Session& session_;
    QLabel* title_;
    QLabel* text_;
    QToolButton* stop_;
    QTimer clock_;
};

}  // namespace coroscope::app
