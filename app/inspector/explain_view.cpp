// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_view.h"

#include <algorithm>
#include <initializer_list>

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/inspector/spoken.h"
#include "app/session/keep_settings.h"
#include "app/session/place_text.h"
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
    : QWidget(parent),
      session_(session),
      text_(new QScrollArea),
      content_(new QWidget),
      foot_(new QWidget),
      place_(paragraph("explainPlace")),
      what_(paragraph("explainWhat", new Lead)),
      why_(paragraph("explainWhy")),
      note_(paragraph("explainNote")),
      newcomer_(new QToolButton),
      expert_(new QToolButton) {
    setObjectName(QStringLiteral("explain"));
    setAccessibleName(tr("Explanation of the event at the playhead"));
    makeText();
    makeChoice();
    makeMenu();
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(text_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(text_, 1);
    column->addWidget(foot_);

    connect(&session_, &Session::stateChanged, this, &ExplainView::refresh);
    connect(&session_, &Session::traceChanged, this, &ExplainView::refresh);
    connect(&session_, &Session::runningChanged, this, &ExplainView::refresh);
    setAudience(QSettings().value(kExpertKey).toBool() ? Audience::Expert : Audience::Newcomer);
}

void ExplainView::makeText() {
    setGround(*note_, Look::Good);
    // Margins of its contents would move the ground along with the text.
    note_->setMargin(6);
    note_->setIndent(9);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(16, 6, 14, 8);
    column->setSpacing(8);
    for (QLabel* each : {what_, why_, note_}) {
        each->setContextMenuPolicy(Qt::NoContextMenu);  // see makeMenu
        column->addWidget(each);
    }
    column->addStretch();
    text_->setAccessibleName(accessibleName());
    text_->setFrameShape(QFrame::NoFrame);
    text_->setWidgetResizable(true);
    text_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->setFocusPolicy(Qt::ClickFocus);
    text_->setWidget(content_);
    for (QWidget* each : {text_->viewport(), content_}) each->setBackgroundRole(QPalette::Base);
}

void ExplainView::makeChoice() {
    auto* segments = new QFrame;
    segments->setObjectName(QStringLiteral("explainAudience"));
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
    place_->setMinimumWidth(1);  // the choice needs the room more
    auto* row = new QHBoxLayout(foot_);
    row->setContentsMargins(content_->layout()->contentsMargins());
    row->addWidget(place_, 1, Qt::AlignBottom);
    row->addWidget(segments, 0, Qt::AlignBottom);  // as high as its buttons, whatever the foot
    // Or the layouts would leave out, until it is first seen, what decides whether it is seen.
    for (QWidget* each : std::initializer_list<QWidget*>{newcomer_, expert_, segments, place_})
        each->setVisible(true);
    foot_->setBackgroundRole(QPalette::Base);
    foot_->setAutoFillBackground(true);
}

/// Stands in for the labels' own menus too, which know nothing of an audience.
void ExplainView::makeMenu() {
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy = new QAction(tr("Copy the explanation"), this);
    connect(copy, &QAction::triggered, this, [this] {
        const QString selected = what_->selectedText() + why_->selectedText();
        QApplication::clipboard()->setText(
            selected.isEmpty() ? what_->text() + QLatin1Char('\n') + why_->text() : selected);
    });
    addAction(copy);
    for (QToolButton* each : {newcomer_, expert_}) {
        auto* action = new QAction(each->toolTip(), this);
        connect(action, &QAction::triggered, each, &QToolButton::click);
        addAction(action);
    }
}

QSize ExplainView::minimumSizeHint() const { return text_->minimumSizeHint(); }

QString ExplainView::what() const { return what_->text(); }
QString ExplainView::why() const { return why_->text(); }
QString ExplainView::note() const { return note_->text(); }

void ExplainView::setAudience(Audience audience) {
    audience_ = audience;
    keepSetting(kExpertKey, audience == Audience::Expert);
    (audience == Audience::Expert ? expert_ : newcomer_)->setChecked(true);
    refresh();
    Q_EMIT audienceChanged();
}

QString ExplainView::noteAtPlayhead() const {
    const trace::EventIndex at = session_.standsAt();
    const int line = at.valid() ? static_cast<int>((*session_.trace())[at].line) : 0;
    QStringList said;
    for (const scenario::Note& note : session_.notes()) {
        if (line == 0 || session_.playhead().meetingOf(note.line) != line) continue;
        const QString text = QString::fromStdString(note.text);
        said << (note.line == line ? text : tr("Line %1: %2").arg(note.line).arg(text));
    }
    return said.join(QLatin1Char('\n'));
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
        const std::string where = trace[at].task.valid() ? placeText(trace, at) : std::string();
        if (!where.empty()) place += QStringLiteral(" · ") + QString::fromStdString(where);
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
    QWidget::showEvent(event);
    refresh();
}

void ExplainView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void ExplainView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

void ExplainView::setCompact(bool compact) {
    compact_ = compact;
    fit();
}

/// Unless it would leave too little of the text.
void ExplainView::showFoot() {
    constexpr int kLines = 4;
    const QMargins margins = content_->layout()->contentsMargins();
    const int text = width() - margins.left() - margins.right();
    const int least = std::max(kLines * fontMetrics().lineSpacing(),
                               margins.top() + what_->heightForWidth(text) + margins.bottom());
    const int foot = foot_->layout()->totalHeightForWidth(width());
    foot_->setVisible(!compact_ && height() - foot >= least);
}

/// In front of a class, where nobody scrolls, the text is set in a smaller type if it fits then. At
/// the desk it scrolls, and its type stays the same from event to event. The foot is never wider
/// than what is in view.
void ExplainView::fit() {
    if (layout() == nullptr) return;  // not yet built
    const QMargins margins = content_->layout()->contentsMargins();
    const int beside = place_->minimumWidth() + foot_->layout()->spacing() +
                       newcomer_->sizeHint().width() + expert_->sizeHint().width() + 6;
    const bool stacked = beside + margins.left() + margins.right() > width();
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (choice_->direction() != direction) {
        choice_->setDirection(direction);
        // Else the foot would learn of it only after it has been laid out.
        foot_->layout()->invalidate();
        foot_->layout()->activate();
    }
    // In a low window what is said first leaves room for the rest.
    const bool low = !compact_ && height() < 9 * fontMetrics().lineSpacing();
    what_->setFont(low ? bold(scaled(font(), 1)) : QFont());
    content_->layout()->setSpacing(low ? 3 : 8);
    showFoot();
    for (const double size : {1.0, 0.9, 0.8, 0.7, 0.6}) {
        why_->setFont(scaled(font(), size));
        note_->setFont(scaled(font(), size));
        if (!compact_ || content_->layout()->totalHeightForWidth(width()) <= height()) return;
    }
}

}  // namespace coroscope::app
