// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <Qsci/qsciscintilla.h>

#include "app/editor/number_at.h"

namespace coroscope::app {

class PythonLexer;

/// A task that waits at a line, shown as a coloured chip at that line's end.
struct LineChip {
    int line = 0;            ///< from 1
    std::uint32_t task = 0;  ///< its index, which gives the hue
    QString label;
    QString tip;  ///< what it waits for
    bool chosen = false;
};

/// A message drawn at the end of its line, with a squiggle under the span.
struct LineMessage {
    int line = 0;   ///< from 1
    int begin = 0;  ///< byte columns, half open
    int endLine = 0;
    int end = 0;
    QString text;
};

/// The text of a scenario with what happens in it: the running line, chips of
/// waiting tasks, messages. Knows nothing of a run; `EditorPane` feeds it.
class SourceEditor final : public QsciScintilla {
    Q_OBJECT

public:
    explicit SourceEditor(QWidget* parent = nullptr);

    /// Replaces the whole text and forgets the undo history.
    void load(const QString& text);
    /// The lines (from 1) of the scenario's header, `# /// coroscope` to `# ///`; none: two zeros.
    struct HeaderLines {
        int first = 0;
        int last = 0;
    };
    [[nodiscard]] HeaderLines header() const;
    /// All of it but its first line.
    void hideLines(const HeaderLines& header);
    /// Leaves only the header's first line in view, or brings the others back. A click on the arrow
    /// beside it does the same; whoever goes to a hidden line sees it again.
    /// Another text in its place, as one edit that can be undone; what is the same at its begin and
    /// its end stays untouched.
    void rewrite(const QString& text);
    void setHeaderFolded(bool folded);
    [[nodiscard]] bool isHeaderFolded() const { return headerFolded_; }
    [[nodiscard]] int lastLineOfPreface() const;
    /// Nothing up to this line is in view, as far as there is more below it.
    void scrollPast(int line);
    /// Marks the line (from 1) where the run stands; 0 marks none.
    void setRunningLine(int line);
    [[nodiscard]] int runningLine() const { return runningLine_; }
    /// More chips than this at one line are counted, not drawn.
    static constexpr std::size_t kMostChips = 6;
    /// At most kMostChips for each line; `more` says how many others wait there, by line.
    void setChips(std::vector<LineChip> chips, std::map<int, std::size_t> more = {});
    [[nodiscard]] const std::vector<LineChip>& chips() const { return chips_; }
    [[nodiscard]] const std::map<int, std::size_t>& moreChips() const { return moreChips_; }
    void setMessages(std::vector<LineMessage> messages);
    [[nodiscard]] const std::vector<LineMessage>& messages() const { return messages_; }
    /// Underlines what is awaited: stretches of a line, in byte columns.
    struct Underline {
        int line = 0;  ///< from 1
        int begin = 0;
        int end = 0;
        friend bool operator==(const Underline&, const Underline&) = default;
    };
    void setAwaited(std::vector<Underline> stretches);
    [[nodiscard]] const std::vector<Underline>& awaited() const { return awaited_; }
    /// How a breakpoint is shown: as a dot, or hollow where no run can pause.
    struct BreakpointLook {
        bool hollow = false;
        QString tip;  ///< empty: there is nothing to say of it
        friend bool operator==(const BreakpointLook&, const BreakpointLook&) = default;
    };
    /// Shows a dot in the margin at each of these lines (from 1).
    void setBreakpoints(std::map<int, BreakpointLook> wanted);
    /// The lines where the dots are now: they move with the text.
    [[nodiscard]] std::set<int> breakpoints() const;
    [[nodiscard]] std::set<int> hollowBreakpoints() const;
    /// Puts the cursor at the beginning of `line` (from 1) and shows it.
    void goToLine(int line);
    /// Where the cursor is, from 1.
    [[nodiscard]] int cursorLine() const;
    /// The first line from `line` on (both from 1) that holds code, at which a run can be; 0: none.
    [[nodiscard]] int lineOfCode(int line) const;
    /// Offers names for the one that is being typed, if there are any.
    void complete();
    /// Whether names are offered while one types, in all editors; kept in the settings.
    [[nodiscard]] static bool offersNames();
    static void setOffersNames(bool offers);
    /// The width in which the longest line shows whole, with a chip behind it.
    [[nodiscard]] int widthOfText() const;
    /// Scrolls, if need be, so that `line` (from 1) is seen.
    void reveal(int line);
    /// Marks `line` (from 1) as the selected one; 0 marks none.
    void setSelectedLine(int line);

