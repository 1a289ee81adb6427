// The unlocked terminal: who is signed in and until when, when that person was last here, what the operator
// has to say, and the way out. It knows nothing of a person before setLogin() and nothing after clear().
#pragma once

#include "app/client/login_phase.h"
#include "app/views/activity_list.h"
#include "app/views/tile_view.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QDateTime>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace latchkey {

class DashboardView : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::size_t kMostTiles = 6; // on one screen, notices among them

    DashboardView(const Theme& theme, QWidget* parent = nullptr);

    // wall: what time it is here.
    void setLogin(const phase::SignedIn& login, Scheduler::Instant now, const QDateTime& wall);
    // Wipes every personal word off.
    void clear();

    // What to say unasked of what is shown now.
    QString announcement() const;

    // Time has passed: there is less left.
    void tick(Scheduler::Instant now);

  signals:
    void signOutRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    // One fact, in two lines beside a sign.
    struct Fact {
        Emblem* sign;
        FittedLabel* name;
        FittedLabel* value;
    };
    enum FactIndex { Left, LastSignIn, Device, Place };

    Fact makeFact(Icon sign, const QString& name);
    void showTimeLeft(Scheduler::Instant now);
    void setTiles(const DashboardAnswer& answer);
    void addTile(const DashboardTile& tile);

    void arrange();
    void arrangeBeside(double unit);
    void arrangeBelow(double unit);
    int placeGreeting(QRect area, double unit);
    int placeFacts(QRect area, int columns, double unit);
    void styleFactValues(double pixelSize);
    void evenFactValues();
    void placeTiles(QRect area, int columns, double unit);
    int tilesHeight(int width, int columns, double unit) const;

    Theme m_theme;
    Emblem* m_emblem;
    FittedLabel* m_status;
    FittedLabel* m_greeting;
    FittedLabel* m_name;
    std::array<Fact, 4> m_facts;
    std::vector<std::unique_ptr<TileView>> m_tiles;
    ActivityList* m_activity;
    BigButton* m_lock;
    std::optional<Scheduler::Instant> m_endsAt;
};

} // namespace latchkey
