// SPDX-License-Identifier: GPL-3.0-or-later

/// What the mouse finds in the source beside the text itself: help, numbers that turn, a menu.

#include <algorithm>

#include <QContextMenuEvent>
#include <QScrollBar>
#include <QTimer>

#include "app/editor/help_text.h"
#include "app/editor/python_lexer.h"
#include "app/editor/source_editor.h"

namespace coroscope::app {

namespace {

/// Pixels of Ctrl+drag for one step of a number.
constexpr int kPixelsPerStep = 6;

}  // namespace

/// A line alone does not tell whether it lies in a string of several.
std::optional<NumberSpot> SourceEditor::numberAtPlace(const QPoint& place) const {
    const auto number = numberAt(text(place.y()), place.x());
    if (!number) return std::nullopt;
    const long last = positionFromLineIndex(place.y(), number->end) - 1;
    // Backwards it would be an assertion's end.
    if (const long styled = SendScintilla(SCI_GETENDSTYLED); styled <= last) {
        SendScintilla(SCI_COLOURISE, static_cast<unsigned long>(styled), last + 1);
    }
    if (SendScintilla(SCI_GETSTYLEAT, last) != PythonLexer::Number) return std::nullopt;
    return number;
}

bool SourceEditor::beginTurning(const QPoint& position) {
    const QPoint place = placeAt(position);
    if (place.x() < 0) return false;
    const auto number = numberAtPlace(place);
    if (!number) return false;
    turning_ = Turning{place.y(), *number, number->end - number->begin, 0, position};
    beginUndoAction();
    return true;
}

void SourceEditor::turn(const QPoint& position) {
    const int steps = (position.x() - turning_->from.x()) / kPixelsPerStep;
    if (steps == turning_->steps) return;
    turning_->steps = steps;
    const QString next = stepped(turning_->number, steps);
    const int begin = turning_->number.begin;
    setSelection(turning_->line, begin, turning_->line, begin + turning_->length);
    if (selectedText() == next) return;
    replaceSelectedText(next);
    turning_->length = static_cast<int>(next.size());
    setSelection(turning_->line, begin, turning_->line, begin + turning_->length);
    Q_EMIT numberTurned();
}

QString SourceEditor::helpAt(const QPoint& position) const {
    const QPoint place = placeAt(position);
    if (place.x() < 0) return {};
    const QString line = text(place.y());
    if (const HelpEntry* entry = app::helpAt(line, place.x())) {
        return QStringLiteral("<p style='white-space:pre'><b>%1</b></p><p>%2</p>")
            .arg(QString::fromLatin1(entry->signature).toHtmlEscaped(),
                 QString::fromLatin1(entry->text).toHtmlEscaped());
    }
    if (numberAtPlace(place)) {
        return tr("Ctrl+drag turns this number; the timeline follows.");
    }
    return {};
}

void SourceEditor::contextMenuEvent(QContextMenuEvent* event) {
    // What the menu offers for a line is for the one that was pointed at.
    const bool pointed = event->reason() == QContextMenuEvent::Mouse;
    const QPoint position = viewport()->mapFromGlobal(event->globalPos());
    if (pointed && !hasSelectedText()) {
        const long beside = SendScintilla(SCI_POSITIONFROMPOINT,
                                          static_cast<unsigned long>(std::max(0, position.x())),
                                          static_cast<long>(position.y()));
        SendScintilla(SCI_GOTOPOS, beside);
    }
    const long cursor = SendScintilla(SCI_GETCURRENTPOS);
    const QPoint atCursor(static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, cursor)),
                          static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, cursor)));
    Q_EMIT menuWanted(pointed ? event->globalPos() : viewport()->mapToGlobal(atCursor));
    event->accept();
}

/// Scintilla widens what can be scrolled by the lines that it has painted, and never takes it back.
void SourceEditor::fitScrollWidth() {
    constexpr int kPauseMilliseconds = 300;
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(kPauseMilliseconds);
    connect(this, &QsciScintilla::textChanged, pause, [this, pause] {
        if (horizontalScrollBar()->maximum() > 0) pause->start();
    });
    connect(pause, &QTimer::timeout, this, [this] {
        long longest = 0;
        long most = 0;
        for (int line = 0; line < lines(); ++line) {
            const long end = SendScintilla(SCI_GETLINEENDPOSITION, line);
            const long columns = SendScintilla(SCI_GETCOLUMN, end);
            if (columns > most) {
                most = columns;
                longest = end;
            }
        }
        const long first =
            SendScintilla(SCI_POSITIONFROMLINE, SendScintilla(SCI_LINEFROMPOSITION, longest));
        const long width = SendScintilla(SCI_POINTXFROMPOSITION, 0UL, longest) -
                           SendScintilla(SCI_POINTXFROMPOSITION, 0UL, first);
        constexpr int kCaret = 8;
        if (width + kCaret < scrollWidth()) {
            setScrollWidth(static_cast<int>(std::max(1L, width + kCaret)));
        }
    });
}

}  // namespace coroscope::app
