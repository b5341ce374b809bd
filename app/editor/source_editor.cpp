// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/source_editor.h"

#include <algorithm>
#include <map>

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <Qsci/qscicommandset.h>

#include "app/editor/python_lexer.h"
#include "app/style/counted.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kRunningMarker = 1;
constexpr int kHollowBreakpoint = 0;
constexpr int kBreakpoint = 2;
constexpr int kSelectedMarker = 3;
constexpr int kRunningArrow = 4;  // above a breakpoint's dot
/// See source_editor_fold.cpp.
constexpr int kFoldMarkers = 1 << 5 | 1 << 6;
constexpr int kBreakpoints = 1 << kBreakpoint | 1 << kHollowBreakpoint;
constexpr int kSquiggle = 8;
constexpr int kAwaited = 9;
constexpr int kNumberMargin = 0;
constexpr int kArrowMargin = 1;
constexpr int kGap = 6;

/// Whether the first line that is indented is so by a tab: Python takes no mixture of both.
bool indentsByTabs(const QString& text) {
    static const QRegularExpression indented(QStringLiteral("^[ \\t]+(?=\\S)"),
                                             QRegularExpression::MultilineOption);
    return indented.match(text).captured().startsWith(QLatin1Char('\t'));
}

}  // namespace

SourceEditor::SourceEditor(QWidget* parent) : QsciScintilla(parent), lexer_(new PythonLexer(this)) {
    setObjectName(QStringLiteral("source"));
    setAccessibleName(tr("Source of the scenario"));
    setFrameShape(QFrame::NoFrame);
    // Tab, which goes from pane to pane, would be typed into the program here.
    setFocusPolicy(Qt::ClickFocus);
    setUtf8(true);
    setLexer(lexer_);
    setIndentationsUseTabs(false);
    setTabWidth(4);
    setIndentationWidth(4);
    setAutoIndent(false);  // see indentNewLine
    setTabIndents(true);
    setBackspaceUnindents(true);
    setBraceMatching(QsciScintilla::SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    fitScrollWidth();
    setMarginType(kNumberMargin, QsciScintilla::NumberMargin);
    setMarginType(kArrowMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(2, 0);
    setMarginMarkerMask(kNumberMargin, 0);
    setMarginMarkerMask(kArrowMargin, (1 << kRunningArrow) | kBreakpoints | kFoldMarkers);
    for (const int margin : {kNumberMargin, kArrowMargin}) setMarginSensitivity(margin, true);
    for (const int dot : {kBreakpoint, kHollowBreakpoint}) markerDefine(QsciScintilla::Circle, dot);
    connect(this, &QsciScintilla::marginClicked, this,
            [this](int, int line, Qt::KeyboardModifiers) { clickMargin(line + 1); });
    buildFold();
    SendScintilla(SCI_INDICSETSTYLE, kAwaited, INDIC_DOTS);
    offerNames();
    markerDefine(QsciScintilla::Background, kRunningMarker);
    markerDefine(QsciScintilla::RightTriangle, kRunningArrow);
    markerDefine(QsciScintilla::Background, kSelectedMarker);
    SendScintilla(SCI_INDICSETSTYLE, kSquiggle, INDIC_SQUIGGLEPIXMAP);
    SendScintilla(SCI_SETEXTRAASCENT, 1);
    SendScintilla(SCI_SETEXTRADESCENT, 1);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, 8L);
    // The window's own keys: zoom scales everything, Ctrl+T is another tab, Ctrl+L asks for a line.
    // What would take whole lines away unasked has no key at all.
    for (const auto command :
         {QsciCommand::ZoomIn, QsciCommand::ZoomOut, QsciCommand::SelectionUpperCase,
          QsciCommand::SelectionLowerCase, QsciCommand::LineTranspose, QsciCommand::LineCut,
          QsciCommand::LineDelete, QsciCommand::LineCopy}) {
        if (QsciCommand* found = standardCommands()->find(command)) {
            found->setKey(0);
            found->setAlternateKey(0);
        }
    }
    applyTheme();
    connect(this, &QsciScintilla::linesChanged, this, &SourceEditor::fitMargins);
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int character) {
        if (character == '\n') indentNewLine();
        offerUnasked();
    });
}

