// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editor_pane.h"

#include <algorithm>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/editor/find_bar.h"
#include "app/editor/line_messages.h"
#include "app/session/keep_settings.h"
#include "app/session/session.h"

namespace coroscope::app {

using trace::TaskId;

namespace {

const QString kHeaderFolded = QStringLiteral("source/headerFolded");

}  // namespace

EditorPane::EditorPane(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      tabs_(new QTabBar(this)),
      stack_(new QStackedWidget(this)) {
    tabs_->setObjectName(QStringLiteral("sourceTabs"));
    tabs_->setAccessibleName(tr("Files of the scenario"));
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(true);
    tabs_->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 1);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(15, 0, 8, 0);
    top->addWidget(tabs_);
    top->addStretch();
    column->addLayout(top);
    column->addWidget(stack_, 1);
    addPage({}, session_.document());
    scenario().editor->setHeaderFolded(QSettings().value(kHeaderFolded).toBool());
    connect(scenario().editor, &SourceEditor::headerFoldChanged, this,
            [](bool folded) { keepSetting(kHeaderFolded, folded); });
    findBar_ = new FindBar(*scenario().editor, this);
    column->addWidget(findBar_);
    bringToFront(0);

    connect(tabs_, &QTabBar::currentChanged, this, [this](int number) {
        if (number >= 0 && number < static_cast<int>(pages_.size())) {
            bringToFront(static_cast<std::size_t>(number));
        }
    });
    connect(&session_.siblings(), &SiblingDocuments::changed, this, &EditorPane::takeSiblings);
    connect(&session_.document(), &ScenarioDocument::opened, this, [this] { followed_ = false; });
    connect(&session_, &Session::stateChanged, this, &EditorPane::showState);
    connect(&session_, &Session::traceChanged, this, &EditorPane::showState);
    connect(&session_, &Session::staleChanged, this, &EditorPane::showState);
    connect(&session_, &Session::diagnosticsChanged, this, &EditorPane::showMessages);
    // By then it is known that the run is that of the text.
    connect(&session_, &Session::runningChanged, this, [this](bool running) {
        if (running) return;
        showBreakpoints();
        showMessages();
    });
    connect(&session_, &Session::sightChanged, this, [this] {
        showMessages();
        if (std::exchange(hides_, session_.hidesFuture()) != hides_) showBreakpoints();
    });
    connect(&session_.selection(), &Selection::changed, this, &EditorPane::showSelection);
    connect(&session_.playhead(), &Playhead::breakpointsChanged, this,
            &EditorPane::showBreakpoints);
    takeSiblings();
}

EditorPane::~EditorPane() = default;

void EditorPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    for (const std::unique_ptr<Page>& page : pages_) page->editor->applyTheme();
}

EditorPane::Page& EditorPane::shown() const {
    return *pages_[static_cast<std::size_t>(std::max(0, stack_->currentIndex()))];
}

std::size_t EditorPane::numberOf(const std::string& fileName) const {
    const auto found = std::ranges::find_if(
        pages_, [&](const std::unique_ptr<Page>& page) { return page->fileName == fileName; });
    return static_cast<std::size_t>(found - pages_.begin());
}

void EditorPane::addPage(const std::string& fileName, ScenarioDocument& document) {
    pages_.push_back(
        std::make_unique<Page>(Page{fileName, &document, new SourceEditor(stack_), false}));
    Page& page = *pages_.back();
    SourceEditor* editor = page.editor;
    editor->setAcceptDrops(false);  // files are dropped on the window
    stack_->addWidget(editor);
    const QSignalBlocker quiet(tabs_);
    tabs_->addTab(document.name());
    // The connections end with the editor, which goes before its page does.
    connect(&document, &ScenarioDocument::opened, editor, [this, &page] { load(page); });
    connect(&document, &ScenarioDocument::reloaded, editor, [this, &page] { reload(page); });
    connect(&document, &ScenarioDocument::modifiedChanged, editor, [this] { labelTabs(); });
    connect(&document, &ScenarioDocument::pathChanged, editor, [this] { labelTabs(); });
    connect(editor, &QsciScintilla::textChanged, this, [this, &page] { takeText(page); });
    connect(editor, &QsciScintilla::copyAvailable, this, &EditorPane::editsChanged);
    // What can be undone is known once the change is over.
    connect(editor, &QsciScintilla::textChanged, this, &EditorPane::editsChanged,
            Qt::QueuedConnection);
    connect(editor, &SourceEditor::chipClicked, this, &EditorPane::onChipClicked);
    connect(editor, &SourceEditor::menuWanted, this, &EditorPane::menuWanted);
    connect(editor, &SourceEditor::numberTurned, &session_, &Session::runNow);
    connect(editor, &SourceEditor::breakpointClicked, this,
            [this, &page](int line) { toggleBreakpoint(page, line); });
    if (fileName.empty()) {
        connect(editor, &SourceEditor::lineClicked, this,
                [this](int line) { session_.selection().selectLine(line); });
        // The line that is looked at is another one by number, or no longer what is looked at.
        connect(editor, &QsciScintilla::linesChanged, this, [this, editor] {
            if (editor->hasFocus()) session_.selection().selectLine(0);
        });
    }
    load(page);
}

