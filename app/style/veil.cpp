// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/veil.h"

#include <QEvent>
#include <QPainter>
#include <QWidget>

#include "app/style/theme.h"

namespace coroscope::app {

QColor veilColor(const QPalette& palette) {
    QColor color = schemeOf(palette).pane;
    color.setAlphaF(0.6F);
    return color;
}

namespace {

const QString kName = QStringLiteral("veil");

/// Lies above all else in a widget, as large as it is.
class Veil final : public QWidget {
public:
    explicit Veil(QWidget& below) : QWidget(&below) {
        setObjectName(kName);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        below.installEventFilter(this);
        setGeometry(below.rect());
        raise();
        show();
    }

protected:
    bool eventFilter(QObject* below, QEvent* event) override {
        if (event->type() == QEvent::Resize) setGeometry(static_cast<QWidget*>(below)->rect());
        // What has come since would lie above it.
        if (event->type() == QEvent::ChildPolished || event->type() == QEvent::LayoutRequest)
            raise();
        return false;
    }
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), veilColor(palette()));
    }
};

QWidget* veilOf(const QWidget& widget) {
    return widget.findChild<QWidget*>(kName, Qt::FindDirectChildrenOnly);
}

}  // namespace

void setVeiled(QWidget& widget, bool veiled) {
    QWidget* veil = veilOf(widget);
    if (veiled && veil == nullptr) new Veil(widget);
    if (!veiled) delete veil;
}

bool isVeiled(const QWidget& widget) { return veilOf(widget) != nullptr; }

}  // namespace coroscope::app
