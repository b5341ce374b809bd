// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/player/transport_bar.h"

#include <algorithm>
#include <initializer_list>

#include <QApplication>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include "app/player/number_text.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/icons.h"
#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/style/theme.h"
#include "app/style/veil.h"
#include "engine/trace/describe.h"

namespace coroscope::app {

TransportBar::TransportBar(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      toStart_(button("toStart", tr("To the start (Home)"))),
      stepBack_(button("stepBack", tr("Step back (←; Shift+← by a step of the loop)"))),
      play_(button("play", tr("Play or pause (Space)"))),
      step_(button("step", tr("Step (→; Shift+→ by a step of the loop)"))),
      toEnd_(button("toEnd", tr("To the end (End)"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    for (QToolButton* each : {toStart_, stepBack_, play_, step_, toEnd_}) row->addWidget(each);
    setLook(*play_, Look::Primary);
    buildSpeed();
    buildPacing();
    buildPlace();

    Playhead& playhead = session_.playhead();
    connect(toStart_, &QToolButton::clicked, &playhead, &Playhead::toStart);
    connect(stepBack_, &QToolButton::clicked, &playhead, [&playhead] { playhead.stepEvent(-1); });
    connect(play_, &QToolButton::clicked, &playhead, &Playhead::togglePlaying);
    connect(step_, &QToolButton::clicked, &playhead, [&playhead] { playhead.stepEvent(1); });
    connect(toEnd_, &QToolButton::clicked, &playhead, &Playhead::toEnd);
    connect(&session_, &Session::traceChanged, this, &TransportBar::reservePlaces);
    connect(&playhead, &Playhead::moved, this, &TransportBar::showPlace);
    connect(&session_, &Session::sightChanged, this, &TransportBar::showPlace);
    connect(&session_, &Session::staleChanged, this, [this](bool stale) {
        for (QLabel* label : {clock_, event_}) setVeiled(*label, stale);
    });
    connect(&playhead, &Playhead::playingChanged, this, &TransportBar::showPlaying);
    connect(&playhead, &Playhead::speedChanged, this, &TransportBar::showSpeed);
    connect(&playhead, &Playhead::pacingChanged, this, &TransportBar::showPacing);
    applyTheme();
    showPlace();
    showSpeed();
    showPacing();
}

QToolButton* TransportBar::button(const char* name, const QString& tip) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    // A click leaves the focus where it is, so that Space plays.
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void TransportBar::fitInto(int width, bool few) {
    room_ = width;
    few_ = few;
    fit();
}

/// What is missed least goes first; all of it can be done by keys, too.
void TransportBar::fit() {
    if (eventBox_ == nullptr) return;
    const int spacing = layout()->spacing();
    int needed = 0;
    for (const QWidget* each : {toStart_, stepBack_, play_, step_, toEnd_}) {
        needed += each->minimumWidth() + spacing;
    }
    for (const QWidget* each : {speedBox_, axisBox_, clockBox_, eventBox_}) {
        needed += each->minimumSizeHint().width() + spacing;
    }
    const auto leave = [&](std::initializer_list<QWidget*> group, bool wanted) {
        const bool stays = wanted && needed - spacing <= room_;
        for (QWidget* each : group) {
            const bool button = qobject_cast<QToolButton*>(each) != nullptr;
            if (!stays) {
                needed -=
                    spacing + (button ? each->minimumWidth() : each->minimumSizeHint().width());
            }
            each->setVisible(stays);
        }
    };
    leave({eventBox_}, !few_);
    leave({speedBox_}, !few_);
    leave({toStart_, toEnd_}, true);
    leave({axisBox_}, true);
}

/// A part of the bar that comes and goes as one, with some room before it.
QHBoxLayout* TransportBar::addBox(QWidget*& box, int before) {
    box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(before, 0, 0, 0);
    row->setSpacing(9);
    layout()->addWidget(box);
    return row;
}

void TransportBar::buildSpeed() {
    auto* row = addBox(speedBox_, 14);
    speedText_ = new QLabel(this);
    speedText_->setObjectName(QStringLiteral("speedText"));
    speedText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    speed_ = new QSlider(Qt::Horizontal, this);
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setRange(0, static_cast<int>(Playhead::kSpeeds.size()) - 1);
    speed_->setPageStep(1);
    speed_->setFocusPolicy(Qt::TabFocus);
    speed_->setToolTip(tr("Speed (+ and − keys: faster, slower)"));
    speed_->setAccessibleName(tr("Speed"));
    row->addWidget(speedText_);
    row->addWidget(speed_);
    connect(speed_, &QSlider::valueChanged, this, [this](int position) {
        session_.playhead().setSpeed(Playhead::kSpeeds[static_cast<std::size_t>(position)]);
    });
}

void TransportBar::buildPacing() {
    auto* frame = new QFrame;
    setGround(*frame, Look::Segments);
    auto* segments = new QHBoxLayout(frame);
    segments->setContentsMargins(3, 3, 3, 3);
    segments->setSpacing(0);
    time_ = button("time", tr("x is virtual time (T switches)"));
    steps_ = button("steps", tr("every step of the loop has the same width (T switches)"));
    time_->setText(tr("Time"));
    steps_->setText(tr("Steps"));
    auto* group = new QButtonGroup(this);
    for (QToolButton* each : {time_, steps_}) {
        each->setCheckable(true);
        setLook(*each, Look::Segment);
        group->addButton(each);
        segments->addWidget(each);
    }
    addBox(axisBox_, 14)->addWidget(frame);
    Playhead& playhead = session_.playhead();
    connect(time_, &QToolButton::clicked, &playhead,
            [&playhead] { playhead.setPacing(Pacing::Time); });
    connect(steps_, &QToolButton::clicked, &playhead,
            [&playhead] { playhead.setPacing(Pacing::Steps); });
}

void TransportBar::buildPlace() {
    clock_ = new Lead(this);
    clock_->setObjectName(QStringLiteral("clock"));
    event_ = new QLabel(this);
    event_->setObjectName(QStringLiteral("event"));
    setMuted(*event_);
    addBox(clockBox_, 16)->addWidget(clock_);
    addBox(eventBox_, 12)->addWidget(event_);
}

void TransportBar::showPlace() {
    const Playhead& playhead = session_.playhead();
    const bool any = playhead.current().valid();
    clock_->setText(any ? QStringLiteral("t = %1").arg(secondsText(playhead.time())) : QString());
    clock_->setToolTip(
        any ? QString::fromStdString(trace::secondsText(playhead.time(), trace::Digits::All))
            : QString());
    event_->setText(any ? eventText() : QString());
    // Should one be wider yet than what was reserved, it stays so.
    for (QLabel* label : {clock_, event_}) {
        const int width = label->sizeHint().width();
        if (width > label->minimumWidth()) label->setMinimumWidth(width);
    }
    toStart_->setEnabled(any && !playhead.atStart());
    stepBack_->setEnabled(any && !playhead.atStart());
    step_->setEnabled(any && !playhead.atEnd());
    toEnd_->setEnabled(any && !playhead.atEnd());
    play_->setEnabled(any && playhead.eventCount() > 1);
    showPlaying();
}

/// How many events there are tells of those to come.
QString TransportBar::eventText() const {
    const Playhead& playhead = session_.playhead();
    const QString number = countText(playhead.current().index() + 1);
    if (session_.hidesFuture()) return tr("event %1").arg(number);
    return tr("event %1 of %2").arg(number, countText(playhead.eventCount()));
}

/// Room for the widest texts that are likely, so that nothing moves while playing.
void TransportBar::reservePlaces() {
    const trace::Trace& trace = *session_.trace();
    const double end = trace.empty() ? 0 : trace[trace.last()].time;
    const QString seconds = QString::number(static_cast<qulonglong>(std::clamp(end, 100.0, 1e15)));
    const QString events = countText(std::max<qulonglong>(trace.size(), 1'000));
    const auto reserve = [](QLabel& label, QString widest) {
        for (QChar& each : widest) {
            if (each.isDigit()) each = QLatin1Char('0');
        }
        label.setMinimumWidth(0);
        const QString shown = label.text();
        label.setText(widest);
        label.ensurePolished();
        label.setMinimumWidth(label.sizeHint().width());
        label.setText(shown);
    };
    reserve(*clock_, QStringLiteral("t = %1.000 s").arg(seconds));
    reserve(*event_, tr("event %1 of %2").arg(events, events));
    fit();
}

void TransportBar::showPlaying() {
    const Scheme& theme = schemeOf(palette());
    const bool playing = session_.playhead().isPlaying();
    const int look = (playing ? 1 : 0) + (play_->isEnabled() ? 2 : 0) + (theme.dark ? 4 : 0);
    if (look == playLook_) return;
    playLook_ = look;
    play_->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play"),
                        play_->isEnabled() ? theme.accentInk : theme.ink));
}

void TransportBar::showSpeed() {
    const double speed = session_.playhead().speed();
    const auto& speeds = Playhead::kSpeeds;
    speed_->setValue(
        static_cast<int>(std::find(speeds.begin(), speeds.end(), speed) - speeds.begin()));
    speedText_->setText(speedText(speed));
}

void TransportBar::showPacing() {
    (session_.playhead().pacing() == Pacing::Time ? time_ : steps_)->setChecked(true);
}

void TransportBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::PaletteChange:
        case QEvent::FontChange:
        case QEvent::StyleChange: applyTheme(); break;
        default: break;
    }
}

void TransportBar::applyTheme() {
    if (event_ == nullptr) return;
    const Scheme& theme = schemeOf(palette());
    toStart_->setIcon(icon(QStringLiteral("to_start"), theme.ink));
    stepBack_->setIcon(icon(QStringLiteral("step_back"), theme.ink));
    step_->setIcon(icon(QStringLiteral("step"), theme.ink));
    toEnd_->setIcon(icon(QStringLiteral("to_end"), theme.ink));
    showPlaying();
    const QFontMetrics metrics(QApplication::font());
    const int side = metrics.height();
    for (QToolButton* each : {toStart_, stepBack_, play_, step_, toEnd_}) {
        each->setIconSize(QSize(side, side) * 0.9);
        each->setFixedSize(side * 23 / 10, side * 18 / 10);
    }
    speed_->setFixedWidth(metrics.averageCharWidth() * 16);
    speedText_->setFixedWidth(metrics.horizontalAdvance(QStringLiteral("0.25×")) + 4);
    reservePlaces();
    showPlace();
}

}  // namespace coroscope::app
