// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/flat_style.h"

#include <initializer_list>
#include <map>

#include <QApplication>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/style/theme.h"

namespace coroscope::app {
namespace {

/// Counts what a widget is told.
class Listener final : public QObject {
public:
    explicit Listener(QWidget& widget) : QObject(&widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        ++told[event->type()];
        return false;
    }
    std::map<QEvent::Type, int> told;
};

class FlatStyleTest : public testing::Test {
protected:
    FlatStyleTest() {
        applyTheme(ThemeChoice::Light, false, 1);
        window_.resize(400, 300);
    }
    ~FlatStyleTest() override { applyTheme(ThemeChoice::Light, false, 1); }

    template <typename Widget>
    Widget& show(Widget* widget) {
        column_->addWidget(widget);
        window_.show();
        QApplication::processEvents();
        return *widget;
    }
    /// The colour a few pixels in from the top left, where no text is.
    static QColor groundOf(QWidget& widget) {
        return widget.grab().toImage().pixelColor(widget.width() / 2, 3);
    }
    static bool shows(QWidget& widget, const QColor& colour) {
        const QImage image = widget.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour) return true;
            }
        }
        return false;
    }

    QWidget window_;
    QVBoxLayout* column_ = new QVBoxLayout(&window_);
};

TEST_F(FlatStyleTest, AThemeReachesWidgetsWithoutPolishingThem) {
    auto& button = show(new QPushButton(QStringLiteral("Run")));
    QStyle* before = QApplication::style();
    auto* listener = new Listener(button);
    applyTheme(ThemeChoice::Dark, false, 1.6);
    EXPECT_EQ(listener->told[QEvent::StyleChange], 0);
    EXPECT_EQ(listener->told[QEvent::Polish], 0);
    EXPECT_GE(listener->told[QEvent::PaletteChange], 1);
    EXPECT_GE(listener->told[QEvent::FontChange], 1);
    EXPECT_EQ(QApplication::style(), before);
    EXPECT_TRUE(qApp->styleSheet().isEmpty());
}

TEST_F(FlatStyleTest, ButtonsHaveTheColoursOfTheTheme) {
    auto& plain = show(new QToolButton);
    auto& play = show(new QToolButton);
    setLook(play, Look::Primary);
    const std::pair<ThemeChoice, const Scheme*> themes[] = {
        {ThemeChoice::Light, &lightScheme()},
        {ThemeChoice::Dark, &darkScheme()},
        {ThemeChoice::HighContrast, &contrastScheme()}};
    for (const auto& [choice, scheme] : themes) {
        applyTheme(choice, false, 1);
        QApplication::processEvents();
        EXPECT_EQ(groundOf(plain), scheme->raised);
        EXPECT_EQ(groundOf(play), scheme->accent);
    }
}

TEST_F(FlatStyleTest, AButtonThatIsOutOfUseIsNotTheMostImportantOne) {
    auto& play = show(new QToolButton);
    setLook(play, Look::Primary);
    play.setEnabled(false);
    EXPECT_EQ(groundOf(play), lightScheme().raised);
}

TEST_F(FlatStyleTest, TheButtonThatReturnPressesIsTheMostImportantOne) {
    auto& save = show(new QPushButton(QStringLiteral("Save")));
    save.setDefault(true);
    EXPECT_EQ(groundOf(save), lightScheme().accent);
    EXPECT_TRUE(shows(save, lightScheme().accentInk));
}

TEST_F(FlatStyleTest, TheSegmentThatIsDownStandsOut) {
    auto& time = show(new QToolButton);
    time.setText(QStringLiteral("Time"));
    time.setCheckable(true);
    setLook(time, Look::Segment);
    EXPECT_FALSE(shows(time, lightScheme().ink));
    QTest::mouseClick(&time, Qt::LeftButton);
    EXPECT_TRUE(shows(time, lightScheme().ink));
    EXPECT_EQ(groundOf(time), lightScheme().pane);
}

TEST_F(FlatStyleTest, TheFocusIsSeenAroundAField) {
    auto& field = show(new QLineEdit);
    show(new QLineEdit);
    window_.activateWindow();
    field.setFocus();
    QApplication::processEvents();
    EXPECT_TRUE(shows(field, lightScheme().accent));
    field.clearFocus();
    EXPECT_FALSE(shows(field, lightScheme().accent));
}

