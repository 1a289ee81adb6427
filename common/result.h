// Result<T, E>: a value, or the reason why there is none.
//
// Errors are values here: a function that can be refused returns one of these and the caller has to look
// before it can use the value. E is an enum where the caller decides by it, a std::string where a person
// reads it.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace latchkey {

// Wraps the reason, so that T and E may be the same type.
template <class E>
struct Failure {
    E reason;
};
template <class E>
Failure(E) -> Failure<E>;

template <class T, class E>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_outcome(std::in_place_index<0>, std::move(value)) {}

    template <class R>
    Result(Failure<R> failure) : m_outcome(std::in_place_index<1>, std::move(failure.reason)) {}

    explicit operator bool() const { return m_outcome.index() == 0; }

    // The value. Only after a look at operator bool.
    const T& operator*() const& { return *std::get_if<0>(&checked(0)); }
    T& operator*() & {
        checked(0);
        return *std::get_if<0>(&m_outcome);
    }
    T operator*() && {
        checked(0);
        return std::move(*std::get_if<0>(&m_outcome));
    }
    const T* operator->() const { return &**this; }
    T* operator->() { return &**this; }

    // The reason. Only when there is no value.
    const E& error() const { return *std::get_if<1>(&checked(1)); }

  private:
    const std::variant<T, E>& checked([[maybe_unused]] std::size_t index) const {
        assert(m_outcome.index() == index);
        return m_outcome;
    }

    std::variant<T, E> m_outcome;
};

// For an action that has nothing to hand back: success, or the reason.
template <class E>
class [[nodiscard]] Outcome {
  public:
    Outcome() = default;

    template <class R>
    Outcome(Failure<R> failure) : m_reason(std::move(failure.reason)) {}

    explicit operator bool() const { return !m_reason.has_value(); }
    const E& error() const { return *m_reason; }

  private:
    std::optional<E> m_reason;
};

} // namespace latchkey
