// What a screen without a server shows: that it looks for one, those that there are, and whether to trust the
// one that somebody chose (ServerChoice). It is told what to show, and says what was touched.
#pragma once

#include "app/discovery/server_choice.h"
#include "app/views/server_card.h"
#include "app/widgets/big_button.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/theme.h"

#include <QWidget>

#include <vector>

namespace latchkey {

class SetupView : public QWidget {
    Q_OBJECT

  public:
    explicit SetupView(const Theme& theme, QWidget* parent = nullptr);

    void show(const ChoicePhase& phase);
    using QWidget::show;

    // What to say unasked of what is shown now.
    QString announcement() const;

  signals:
    void chosen(const AnnouncedServer& server);
    void trustRequested();
    void backRequested();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void present(const choice::Deaf& phase);
    void present(const choice::Offering& phase);
    void present(const choice::Checking& phase);
    void present(const choice::Asking& phase);
    void present(const choice::Refused& phase);
    void clear();
    void say(const QString& headline, const QString& text, const QString& detail = {});
    void nameServer(const AnnouncedServer& server);
    void showPage();
    void arrange();
    void styleWords(double unit);
    int place(double unit, int top);
    int placeButtons(double unit, int top);

    Theme m_theme;
    Emblem* m_emblem;
    FittedLabel* m_headline;
    FittedLabel* m_name;
    FittedLabel* m_address;
    FittedLabel* m_text;
    FittedLabel* m_fingerprint;
    FittedLabel* m_detail; // for whoever looks after the screen
    BigButton* m_back;     // in the order that Tab goes
    BigButton* m_more;
    BigButton* m_trust;
    std::vector<AnnouncedServer> m_servers; // that there are to choose from
    std::size_t m_first = 0;                // of those that are on this page
    std::vector<ServerCard*> m_cards;       // this page
};

} // namespace latchkey
