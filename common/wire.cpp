#include "common/wire.h"

#include "common/time_format.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace latchkey {

namespace {

using nlohmann::json;

// FAST's word for "no session".
constexpr std::string_view kNoSid = "null";

// Reads the members of one JSON object and remembers the first thing that was wrong.
class Reader {
  public:
    explicit Reader(std::string_view text) : Reader(json::parse(text, nullptr, false)) {}
    explicit Reader(json object) : m_object(std::move(object)) {
        if (!m_object.is_object()) m_problem = "the answer is not a JSON object";
    }

    std::string text(const char* name) {
        const json* member = find(name);
        if (member && member->is_string()) return member->get<std::string>();
        return complain<std::string>(name, "a string");
    }
    std::string optionalText(const char* name) {
        const json* member = find(name);
        return member && !member->is_null() ? text(name) : std::string();
    }
    std::chrono::seconds seconds(const char* name) {
        const json* member = find(name);
        if (member && member->is_number_integer()) {
            const auto count = member->get<long long>();
            if (count >= 0 && count <= 1'000'000'000) return std::chrono::seconds(count);
        }
        return complain<std::chrono::seconds>(name, "a whole number of seconds");
    }
    std::chrono::sys_seconds instant(const char* name) {
        if (const auto value = fromRfc3339(text(name))) return *value;
        return complain<std::chrono::sys_seconds>(name, "an RFC 3339 time in UTC");
    }
    SessionState state(const char* name) {
        if (const auto value = sessionStateFrom(text(name))) return *value;
        return complain<SessionState>(name, "a state this program knows");
    }
    int integer(const char* name) {
        const json* member = find(name);
        if (member && member->is_number_integer()) return member->get<int>();
        return complain<int>(name, "a whole number");
    }
    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> values;
        const json* member = find(name);
        if (!member) return values;
        if (!member->is_array()) return complain<std::vector<std::string>>(name, "an array of strings");
        for (const json& item : *member) {
            if (!item.is_string()) return complain<std::vector<std::string>>(name, "an array of strings");
            values.push_back(item.get<std::string>());
        }
        return values;
    }
    std::optional<Reader> object(const char* name) {
        const json* member = find(name);
        if (!member || member->is_null()) return std::nullopt;
        if (!member->is_object()) complain<int>(name, "an object");
        return Reader(*member);
    }
    // An array of objects, each read by `readOne`; none where the member is absent.
    template <class ReadOne>
    auto objects(const char* name, ReadOne readOne) {
        std::vector<decltype(readOne(*this))> values;
        const json* member = find(name);
        if (!member || member->is_null()) return values;
        if (!member->is_array()) return complain<decltype(values)>(name, "an array of objects");
        for (const json& item : *member) {
            Reader reader(item);
            values.push_back(readOne(reader));
            adopt(reader);
        }
        return values;
    }
    void adopt(const Reader& nested) {
        if (m_problem.empty()) m_problem = nested.m_problem;
    }

    template <class T>
    Result<T, std::string> finish(T value) const {
        if (!m_problem.empty()) return Failure{m_problem};
        return value;
    }

  private:
    const json* find(const char* name) const {
        if (!m_object.is_object()) return nullptr;
        const auto member = m_object.find(name);
        return member == m_object.end() ? nullptr : &*member;
    }

    template <class T>
    T complain(const char* name, std::string_view expected) {
        if (m_problem.empty()) {
            m_problem = "\"" + std::string(name) + "\" is not " + std::string(expected);
        }
        return T{};
    }