void EditorPane::toggleBreakpoint() { toggleBreakpoint(shown(), shown().editor->cursorLine()); }

/// Nothing ever has its turn at an empty line or a comment: there the next line of code is meant,
/// and of that the one at which this run is met.
void EditorPane::toggleBreakpoint(const Page& page, int line) {
    Playhead& playhead = session_.playhead();
    const bool there = playhead.breakpoints(page.fileName).contains(line);
    int meant = there ? line : page.editor->lineOfCode(line);
    if (!there && tellsOfItsRun()) {
        if (const int met = playhead.meetingOf(meant, page.fileName); met > 0) meant = met;
    }
    if (meant != line && playhead.breakpoints(page.fileName).contains(meant)) {
        Q_EMIT noted(
            tr("There is a breakpoint at line %1 already, where the run pauses for line %2.")
                .arg(meant)
                .arg(line));
    } else if (meant > 0) {
        playhead.toggleBreakpoint(meant, page.fileName);
    }
}

/// Whether the lines of the run are those of the text, and nothing of it is kept back.
bool EditorPane::tellsOfItsRun() const {
    return session_.hasRun() && !session_.isStale() && !session_.runs().isBusy() &&
           !session_.hidesFuture();
}

void EditorPane::dropPage(std::size_t number) {
    const std::unique_ptr<Page> page = std::move(pages_[number]);
    pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(number));
    const QSignalBlocker quiet(tabs_);
    tabs_->removeTab(static_cast<int>(number));
    delete page->editor;
}

/// The tabs are those of the files that are imported now.
void EditorPane::takeSiblings() {
    const auto& siblings = session_.siblings().all();
    const std::string before = shown().fileName;
    for (std::size_t i = pages_.size(); i-- > 1;) {
        const bool stays = std::ranges::any_of(siblings, [&](const auto& sibling) {
            return sibling.document.get() == pages_[i]->document;
        });
        if (!stays) dropPage(i);
    }
    for (const auto& each : siblings) {
        if (numberOf(each.fileName) == pages_.size()) addPage(each.fileName, *each.document);
    }
    waiting_.forget();  // which page a task waits in
    labelTabs();
    const std::size_t number = numberOf(before);
    bringToFront(number < pages_.size() ? number : 0);
    showState();
}

void EditorPane::bringToFront(std::size_t number) {
    const bool focused = stack_->currentWidget() != nullptr && stack_->currentWidget()->hasFocus();
    stack_->setCurrentIndex(static_cast<int>(number));
    {
        const QSignalBlocker quiet(tabs_);
        tabs_->setCurrentIndex(static_cast<int>(number));
    }
    setFocusProxy(pages_[number]->editor);
    findBar_->setEditor(*pages_[number]->editor);
    if (focused) pages_[number]->editor->setFocus();
    Q_EMIT editsChanged();
}

void EditorPane::showFile(const std::string& fileName) {
    if (const std::size_t number = numberOf(fileName); number < pages_.size()) bringToFront(number);
}

void EditorPane::showFile(const ScenarioDocument& document) {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        if (pages_[i]->document == &document) bringToFront(i);
    }
}

void EditorPane::rewrite(const QString& text) {
    showFile(*scenario().document);
    scenario().editor->rewrite(text);
}

void EditorPane::toggleHeader() {
    showFile(*scenario().document);
    SourceEditor& editor = *scenario().editor;
    editor.setHeaderFolded(!editor.isHeaderFolded());
    keepSetting(kHeaderFolded, editor.isHeaderFolded());
}

void EditorPane::labelTabs() {
    tabs_->setVisible(pages_.size() > 1);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const ScenarioDocument& document = *pages_[i]->document;
        const auto& lesson = document.lesson();
        // One of its files among the others.
        QString label = i == 0 && pages_.size() > 1 && lesson != nullptr
                            ? QString::fromStdString(lesson->mainFile)
                            : document.name();
        label.replace(QLatin1Char('&'), QLatin1String("&&"));
        if (document.isModified()) label += QStringLiteral(" •");
        tabs_->setTabText(static_cast<int>(i), label);
        const QString place = document.path().isEmpty()
                                  ? QString::fromStdString(pages_[i]->fileName)
                                  : document.path();
        tabs_->setTabToolTip(static_cast<int>(i),
                             document.isModified() ? tr("%1, not saved").arg(place) : place);
    }
}

void EditorPane::load(Page& page) {
    const QScopedValueRollback<bool> guard(page.loading, true);
    page.editor->load(page.document->text());
    labelTabs();
    if (findBar_ == nullptr) return;  // not yet built
    showState();
    showBreakpoints();
}

