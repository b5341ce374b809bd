// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QPainterPath>
#include <QRect>

#include "app/inspector/wait_picture.h"

namespace coroscope::app {

class Session;

/// Who waits for whom at the playhead, drawn: an arrow from each task to the one without which it
/// cannot go on. A ring of them is a deadlock, and drawn as trouble. A click selects the task.
class WaitGraphView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit WaitGraphView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const WaitPicture& picture() const { return picture_; }
    /// Where a task is drawn, in the viewport's pixels; empty: nowhere.
    [[nodiscard]] QRect rectOf(trace::TaskId task) const;
    /// What stands above the picture: the ring, or how much is left out, or why there is nothing.
    [[nodiscard]] QString caption() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void refresh();
    void arrange();
    void describe();
    [[nodiscard]] const WaitNode* nodeAt(const QPoint& place) const;
    [[nodiscard]] QRect rectOf(const WaitNode& node) const;
    /// What is said of a task's wait stands right of it, once for all for whom it waits: how wide.
    [[nodiscard]] int stemOf(const WaitEdge& edge) const;
    [[nodiscard]] QString openWords() const;
    [[nodiscard]] QString openCaption() const;
    /// Without the head of the arrow, which begins where it ends.
    [[nodiscard]] QPainterPath pathOf(const WaitEdge& edge) const;
    void drawEdge(QPainter& painter, const WaitEdge& edge) const;
    void drawLabel(QPainter& painter, const WaitEdge& edge) const;
    void drawNode(QPainter& painter, const WaitNode& node) const;
    void drawOpenEnd(QPainter& painter, const WaitNode& node) const;
    [[nodiscard]] QFont captionFont() const;
    [[nodiscard]] int captionHeight() const;

    Session& session_;
    WaitPicture picture_;
    QSize card_;     ///< of each node
    int above_ = 0;  ///< room for the arrows that go over cards
    int gap_ = 0;    ///< between two columns, as wide as what stands on the arrows
};

}  // namespace coroscope::app
