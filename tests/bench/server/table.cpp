#include "tests/bench/server/table.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace latchkey::bench {

std::string shown(double number) {
    const double size = std::abs(number);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    std::string text(32, '\0');
    text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.*f", decimals, number)));
    return text;
}

void Table::add(const std::string& measure, const std::string& goal, const std::string& measured,
                Verdict verdict) {
    const std::string word = verdict == Verdict::Met ? "met" : verdict == Verdict::Missed ? "MISSED" : "";
    m_rows.push_back({measure, goal, measured, word});
    std::fprintf(stderr, "%s: %s %s\n", measure.c_str(), measured.c_str(), word.c_str());
}

void Table::atLeast(const std::string& measure, double goal, double measured, const std::string& unit) {
    add(measure, "at least " + shown(goal) + unit, shown(measured) + unit,
        measured >= goal ? Verdict::Met : Verdict::Missed);
}

void Table::atMost(const std::string& measure, double goal, double measured, const std::string& unit) {
    add(measure, "at most " + shown(goal) + unit, shown(measured) + unit,
        measured <= goal ? Verdict::Met : Verdict::Missed);
}

void Table::print() const {
    std::printf("\n| measure | goal | measured | |\n|---|---|---|---|\n");
    for (const Row& row : m_rows)
        std::printf("| %s | %s | %s | %s |\n", row.measure.c_str(), row.goal.c_str(), row.measured.c_str(),
                    row.verdict.c_str());
}

double quantile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

} // namespace latchkey::bench
