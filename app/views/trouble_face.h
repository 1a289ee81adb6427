// The face of a screen that has no settings to go by: what has to be put right.
#pragma once

#include "app/settings_watch.h"
#include "app/views/lobby_face.h"
#include "app/views/message_view.h"

namespace latchkey {

class TroubleFace : public LobbyFace {
    Q_OBJECT

  public:
    // The watch has to outlive this.
    TroubleFace(const FaceSetting& setting, const SettingsWatch& watch);

    void tick() override { m_message->tick(scheduler().now()); }
    QString announcement() const override { return m_message->announcement(); }

  protected:
    void arrangeBody(const QRect& body) override { m_message->setGeometry(body); }

  private:
    void showProblem();

    const SettingsWatch& m_watch;
    MessageView* m_message;
};

} // namespace latchkey
