// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QButtonGroup;
class QHBoxLayout;
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

    /// Leaves out what does not fit this width; `few`: also what one does not need in front of a
    /// class, the speed and the number of the event.
    void fitInto(int width, bool few);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* button(const char* name, const QString& tip);
    void buildSpeed();
    void buildPacing();
    void buildPlace();
    void showPlace();
    [[nodiscard]] QString eventText() const;
    void reservePlaces();
    void showPlaying();
    void showSpeed();
    void showPacing();
    void applyTheme();
    void fit();
    QHBoxLayout* addBox(QWidget*& box, int before);

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
    QWidget* speedBox_ = nullptr;
    QWidget* axisBox_ = nullptr;
    QWidget* clockBox_ = nullptr;
    QWidget* eventBox_ = nullptr;
    int room_ = QWIDGETSIZE_MAX;
    bool few_ = false;
    int playLook_ = -1;  ///< what the icon of `play_` was made for
};

}  // namespace coroscope::app
