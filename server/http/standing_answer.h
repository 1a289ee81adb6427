// An answer that is given once more to the same request on the same connection, as long as it stands: a
// screen asks the same all the time, and nearly always hears the same, or the same with a fresh code in it.
//
// It was parsed, routed and written by the library the first time. A request with the same text means the
// same, so that only what its answer depends on has to be looked at anew.
#pragma once

#include "common/result.h"
#include "server/http/held_request.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

class StandingAnswer {
  public:
    // Longer requests are not kept, in bytes: each connection may keep two.
    static constexpr std::size_t kLongestRequest = 2048;

    // What an answer depends on: made by whoever answers such requests.
    class Terms {
      public:
        virtual ~Terms() = default;
        // Whether it is an answer that these terms are for. A whole one, as it is sent.
        virtual bool cover(std::string_view answer) const = 0;
        // Whether it still stands. Then what is of the moment in it is brought up to date, and it is counted
        // as given. A change: no answer before it, see NotYet. Whatever it throws, the handler is asked.
        virtual Result<bool, PendingChange> renew(std::string& answer, const RequestTimes& times) = 0;
    };

    StandingAnswer(std::string request, std::string answer, std::unique_ptr<Terms> terms);
    // Wipes both texts: they may name a session.
    ~StandingAnswer();
    StandingAnswer(const StandingAnswer&) = delete;
    StandingAnswer& operator=(const StandingAnswer&) = delete;

    // To a request with that text? Takes the same time wherever two of the same length differ: behind a
    // proxy, several clients may share a connection.
    bool isTo(std::string_view request) const;
    // Nothing: it stands no more. A change: no answer before it.
    Result<std::optional<std::string>, PendingChange> again(const RequestTimes& times);

  private:
    std::string m_request;
    std::string m_answer;
    std::unique_ptr<Terms> m_terms;
};

// Those of one connection, which has them to itself: a screen asks for its state, and now and then for a
// code.
class StandingAnswers {
  public:
    // The one to a request with that text. Nothing: none stands, the request is to be asked as if for the
    // first time. A change: no answer before it.
    Result<std::optional<std::string>, PendingChange> again(std::string_view request,
                                                            const RequestTimes& times);
    // Where there is no place, it takes that of the one that was not given for the longest time.
    void keep(std::unique_ptr<StandingAnswer> answer);

  private:
    // The one that was given last first; may be null.
    std::array<std::unique_ptr<StandingAnswer>, 2> m_answers;
};

} // namespace latchkey
