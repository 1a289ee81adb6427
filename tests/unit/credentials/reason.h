// Lets a test compare, and print, why something was refused.
#pragma once

#include "server/credentials/credential.h"

#include <QtTest>

#include <optional>
#include <string>

namespace latchkey {

using Reason = std::optional<ProofError>;

inline const Reason kAccepted = std::nullopt;

template <class T>
Reason reasonOf(const Result<T, ProofError>& result) {
    return result ? kAccepted : Reason(result.error());
}

// Found by QCOMPARE.
inline char* toString(const Reason& reason) {
    return qstrdup(reason ? std::string(toText(*reason)).c_str() : "accepted");
}

} // namespace latchkey
