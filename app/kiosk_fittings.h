// What turns the window into a lobby's screen: each part of app/kiosk, told what to watch and what to do.
#pragma once

#include "app/client/login_session.h"
#include "app/fitting_settings.h"
#include "app/kiosk/inactivity_timer.h"
#include "app/views/idle_warning.h"
#include "app/widgets/theme.h"

#include <QObject>
#include <QWidget>

namespace latchkey {

class KioskFittings : public QObject {
    Q_OBJECT

  public:
    // All of them have to outlive this.
    KioskFittings(const FittingSettings& settings, LoginSession& session, Scheduler& scheduler,
                  const Theme& theme, QWidget& window);

  private:
    void lockWhenIdle();

    LoginSession& m_session;
    InactivityTimer m_inactivity;
    IdleWarning* m_idleWarning; // the window's
};

} // namespace latchkey
