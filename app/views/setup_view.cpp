#include "app/views/setup_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"

#include <QApplication>

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr std::size_t kOnAPage = 3;

} // namespace

SetupView::SetupView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_emblem(new Emblem(theme, this)),
      m_headline(new FittedLabel(this)),
      m_name(new FittedLabel(this)),
      m_address(new FittedLabel(this)),
      m_text(new FittedLabel(this)),
      m_fingerprint(new FittedLabel(this)),
      m_detail(new FittedLabel(this)),
      m_back(new BigButton(theme, tr("Back"), this, BigButton::Tone::Quiet)),
      m_more(new BigButton(theme, tr("More servers"), this, BigButton::Tone::Quiet)),
      m_trust(new BigButton(theme, tr("Trust"), this)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_headline, QAccessible::Heading);
    for (FittedLabel* label : {m_headline, m_name, m_text, m_fingerprint}) label->setColour(theme.ink);
    for (FittedLabel* label : {m_address, m_detail}) label->setColour(theme.muted);
    for (FittedLabel* label : {m_headline, m_name, m_address, m_text, m_fingerprint, m_detail})
        label->setAlignment(Qt::AlignCenter);
    m_fingerprint->setFace(Face::Code);
    m_fingerprint->setLayoutDirection(Qt::LeftToRight);
    m_address->setLayoutDirection(Qt::LeftToRight);
    connect(m_trust, &QPushButton::clicked, this, &SetupView::trustRequested);
    connect(m_back, &QPushButton::clicked, this, &SetupView::backRequested);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_first += kOnAPage;
        showPage();
        setFocus();
    });
    show(choice::Offering{});
}

void SetupView::show(const ChoicePhase& phase) {
    const bool focused = isAncestorOf(QApplication::focusWidget());
    const std::size_t page = m_first;
    clear();
    m_first = page;
    std::visit([this](const auto& kind) { present(kind); }, phase);
    setAccessibleName(announcement() + ' ' + m_detail->text());
    arrange();
    if (focused) setFocus();
}

QString SetupView::announcement() const {
    const QString headline = m_headline->text();
    if (m_text->text().isEmpty()) return headline;
    return headline + (headline.back().isPunct() ? " " : ". ") + m_text->text();
}

void SetupView::clear() {
    m_servers.clear();
    showPage();
    for (FittedLabel* label : {m_headline, m_name, m_address, m_text, m_fingerprint, m_detail})
        label->clear();
    for (BigButton* button : {m_trust, m_back}) button->hide();
    setFocusProxy(nullptr);
    m_emblem->show();
}

void SetupView::say(const QString& headline, const QString& text, const QString& detail) {
    m_headline->setText(headline);
    m_text->setText(text);
    m_detail->setText(detail);
}

void SetupView::nameServer(const AnnouncedServer& server) {
    m_name->setText(server.name);
    m_address->setText(QString::fromStdString(server.says.url.text()));
    m_back->show();
    setFocusProxy(m_back);
}

void SetupView::present(const choice::Deaf&) {
    m_emblem->setSign(Icon::Exclamation, Emblem::Tone::Alarm);
    say(tr("Servers cannot be looked for"),
        tr("This screen has no server yet, and the service that would find one does not run."),
        tr("Install and start avahi-daemon, or set “server” in kiosk.toml."));
}

void SetupView::present(const choice::Offering& phase) {
    if (phase.servers.empty()) {
        m_emblem->setSign(Icon::Dots, Emblem::Tone::Soft);
        return say(tr("Looking for a sign-in server…"),
                   tr("This screen has no server yet. It lists those that announce themselves on this "
                      "network."),
                   tr("Is yours not here? Set “server” in kiosk.toml."));
    }
    say(tr("Choose this screen’s server"), {}, tr("Is yours not here? Set “server” in kiosk.toml."));
    m_emblem->hide();
    m_servers = phase.servers;
    showPage();
}

void SetupView::present(const choice::Checking& phase) {
    m_emblem->setSign(Icon::Dots, Emblem::Tone::Soft);
    say(tr("Checking the server…"), {});
    nameServer(phase.server);
}

void SetupView::present(const choice::Asking& phase) {
    const bool secure = phase.seen.address.secure();
    m_emblem->setSign(secure ? Icon::Lock : Icon::Warning,
                      secure ? Emblem::Tone::Strong : Emblem::Tone::Alarm);
    say(tr("Trust this server?"),
        secure
            ? tr("The connection is encrypted. Compare this fingerprint with the one in the server’s log.")
            : tr("The connection is not encrypted. Trust it only where you trust everybody on the network."));
    if (phase.seen.key) m_fingerprint->setText(QString::fromStdString(phase.seen.key->groups()));
    m_trust->show();
    nameServer(phase.server);
}