void SourceEditor::rewrite(const QString& newText) {
    const QByteArray before = text().toUtf8();
    const QByteArray after = newText.toUtf8();
    const auto sameFrom = [](auto left, auto leftEnd, auto right, auto rightEnd) {
        return std::mismatch(left, leftEnd, right, rightEnd).first - left;
    };
    qsizetype begin = sameFrom(before.begin(), before.end(), after.begin(), after.end());
    // No character is cut in two; from -1 it would be looked for at the end.
    if (begin > 0) begin = before.lastIndexOf('\n', begin - 1) + 1;
    qsizetype tail = sameFrom(before.rbegin(), std::make_reverse_iterator(before.begin() + begin),
                              after.rbegin(), std::make_reverse_iterator(after.begin() + begin));
    const qsizetype lineEnd = before.indexOf('\n', before.size() - tail);
    tail = lineEnd < 0 ? 0 : before.size() - lineEnd;
    const QByteArray middle = after.mid(begin, after.size() - tail - begin);
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(begin),
                  static_cast<long>(before.size() - tail));
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(middle.size()), middle.constData());
}

void SourceEditor::load(const QString& newText) {
    setEolMode(newText.contains(QLatin1String("\r\n")) ? EolWindows : EolUnix);
    setRunningLine(0);
    setSelectedLine(0);
    setChips({});
    setMessages({});
    setAwaited({});
    setBreakpoints({});
    setIndentationsUseTabs(indentsByTabs(newText));
    const bool folded = headerFolded_;
    setHeaderFolded(false);
    setText(newText);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    setCursorPosition(0, 0);
    setHeaderFolded(folded);
    fitMargins();
}

void SourceEditor::indentNewLine() {
    int row = 0;
    int column = 0;
    getCursorPosition(&row, &column);
    if (row == 0 || column != 0) return;
    const QString above = text(row - 1);
    const QString code = above.section(QLatin1Char('#'), 0, 0).trimmed();
    int width = indentation(row - 1);
    static const QStringList enders{QStringLiteral("return"), QStringLiteral("raise"),
                                    QStringLiteral("pass"), QStringLiteral("break"),
                                    QStringLiteral("continue")};
    const QString first = code.section(QLatin1Char(' '), 0, 0);
    if (code.endsWith(QLatin1Char(':'))) {
        width += 4;
    } else if (enders.contains(first) && !code.endsWith(QLatin1Char('(')) &&
               !code.endsWith(QLatin1Char(','))) {
        width = std::max(0, width - 4);
    }
    if (width == 0) return;
    beginUndoAction();
    setIndentation(row, width);
    SendScintilla(SCI_GOTOPOS, SendScintilla(SCI_GETLINEINDENTPOSITION, row));
    endUndoAction();
}

void SourceEditor::setRunningLine(int line) {
    if (line == runningLine_) return;
    markerDeleteAll(kRunningMarker);
    markerDeleteAll(kRunningArrow);
    runningLine_ = line;
    if (line > 0 && line <= lines()) {
        markerAdd(line - 1, kRunningMarker);
        markerAdd(line - 1, kRunningArrow);
    }
}

void SourceEditor::setSelectedLine(int line) {
    if (line == selectedLine_) return;
    markerDeleteAll(kSelectedMarker);
    selectedLine_ = line;
    if (line > 0 && line <= lines()) markerAdd(line - 1, kSelectedMarker);
}

void SourceEditor::setChips(std::vector<LineChip> chips, std::map<int, std::size_t> more) {
    chips_ = std::move(chips);
    moreChips_ = std::move(more);
    chipRects_.assign(chips_.size(), QRect());
    countRects_.clear();
    viewport()->update();
}

void SourceEditor::setMessages(std::vector<LineMessage> messages) {
    const long length = SendScintilla(SCI_GETLENGTH);
    SendScintilla(SCI_SETINDICATORCURRENT, kSquiggle);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, length);
    messages_ = std::move(messages);
    messageRects_.assign(messages_.size(), QRect());
    for (const LineMessage& message : messages_) {
        if (message.line < 1 || message.line > lines()) continue;
        const long lineBegin = SendScintilla(SCI_POSITIONFROMLINE, message.line - 1);
        const long lineEnd = SendScintilla(SCI_GETLINEENDPOSITION, message.line - 1);
        long begin = std::min(lineBegin + std::max(message.begin, 0), lineEnd);
        long end = lineEnd;
        if (message.endLine == message.line) end = std::min(lineBegin + message.end, lineEnd);
        // An empty span still gets one character: the one that it stands before, if there is one.
        if (end <= begin && begin == lineEnd) begin = std::max(lineBegin, begin - 1);
        if (end <= begin) end = std::min(begin + 1, lineEnd);
        if (end > begin) SendScintilla(SCI_INDICATORFILLRANGE, begin, end - begin);
    }
    viewport()->update();
}

void SourceEditor::setAwaited(std::vector<Underline> stretches) {
    if (stretches == awaited_) return;
    awaited_ = std::move(stretches);
    SendScintilla(SCI_SETINDICATORCURRENT, kAwaited);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    for (const Underline& each : awaited_) {
        if (each.line < 1 || each.line > lines()) continue;
        const long begin = SendScintilla(SCI_POSITIONFROMLINE, each.line - 1);
        const long last = SendScintilla(SCI_GETLINEENDPOSITION, each.line - 1);
        const long from = std::min(begin + each.begin, last);
        const long to = std::min(begin + each.end, last);
        if (to > from) SendScintilla(SCI_INDICATORFILLRANGE, from, to - from);
    }
}

