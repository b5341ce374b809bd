// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace coroscope::app {

class CloseButton;
class ElidedLabel;

/// The bar that says what is wrong: an error in the text, a deadlock, a limit,
/// a file that could not be opened or saved; or what went well and cannot be
/// seen otherwise. One line high, however narrow it is, so that what stands above it keeps its
/// room; what does not fit that line can be unfolded.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// Shows `title` (a few words), `text` (a sentence or a few lines) and, if
    /// `line` is known (from 1), a way to go there.
    void say(const QString& title, const QString& text, int line = 0);
    /// The same with a button that does something; when it is pressed, the
    /// banner goes.
    void offer(const QString& title, const QString& text, const QString& button,
               std::function<void()> accept, int line = 0);
    /// The same for good news.
    void report(const QString& title, const QString& text, const QString& button,
                std::function<void()> accept);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user wants to see the line.
    void lineWanted(int line);
    /// The user has read it.
    void dismissed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void putButtons(bool below);
    void tell(const QString& title, const QString& text, int line, const QString& button,
              std::function<void()> accept);
    void setGood(bool good);
    [[nodiscard]] int widthOf(std::initializer_list<const QWidget*> widgets) const;

    QString full_;
    QLabel* title_;
    ElidedLabel* line_;      ///< the first line
    QScrollArea* unfolded_;  ///< the whole
    QLabel* text_;
    QToolButton* more_;
    QToolButton* go_;
    QToolButton* offer_;
    CloseButton* close_;
    QHBoxLayout* row_ = nullptr;
    QHBoxLayout* below_ = nullptr;
    int lineNumber_ = 0;
    bool buttonsBelow_ = false;
    bool arranging_ = false;
    std::function<void()> accept_;
};

}  // namespace coroscope::app
