// What was measured, beside its goal.
#pragma once

#include <string>
#include <vector>

namespace latchkey::bench {

class Table {
  public:
    // met: none where there is no goal.
    enum class Verdict { Met, Missed, NoGoal };
    // Shown at once, too: a bench takes minutes.
    void add(const std::string& measure, const std::string& goal, const std::string& measured,
             Verdict verdict);
    // At least, at most so much; the unit goes behind both numbers.
    void atLeast(const std::string& measure, double goal, double measured, const std::string& unit);
    void atMost(const std::string& measure, double goal, double measured, const std::string& unit);
    void print() const;

  private:
    struct Row {
        std::string measure, goal, measured, verdict;
    };
    std::vector<Row> m_rows;
};

// "12.3", with as many digits as are worth reading.
std::string shown(double number);

// The value that this part of them is below; 0 of none.
double quantile(std::vector<double> values, double part);

} // namespace latchkey::bench
