// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/kept_splitter.h"

#include <algorithm>
#include <utility>

#include <QStringList>

namespace coroscope::app {

KeptSplitter::KeptSplitter(Qt::Orientation orientation, std::optional<int> elastic, QWidget* parent)
    : QSplitter(orientation, parent), elastic_(elastic) {
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, &KeptSplitter::keepDrawn);
}

void KeptSplitter::setUsual(Usual desk, Usual presenting) {
    arrangements_[0].usual = std::move(desk);
    arrangements_[1].usual = std::move(presenting);
}

void KeptSplitter::setPresenting(bool presenting) {
    presenting_ = presenting;
    fit();
}

/// What the parts that are there have between them, without the handles.
int KeptSplitter::length() const {
    int parts = 0;
    for (int i = 0; i < count(); ++i) parts += widget(i)->isHidden() ? 0 : 1;
    const QRect room = contentsRect();
    const int whole = orientation() == Qt::Horizontal ? room.width() : room.height();
    return whole - handleWidth() * std::max(0, parts - 1);
}

void KeptSplitter::fit() {
    const int length = this->length();
    const Arrangement& shown = this->shown();
    if (length <= 0 || (shown.drawn.isEmpty() && !shown.usual)) return;
    QList<int> sizes = shown.drawn.isEmpty() ? shown.usual(length) : shown.drawn;
    int wanted = 0;
    int last = -1;
    for (int i = 0; i < count(); ++i) {
        if (widget(i)->isHidden()) continue;
        wanted += sizes[i];
        last = i;
    }
    if (last < 0 || wanted <= 0) return;
    const bool gives = elastic_ && !widget(*elastic_)->isHidden();
    const int rest = gives ? length - (wanted - sizes[*elastic_]) : 0;
    if (rest > 0) {
        sizes[*elastic_] = rest;
    } else if (wanted != length) {
        int left = length;
        for (int i = 0; i < count(); ++i) {
            if (widget(i)->isHidden()) continue;
            sizes[i] = i == last ? left : static_cast<int>(qint64{sizes[i]} * length / wanted);
            left -= sizes[i];
        }
    }
    setSizes(sizes);
}

/// Parts that are not there keep what they had.
void KeptSplitter::keepDrawn() {
    const QList<int> now = sizes();
    QList<int>& drawn = shown().drawn;
    if (drawn.isEmpty() && shown().usual) drawn = shown().usual(length());
    if (drawn.isEmpty()) drawn = now;
    for (int i = 0; i < count(); ++i) {
        if (!widget(i)->isHidden()) drawn[i] = now[i];
    }
}

QVariant KeptSplitter::saved() const {
    QStringList sizes;
    for (const int size : arrangements_[0].drawn) sizes << QString::number(size);
    return sizes;
}

void KeptSplitter::restore(const QVariant& saved) {
    QList<int> sizes;
    constexpr int kLargest = 1 << 16;
    for (const QString& each : saved.toStringList()) {
        const int size = each.toInt();
        if (size > 0 && size <= kLargest) sizes << size;
    }
    arrangements_[0].drawn = sizes.size() == count() ? sizes : QList<int>();
    fit();
}

QSplitterHandle* KeptSplitter::createHandle() {
    QSplitterHandle* handle = QSplitter::createHandle();
    handle->setAccessibleName(tr("Border between panes"));
    return handle;
}

void KeptSplitter::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    fit();
}

}  // namespace coroscope::app
