#include "app/views/login_view.h"

#include "app/widgets/accessible_role.h"
#include "app/widgets/arrangement.h"
#include "common/qr_string.h"
#include "common/web_address.h"

#include <QResizeEvent>

#include <algorithm>

namespace latchkey {

namespace {

// In units.
constexpr double kHeadingGap = 1.2; // between the headline and its explanation
constexpr double kStepsGap = 5;     // between those and the steps, where they stand in a column

constexpr std::array kDrawings{Icon::Camera, Icon::Scan, Icon::Approve};

// Whom the phone is going to talk to, as its browser will show it.
QString hostOf(const std::string& qrString) {
    const auto parsed = QrString::parse(qrString);
    if (!parsed) return {};
    const auto address = WebAddress::parse(parsed->publicUrl);
    return address ? QString::fromStdString(address->host()) : QString();
}

} // namespace

LoginView::LoginView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_shade(new Panel(theme.line, theme.line, this)),
      m_paper(new Panel(theme.paper, theme.paper, this)),
      m_card(new QrCodeView(theme, this)),
      m_typed(new TypedCodeStrip(theme, this)),
      m_countdown(new CountdownLine(theme, this)),
      m_headline(new FittedLabel(this)),
      m_explanation(new FittedLabel(this)),
      m_hostPanel(new Panel(theme.accentSoft, theme.accentSoft, this)),
      m_host(new FittedLabel(m_hostPanel)) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleRole(*m_headline, QAccessible::Heading);
    m_headline->setColour(theme.ink);
    m_explanation->setColour(theme.muted);
    m_countdown->setAccessibleText(tr("A new code comes by itself."));
    m_host->setColour(theme.ink);
    const std::array words{tr("Open the camera on your phone"), tr("Point it at the code"),
                           tr("Approve on your phone")};
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        m_steps[index] = {new Emblem(theme, this), new FittedLabel(this)};
        m_steps[index].text->setText(words[index]);
        m_steps[index].text->setColour(theme.ink);
    }
    showConnecting();
}

void LoginView::showConnecting() {
    setHeading(tr("Scan to sign in"), tr("Your phone is the key."));
    setCurrentStep(0);
    m_code.reset();
    m_card->clear();
    m_typed->keepRoom();
    m_countdown->showSentence(tr("Getting a code…"));
    arrange();
}

void LoginView::showCode(const phase::Code& code, Scheduler::Instant now) {
    setHeading(tr("Scan to sign in"), tr("Your phone is the key."));
    setCurrentStep(0);
    setCode(code, now);
}

void LoginView::showPhoneHere(const phase::Code& code, Scheduler::Instant now) {
    setHeading(tr("Check your phone"), tr("Read what it says, then approve there."));
    setCurrentStep(3);
    setCode(code, now);
}

void LoginView::setHeading(const QString& headline, const QString& explanation) {
    m_headline->setText(headline);
    m_explanation->setText(explanation);
    setAccessibleName(headline);
}

QString LoginView::announcement() const {
    return m_code ? m_headline->text() + ". " + m_explanation->text() : QString();
}

void LoginView::setCurrentStep(int current) {
    for (int index = 0; index < static_cast<int>(m_steps.size()); ++index) {
        const auto at = static_cast<std::size_t>(index);
        const bool done = index + 1 < current;
        const bool now = index + 1 == current;
        m_steps[at].drawing->setSign(done ? Icon::Check : kDrawings.at(at),
                                     now ? Emblem::Tone::Strong : Emblem::Tone::Soft);
    }
}

void LoginView::setCode(const phase::Code& code, Scheduler::Instant now) {
    m_code = code;
    m_card->setCode(code.matrix);
    if (code.typed) {
        m_typed->setCode(QString::fromStdString(code.typed->code),
                         QString::fromStdString(code.typed->address));
    } else {
        m_typed->clear();
    }
    const QString host = hostOf(code.qrString);
    m_host->setText(host.isEmpty() ? QString() : tr("Your phone will show %1").arg(host));
    tick(now);
    arrange();
}