    json m_object;
    std::string m_problem;
};

json kioskJson(const std::optional<KioskLabel>& kiosk) {
    return kiosk ? json{{"name", kiosk->name}, {"place", kiosk->place}} : json(nullptr);
}

std::optional<KioskLabel> readKiosk(Reader& reader) {
    auto kiosk = reader.object("kiosk");
    if (!kiosk) return std::nullopt;
    KioskLabel label{kiosk->text("name"), kiosk->optionalText("place")};
    reader.adopt(*kiosk);
    return label;
}

std::string readDeviceLabel(Reader& reader) {
    auto device = reader.object("device");
    if (!device) return {};
    std::string label = device->optionalText("label");
    reader.adopt(*device);
    return label;
}

json tilesJson(const std::vector<DashboardTile>& tiles) {
    json list = json::array();
    for (const DashboardTile& tile : tiles) {
        list.push_back(
            {{"title", tile.title}, {"text", tile.text}, {"icon", tile.icon}, {"link", tile.link}});
    }
    return list;
}

DashboardTile readTile(Reader& reader) {
    return {reader.text("title"), reader.optionalText("text"), reader.optionalText("icon"),
            reader.optionalText("link")};
}

json signInJson(const std::optional<SignIn>& signIn) {
    if (!signIn) return nullptr;
    return {{"at", toRfc3339(signIn->at)},
            {"kiosk", kioskJson(signIn->kiosk)},
            {"device", {{"label", signIn->deviceLabel}}}};
}

std::optional<SignIn> readSignIn(Reader& reader, const char* name) {
    auto nested = reader.object(name);
    if (!nested) return std::nullopt;
    SignIn signIn{nested->instant("at"), readKiosk(*nested), readDeviceLabel(*nested)};
    reader.adopt(*nested);
    return signIn;
}

json activityJson(const std::vector<Activity>& activity) {
    json list = json::array();
    for (const Activity& one : activity) {
        list.push_back({{"at", toRfc3339(one.at)},
                        {"event", one.event},
                        {"kiosk", kioskJson(one.kiosk)},
                        {"device", {{"label", one.deviceLabel}}}});
    }
    return list;
}

Activity readActivity(Reader& reader) {
    return {reader.instant("at"), reader.text("event"), readKiosk(reader), readDeviceLabel(reader)};
}

// Text from outside may hold broken UTF-8; on the wire it becomes U+FFFD instead of an exception.
std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

// Writes one JSON object, member by member, for what display clients ask all the time: an object of its
// members would cost most of such an answer. Names are ours, and nothing in them has to be escaped.
class Writer {
  public:
    Writer& text(std::string_view name, std::string_view value) {
        begin(name);
        if (std::ranges::all_of(value, standsForItself)) {
            m_object.append("\"").append(value).append("\"");
        } else {
            m_object += dump(std::string(value));
        }
        return *this;
    }
    Writer& optionalText(std::string_view name, std::string_view value) {
        return value.empty() ? *this : text(name, value);
    }
    Writer& number(std::string_view name, long long value) {
        begin(name);
        m_object += std::to_string(value);
        return *this;
    }

    std::string finish() { return std::move(m_object) + "}"; }

