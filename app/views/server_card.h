// A server to choose, as a button: what it calls itself, where it is, and whether what is said to it is
// encrypted.
#pragma once

#include "app/discovery/service_browser.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QPushButton>

namespace latchkey {

class ServerCard : public QPushButton {
    Q_OBJECT

  public:
    ServerCard(const Theme& theme, const AnnouncedServer& server, QWidget* parent);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    Theme m_theme;
    bool m_secure;
    FittedLabel* m_name;
    FittedLabel* m_address;
    FittedLabel* m_security;
};

} // namespace latchkey
