// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/task_list_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

#include "app/inspector/task_list_model.h"
#include "app/inspector/task_row.h"
#include "app/session/session.h"
#include "app/style/legible.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

/// Where the columns of a row begin and end, from its left.
struct Columns {
    int glyph = 0;
    int state = 0;
    int reason = 0;
    int reasonEnd = 0;
    int waitedEnd = 0;  ///< 0: no room for it
    int ageEnd = 0;     ///< 0: no room for it
};

QString widestTime(const QString& words) { return words.arg(QStringLiteral("00.00 s")); }

/// The reason comes first: what a task waits for is seen nowhere else, how old it is matters less.
Columns columnsIn(int width, int name, const QFontMetrics& metrics) {
    const int line = metrics.height();
    Columns columns;
    columns.glyph = std::min({name, width * 2 / 5, line * 11}) + 8;
    columns.state = columns.glyph + line * 3 / 2;
    columns.reason =
        columns.state + 16 +
        std::max(metrics.horizontalAdvance(TaskListView::tr("ready, not begun")),
                 metrics.horizontalAdvance(widestTime(TaskListView::tr("suspended %1"))));
    columns.reasonEnd = width - 6;
    const auto giveTo = [&](int& end, const QString& words) {
        const int needed = metrics.horizontalAdvance(widestTime(words)) + 12;
        if (columns.reasonEnd - needed - columns.reason < 10 * line) return;
        end = columns.reasonEnd;
        columns.reasonEnd -= needed;
    };
    giveTo(columns.ageEnd, TaskListView::tr("lived %1"));
    giveTo(columns.waitedEnd, TaskListView::tr("waited %1"));
    return columns;
}

class TaskDelegate final : public TaskRowDelegate {
public:
    explicit TaskDelegate(TaskListView& view)
        : TaskRowDelegate(view.session(), TaskListModel::TaskRole, &view), view_(view) {}

private:
    void paintRow(const Row& row, const QModelIndex& index) const override {
        const auto say = [&index](int role) { return index.data(role).toString(); };
        const QFontMetrics& metrics = row.metrics;
        const int left = row.place.left();
        const Columns columns = columnsIn(row.place.width(), view_.widthOfNames(metrics), metrics);
        const bool alive = index.data(TaskListModel::AliveRole).toBool();
        const QColor ink = alive ? row.theme.ink : row.theme.faint;
        const int x = row.dot(left + TaskListView::indentOf(index, metrics), !alive);
        row.text(x, left + columns.glyph - 8, say(Qt::DisplayRole), ink);
        row.text(left + columns.glyph, left + columns.state, say(TaskListModel::GlyphRole),
                 alive ? row.hue : row.theme.faint);
        const auto time = [&](int end, int role) {
            if (end > 0) row.textBefore(left, left + end, say(role), row.theme.muted);
        };
        time(columns.ageEnd, TaskListModel::AgeRole);
        time(columns.waitedEnd, TaskListModel::WaitedRole);
        const QString since = say(TaskListModel::SinceRole);
        const QString state = say(TaskListModel::StateRole);
        const int used = row.text(left + columns.state, left + columns.reason - 8,
                                  since.isEmpty() ? state : state + QLatin1Char(' ') + since, ink);
        // In a narrow panel the reason matters more than that it stands in line.
        const int reason = columns.ageEnd > 0 ? left + columns.reason : used + 12;
        const bool stuck = index.data(TaskListModel::StuckRole).toBool();
        row.text(reason, left + columns.reasonEnd, say(TaskListModel::ReasonRole),
                 stuck ? legibleOn(row.theme.trouble, row.theme.accentSoft) : row.theme.muted);
    }

    TaskListView& view_;
};

}  // namespace

TaskListView::TaskListView(Session& session, QWidget* parent)
    : RowListView(parent),
      session_(session),
      model_(new TaskListModel(session, this)),
      ring_(new QLabel(this)) {
    setObjectName(QStringLiteral("taskList"));
    setAccessibleName(tr("Tasks"));
    setModel(model_);
    setItemDelegate(new TaskDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    ring_->setObjectName(QStringLiteral("ring"));
    setGround(*ring_, Look::Trouble);
    ring_->setForegroundRole(QPalette::BrightText);
    // Margins of its contents would move the ground along with the text.
    ring_->setMargin(4);
    ring_->setIndent(9);
    ring_->setTextFormat(Qt::PlainText);
    ring_->hide();
    connect(&session_, &Session::traceChanged, this, &TaskListView::takeRun);
    connect(&session_, &Session::sightChanged, this, &TaskListView::takeRun);
    connect(model_, &QAbstractItemModel::dataChanged, this, &TaskListView::showRing);
    connect(model_, &QAbstractItemModel::modelReset, this, &TaskListView::showRing);
    connect(model_, &QAbstractItemModel::modelReset, this, [this] { widthOfNames_ = 0; });
    connect(&session_.selection(), &Selection::changed, this, [this] {
        if (const int row = model_->rowOf(session_.selection().task()); row >= 0) {
            scrollTo(model_->index(row));
        }
        viewport()->update();
    });
}

void TaskListView::mousePressEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        session_.selection().selectTask(model_->taskOf(index.row()));
    }
}

void TaskListView::takeRun() { model_->take(isVisible()); }

int TaskListView::roomForReason() {
    const QFontMetrics metrics = fontMetrics();
    const Columns columns = columnsIn(viewport()->width(), widthOfNames(metrics), metrics);
    return columns.reasonEnd - columns.reason;
}

int TaskListView::indentOf(const QModelIndex& index, const QFontMetrics& metrics) {
    const int depth = std::min(index.data(TaskListModel::DepthRole).toInt(), 8);
    return 10 + depth * metrics.height() * 2 / 3;
}

int TaskListView::widthOfNames(const QFontMetrics& metrics) {
    if (widthOfNames_ > 0 && metrics == measuredIn_) return widthOfNames_;
    // Whatever a run of a hundred thousand tasks calls them.
    constexpr int kMostMeasured = 300;
    measuredIn_ = metrics;
    widthOfNames_ = 1;
    for (int row = 0; row < std::min(model_->rowCount(), kMostMeasured); ++row) {
        const QModelIndex index = model_->index(row);
        const int name = metrics.horizontalAdvance(index.data().toString());
        widthOfNames_ = std::max(
            widthOfNames_, indentOf(index, metrics) + TaskRowDelegate::dotWidth(metrics) + name);
    }
    return widthOfNames_;
}

void TaskListView::showRing() {
    if (!isVisible()) return;  // it is looked for when somebody looks
    const QString ring = model_->ring();
    ring_->setText(ring);
    ring_->setVisible(!ring.isEmpty());
    setViewportMargins(0, ring.isEmpty() ? 0 : ring_->sizeHint().height(), 0, 0);
    ring_->setGeometry(0, 0, width(), ring_->sizeHint().height());
}

void TaskListView::showEvent(QShowEvent* event) {
    RowListView::showEvent(event);
    if (model_->rowCount() == 0) takeRun();
    showRing();
}

void TaskListView::resizeEvent(QResizeEvent* event) {
    RowListView::resizeEvent(event);
    ring_->setGeometry(0, 0, width(), ring_->sizeHint().height());
}

// The window's keys move the playhead.
void TaskListView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

}  // namespace coroscope::app