void LoginView::tick(Scheduler::Instant now) {
    if (!m_code) return;
    const auto left = std::max(m_code->nextAt - now, Scheduler::Duration::zero());
    const auto whole = std::max(m_code->nextAt - m_code->since, Scheduler::Duration(1));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    m_countdown->showLeft(static_cast<double>(left.count()) / static_cast<double>(whole.count()),
                          seconds > 0 ? tr("New code in %n s", nullptr, static_cast<int>(seconds))
                                      : tr("Getting a new code…"));
}

void LoginView::resizeEvent(QResizeEvent*) {
    arrange();
}

void LoginView::arrange() {
    const double unit = unitOf(*this);
    m_hostPanel->setVisible(!m_host->text().isEmpty());
    wide(size()) ? arrangeBeside(unit) : arrangeBelow(unit);
    mirrorWhereRightToLeft(*this);
}

// Words on the left, the code on the right, both centred on the same line.
void LoginView::arrangeBeside(double unit) {
    const int margin = static_cast<int>(std::min(10 * unit, width() * 0.06));
    const int room = height() - static_cast<int>(6 * unit);
    const int air = static_cast<int>(0.6 * unit); // for the paper's edge
    const int widest = static_cast<int>(
        std::clamp((width() - 2.0 * margin) / 2, 45 * unit, std::min(70 * unit, room * 1.0)));
    int side = widest;
    int strip = m_typed->arrange(side);
    while (side > room - air - strip) { // again, should the strip be higher for being narrower
        side = room - air - strip;
        strip = m_typed->arrange(side);
    }
    placeCard({width() - margin - side, (room - side - strip) / 2, side, side + strip}, strip, unit);

    const int columnWidth = width() - 2 * margin - side - static_cast<int>(6 * unit);
    // Smaller where the column is so narrow that they would grow too high.
    const auto heightOfWords = [&](double size) {
        styleWords(size);
        return headingHeight(columnWidth, size) + static_cast<int>(kStepsGap * size) +
               stepsHeight(columnWidth, size);
    };
    const double words = shrunkToFit(unit * m_theme.textScale, room, heightOfWords);
    const int top = std::max((room - heightOfWords(words)) / 2, 0);
    const int bottom = placeHeading({margin, top, columnWidth, height()}, Qt::AlignLeft, words);
    placeSteps({margin, bottom + static_cast<int>(kStepsGap * words)}, columnWidth, words);
}

// Words, the code, the steps, one below the other, the air shared out between them.
void LoginView::arrangeBelow(double unit) {
    const int margin = static_cast<int>(8 * unit);
    const int columnWidth = width() - 2 * margin;
    const int stepsWidth = static_cast<int>(74 * unit);
    const int captionHeight = static_cast<int>(6 * unit);
    const auto restBeside = [&](double words) {
        styleWords(words);
        return height() - headingHeight(columnWidth, words) - stepsHeight(stepsWidth, words) - captionHeight;
    };
    // Smaller where the screen is hardly higher than wide.
    const int codes = static_cast<int>(62 * unit);
    const double words = shrunkToFit(unit * m_theme.textScale, height() - codes,
                                     [&](double size) { return height() - restBeside(size); });
    const int rest = restBeside(words);

    const auto sideIn = [unit](double room) {
        return static_cast<int>(std::clamp(room - 9 * unit, 45 * unit, 74 * unit));
    };
    // Where height is short the paper is wider than the code, so that the one to type takes a single line.
    const auto paperOf = [unit](int side) { return std::max(side, static_cast<int>(60 * unit)); };
    const int side = sideIn(rest - m_typed->arrange(paperOf(sideIn(rest))));
    const int strip = m_typed->arrange(paperOf(side));
    const int paper = strip ? paperOf(side) : side;
    const int gap = std::max((rest - side - strip) / 4, 0);

    const int cardTop = placeHeading({margin, gap, columnWidth, height()}, Qt::AlignHCenter, words) + gap;
    placeCard({(width() - paper) / 2, cardTop, paper, side + strip}, strip, unit);
    placeSteps({(width() - stepsWidth) / 2, cardTop + side + strip + captionHeight + gap}, stepsWidth, words);
}

