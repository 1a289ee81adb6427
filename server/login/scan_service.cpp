#include "server/login/scan_service.h"

#include "server/store/audit_log.h"
#include "server/store/database.h"
#include "server/store/devices.h"
#include "server/store/logins.h"
#include "server/store/scans.h"
#include "server/store/typed_codes.h"

#include <algorithm>

namespace latchkey {

namespace {

using Reason = Refusal::Reason;

// That a phone may still do something for the session.
Result<std::optional<KioskLabel>, Refusal> checkSession(Transaction& transaction, const QrString& qr) {
    if (logins::find(transaction, qr.sessionId)) return refuseUsedCode();
    return LoginCore::kioskOf(transaction, qr.kioskId);
}

// Less than the bound, each as likely as the others.
unsigned randomBelow(unsigned bound, const RandomFill& random) {
    std::array<std::uint8_t, 4> bytes{};
    const std::uint64_t range = std::uint64_t(1) << 32;
    for (;;) {
        random(bytes);
        const std::uint32_t number = std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 |
                                     std::uint32_t(bytes[2]) << 8 | std::uint32_t(bytes[3]);
        if (number < range - range % bound) return number % bound;
    }
}

// Different numbers of two digits, without a leading zero.
std::array<std::string, 3> drawNumbers(const RandomFill& random) {
    std::array<std::string, 3> numbers;
    for (std::size_t drawn = 0; drawn < numbers.size();) {
        std::string number = std::to_string(10 + randomBelow(90, random));
        if (std::ranges::find(numbers, number) == numbers.end()) numbers[drawn++] = std::move(number);
    }
    return numbers;
}

} // namespace

ScanService::ScanService(LoginCore& core) : m_core(core), m_opens(core.now) {}

Refusal ScanService::record(const Refusal& refusal, const std::optional<Scan>& scan,
                            const std::string& clientAddress) {
    LoginCore::Occasion occasion{.event = "scan.refused"};
    if (scan) {
        occasion.audited = true;
        occasion.session = scan->sessionId;
        occasion.kiosk = scan->kioskId;
    }
    return m_core.record(refusal, occasion, clientAddress);
}

Result<std::optional<KioskLabel>, Refusal> ScanService::describe(std::string_view qrString) {
    const auto qr = m_core.checkChallenge(qrString);
    if (!qr) return Failure{qr.error()};
    return m_core.database.read([&](Transaction& transaction) { return checkSession(transaction, *qr); });
}

Result<ScanService::Opened, Refusal> ScanService::open(std::string_view qrString,
                                                       const std::string& clientAddress) {
    const auto qr = m_core.checkChallenge(qrString);
    if (!qr) return Failure{record(qr.error(), std::nullopt, clientAddress)};
    if (const auto retryAfter = m_opens.record(clientAddress, kOpensPerMinute)) {
        m_core.tally.count(Reason::TooMany);
        return Failure{Refusal{
            Reason::TooMany, "too many codes were opened from this address; try again shortly", *retryAfter}};
    }
    Opened opened{makeToken(m_core.random), drawNumbers(m_core.random), {}};
    const Instant now = m_core.now();
    const Scan scan{.sessionId = qr->sessionId,
                    .tokenHash = sha256Hex(opened.token),
                    .kioskId = qr->kioskId,
                    .qr = std::string(qrString),
                    .number = opened.numbers[randomBelow(opened.numbers.size(), m_core.random)],
                    .openedAt = now,
                    .expiresAt = qr->mintedAt + m_core.policy()->challengeWindow};
    opened.expiresIn = scan.expiresAt - now;
    const auto stored = m_core.database.write([&](Transaction& transaction) -> Outcome<Refusal> {
        const auto checked = checkSession(transaction, *qr);
        if (!checked) return Failure{checked.error()};
        scans::put(transaction, scan);
        return {};
    });
    if (!stored) return Failure{record(stored.error(), scan, clientAddress)};
    m_core.changed(scan.sessionId);
    m_core.tally.count(LoginTally::Event::ScanOpened);
    m_core.log.info(
        "scan.opened",
        {{"session", scan.sessionId.text()}, {"kiosk", scan.kioskId.text()}, {"address", clientAddress}});
    return opened;
}

Outcome<Refusal> ScanService::pick(const std::string& token, std::string_view number,
                                   const std::string& clientAddress) {
    std::optional<Scan> scan;
    const auto picked = m_core.database.write([&](Transaction& transaction) -> Outcome<Refusal> {
        scan = scans::withToken(transaction, sha256Hex(token));
        if (!scan || !scan->activeAt(m_core.now())) return refuseEndedScan();
        if (logins::find(transaction, scan->sessionId)) return refuseUsedCode();
        if (number != scan->number) {
            m_core.burn(transaction, scan->sessionId, scan->kioskId, "wrong_number", clientAddress);
            return refuse(Reason::WrongNumber, "that is not the number on the screen; the code is void now");
        }
        scans::markPicked(transaction, scan->sessionId, m_core.now());
        return {};
    });
    if (picked) return {};
    if (picked.error().reason == Reason::WrongNumber) {
        m_core.changed(scan->sessionId);
        m_core.tally.count(LoginTally::Event::WrongNumber);
        scan.reset(); // the burning is in the audit trail
    }
    return Failure{record(picked.error(), scan, clientAddress)};
}

Outcome<Refusal> ScanService::decline(const std::string& token, const std::string& clientAddress) {
    const auto scan = m_core.database.write([&](Transaction& transaction) -> Result<Scan, Refusal> {
        const auto found = scans::withToken(transaction, sha256Hex(token));
        if (!found) return refuse(Reason::ScanEnded, "this code is void already");
        if (!m_core.burn(transaction, found->sessionId, found->kioskId, "declined", clientAddress))
            return refuseUsedCode();
        return *found;
    });
    if (!scan) return Failure{record(scan.error(), std::nullopt, clientAddress)};
    m_core.changed(scan->sessionId);
    m_core.tally.count(LoginTally::Event::Declined);
    m_core.log.info(
        "login.declined",
        {{"session", scan->sessionId.text()}, {"kiosk", scan->kioskId.text()}, {"address", clientAddress}});
    return {};
}

Outcome<Refusal> ScanService::lock(const std::string& token, const std::string& clientAddress) {
    const auto login = m_core.database.write([&](Transaction& transaction) -> Result<Login, Refusal> {
        const auto scan = scans::withToken(transaction, sha256Hex(token));
        if (!scan || !scan->approvedAt)
            return refuse(Reason::ScanEnded,
                          "this phone has unlocked no screen; scan the code on the screen");
        const Instant now = m_core.now();
        const auto login = logins::find(transaction, scan->sessionId);
        if (!login || logins::end(transaction, scan->sessionId, now) == 0)
            return refuse(Reason::ScanEnded, "that screen is locked already");
        audit_log::append(transaction, {.at = now,
                                        .event = "login.locked_by_phone",
                                        .userId = login->userId,
                                        .deviceId = login->deviceId,
                                        .kioskId = login->kioskId,
                                        .sessionId = login->sessionId,
                                        .address = clientAddress});
        return *login;
    });
    if (!login) return Failure{record(login.error(), std::nullopt, clientAddress)};
    m_core.changed(login->sessionId);
    m_core.tally.count(LoginTally::Event::LockedByPhone);
    m_core.log.info(
        "login.locked_by_phone",
        {{"session", login->sessionId.text()}, {"kiosk", login->kioskId.text()}, {"address", clientAddress}});
    return {};
}

PhoneStanding ScanService::standing(Credential::Kind kind, const std::string& credential) {
    return m_core.database.read([&](Transaction& transaction) -> PhoneStanding {
        const auto found = devices::ownedWithCredential(transaction, toText(kind), credential);
        if (!found) return {};
        const auto& [device, user] = *found;
        if (!user.enabled) return {PhoneStanding::State::Disabled};
        return {device.pending ? PhoneStanding::State::Pending : PhoneStanding::State::Enrolled, user.name};
    });
}

Result<std::string, Refusal> ScanService::resolveTypedCode(std::string_view typed,
                                                           const std::string& clientAddress,
                                                           std::chrono::seconds patience) {
    const auto code = TypedCodeCodec::canonical(typed);
    if (!code) {
        return Failure{
            m_core.record({Reason::Malformed,
                           "a code has eight letters, such as BCDF-GHJK; type the one on the screen",
                           {}},
                          {.event = "typed_code.refused"}, clientAddress)};
    }
    const std::string network = clientNetwork(clientAddress);
    const TypedCode question{*code, network, m_core.now(), 1, {}};
    const auto asked = m_core.database.write([&](Transaction& transaction) -> Outcome<Refusal> {
        const auto misses =
            typed_codes::missesSince(transaction, network, question.askedAt - kMissesCountFor);
        if (misses.fromAddress >= kMissesFromAddress || misses.fromAll >= kMissesFromAll) {
            return Failure{Refusal{Reason::TooMany,
                                   "too many wrong codes were typed today; scan the QR code instead",
                                   kMissesCountFor}};
        }
        if (!typed_codes::ask(transaction, question))
            return refuse(Reason::UnknownCode, "this code was used already; type the one on the screen now");
        return {};
    });
    if (!asked && asked.error().reason == Reason::TooMany) {
        m_core.tally.count(Reason::TooMany);
        return Failure{asked.error()};
    }
    if (asked) m_core.changed(question);
    const auto qr = asked ? awaitTypedCode(*code, patience) : Failure{asked.error()};
    if (qr) return *qr;
    return Failure{
        m_core.record(qr.error(), {.event = "typed_code.refused", .audited = true}, clientAddress)};
}

Result<std::string, Refusal> ScanService::awaitTypedCode(const std::string& code,
                                                         std::chrono::seconds patience) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        ChangeSignal::Watch answered(m_core.changes, code);
        const auto found = m_core.database.read(
            [&](Transaction& transaction) { return typed_codes::find(transaction, code); });
        if (found && !found->qr.empty()) return found->qr;
        if (m_core.changes.closed() || std::chrono::steady_clock::now() >= deadline) {
            return refuse(Reason::UnknownCode, "no screen shows this code; type the one on the screen now");
        }
        answered.wait(deadline);
    }
}

} // namespace latchkey
