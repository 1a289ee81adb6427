// The face of a screen that has no server yet: where the choice of one stands.
#pragma once

#include "app/discovery/server_choice.h"
#include "app/views/lobby_face.h"
#include "app/views/setup_view.h"

namespace latchkey {

class SetupFace : public LobbyFace {
    Q_OBJECT

  public:
    // The choice has to outlive this.
    SetupFace(const FaceSetting& setting, ServerChoice& choice);

    QString announcement() const override { return m_view->announcement(); }

  signals:
    // Somebody says yes to the server that is asked about.
    void trustRequested();

  protected:
    void arrangeBody(const QRect& body) override;

  private:
    void showChoice();

    ServerChoice& m_choice;
    SetupView* m_view;
    std::size_t m_shown; // which kind of ChoicePhase
};

} // namespace latchkey
