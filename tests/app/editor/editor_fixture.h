// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

#include "app/editor/editor_pane.h"
#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/session/session.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {

/// The editor beside a session that has run the sample.
class EditorPaneTest : public testing::Test {
protected:
    EditorPaneTest() {
        pane_.resize(700, 700);
        pane_.show();
        pane_.activateWindow();
        source().setFocus();
        session_.document().openText(QStringLiteral("parcels.py"),
                                     QString::fromUtf8(sample::kText));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    SourceEditor& source() { return pane_.editor(); }
    /// Where a line (from 1) begins, in the viewport.
    QPoint placeOf(int line) {
        const long position = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line - 1);
        return {static_cast<int>(
                    source().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, position)) +
                    3,
                static_cast<int>(
                    source().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, position)) +
                    5};
    }
    QLineEdit* findField() {
        return pane_.findBar().findChild<QLineEdit*>(QStringLiteral("findField"));
    }

    Session session_{sample::runner()};
    EditorPane pane_{session_};
};

}  // namespace coroscope::app