    /// Takes the colours and the type of the application. To be called when they change: the editor
    /// has type of its own and is not told by Qt.
    void applyTheme();

    /// Where the chip with this number of `chips()` was drawn, in the
    /// viewport; empty when it is out of view or folded into "+n".
    [[nodiscard]] QRect chipRect(std::size_t number) const;

Q_SIGNALS:
    /// The user pressed the mouse on a line (from 1).
    void lineClicked(int line);
    void chipClicked(std::uint32_t task);
    /// The margin at a line (from 1) was clicked.
    void breakpointClicked(int line);
    /// The user has folded or unfolded the header.
    void headerFoldChanged(bool folded);
    /// A number is being turned by Ctrl+drag: the text has changed, and more is to come.
    void numberTurned();
    /// A menu is to open at this point of the screen; it is about the cursor's line.
    void menuWanted(const QPoint& where);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void fitMargins();
    void fitScrollWidth();
    void buildFold();
    /// Shows the header again if `line` is hidden in it.
    void unfoldFor(int line);
    void clickMargin(int line);
    void offerNames();
    void offerUnasked();
    [[nodiscard]] bool isInCode();
    /// A number that Ctrl+drag has hold of.
    struct Turning {
        int line = 0;  ///< from 0
        NumberSpot number;
        int length = 0;  ///< of its text now
        int steps = 0;
        QPoint from;
    };
    [[nodiscard]] std::optional<NumberSpot> numberAtPlace(const QPoint& place) const;
    [[nodiscard]] bool beginTurning(const QPoint& position);
    void turn(const QPoint& position);
    [[nodiscard]] std::set<int> markedLines(unsigned markers) const;
    [[nodiscard]] QString tipAt(const QPoint& position) const;
    [[nodiscard]] QString helpAt(const QPoint& position) const;
    /// Line and column (from 0, in characters) at a point; the column is -1 beside the text.
    [[nodiscard]] QPoint placeAt(const QPoint& position) const;
    /// Indents the line that a Return has just begun.
    void indentNewLine();
    [[nodiscard]] QRect endOfLine(int line) const;
    void drawChips(QPainter& painter);
    void drawChipsOf(QPainter& painter, int line, std::vector<std::size_t> numbers,
                     const QRect& end);
    void drawChip(QPainter& painter, const LineChip& chip, const QRect& rect) const;
    [[nodiscard]] std::vector<int> fitChips(std::vector<std::size_t>& numbers, std::size_t& more,
                                            int room, int most, const QFontMetrics& metrics) const;
    [[nodiscard]] static int countWidth(std::size_t count, const QFontMetrics& metrics);
    void drawCut(QPainter& painter, int line, const QRect& place);
    void drawMessages(QPainter& painter);
    [[nodiscard]] int chipAt(const QPoint& position) const;

    PythonLexer* lexer_;
    bool headerFolded_ = false;
    int runningLine_ = 0;
    int selectedLine_ = 0;
    std::vector<LineChip> chips_;
    std::vector<QRect> chipRects_;
    std::map<int, std::size_t> moreChips_;
    /// Where a line says how many more tasks wait there than have a chip.
    struct Uncounted {
        QRect place;
        std::size_t count = 0;
    };
    std::map<int, Uncounted> countRects_;  ///< by line
    std::vector<LineMessage> messages_;
    std::vector<QRect> messageRects_;
    /// Where drawing beside the text goes on, by line: behind its chips.
    std::map<int, int> drawnTo_;
    std::map<int, BreakpointLook> breakpointLooks_;
    std::vector<Underline> awaited_;
    std::optional<Turning> turning_;
};

}  // namespace coroscope::app
