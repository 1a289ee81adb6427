#include "server/credentials/ed25519.h"

#include <openssl/bn.h>

#include <memory>
#include <stdexcept>

namespace latchkey {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::uint8_t kSignOfX = 0x80; // in the last byte; the other 255 bits are y, little-endian

struct FreeContext {
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
};
struct FreeNumber {
    void operator()(BIGNUM* number) const { BN_free(number); }
};
using Number = std::unique_ptr<BIGNUM, FreeNumber>;

void require(bool succeeded) {
    if (!succeeded) throw std::runtime_error("OpenSSL could not compute with large numbers");
}

// The integers modulo 2^255 - 19.
class Field {
  public:
    Field() : m_context(BN_CTX_new()), m_prime(make()) {
        require(m_context && BN_set_bit(m_prime.get(), 255) && BN_sub_word(m_prime.get(), 19));
    }

    bool contains(const Number& number) const { return BN_cmp(number.get(), m_prime.get()) < 0; }

    Number sum(const Number& a, const Number& b) const {
        Number result = make();
        require(BN_mod_add(result.get(), a.get(), b.get(), m_prime.get(), m_context.get()));
        return result;
    }
    Number difference(const Number& a, const Number& b) const {
        Number result = make();
        require(BN_mod_sub(result.get(), a.get(), b.get(), m_prime.get(), m_context.get()));
        return result;
    }
    Number product(const Number& a, const Number& b) const {
        Number result = make();
        require(BN_mod_mul(result.get(), a.get(), b.get(), m_prime.get(), m_context.get()));
        return result;
    }
    bool hasRoot(const Number& number) const {
        const int symbol = BN_kronecker(number.get(), m_prime.get(), m_context.get());
        require(symbol >= -1);
        return symbol >= 0;
    }

    static Number make(unsigned long value = 0) {
        Number number(BN_new());
        require(number && BN_set_word(number.get(), value));
        return number;
    }

  private:
    std::unique_ptr<BN_CTX, FreeContext> m_context;
    Number m_prime;
};

} // namespace

// The curve is -x² + y² = 1 + d·x²·y² with d = -121665/121666 (RFC 8032 §5.1), so that x² is u/v with the u
// and v below, and v is never zero. A point has small order when doubling it three times gives (0, 1), which
// is to say: when x is 0, when y is 0, or when x² = -y², since y becomes 0 then.
bool isSoundEd25519Key(ByteView key) {
    if (key.size() != kKeySize) return false;
    Bytes yBytes(key.begin(), key.end());
    yBytes.back() &= static_cast<std::uint8_t>(~kSignOfX);
    const Field field;
    const Number y = Field::make();
    require(BN_lebin2bn(yBytes.data(), static_cast<int>(yBytes.size()), y.get()) != nullptr);
    if (!field.contains(y)) return false;

    const Number denominator = Field::make(121666);
    const Number ySquare = field.product(y, y);
    const Number u = field.product(denominator, field.difference(ySquare, Field::make(1)));
    const Number v = field.difference(denominator, field.product(Field::make(121665), ySquare));
    const bool isOnCurve = field.hasRoot(field.product(u, v));
    const bool hasSmallOrder = BN_is_zero(u.get()) || BN_is_zero(y.get()) ||
                               BN_is_zero(field.sum(u, field.product(ySquare, v)).get());
    return isOnCurve && !hasSmallOrder;
}

} // namespace latchkey
