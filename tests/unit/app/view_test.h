// What the tests of the views have in common: what there is to show, the screens to show it on, and what is
// then to be seen.
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/fitted_label.h"

#include <QDateTime>
#include <QImage>
#include <QLabel>
#include <QWidget>

#include <algorithm>
#include <memory>

namespace latchkey {

inline const char* const kQrString =
    "https://lobby.test/fast?s=AAAAAAAAAAAAAAAAAAAAAA&c=AAAAAAAAAAAA&t=65ec1a3f";
inline const char* const kLongAddress = "sign-in.some-company.example:8420/c";
inline const Scheduler::Instant kNow{std::chrono::hours(1)};
inline const QDateTime kWall(QDate(2026, 3, 9), QTime(9, 30));

inline phase::Code code() {
    return {*QrMatrix::encode(kQrString), kQrString, kNow, kNow + std::chrono::seconds(30)};
}

// With something to type, too.
inline phase::Code typedCode(const std::string& address = "lobby.test/c") {
    phase::Code both = code();
    both.typed = phase::TypedCode{"BCDF-GHJK", address};
    return both;
}

inline DashboardAnswer adasDashboard() {
    DashboardAnswer answer;
    answer.userId = "u-1";
    answer.userName = "Ada <b>Lovelace</b>";
    answer.deviceLabel = "Ada's phone";
    answer.since = std::chrono::sys_seconds(std::chrono::hours(1));
    answer.until = std::chrono::sys_seconds(std::chrono::hours(2));
    answer.expiresIn = std::chrono::hours(1);
    answer.kiosk = KioskLabel{"Front desk", "Building A"};
    answer.notices = {"Lift B is out of service.", "<script>alert(1)</script>"};
    answer.tiles = {{"Canteen", "**Soup** of the day\n\n- tomato\n- leek", "coffee", {}},
                    {"Visitors", "Take the *map* along.", "map", "https://lobby.test/map"}};
    const std::chrono::sys_seconds yesterday(std::chrono::seconds(kWall.addDays(-1).toSecsSinceEpoch()));
    answer.lastSignIn = SignIn{yesterday, KioskLabel{"Back door", ""}, "Ada's phone"};
    answer.activity = {{yesterday, "login.signed_out", KioskLabel{"Back door", ""}, "Ada's phone"},
                       {yesterday, "some.news", std::nullopt, ""}};
    return answer;
}

inline phase::SignedIn login(const DashboardAnswer& answer = adasDashboard()) {
    return {std::make_shared<const DashboardAnswer>(answer), kNow + std::chrono::minutes(15)};
}

// Every word that is on the view, without what only says where lines may break.
inline QStringList wordsOn(const QWidget& view) {
    QStringList words;
    for (const QLabel* label : view.findChildren<QLabel*>()) {
        if (!label->isHidden() && !label->text().isEmpty()) words.append(label->text().remove(QChar(0x2060)));
    }
    return words;
}

inline FittedLabel* labelSaying(const QWidget& view, const QString& text) {
    for (FittedLabel* label : view.findChildren<FittedLabel*>()) {
        if (label->text() == text) return label;
    }
    return nullptr;
}

// Where there is exactly this colour in the picture.
inline QRect extentOf(const QColor& colour, const QImage& picture) {
    QRect extent;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == colour) extent |= QRect(x, y, 1, 1);
        }
    }
    return extent;
}

inline QList<QSize> screens() {
    return {{1920, 1080}, {1080, 1920}, {1280, 720}, {800, 480}, {3840, 2160},
            {1024, 1024}, {1024, 768},  {768, 1024}, {800, 1280}};
}

// What the window leaves of such a screen for a view.
inline QSize roomOn(const QSize& screen) {
    return {screen.width(), screen.height() - std::min(screen.width(), screen.height()) / 5};
}

// The view as it stands in a window of this size; sizes are hundredths of the window's shorter side.
struct Shown {
    Shown(QWidget& view, const QSize& screen) : shown(view) {
        window.resize(screen);
        view.setParent(&window);
        view.resize(roomOn(screen));
        view.show();
    }
    ~Shown() { shown.setParent(nullptr); }

    QWidget window;
    QWidget& shown;
};

// Labels that do not lie within their parent, or lie on one another.
inline QStringList misplaced(const QWidget& view) {
    QStringList found;
    QList<QPair<QRect, QString>> placed;
    for (const QLabel* label : view.findChildren<QLabel*>()) {
        if (!label->isVisibleTo(&view) || label->text().isEmpty()) continue;
        const QRect area(label->mapTo(&view, QPoint()), label->size());
        if (!view.rect().contains(area)) found.append("outside: " + label->text());
        for (const auto& [other, text] : placed) {
            if (other.intersects(area)) found.append(text + " lies on " + label->text());
        }
        placed.append({area, label->text()});
    }
    return found;
}

} // namespace latchkey
