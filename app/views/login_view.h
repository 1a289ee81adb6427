// The locked terminal: a code to scan or to type, and how. Also the moments around it: before there is a
// code, and while a phone is busy with it.
#pragma once

#include "app/client/login_phase.h"
#include "app/widgets/countdown_line.h"
#include "app/widgets/emblem.h"
#include "app/widgets/fitted_label.h"
#include "app/widgets/panel.h"
#include "app/widgets/qr_code_view.h"
#include "app/widgets/theme.h"
#include "app/widgets/typed_code_strip.h"

#include <QWidget>

#include <array>
#include <optional>

namespace latchkey {

class LoginView : public QWidget {
    Q_OBJECT

  public:
    LoginView(const Theme& theme, QWidget* parent = nullptr);

    void showConnecting();
    void showCode(const phase::Code& code, Scheduler::Instant now);
    void showPhoneHere(const phase::Code& code, Scheduler::Instant now);

    // What to say unasked of what is shown now; nothing where there is nothing to do yet.
    QString announcement() const;

    // Time has passed: the countdown runs down.
    void tick(Scheduler::Instant now);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Step {
        Emblem* drawing;
        FittedLabel* text;
    };

    // In pixels.
    struct StepSizes {
        int disc;   // around a drawing
        int indent; // of the text beside it
        int gap;    // below a step
        int host;   // the line that names the server, below them all
    };

    void setHeading(const QString& headline, const QString& explanation);
    // The steps before this one are done, this one is to be done now; 0: all alike.
    void setCurrentStep(int current);
    void setCode(const phase::Code& code, Scheduler::Instant now);

    void arrange();
    void arrangeBeside(double unit);
    void arrangeBelow(double unit);
    void placeCard(QRect paper, int strip, double unit);
    void styleWords(double unit);
    // Measured before they are placed: what is moved is painted anew.
    int headingHeight(int width, double unit) const;
    int placeHeading(QRect area, Qt::Alignment alignment, double unit);
    static StepSizes stepSizes(double unit);
    int stepHeight(const Step& step, int width, const StepSizes& sizes) const;
    int stepsHeight(int width, double unit) const;
    void placeSteps(QPoint topLeft, int width, double unit);

    Theme m_theme;
    Panel* m_shade;
    Panel* m_paper; // on it stand the code, and below it the one to type
    QrCodeView* m_card;
    TypedCodeStrip* m_typed;
    CountdownLine* m_countdown;
    FittedLabel* m_headline;
    FittedLabel* m_explanation;
    std::array<Step, 3> m_steps;
    Panel* m_hostPanel;
    FittedLabel* m_host;
    std::optional<phase::Code> m_code;
};

} // namespace latchkey
