// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/wait_graph_view.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/fonts.h"
#include "app/style/legible.h"
#include "app/style/theme.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 14;
constexpr int kBetween = 10;  // two rows
constexpr double kHead = 8;
constexpr int kBesideCard = 5;

/// In a sentence of several names.
QString shortened(const QString& name) {
    constexpr int kMost = 24;
    return name.size() <= kMost ? name : name.left(kMost - 1).trimmed() + QChar(0x2026);
}

/// `a`, `a and b`, `a, b, c and 4 more`.
QString listed(const QStringList& names) {
    constexpr int kMost = 3;
    if (names.size() == 1) return names.front();
    const bool all = names.size() <= kMost;
    const QStringList first = names.mid(0, all ? names.size() - 1 : kMost);
    const QString rest =
        all ? names.back() : WaitGraphView::tr("%1 more").arg(names.size() - kMost);
    return WaitGraphView::tr("%1 and %2").arg(first.join(QStringLiteral(", ")), rest);
}

}  // namespace

WaitGraphView::WaitGraphView(Session& session, QWidget* parent)
    : QAbstractScrollArea(parent), session_(session) {
    setObjectName(QStringLiteral("waitGraph"));
    setAccessibleName(tr("Who waits for whom"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    connect(&session_, &Session::stateChanged, this, &WaitGraphView::refresh);
    connect(&session_, &Session::traceChanged, this, &WaitGraphView::refresh);
    connect(&session_.selection(), &Selection::changed, this, &WaitGraphView::refresh);
}

void WaitGraphView::refresh() {
    if (!isVisible()) return;  // made when it is shown
    picture_ = waitPicture(*session_.trace(), session_.state(), *session_.source(),
                           session_.selection().task());
    arrange();
    describe();
    viewport()->update();
}

void WaitGraphView::arrange() {
    const QFontMetrics names(bold(font()));
    const QFontMetrics& words = fontMetrics();
    int wide = names.horizontalAdvance(QStringLiteral("Task-10"));
    for (const WaitNode& node : picture_.nodes) {
        wide = std::max(
            {wide, names.horizontalAdvance(node.name), words.horizontalAdvance(node.words)});
    }
    int label = 0;
    for (const WaitEdge& edge : picture_.edges) {
        label = std::max(label, words.horizontalAdvance(edge.label));
    }
    card_ = QSize(std::min(wide, 12 * words.height()) + 34, names.height() + words.height() + 12);
    // The arrows of a gather spread right of what is said of it.
    gap_ = std::clamp(label + 3 * words.height(), 3 * words.height(), 14 * words.height());
    const bool back = std::ranges::any_of(
        picture_.edges, [this](const WaitEdge& edge) { return edge.leadsBack(picture_.nodes); });
    const bool far = std::ranges::any_of(
        picture_.edges, [this](const WaitEdge& edge) { return edge.isFar(picture_.nodes); });
    above_ = far ? words.height() : 0;
    const bool open = std::ranges::any_of(picture_.nodes, &WaitNode::open);
    const int beside =
        open ? 2 * words.height() + kBesideCard + words.horizontalAdvance(openWords()) : 0;
    const int width = 2 * kMargin + picture_.columns * (card_.width() + gap_) - gap_ + beside;
    const int height = captionHeight() + above_ + kMargin +
                       picture_.rows * (card_.height() + kBetween) +
                       (back ? words.height() + 20 : 0);
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, std::max(0, width - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(card_.width() / 2);
    verticalScrollBar()->setRange(0, std::max(0, height - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(card_.height() / 2);
}

QString WaitGraphView::caption() const {
    if (!picture_.ring.empty()) {
        QStringList names;
        for (const trace::TaskId task : picture_.ring) {
            names << shortened(QString::fromStdString(trace::shownTask(*session_.trace(), task)));
        }
        if (names.size() == 1) {
            return tr("Deadlock: %1 waits for itself, so that it can never go on.")
                .arg(names.front());
        }
        names << names.front();
        return tr("Deadlock: %1. Each waits for the next, so that none can ever go on.")
            .arg(names.join(QStringLiteral(" → ")));
    }
    const std::size_t tasks = session_.state().tasks.size();
    if (picture_.nodes.empty()) {
        return tasks > kMostTasksLookedAt
                   ? tr("%1 tasks are too many for a picture: select one to see for whom it waits.")
                         .arg(countText(tasks))
                   : tr("No task waits for another one now.");
    }
    if (const QString open = openCaption(); !open.isEmpty()) return open;
    if (picture_.leftOut == 0) return {};
    return tr("%1 more are left out: select a task to see for whom it waits.")
        .arg(countText(picture_.leftOut));
}

QString WaitGraphView::openCaption() const {
    QStringList names;
    for (const WaitNode& node : picture_.nodes) {
        if (node.open) names << shortened(node.name);
    }
    if (names.isEmpty()) return {};
    return picture_.deadlock ? tr("Deadlock: no task is known to wake %1.").arg(listed(names))
                             : tr("Who will set a future is not known before it is set.");
}

QString WaitGraphView::openWords() const {
    return picture_.deadlock ? tr("set by nobody") : tr("set by ?");
}

QFont WaitGraphView::captionFont() const {
    return picture_.ring.empty() && !picture_.deadlock ? font() : bold(font());
}

int WaitGraphView::captionHeight() const {
    const QString text = caption();
    if (text.isEmpty()) return 8;
    const QRect room(0, 0, viewport()->width() - 2 * kMargin, 1000);
    return QFontMetrics(captionFont()).boundingRect(room, Qt::TextWordWrap, text).height() + 16;
}

/// The picture in words, for those who do not see it.
void WaitGraphView::describe() {
    QStringList said;
    if (const QString above = caption(); !above.isEmpty()) said << above;
    for (const WaitEdge& edge : picture_.edges) {
        said << tr("%1 waits for %2.")
                    .arg(picture_.nodes[edge.from].name,
                         edge.to == edge.from ? tr("itself") : picture_.nodes[edge.to].name);
    }
    for (const WaitNode& node : picture_.nodes) {
        if (node.open) said << tr("%1 waits: %2.").arg(node.name, node.words);
    }
    setAccessibleDescription(said.join(QLatin1Char(' ')));
}

QRect WaitGraphView::rectOf(const WaitNode& node) const {
    return {kMargin + node.column * (card_.width() + gap_) - horizontalScrollBar()->value(),
            captionHeight() + above_ + node.row * (card_.height() + kBetween) -
                verticalScrollBar()->value(),
            card_.width(), card_.height()};
}

QRect WaitGraphView::rectOf(trace::TaskId task) const {
    for (const WaitNode& node : picture_.nodes) {
        if (node.task == task) return rectOf(node);
    }
    return {};
}

void WaitGraphView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme& theme = schemeOf(palette());
    painter.fillRect(viewport()->rect(), theme.pane);
    if (const QString text = caption(); !text.isEmpty()) {
        const bool trouble = !picture_.ring.empty() || picture_.deadlock;
        painter.setFont(captionFont());
        painter.setPen(trouble ? legibleOn(theme.trouble, theme.pane) : theme.muted);
        painter.drawText(
            viewport()->rect().adjusted(kMargin, 6 - verticalScrollBar()->value(), -kMargin, 0),
            Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, text);
    }
    for (const bool ring : {false, true}) {  // a ring lies on top
        for (const WaitEdge& edge : picture_.edges) {
            if (edge.inRing == ring) drawEdge(painter, edge);
        }
    }
    std::set<std::size_t> told;  // what leads back goes round, with no room for what is said twice
    for (const bool back : {false, true}) {
        for (const WaitEdge& edge : picture_.edges) {
            if (edge.leadsBack(picture_.nodes) != back) continue;
            if (told.insert(edge.from).second) drawLabel(painter, edge);
        }
    }
    for (const WaitNode& node : picture_.nodes) {
        if (node.open) drawOpenEnd(painter, node);
        drawNode(painter, node);
    }
}

int WaitGraphView::stemOf(const WaitEdge& edge) const {
    if (edge.label.isEmpty()) return 0;
    const int wide = fontMetrics().horizontalAdvance(edge.label) + 2 * kBesideCard;
    return std::min(wide, gap_ - 2 * fontMetrics().height());
}

QPainterPath WaitGraphView::pathOf(const WaitEdge& edge) const {
    const WaitNode& begins = picture_.nodes[edge.from];
    const WaitNode& ends = picture_.nodes[edge.to];
    const QRect from = rectOf(begins);
    const QRect to = rectOf(ends);
    if (edge.leadsBack(picture_.nodes)) {  // round below the cards, and up
        const double deep = std::max(from.bottom(), to.bottom()) + fontMetrics().height() + 16.0;
        const QPointF begin(from.center().x(), from.bottom() + 1);
        const QPointF end(to.center().x() + (edge.from == edge.to ? 24 : 0),
                          to.bottom() + 2 + kHead);
        QPainterPath path(begin);
        path.cubicTo(QPointF(begin.x(), deep), QPointF(end.x(), deep), end);
        return path;
    }
    const QPointF begin(from.right() + 1 + stemOf(edge), from.center().y());
    const QPointF end(to.left() - 1 - kHead, to.center().y());
    QPainterPath path(begin);
    // Otherwise the cards between would hide it.
    const bool far = edge.isFar(picture_.nodes);
    const double up = far ? card_.height() : 0;
    const double bend = far ? gap_ : (end.x() - begin.x()) / 2;
    path.cubicTo(begin + QPointF(bend, -up), end + QPointF(-bend, -up), end);
    return path;
}

void WaitGraphView::drawEdge(QPainter& painter, const WaitEdge& edge) const {
    const Scheme& theme = schemeOf(palette());
    const QPainterPath path = pathOf(edge);
    const QColor colour = edge.inRing ? theme.trouble : theme.muted;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, edge.inRing ? 2.6 : 1.4));
    painter.drawPath(path);
    const QPointF head = path.currentPosition();
    const bool up = edge.leadsBack(picture_.nodes);
    const QPointF tip = head + (up ? QPointF(0, -kHead) : QPointF(kHead, 0));
    const QPointF side = up ? QPointF(kHead / 2, 0) : QPointF(0, kHead / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({tip, head + side, head - side}));
}

void WaitGraphView::drawLabel(QPainter& painter, const WaitEdge& edge) const {
    if (edge.label.isEmpty()) return;
    const Scheme& theme = schemeOf(palette());
    const double high = fontMetrics().height();
    painter.setFont(font());
    painter.setPen(edge.inRing ? legibleOn(theme.trouble, theme.pane) : theme.muted);
    if (!edge.leadsBack(picture_.nodes)) {
        const QRect from = rectOf(picture_.nodes[edge.from]);
        const QRectF stem(from.right() + 1 + kBesideCard, from.center().y() - high / 2,
                          stemOf(edge) - 2 * kBesideCard, high);
        painter.drawText(stem, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(edge.label, Qt::ElideRight,
                                                  static_cast<int>(stem.width()) + 1));
        return;
    }
    const QPointF middle = pathOf(edge).pointAtPercent(0.5);
    const double wide = fontMetrics().horizontalAdvance(edge.label) + 6;
    const QRectF plate(middle.x() - wide / 2, middle.y() - high / 2, wide, high);
    painter.fillRect(plate, theme.pane);
    painter.drawText(plate, Qt::AlignCenter, edge.label);
}

/// What would end the wait of this task, of which nobody knows.
void WaitGraphView::drawOpenEnd(QPainter& painter, const WaitNode& node) const {
    const Scheme& theme = schemeOf(palette());
    const QRect card = rectOf(node);
    const int high = fontMetrics().height();
    const QPointF begin(card.right() + 1, card.center().y());
    const QPointF end = begin + QPointF(1.5 * high, 0);
    const QColor colour = picture_.deadlock ? theme.trouble : theme.muted;
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.drawLine(begin, end);
    painter.setFont(font());
    painter.setPen(colour);
    painter.drawText(QRectF(end.x() + kBesideCard, begin.y() - high / 2.0,
                            fontMetrics().horizontalAdvance(openWords()) + 2, high),
                     Qt::AlignVCenter | Qt::AlignLeft, openWords());
}

void WaitGraphView::drawNode(QPainter& painter, const WaitNode& node) const {
    const Scheme& theme = schemeOf(palette());
    const QRect rect = rectOf(node);
    if (!rect.intersects(viewport()->rect())) return;
    const QColor hue = taskHue(node.task.value, theme);
    const bool chosen = node.task == session_.selection().task();
    painter.setBrush(node.inRing ? theme.troubleSoft : theme.pane);
    const QColor edge = chosen ? theme.ink : node.inRing ? theme.trouble : hue;
    painter.setPen(QPen(edge, chosen || node.inRing ? 2.4 : 1.6));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6);
    const double dot = fontMetrics().height() * 0.55;
    painter.setPen(taskHueHasRing(node.task.value) ? QPen(theme.muted) : QPen(Qt::NoPen));
    painter.setBrush(hue);
    const QFont strong = bold(font());
    const QFontMetrics names(strong);
    painter.drawEllipse(
        QRectF(rect.left() + 9, rect.top() + 6 + (names.height() - dot) / 2.0, dot, dot));
    const int left = rect.left() + 24;
    const int room = rect.right() - 8 - left;
    painter.setFont(strong);
    painter.setPen(theme.ink);
    painter.drawText(QRect(left, rect.top() + 6, room, names.height()), Qt::AlignVCenter,
                     names.elidedText(node.name, Qt::ElideRight, room));
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(QRect(left, rect.top() + 6 + names.height(), room, fontMetrics().height()),
                     Qt::AlignVCenter, fontMetrics().elidedText(node.words, Qt::ElideRight, room));
}

void WaitGraphView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const WaitNode* node = nodeAt(event->pos())) session_.selection().selectTask(node->task);
}

const WaitNode* WaitGraphView::nodeAt(const QPoint& place) const {
    const auto found = std::ranges::find_if(
        picture_.nodes, [&](const WaitNode& node) { return rectOf(node).contains(place); });
    return found == picture_.nodes.end() ? nullptr : &*found;
}

bool WaitGraphView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const WaitNode* node = nodeAt(help->pos());
    QToolTip::showText(help->globalPos(),
                       node == nullptr ? QString() : node->name + QLatin1Char('\n') + node->words,
                       viewport());
    return true;
}

// The window's keys move the playhead.
void WaitGraphView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

void WaitGraphView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void WaitGraphView::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    refresh();
}

void WaitGraphView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

}  // namespace coroscope::app