void SourceEditor::setBreakpoints(std::map<int, BreakpointLook> wanted) {
    for (const int dot : {kBreakpoint, kHollowBreakpoint}) markerDeleteAll(dot);
    for (const auto& [line, look] : wanted) {
        if (line < 1 || line > lines()) continue;
        markerAdd(line - 1, look.hollow ? kHollowBreakpoint : kBreakpoint);
    }
    breakpointLooks_ = std::move(wanted);
}

std::set<int> SourceEditor::markedLines(unsigned markers) const {
    std::set<int> found;
    for (int row = markerFindNext(0, markers); row >= 0; row = markerFindNext(row + 1, markers)) {
        found.insert(row + 1);
    }
    return found;
}

std::set<int> SourceEditor::breakpoints() const { return markedLines(kBreakpoints); }

std::set<int> SourceEditor::hollowBreakpoints() const {
    return markedLines(1U << kHollowBreakpoint);
}

int SourceEditor::lineOfCode(int line) const {
    for (int each = std::max(line, 1); each <= lines(); ++each) {
        const QString code = text(each - 1).trimmed();
        if (!code.isEmpty() && !code.startsWith(QLatin1Char('#'))) return each;
    }
    return 0;
}

QPoint SourceEditor::placeAt(const QPoint& position) const {
    const long at =
        SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(position.x()),
                      static_cast<long>(position.y()));
    if (at < 0) return {-1, -1};
    int line = 0;
    int column = 0;
    lineIndexFromPosition(static_cast<int>(at), &line, &column);
    return {column, line};
}

void SourceEditor::goToLine(int line) {
    const int row = std::clamp(line, 1, std::max(lines(), 1)) - 1;
    setCursorPosition(row, 0);
    unfoldFor(row + 1);  // Scintilla tells of the cursor only when it paints
    ensureLineVisible(row);
    reveal(row + 1);
}

int SourceEditor::cursorLine() const {
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    return line + 1;
}

void SourceEditor::reveal(int line) {
    if (line < 1 || line > lines()) return;
    const int first = firstVisibleLine();
    const int shown = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    const int row = static_cast<int>(SendScintilla(SCI_VISIBLEFROMDOCLINE, line - 1));
    if (row < first || row >= first + shown) setFirstVisibleLine(std::max(0, row - shown / 3));
}

QRect SourceEditor::chipRect(std::size_t number) const {
    return number < chipRects_.size() ? chipRects_[number] : QRect();
}

QRect SourceEditor::endOfLine(int line) const {
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, line - 1);
    const int x = static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, end));
    const int y = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, end));
    const int height = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, line - 1));
    return {x + 2 * kGap, y, 0, height};
}

void SourceEditor::paintEvent(QPaintEvent* event) {
    QsciScintilla::paintEvent(event);
    if (chips_.empty() && messages_.empty()) return;
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    painter.setRenderHint(QPainter::Antialiasing);
    drawChips(painter);
    drawMessages(painter);
}

void SourceEditor::resizeEvent(QResizeEvent* event) {
    QsciScintilla::resizeEvent(event);
    // A banner that takes room must not hide what is being typed.
    if (hasFocus()) ensureCursorVisible();
}

int SourceEditor::chipAt(const QPoint& position) const {
    for (std::size_t i = 0; i < chipRects_.size(); ++i) {
        if (chipRects_[i].contains(position)) return static_cast<int>(i);
    }
    return -1;
}

void SourceEditor::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        if (const int chip = chipAt(event->pos()); chip >= 0) {
            Q_EMIT chipClicked(chips_[static_cast<std::size_t>(chip)].task);
            return;
        }
        if ((event->modifiers() & Qt::ControlModifier) != 0 && beginTurning(event->pos())) return;
    }
    QsciScintilla::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) {
        int line = 0;
        int column = 0;
        getCursorPosition(&line, &column);
        Q_EMIT lineClicked(line + 1);
    }
}

void SourceEditor::mouseMoveEvent(QMouseEvent* event) {
    if (turning_) {
        turn(event->pos());
        return;
    }
    QsciScintilla::mouseMoveEvent(event);
}

void SourceEditor::mouseReleaseEvent(QMouseEvent* event) {
    if (turning_ && event->button() == Qt::LeftButton) {
        // What stays selected, the next key would replace.
        setCursorPosition(turning_->line, turning_->number.begin + turning_->length);
        turning_.reset();
        endUndoAction();
        return;
    }
    QsciScintilla::mouseReleaseEvent(event);
}

