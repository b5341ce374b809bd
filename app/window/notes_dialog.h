// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

class QPlainTextEdit;

namespace coroscope::app {

class ScenarioDocument;

/// The teacher's notes to a lesson, to be read and written beside it. A window has one; it closes
/// when another document is opened, or when this one is a lesson no more.
class NotesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit NotesDialog(ScenarioDocument& document, QWidget* parent = nullptr);

private:
    /// Shows what the document holds now.
    void follow();

    ScenarioDocument& document_;
    QPlainTextEdit* text_;
    QString shown_;  ///< the document's notes, as they were shown or taken from here last
};

}  // namespace coroscope::app
