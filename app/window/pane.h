// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace coroscope::app {

/// A white field with round corners and, if it is given names, a row of tabs
/// above its contents.
class Pane final : public QFrame {
    Q_OBJECT

public:
    explicit Pane(QWidget* parent = nullptr);
    ~Pane() override;

    /// Without a name the widget fills the pane, with no tab.
    void add(QWidget* content, const QString& name = QString());
    /// Gives a content away; it has no parent then.
    void take(QWidget* content);
    void bringToFront(QWidget* content);
    /// Takes the tab of a content away, which keeps its place among the others, or has it back.
    void setShown(QWidget* content, bool shown);
    /// The tabs that are shown.
    [[nodiscard]] int shownCount() const;
    /// Whether what is being dragged would be dropped here.
    void setTarget(bool target);
    [[nodiscard]] bool isTarget() const;
    [[nodiscard]] int count() const;
    /// The place of its tab; behind all others if it has none.
    [[nodiscard]] int indexOf(QWidget* content) const;
    [[nodiscard]] QWidget* content(int index) const;
    /// Null: the pane is empty.
    [[nodiscard]] QWidget* current() const;
    [[nodiscard]] QTabBar& tabs() const { return *tabs_; }

Q_SIGNALS:
    void tabShown();
    /// A tab was asked for its menu, or taken hold of and let go at this place on the screen.
    void menuWanted(QWidget* content, const QPoint& at);
    void dragged(QWidget* content, const QPoint& at);
    void dropped(QWidget* content, const QPoint& at);
    /// The drag that `dragged` told of is over, wherever it ended.
    void dragEnded();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFocus(const QWidget* old, const QWidget* now);

    QVBoxLayout* column_;
    QTabBar* tabs_;
    QStackedWidget* contents_;
    QWidget* target_;  ///< lies over all of it
    /// Keys have led the focus here.
    bool marked_ = false;
    /// Of the tab that the mouse has taken hold of.
    QWidget* held_ = nullptr;
    QPoint heldAt_;
};

}  // namespace coroscope::app