QString SourceEditor::tipAt(const QPoint& position) const {
    const int line = lineAt(position) + 1;
    if (position.x() < marginWidth(kNumberMargin) + marginWidth(kArrowMargin)) {
        // No text is close to a point of the margin.
        const long beside =
            SendScintilla(SCI_POSITIONFROMPOINT, 0UL, static_cast<long>(position.y()));
        const auto look = breakpointLooks_.find(
            static_cast<int>(SendScintilla(SCI_LINEFROMPOSITION, beside)) + 1);
        return look == breakpointLooks_.end() ? QString() : look->second.tip;
    }
    if (const int chip = chipAt(position); chip >= 0) {
        return chips_[static_cast<std::size_t>(chip)].tip;
    }
    for (const auto& [row, uncounted] : countRects_) {
        if (uncounted.place.contains(position)) {
            return counted(static_cast<qint64>(uncounted.count), tr("more task waits here"),
                           tr("more tasks wait here"));
        }
    }
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        if (messageRects_[i].contains(position) || line == messages_[i].line) {
            return messages_[i].text;
        }
    }
    return helpAt(position);
}

bool SourceEditor::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (!tip.isEmpty()) {
            // Rich text is wrapped, however long it is.
            QToolTip::showText(help->globalPos(),
                               Qt::mightBeRichText(tip)
                                   ? tip
                                   : Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal),
                               viewport());
            return true;
        }
        QToolTip::hideText();
    }
    return QsciScintilla::viewportEvent(event);
}

void SourceEditor::applyTheme() {
    const Scheme& theme = schemeOf(QApplication::palette());
    const QFont font = codeFont();
    lexer_->setTheme(theme, font);
    setColor(theme.ink);
    setPaper(theme.pane);
    setCaretForegroundColor(theme.ink);
    setCaretWidth(2);
    setMarginsFont(scaled(font, 0.85));
    setMarginsForegroundColor(theme.muted);
    setMarginsBackgroundColor(theme.pane);
    setMarginBackgroundColor(kNumberMargin, theme.pane);
    setMarginBackgroundColor(kArrowMargin, theme.pane);
    setFoldMarginColors(theme.pane, theme.pane);
    setMarkerBackgroundColor(theme.accentSoft, kRunningMarker);
    setMarkerForegroundColor(theme.accent, kRunningArrow);
    setMarkerBackgroundColor(theme.accent, kRunningArrow);
    setMarkerBackgroundColor(blend(theme.grid, theme.pane, 0.6), kSelectedMarker);
    setSelectionBackgroundColor(blend(theme.accent, theme.pane, 0.28));
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(theme.accentSoft);
    setMatchedBraceForegroundColor(theme.ink);
    setUnmatchedBraceForegroundColor(theme.trouble);
    setUnmatchedBraceBackgroundColor(theme.pane);
    setIndicatorForegroundColor(theme.trouble, kSquiggle);
    setIndicatorForegroundColor(theme.accent, kAwaited);
    for (const int marker : {5, 6}) {  // the arrows of the fold
        setMarkerForegroundColor(theme.muted, marker);
        setMarkerBackgroundColor(theme.muted, marker);
    }
    setMarkerForegroundColor(theme.trouble, kBreakpoint);
    setMarkerBackgroundColor(theme.trouble, kBreakpoint);
    setMarkerForegroundColor(theme.trouble, kHollowBreakpoint);
    setMarkerBackgroundColor(theme.pane, kHollowBreakpoint);
    fitMargins();
    setScrollWidth(1);  // it follows type that grows, but not back
    viewport()->update();
}

int SourceEditor::widthOfText() const {
    constexpr int kChip = 36;
    const QFontMetrics metrics(codeFont());
    const int column = metrics.horizontalAdvance(u' ');
    int widest = 0;
    for (int line = 0; line < std::min(lines(), 2000); ++line) {
        // A letter is no wider than its bytes would be: few lines have to be measured.
        if ((lineLength(line) + indentation(line)) * column <= widest) continue;
        widest = std::max(
            widest, metrics.horizontalAdvance(text(line).trimmed()) + indentation(line) * column);
    }
    int margins = 0;
    for (int margin = 0; margin < 5; ++margin) margins += marginWidth(margin);
    return margins + widest + kChip + verticalScrollBar()->sizeHint().width();
}

void SourceEditor::fitMargins() {
    const int digits = std::max(3, static_cast<int>(QString::number(lines()).size()) + 1);
    setMarginWidth(kNumberMargin, QString(digits, QLatin1Char('9')));
    setMarginWidth(kArrowMargin, QFontMetrics(codeFont()).height());
}

}  // namespace coroscope::app