TEST_F(FlatStyleTest, AFieldThatIsOutOfUseLooksSo) {
    const std::pair<ThemeChoice, const Scheme*> themes[] = {
        {ThemeChoice::Light, &lightScheme()},
        {ThemeChoice::Dark, &darkScheme()},
        {ThemeChoice::HighContrast, &contrastScheme()}};
    auto& line = show(new QLineEdit(QStringLiteral("caption")));
    auto& number = show(new QSpinBox);
    auto& box = show(new QCheckBox(QStringLiteral("legend")));
    for (const auto& [choice, scheme] : themes) {
        applyTheme(choice, false, 1);
        for (QWidget* field : std::initializer_list<QWidget*>{&line, &number, &box}) {
            field->setEnabled(true);
            QApplication::processEvents();
            field->setEnabled(false);
            QApplication::processEvents();
            EXPECT_FALSE(shows(*field, scheme->ink));
            EXPECT_FALSE(shows(*field, scheme->border)) << field->metaObject()->className();
        }
        EXPECT_EQ(groundOf(line), scheme->backdrop);
        line.setEnabled(true);
        QApplication::processEvents();
        EXPECT_EQ(groundOf(line), scheme->pane);
    }
}

TEST_F(FlatStyleTest, LargerTypeIsLargerAtEverySize) {
    auto& title = show(new Title(QStringLiteral("Coroscope")));
    auto& lead = show(new Lead(QStringLiteral("t = 3 s")));
    for (const double zoom : {1.0, 1.6, 0.8}) {
        applyTheme(ThemeChoice::Light, false, zoom);
        const double common = QApplication::font().pointSizeF();
        EXPECT_NEAR(common, 10 * zoom, 1e-6);
        EXPECT_NEAR(title.font().pointSizeF(), 1.35 * common, 1e-6);
        EXPECT_NEAR(lead.font().pointSizeF(), 1.12 * common, 1e-6);
        EXPECT_TRUE(title.font().bold());
    }
}

TEST_F(FlatStyleTest, AScrollBarIsDraggedByItsHandleAndPagedBesideIt) {
    auto& bar = show(new QScrollBar(Qt::Vertical));
    bar.setRange(0, 300);
    bar.setPageStep(100);
    QApplication::processEvents();
    const QPoint top(bar.width() / 2, 10);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(top.x(), bar.height() - 5));
    EXPECT_EQ(bar.value(), 100);
    bar.setValue(0);
    QTest::mousePress(&bar, Qt::LeftButton, {}, top);
    QTest::mouseMove(&bar, QPoint(top.x(), bar.height() - 1));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(top.x(), bar.height() - 1));
    EXPECT_EQ(bar.value(), bar.maximum());
}

TEST_F(FlatStyleTest, TheNamesOfTabsAreWhole) {
    auto& tabs = show(new QTabBar);
    tabs.setExpanding(false);
    tabs.setElideMode(Qt::ElideMiddle);
    for (const char* name : {"two_at_a_time.py", "deadlock.py"}) {
        const int number = tabs.addTab(QString());
        tabs.setTabButton(number, QTabBar::RightSide, new QToolButton);
        tabs.setTabText(number, QString::fromLatin1(name));
    }
    QApplication::processEvents();
    for (int number = 0; number < tabs.count(); ++number) {
        const int room =
            tabs.tabRect(number).width() - tabs.tabButton(number, QTabBar::RightSide)->width() - 32;
        EXPECT_GE(room, tabs.fontMetrics().horizontalAdvance(tabs.tabText(number)));
    }
}

TEST_F(FlatStyleTest, AGroundSaysWhetherTheNewsIsGood) {
    auto& frame = show(new QFrame);
    frame.setMinimumHeight(40);
    setGround(frame, Look::Trouble);
    EXPECT_EQ(groundOf(frame), lightScheme().troubleSoft);
    setLook(frame, Look::Good);
    EXPECT_EQ(groundOf(frame), lightScheme().accentSoft);
}

TEST_F(FlatStyleTest, ASmallFieldHasABorderToo) {
    auto& field = show(new QLineEdit(QStringLiteral("find")));
    setLook(field, Look::Small);
    field.clearFocus();
    EXPECT_TRUE(shows(field, lightScheme().border));
}

}  // namespace
}  // namespace coroscope::app