/// Another program has changed the file: whoever looks at a place goes on looking at it.
void EditorPane::reload(Page& page) {
    SourceEditor& editor = *page.editor;
    int row = 0;
    int column = 0;
    editor.getCursorPosition(&row, &column);
    const int top = editor.firstVisibleLine();
    load(page);
    row = std::min(row, editor.lines() - 1);
    const auto end = editor.text(row).remove(QLatin1Char('\n')).remove(QLatin1Char('\r')).size();
    editor.setCursorPosition(row, std::min(column, static_cast<int>(end)));
    editor.setFirstVisibleLine(top);
}

void EditorPane::takeText(Page& page) {
    if (page.loading) return;
    // Where errors stood is no longer known once the text moves.
    page.editor->setMessages({});
    page.document->setText(page.editor->text());
    session_.playhead().setBreakpoints(page.editor->breakpoints(), page.fileName);
}

void EditorPane::showBreakpoints() {
    for (const auto& page : pages_) {
        page->editor->setBreakpoints(looksOf(*page));
    }
}

std::map<int, SourceEditor::BreakpointLook> EditorPane::looksOf(const Page& page) const {
    std::map<int, SourceEditor::BreakpointLook> looks;
    for (const int line : session_.playhead().breakpoints(page.fileName)) {
        SourceEditor::BreakpointLook& look = looks[line];
        const int met = tellsOfItsRun() ? session_.playhead().meetingOf(line, page.fileName) : line;
        look.hollow = met == 0;
        if (look.hollow) {
            look.tip = tr("This run never pauses here: the loop sees nothing of line %1, nor of "
                          "the rest of its function.")
                           .arg(line);
        } else if (met != line) {
            look.tip = tr("The loop sees nothing of line %1, so the run pauses at line %2.")
                           .arg(line)
                           .arg(met);
        }
    }
    return looks;
}

std::size_t EditorPane::pageAt(trace::EventIndex event) const {
    const trace::ImportedPlace* place = session_.trace()->importedPlace(event);
    if (place == nullptr) return 0;
    const std::size_t number = numberOf(std::string(session_.trace()->text(place->file)));
    return number < pages_.size() ? number : 0;
}

void EditorPane::showState() {
    if (findBar_ == nullptr) return;  // not yet built
    const trace::LoopState& state = session_.state();
    std::vector<int> lines(pages_.size());
    std::size_t running = 0;
    if (state.at.valid() && !session_.isStale()) {
        if (const trace::EventIndex at = session_.standsAt(); at.valid()) {
            lines[0] = static_cast<int>((*session_.trace())[at].line);
            running = pageAt(at);
            if (running > 0) lines[running] = session_.trace()->importedPlace(at)->span.line;
        }
        // A run begins at the file's last line, but a reader at its first.
        followed_ = followed_ || !session_.playhead().atStart();
    }
    showRunningLine(lines, running);
    showMessages();
    chips_.show(state);
}

void EditorPane::revealRunning() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const int line = pages_[i]->editor->runningLine();
        if (line == 0) continue;
        if (static_cast<int>(i) != stack_->currentIndex()) bringToFront(i);
        pages_[i]->editor->reveal(line);
        return;
    }
}

void EditorPane::showRunningLine(const std::vector<int>& lines, std::size_t running) {
    SourceEditor& there = *pages_[running]->editor;
    const int line = lines[running];
    // Only a step to another line scrolls: not a run after an edit, nor a selection.
    const bool elsewhere = line != there.runningLine();
    for (std::size_t i = 0; i < pages_.size(); ++i) pages_[i]->editor->setRunningLine(lines[i]);
    const bool typing = shown().editor->hasFocus();
    if (line == 0 || !elsewhere || !followed_ || typing) return;
    if (static_cast<int>(running) != stack_->currentIndex()) bringToFront(running);
    there.reveal(line);
}

void EditorPane::showChips() {
    const trace::LoopState& state = session_.state();
    std::vector<FileChips> chips(pages_.size());
    if (state.at.valid() && !session_.isStale()) {
        chips =
            waiting_.collect(session_.trace(), state, session_.selection().task(), pages_.size(),
                             [this](trace::EventIndex at) { return pageAt(at); });
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->editor->setChips(std::move(chips[i].chips), std::move(chips[i].more));
        pages_[i]->editor->setAwaited(std::move(chips[i].awaited));
    }
}

void EditorPane::showMessages() {
    std::vector<std::vector<LineMessage>> messages(pages_.size());
    for (FileMessage& each : lineMessages(session_, unmet_)) {
        // What is no imported file is the scenario, whatever it was called when it ran.
        const std::size_t page = numberOf(each.file);
        messages[page < pages_.size() ? page : 0].push_back(std::move(each.message));
    }
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i]->editor->setMessages(std::move(messages[i]));
    }
}

void EditorPane::showSelection() {
    const int line = session_.selection().line();
    SourceEditor& editor = *scenario().editor;
    editor.setSelectedLine(line);
    if (line > 0 && !editor.hasFocus()) editor.reveal(line);
    showState();
}

void EditorPane::onChipClicked(std::uint32_t task) {
    if (chips_.isDue()) return;  // what is still shown may be of another run
    session_.selection().selectTask(TaskId(task));
}

}  // namespace coroscope::app