  private:
    static bool standsForItself(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

    void begin(std::string_view name) {
        m_object.append(m_object.size() > 1 ? ",\"" : "\"").append(name).append("\":");
    }

    std::string m_object = "{";
};

} // namespace

std::string QrCodeAnswer::toJson() const {
    Writer writer;
    if (!typedCode.empty()) writer.text("code", typedCode).text("code_at", typedCodeAddress);
    return writer.number("expires_in", expiresIn.count())
        .number("poll_in", pollIn.count())
        .text("qr", qr)
        .number("refresh_in", refreshIn.count())
        .text("sid", sid.reveal())
        .text("state", toText(state))
        .number("status", fastStatus(state))
        .finish();
}

Result<QrCodeAnswer, std::string> QrCodeAnswer::parse(std::string_view json) {
    Reader reader(json);
    QrCodeAnswer answer;
    answer.qr = reader.text("qr");
    answer.sid = Sid(reader.text("sid"));
    answer.state = reader.state("state");
    answer.expiresIn = reader.seconds("expires_in");
    answer.refreshIn = reader.seconds("refresh_in");
    answer.pollIn = reader.seconds("poll_in");
    answer.typedCode = reader.optionalText("code");
    answer.typedCodeAddress = reader.optionalText("code_at");
    return reader.finish(std::move(answer));
}

std::string StatusAnswer::toJson() const {
    Writer writer;
    writer.optionalText("number", number);
    if (state == SessionState::Authenticated) writer.optionalText("revision", revision);
    return writer.text("sid", sid.empty() ? kNoSid : sid.reveal())
        .text("state", toText(state))
        .number("status", fastStatus(state))
        .finish();
}

Result<StatusAnswer, std::string> StatusAnswer::parse(std::string_view json) {
    Reader reader(json);
    StatusAnswer answer;
    const std::string sid = reader.text("sid");
    if (sid != kNoSid) answer.sid = Sid(sid);
    answer.state = reader.state("state");
    answer.number = reader.optionalText("number");
    answer.revision = reader.optionalText("revision");
    return reader.finish(std::move(answer));
}

std::string DashboardAnswer::toJson() const {
    nlohmann::json body{{"status", 1},
                        {"user", {{"id", userId}, {"name", userName}}},
                        {"device", {{"label", deviceLabel}}},
                        {"since", toRfc3339(since)},
                        {"until", toRfc3339(until)},
                        {"expires_in", expiresIn.count()},
                        {"kiosk", kioskJson(kiosk)},
                        {"notices", notices},
                        {"login", loginId},
                        {"tiles", tilesJson(tiles)},
                        {"last_sign_in", signInJson(lastSignIn)},
                        {"activity", activityJson(activity)},
                        {"revision", revision}};
    return dump(body);
}

Result<DashboardAnswer, std::string> DashboardAnswer::parse(std::string_view json) {
    Reader reader(json);
    DashboardAnswer answer;
    Reader user = reader.object("user").value_or(Reader(nlohmann::json::object()));
    answer.userId = user.text("id");
    answer.userName = user.text("name");
    reader.adopt(user);
    answer.deviceLabel = readDeviceLabel(reader);
    answer.since = reader.instant("since");
    answer.until = reader.instant("until");
    answer.expiresIn = reader.seconds("expires_in");
    answer.kiosk = readKiosk(reader);
    answer.notices = reader.texts("notices");
    answer.loginId = reader.optionalText("login");
    answer.tiles = reader.objects("tiles", readTile);
    answer.lastSignIn = readSignIn(reader, "last_sign_in");
    answer.activity = reader.objects("activity", readActivity);
    answer.revision = reader.optionalText("revision");
    return reader.finish(std::move(answer));
}

std::string SignOutRequest::toJson() const {
    return dump({{"sid", sid.reveal()}});
}

Result<SignOutRequest, std::string> SignOutRequest::parse(std::string_view json) {
    Reader reader(json);
    return reader.finish(SignOutRequest{Sid(reader.text("sid"))});
}

std::string KioskEvent::toJson() const {
    nlohmann::json body{{"event", event}};
    if (!detail.empty()) body["detail"] = detail;
    return dump(body);
}

Result<KioskEvent, std::string> KioskEvent::parse(std::string_view json) {
    Reader reader(json);
    KioskEvent report;
    report.event = reader.text("event");
    report.detail = reader.optionalText("detail");
    return reader.finish(std::move(report));
}

std::string Verdict::toJson() const {
    nlohmann::json body{{"status", status}, {"message", message}};
    if (!reason.empty()) body["reason"] = reason;
    if (!user.empty()) body["user"] = user;
    return dump(body);
}

Result<Verdict, std::string> Verdict::parse(std::string_view json) {
    Reader reader(json);
    Verdict verdict;
    verdict.status = reader.integer("status");
    verdict.message = reader.text("message");
    verdict.reason = reader.optionalText("reason");
    verdict.user = reader.optionalText("user");
    return reader.finish(std::move(verdict));
}

} // namespace latchkey
