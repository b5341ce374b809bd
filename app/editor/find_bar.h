// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace coroscope::app {

class SourceEditor;

/// The bar under the source that finds text (Ctrl+F), replaces it (Ctrl+H) or goes to a line
/// (Ctrl+L). Escape closes it and gives the focus back.
class FindBar final : public QFrame {
    Q_OBJECT

public:
    explicit FindBar(SourceEditor& editor, QWidget* parent = nullptr);

    /// Searches in another editor from now on.
    void setEditor(SourceEditor& editor) { editor_ = &editor; }

    /// Opens the bar to search, beginning with what is selected.
    void openFind();
    /// The same, with a second row for what is to stand there instead.
    void openReplace();
    /// Opens the bar to ask for a line number.
    void openGoToLine();
    void findNext();
    void findPrevious();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Mode { Find, Replace, Line };

    [[nodiscard]] QWidget* makeReplacing();
    void open(Mode mode, const QString& text);
    [[nodiscard]] QString wanted() const;
    /// Upper case in what is sought asks for the very same case.
    [[nodiscard]] Qt::CaseSensitivity care() const;
    /// Beside the field, in words; what went wrong also in colour.
    void tell(const QString& result, bool good);
    void find(bool forward, bool fromSelection);
    void replaceOne();
    void replaceAll();
    void accept(bool forward);

    SourceEditor* editor_;
    Mode mode_ = Mode::Find;
    QLabel* caption_;
    QLineEdit* field_;
    QLabel* result_;
    QLineEdit* instead_;
    QWidget* replacing_;
    QWidget* previous_;
    QWidget* next_;
};

}  // namespace coroscope::app
