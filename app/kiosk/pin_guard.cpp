#include "app/kiosk/pin_guard.h"

#include "app/private_file.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace latchkey {

namespace {

constexpr std::size_t kLongestState = 32; // bytes
constexpr int kMostDoublings = 5;         // 30 s × 32 is past the longest lock

int wrongAttemptsIn(const std::filesystem::path& file) {
    std::error_code error;
    if (file.empty() || (!std::filesystem::exists(file, error) && !error)) return 0;
    const auto content = readPrivateFile(file, kLongestState);
    if (!content) return PinGuard::kFreeAttempts;
    const std::string& text = content->reveal();
    int wrong = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), wrong);
    return problem == std::errc() && wrong >= 0 ? wrong : PinGuard::kFreeAttempts;
}

} // namespace

PinGuard::PinGuard(PinHash hash, std::filesystem::path stateFile, Scheduler& scheduler)
    : m_hash(std::move(hash)), m_stateFile(std::move(stateFile)), m_scheduler(scheduler) {
    m_wrong = wrongAttemptsIn(m_stateFile);
    if (m_wrong >= kFreeAttempts) lock();
}

PinGuard::Answer PinGuard::attempt(const PinDigits& pin) {
    if (lockedFor() > Scheduler::Duration::zero()) return Answer::Locked;
    ++m_wrong; // until it has turned out right
    remember();
    if (matches(m_hash, pin)) {
        m_wrong = 0;
        remember();
        return Answer::Right;
    }
    emit happened("pin_refused", QString("%1 wrong").arg(m_wrong));
    if (m_wrong < kFreeAttempts) return Answer::Wrong;
    lock();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(lockedFor());
    emit happened("pin_locked", QString("%1 s").arg(seconds.count()));
    return Answer::Locked;
}

Scheduler::Duration PinGuard::lockedFor() const {
    return std::max(m_lockedUntil - m_scheduler.now(), Scheduler::Duration::zero());
}

void PinGuard::lock() {
    const int doublings = std::min(m_wrong - kFreeAttempts, kMostDoublings);
    const auto length = std::min<std::chrono::seconds>(kFirstLock * (1 << doublings), kLongestLock);
    m_lockedUntil = m_scheduler.now() + length;
}

void PinGuard::remember() {
    if (m_stateFile.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(m_stateFile.parent_path(), error); // else the next line says why
    const auto written = writePrivateFile(m_stateFile, std::to_string(m_wrong) + '\n');
    if (!written) {
        emit failed(QString::fromStdString(m_stateFile.string() + ": " + written.error() +
                                           "; wrong PINs are forgotten when the program ends"));
    }
}

} // namespace latchkey
