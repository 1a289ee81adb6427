#include "app/views/setup_face.h"

#include "app/widgets/arrangement.h"

#include <utility>

namespace latchkey {

SetupFace::SetupFace(const FaceSetting& setting, ServerChoice& choice)
    : LobbyFace(setting), m_choice(choice), m_view(new SetupView(theme(), this)), m_shown(std::variant_npos) {
    connect(m_view, &SetupView::chosen, &choice, &ServerChoice::choose);
    connect(m_view, &SetupView::backRequested, &choice, &ServerChoice::back);
    connect(m_view, &SetupView::trustRequested, this, &SetupFace::trustRequested);
    connect(&choice, &ServerChoice::changed, this, &SetupFace::showChoice);
    showChoice();
}

void SetupFace::showChoice() {
    const std::size_t kind = m_choice.phase().index();
    m_view->show(m_choice.phase());
    focusOn(*m_view, std::exchange(m_shown, kind) != kind);
    emit shownAnew();
}

void SetupFace::arrangeBody(const QRect& body) {
    m_view->setGeometry(body.adjusted(0, 0, 0, -static_cast<int>(4 * unitOf(*this))));
}

} // namespace latchkey