void SetupView::present(const choice::Refused& phase) {
    using Cause = choice::Refused::Cause;
    m_emblem->setSign(Icon::Cross, Emblem::Tone::Alarm);
    const auto because = [](Cause cause) {
        switch (cause) {
        case Cause::NoConnection:
            return tr("No secure connection to it can be made.");
        case Cause::AnotherKey:
            return tr("Its key is not the one that it announces. Somebody may be standing in its place.");
        case Cause::NotKept:
            break;
        }
        return tr("This machine cannot remember it.");
    };
    say(tr("This server cannot be trusted"), because(phase.cause), QString::fromStdString(phase.detail));
    nameServer(phase.server);
}

// The cards of what is on it. Past the end it begins anew.
void SetupView::showPage() {
    for (ServerCard* card : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater(); // its click may be on its way
    }
    if (m_first >= m_servers.size()) m_first = 0;
    const std::size_t end = std::min(m_first + kOnAPage, m_servers.size());
    for (std::size_t index = m_first; index < end; ++index) {
        auto* card = new ServerCard(m_theme, m_servers[index], this);
        connect(card, &QPushButton::clicked, this,
                [this, server = m_servers[index]] { emit chosen(server); });
        card->show();
        m_cards.push_back(card);
    }
    m_more->setVisible(m_servers.size() > kOnAPage);
    if (!m_cards.empty()) setFocusProxy(m_cards.front());
    arrange();
}

void SetupView::resizeEvent(QResizeEvent*) {
    arrange();
}

void SetupView::arrange() {
    const double unit = unitOf(*this);
    const double size =
        shrunkToFit(unit * m_theme.textScale, height(), [this](double wanted) { return place(wanted, 0); });
    const int total = place(size, 0);
    place(size, std::max((height() - total) / 2, 0));
    mirrorWhereRightToLeft(*this);
}

void SetupView::styleWords(double unit) {
    m_headline->setStyle(7 * unit, QFont::Bold, 2);
    m_name->setStyle(4.2 * unit, QFont::DemiBold);
    m_address->setStyle(3 * unit, QFont::Normal);
    m_text->setStyle(3.2 * unit, QFont::Normal, 4);
    m_fingerprint->setStyle(2.9 * unit, QFont::Medium, 4);
    m_detail->setStyle(2.4 * unit, QFont::Normal, 4);
}

// From top to bottom, centred; what says nothing takes no room. Returns how much height it takes.
int SetupView::place(double unit, int top) {
    styleWords(unit);
    const int column = static_cast<int>(std::min(width() * 0.88, 116 * unit));
    const int gap = static_cast<int>(2.4 * unit);
    int y = top;
    const auto placeLine = [&](QWidget* widget, int width, int height, int after) {
        widget->setGeometry((this->width() - width) / 2, y, width, height);
        if (height > 0) y += height + after;
    };
    const auto placeWords = [&](FittedLabel* label, int after) {
        placeLine(label, column, label->sizeFor(column).height(), after);
    };
    const int disc = static_cast<int>(12 * unit);
    if (!m_emblem->isHidden()) placeLine(m_emblem, disc, disc, gap);
    placeWords(m_headline, gap);
    placeWords(m_name, 0);
    placeWords(m_address, gap);
    for (ServerCard* card : m_cards) placeLine(card, column, static_cast<int>(14 * unit), gap / 2);
    if (!m_cards.empty()) y += gap / 2;
    placeWords(m_text, gap);
    placeWords(m_fingerprint, gap);
    y += placeButtons(unit, y);
    placeWords(m_detail, 0);
    return y - top;
}

// Beside one another, in the middle. Returns how much height they take.
int SetupView::placeButtons(double unit, int top) {
    const QSize size(static_cast<int>(38 * unit), static_cast<int>(11.5 * unit));
    const int gap = static_cast<int>(2.4 * unit);
    std::vector<BigButton*> row;
    for (BigButton* button : {m_back, m_more, m_trust}) {
        if (!button->isHidden()) row.push_back(button);
        button->setGeometry({{0, top}, size});
    }
    if (row.empty()) return 0;
    const int count = static_cast<int>(row.size());
    int x = (width() - count * size.width() - (count - 1) * gap) / 2;
    for (BigButton* button : row) {
        button->move(x, top);
        x += size.width() + gap;
    }
    return size.height() + gap;
}

} // namespace latchkey
