// All languages, each by its own name, over whatever there is: one touch chooses, a touch beside them or
// Escape goes back without.
#pragma once

#include "app/widgets/big_button.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace latchkey {

class LanguageSheet : public QWidget {
    Q_OBJECT

  public:
    // tags: which of languages() to offer, in that order.
    LanguageSheet(const Theme& theme, const QStringList& tags, const QString& current, QWidget* parent);

    void open();

  signals:
    void chosen(const QString& tag);
    // Gone back without a choice.
    void left();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    void leave();
    void arrange();

    Theme m_theme;
    Panel* m_card;
    std::vector<BigButton*> m_buttons;
    BigButton* m_current = nullptr;
};

} // namespace latchkey
