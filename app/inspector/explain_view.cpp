// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_view.h"

#include <algorithm>

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/inspector/spoken.h"
#include "app/session/keep_settings.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/labels.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

const QString kExpertKey = QStringLiteral("explain/expert");

QLabel* paragraph(const char* name, QLabel* label = new QLabel) {
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

}  // namespace

ExplainView::ExplainView(Session& session, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      foot_(new QWidget),
      place_(paragraph("explainPlace")),
      what_(paragraph("explainWhat", new Lead)),
      why_(paragraph("explainWhy")),
      note_(paragraph("explainNote")),
      newcomer_(new QToolButton),
      expert_(new QToolButton) {
    setObjectName(QStringLiteral("explain"));
    setAccessibleName(tr("Explanation of the event at the playhead"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::ClickFocus);

    auto* segments = new QFrame;
    setGround(*segments, Look::Segments);
    choice_ = new QHBoxLayout(segments);
    choice_->setContentsMargins(3, 3, 3, 3);
    choice_->setSpacing(0);
    auto* group = new QButtonGroup(this);
    newcomer_->setText(tr("Newcomer"));
    newcomer_->setToolTip(tr("Explain to somebody who meets asyncio for the first time"));
    expert_->setText(tr("Expert"));
    expert_->setToolTip(tr("Explain what asyncio does inside"));
    for (QToolButton* each : {newcomer_, expert_}) {
        each->setCheckable(true);
        each->setFocusPolicy(Qt::TabFocus);
        setLook(*each, Look::Segment);
        each->setAccessibleName(each->toolTip());
        group->addButton(each);
        choice_->addWidget(each);
    }
    connect(newcomer_, &QToolButton::clicked, this, [this] { setAudience(Audience::Newcomer); });
    connect(expert_, &QToolButton::clicked, this, [this] { setAudience(Audience::Expert); });

    setMuted(*place_);
    setGround(*note_, Look::Good);
    // Margins of its contents would move the ground along with the text.
    note_->setMargin(6);
    note_->setIndent(9);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 6, 14, 8);
    column->setSpacing(8);
    column->addWidget(what_);
    column->addWidget(why_);
    column->addWidget(note_);
    column->addStretch();
    auto* foot = new QHBoxLayout(foot_);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->addWidget(place_, 1, Qt::AlignBottom);
    place_->setMinimumWidth(1);  // the choice needs the room more
    foot->addWidget(segments, 0, Qt::AlignBottom);  // as high as its buttons, whatever the foot
    column->addWidget(foot_);
    setWidget(content);
    for (QWidget* each : {viewport(), content}) each->setBackgroundRole(QPalette::Base);

    connect(&session_, &Session::stateChanged, this, &ExplainView::refresh);
    connect(&session_, &Session::traceChanged, this, &ExplainView::refresh);
    connect(&session_, &Session::runningChanged, this, &ExplainView::refresh);
    setAudience(QSettings().value(kExpertKey).toBool() ? Audience::Expert : Audience::Newcomer);
}

QString ExplainView::what() const { return what_->text(); }
QString ExplainView::why() const { return why_->text(); }
QString ExplainView::note() const { return note_->text(); }

void ExplainView::setAudience(Audience audience) {
    audience_ = audience;
    keepSetting(kExpertKey, audience == Audience::Expert);
    (audience == Audience::Expert ? expert_ : newcomer_)->setChecked(true);
    refresh();
}

QString ExplainView::noteAtPlayhead() const {
    const trace::EventIndex at = session_.playhead().current();
    if (!at.valid() || session_.notes().empty()) return {};
    const int line = static_cast<int>((*session_.trace())[at].line);
    for (const scenario::Note& note : session_.notes()) {
        if (note.line == line) return QString::fromStdString(note.text);
    }
    return {};
}

void ExplainView::refresh() {
    if (!isVisible() && !what_->text().isEmpty()) return;  // made when it is shown
    const trace::Trace& trace = *session_.trace();
    const trace::EventIndex at = session_.playhead().current();
    Explanation said;
    QString place;
    if (at.valid()) {
        said = explain(trace, session_.state(), *session_.source(), audience_);
        place = QString::fromStdString(spokenSeconds(trace[at].time));
        if (trace[at].line > 0 && trace[at].task.valid())
            place += tr(" · line %1").arg(trace[at].line);
    } else {
        said.what = session_.runs().isRunning() ? tr("Running…").toStdString()
                                                : tr("Nothing has run yet.").toStdString();
    }
    what_->setText(QString::fromStdString(said.what));
    why_->setText(QString::fromStdString(said.why));
    why_->setVisible(!said.why.empty());
    place_->setText(place);
    const QString note = noteAtPlayhead();
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    setAccessibleDescription(what_->text() + QLatin1Char(' ') + why_->text());
    fit();
}

void ExplainView::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    refresh();
}

void ExplainView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void ExplainView::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

void ExplainView::setCompact(bool compact) {
    compact_ = compact;
    foot_->setVisible(!compact);
    fit();
}

/// The choice of the audience stays in view, whatever is told, unless that leaves too little of it.
void ExplainView::placeFoot() {
    constexpr int kLines = 4;
    const QMargins margins = widget()->layout()->contentsMargins();
    // The foot itself learns only later which way the choice lies.
    const int high = std::max(place_->sizeHint().height(), choice_->sizeHint().height());
    const int foot = high + margins.bottom();
    const int text = width() - margins.left() - margins.right();
    const int least = std::max(kLines * fontMetrics().lineSpacing(),
                               margins.top() + what_->heightForWidth(text) + margins.bottom());
    const bool pinned = !compact_ && height() - foot >= least;
    if (pinned != (foot_->parentWidget() == this)) {
        auto* column = static_cast<QVBoxLayout*>(widget()->layout());
        if (pinned) {
            column->removeWidget(foot_);
            foot_->setParent(this);
        } else {
            column->addWidget(foot_);
        }
        foot_->setVisible(!compact_);
    }
    setViewportMargins(0, 0, 0, pinned ? foot : 0);
    if (!pinned) return;
    foot_->setGeometry(margins.left(), height() - foot, text, high);
}

/// In front of a class, where nobody scrolls, the text is set in a smaller type if it fits then. At
/// the desk it scrolls, and its type stays the same from event to event. The foot is never wider
/// than what is in view.
void ExplainView::fit() {
    if (widget() == nullptr) return;  // not yet built
    // Whether it scrolls or not: else the type would change what it depends on.
    const int width =
        contentsRect().width() - (compact_ ? 0 : verticalScrollBar()->sizeHint().width());
    const QMargins margins = widget()->layout()->contentsMargins();
    const int beside = place_->minimumWidth() + foot_->layout()->spacing() +
                       newcomer_->sizeHint().width() + expert_->sizeHint().width() + 6;
    choice_->setDirection(beside + margins.left() + margins.right() > width
                              ? QBoxLayout::TopToBottom
                              : QBoxLayout::LeftToRight);
    placeFoot();
    for (const double size : {1.0, 0.9, 0.8, 0.7, 0.6}) {
        why_->setFont(scaled(font(), size));
        note_->setFont(scaled(font(), size));
        if (!compact_) return;
        if (widget()->layout()->totalHeightForWidth(width) <= contentsRect().height()) return;
    }
}

}  // namespace coroscope::app
