// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/source_editor.h"

#include <algorithm>
#include <map>
#include <numeric>

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <Qsci/qscicommandset.h>

#include "app/editor/python_lexer.h"
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

/// Of chips beside each other, their gaps included.
int sum(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), static_cast<int>(widths.size()) * kGap);
}

/// Makes the widest ones less wide until all have room, or none is wider than `least`.
void narrow(std::vector<int>& widths, int room, int least) {
    if (widths.empty()) return;
    for (int most = *std::ranges::max_element(widths); most >= least && sum(widths) > room;
         --most) {
        for (int& width : widths) width = std::min(width, most);
    }
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
    setCursorPosition(row, width);
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
        // An empty span, as at the end of a line, still gets one character.
        if (end <= begin) begin = std::max(lineBegin, begin - 1);
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

/// Says that the line goes on beneath what is drawn at `place`.
void SourceEditor::drawCut(QPainter& painter, int line, const QRect& place) {
    const Scheme& theme = schemeOf(palette());
    const QString dots = QStringLiteral("…");
    const int width = painter.fontMetrics().horizontalAdvance(dots) + kGap;
    const bool running = (markersAtLine(line - 1) & (1U << kRunningMarker)) != 0;
    painter.fillRect(place.adjusted(-width, 0, 0, 0), running ? theme.accentSoft : theme.pane);
    painter.setPen(theme.muted);
    painter.drawText(place.adjusted(-width, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, dots);
}

void SourceEditor::drawChips(QPainter& painter) {
    const Scheme& theme = schemeOf(palette());
    const QFont font = bold(scaled(QApplication::font(), 0.8));
    const QFontMetrics metrics(font);
    painter.setFont(font);
    chipRects_.assign(chips_.size(), QRect());
    drawnTo_.clear();
    std::map<int, std::vector<std::size_t>> byLine;
    for (std::size_t i = 0; i < chips_.size(); ++i) byLine[chips_[i].line].push_back(i);
    const QRect view = viewport()->rect();
    for (const auto& [line, numbers] : byLine) {
        if (line < 1 || line > lines()) continue;
        const QRect end = endOfLine(line);
        if (end.bottom() < view.top() || end.top() > view.bottom()) continue;
        const auto uncounted = moreChips_.find(line);
        const QString more = uncounted == moreChips_.end()
                                 ? QString()
                                 : QStringLiteral("+%1").arg(uncounted->second);
        const int moreWidth = more.isEmpty() ? 0 : metrics.horizontalAdvance(more) + kGap;
        const int height = std::min(metrics.height() + 2, end.height());
        std::vector<int> widths;
        const int widest = metrics.horizontalAdvance(QStringLiteral("the parcel 10 …")) + 14;
        for (const std::size_t number : numbers) {
            const int label = metrics.horizontalAdvance(chips_[number].label) + 14;
            widths.push_back(std::min(label, widest));
        }
        const int room = view.right() - 4 - end.left() - moreWidth;
        // A name of which a few letters are left would name nobody: the line rather gives way.
        narrow(widths, room, metrics.horizontalAdvance(QStringLiteral("parcel…")) + 10);
        narrow(widths, view.width() - 8 - moreWidth,
               metrics.horizontalAdvance(QStringLiteral("00")) + 10);
        const int total = sum(widths);
        int x = end.left();
        if (total > room) {
            x = std::max(4, view.right() - 4 - total - moreWidth);
            drawCut(painter, line, QRect(x, end.top(), view.right() - x + 1, end.height()));
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const LineChip& chip = chips_[numbers[i]];
            const QRect rect(x, end.center().y() - height / 2, widths[i], height);
            const QColor hue = taskHue(chip.task, theme);
            painter.setBrush(hue);
            painter.setPen(chip.chosen                 ? QPen(theme.ink, 2)
                           : taskHueHasRing(chip.task) ? QPen(theme.muted, 1)
                                                       : QPen(Qt::NoPen));
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
            painter.setPen(readableOn(hue));
            painter.drawText(rect, Qt::AlignCenter,
                             metrics.elidedText(chip.label, Qt::ElideRight, rect.width() - 8));
            chipRects_[numbers[i]] = rect;
            x += widths[i] + kGap;
        }
        if (!more.isEmpty()) {
            painter.setPen(theme.muted);
            painter.drawText(QRect(x, end.top(), moreWidth, end.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, more);
        }
        drawnTo_[line] = x + moreWidth;
    }
}

void SourceEditor::drawMessages(QPainter& painter) {
    const Scheme& theme = schemeOf(palette());
    const QFont font = scaled(QApplication::font(), 0.9);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    for (std::size_t i = 0; i < messages_.size(); ++i) {
        const LineMessage& message = messages_[i];
        messageRects_[i] = QRect();
        if (message.line < 1 || message.line > lines()) continue;
        QRect end = endOfLine(message.line);
        if (const auto chips = drawnTo_.find(message.line); chips != drawnTo_.end())
            end.moveLeft(std::max(end.left(), chips->second));
        const int room = viewport()->width() - end.left() - 8;
        const int wanted = metrics.horizontalAdvance(message.text) + 16;
        if (room < 60) continue;  // the banner and the tooltip still say it
        end.setWidth(std::min(room, wanted));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.troubleSoft);
        painter.drawRoundedRect(QRectF(end).adjusted(0, 1, 0, -1), 4, 4);
        painter.setPen(theme.trouble);
        painter.drawText(end.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(message.text, Qt::ElideRight, end.width() - 16));
        messageRects_[i] = end;
    }
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
    setMarginsForegroundColor(theme.faint);
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
    int widest = 0;
    for (int line = 0; line < std::min(lines(), 2000); ++line) {
        widest = std::max(widest, metrics.horizontalAdvance(text(line).trimmed()) +
                                      indentation(line) * metrics.horizontalAdvance(u' '));
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
