// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that the editor offers for one that is begun.

#include <algorithm>
#include <array>

#include <QSettings>
#include <QShortcut>
#include <QTimer>

#include "app/editor/completion.h"
#include "app/editor/python_lexer.h"
#include "app/editor/source_editor.h"
#include "app/session/keep_settings.h"
#include "app/session/offered_names.h"

namespace coroscope::app {

namespace {

const QString kOffersNames = QStringLiteral("source/offersNames");

/// Asked at every character: the settings are read once.
bool& offers() {
    static bool value = QSettings().value(kOffersNames, true).toBool();
    return value;
}

}  // namespace

bool SourceEditor::offersNames() { return offers(); }

void SourceEditor::setOffersNames(bool offersNow) {
    offers() = offersNow;
    keepSetting(kOffersNames, offersNow);
}

void SourceEditor::offerNames() {
    setAutoCompletionThreshold(-1);  // see offerUnasked
    auto* ask = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space), this);
    ask->setContext(Qt::WidgetShortcut);
    connect(ask, &QShortcut::activated, this, &SourceEditor::complete);
    setAutoCompletionCaseSensitivity(true);
    setAutoCompletionReplaceWord(false);
    setAutoCompletionUseSingle(QsciScintilla::AcusNever);
    // The list is made anew at each character, and not to be closed by taking back the last one.
    SendScintilla(SCI_AUTOCSETCANCELATSTART, false);
    connect(this, &QsciScintillaBase::SCN_AUTOCCHARDELETED, this, &SourceEditor::offerUnasked,
            Qt::QueuedConnection);
    // By then the window is on view and its first run is over.
    constexpr int kMilliseconds = 1500;
    QTimer::singleShot(kMilliseconds, this, &learnOfferedNames);
    setCallTipsStyle(QsciScintilla::CallTipsNoContext);
}

void SourceEditor::complete() {
    int row = 0;
    int column = 0;
    getCursorPosition(&row, &column);
    // Asked for again, or with more letters: the list is made anew.
    if (isListActive()) cancelList();
    const Completion found = completionOf(text(row).left(column), text(), text(row).mid(column));
    if (found.names.isEmpty()) return;
    SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>('\n'));
    SendScintilla(SCI_AUTOCSETORDER, SC_ORDER_CUSTOM);
    SendScintilla(SCI_AUTOCSETIGNORECASE, false);
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(found.begun.toUtf8().size()),
                  found.names.join(QLatin1Char('\n')).toUtf8().constData());
}

void SourceEditor::offerUnasked() {
    if (!offersNames()) return;
    int row = 0;
    int column = 0;
    getCursorPosition(&row, &column);
    const QString line = text(row);
    const bool wanted = wantsOffer(line.left(column), text(), line.mid(column));
    const bool open = isListActive();
    // Made anew, it has only the names that go on what is typed by now.
    if (open) cancelList();
    if (wanted && (open || isInCode())) complete();
}

bool SourceEditor::isInCode() {
    const long cursor = SendScintilla(SCI_GETCURRENTPOS);
    const long styled = SendScintilla(SCI_GETENDSTYLED);
    if (styled < cursor) SendScintilla(SCI_COLOURISE, static_cast<unsigned long>(styled), cursor);
    const long style = SendScintilla(SCI_GETSTYLEAT, cursor - 1);
    constexpr std::array kCode{PythonLexer::Default,   PythonLexer::Keyword,
                               PythonLexer::Operator,  PythonLexer::Identifier,
                               PythonLexer::ClassName, PythonLexer::FunctionMethodName,
                               PythonLexer::Decorator, PythonLexer::HighlightedIdentifier};
    return std::ranges::find(kCode, style) != kCode.end();
}

}  // namespace coroscope::app
