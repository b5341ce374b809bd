// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QSlider;
class QToolButton;

namespace coroscope::app {

class Session;

/// To start, step back, play, step, to end; the speed; Time or Steps; where
/// the playhead is.
class TransportBar final : public QWidget {
    Q_OBJECT

public:
    explicit TransportBar(Session& session, QWidget* parent = nullptr);

    /// Leaves out what one does not need in front of a class: the speed, the number of the event.
    void setCompact(bool compact);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* button(const char* name, const QString& tip);
    void buildSpeed();
    void buildPacing();
    void buildPlace();
    void showPlace();
    void reservePlaces();
    void showPlaying();
    void showSpeed();
    void showPacing();
    void applyTheme();

    Session& session_;
    QToolButton* toStart_;
    QToolButton* stepBack_;
    QToolButton* play_;
    QToolButton* step_;
    QToolButton* toEnd_;
    QLabel* speedText_ = nullptr;
    QSlider* speed_ = nullptr;
    QToolButton* time_ = nullptr;
    QToolButton* steps_ = nullptr;
    QLabel* clock_ = nullptr;
    QLabel* event_ = nullptr;
    int playLook_ = -1;  ///< what the icon of `play_` was made for
};

}  // namespace coroscope::app