// The code, and at the foot of the same paper a strip this high for the one to type.
void LoginView::placeCard(QRect paper, int strip, double unit) {
    const int side = paper.height() - strip;
    const QRect square(paper.left() + (paper.width() - side) / 2, paper.top(), side, side);
    const int edge = std::max(static_cast<int>(0.15 * unit), 1);
    m_card->setGeometry(square);
    m_paper->setGeometry(paper);
    m_paper->setRadius(m_card->cornerRadius());
    m_shade->setGeometry(paper.adjusted(-edge, -edge, edge, edge));
    m_shade->setRadius(m_card->cornerRadius() + edge);
    m_typed->setVisible(strip > 0 && m_code.has_value());
    m_typed->setGeometry(paper.left(), paper.top() + side, paper.width(), strip);
    m_countdown->place(
        {square.left(), paper.bottom() + static_cast<int>(2 * unit), side, static_cast<int>(3.4 * unit)},
        2.5 * unit, QFont::Medium);
}

void LoginView::styleWords(double unit) {
    m_headline->setStyle(9 * unit, QFont::Bold, 3);
    m_explanation->setStyle(3.8 * unit, QFont::Normal, 2);
    m_host->setStyle(2.7 * unit, QFont::Medium);
    for (const Step& step : m_steps) step.text->setStyle(3.5 * unit, QFont::Medium, 2);
}

int LoginView::headingHeight(int width, double unit) const {
    return m_headline->sizeFor(width).height() + static_cast<int>(kHeadingGap * unit) +
           m_explanation->sizeFor(width).height();
}

// Returns where it ends.
int LoginView::placeHeading(QRect area, Qt::Alignment alignment, double unit) {
    m_headline->setAlignment(alignment | Qt::AlignTop);
    m_explanation->setAlignment(alignment | Qt::AlignTop);
    const int headline = m_headline->sizeFor(area.width()).height();
    const int explanation = m_explanation->sizeFor(area.width()).height();
    const int below = area.top() + headline + static_cast<int>(kHeadingGap * unit);
    m_headline->setGeometry(area.left(), area.top(), area.width(), headline);
    m_explanation->setGeometry(area.left(), below, area.width(), explanation);
    return below + explanation;
}

LoginView::StepSizes LoginView::stepSizes(double unit) {
    const int disc = static_cast<int>(7.6 * unit);
    return {disc, disc + static_cast<int>(2.4 * unit), static_cast<int>(1.8 * unit),
            static_cast<int>(5.6 * unit)};
}

int LoginView::stepHeight(const Step& step, int width, const StepSizes& sizes) const {
    return std::max(sizes.disc, step.text->sizeFor(width - sizes.indent).height());
}

int LoginView::stepsHeight(int width, double unit) const {
    const StepSizes sizes = stepSizes(unit);
    int height = sizes.gap + sizes.host;
    for (const Step& step : m_steps) height += stepHeight(step, width, sizes) + sizes.gap;
    return height;
}

void LoginView::placeSteps(QPoint topLeft, int width, double unit) {
    const StepSizes sizes = stepSizes(unit);
    int y = topLeft.y();
    for (const Step& step : m_steps) {
        const int height = stepHeight(step, width, sizes);
        step.drawing->setGeometry(topLeft.x(), y + (height - sizes.disc) / 2, sizes.disc, sizes.disc);
        step.text->setGeometry(topLeft.x() + sizes.indent, y, width - sizes.indent, height);
        y += height + sizes.gap;
    }
    const int padding = static_cast<int>(2 * unit);
    const int textWidth = m_host->sizeFor(width - 2 * padding).width();
    m_hostPanel->setGeometry(topLeft.x(), y + sizes.gap, textWidth + 2 * padding, sizes.host);
    m_hostPanel->setRadius(sizes.host / 2.0);
    m_host->setGeometry(padding, 0, textWidth, sizes.host);
}

} // namespace latchkey
