// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inspector/row_list_view.h"

namespace coroscope::app {

class ConsoleModel;
class Session;

/// The console: time, the task's hue and the text of each line that was printed or, after a `›`,
/// read. What lies after the playhead is pale; a click goes to the line's event. A line wider than
/// the panel is wrapped.
class ConsoleView final : public RowListView {
    Q_OBJECT

public:
    explicit ConsoleView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] ConsoleModel& console() { return *model_; }
    /// The last row printed at the playhead, -1 for none.
    [[nodiscard]] int currentRow() const { return current_; }

    /// Where in a row the text begins, how wide the times before it and the text are, and what is
    /// below each other there.
    [[nodiscard]] int textColumn() const;
    [[nodiscard]] int timeColumn() const;
    [[nodiscard]] int textWidth() const;
    [[nodiscard]] QStringList linesOf(int row) const;

protected:
    [[nodiscard]] int heightOf(int row) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void follow();
    void copy() const;

    Session& session_;
    ConsoleModel* model_;
    int current_ = -1;
    mutable int timeWidth_ = 0;  ///< 0: to be measured
    mutable int timeType_ = 0;   ///< the height of the type that it was measured in
};

}  // namespace coroscope::app
