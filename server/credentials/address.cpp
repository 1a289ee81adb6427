#include "server/credentials/address.h"

#include "common/bech32.h"
#include "server/credentials/base58.h"

#include <algorithm>
#include <utility>

namespace latchkey {

namespace {

constexpr std::uint8_t kP2pkhVersion = 0x00;
constexpr std::uint8_t kP2shVersion = 0x05;
constexpr std::string_view kMainnet = "bc";
constexpr std::size_t kLongestBech32 = 90; // BIP-173

constexpr std::size_t kKeyHashSize = 20;    // P2WPKH
constexpr std::size_t kScriptHashSize = 32; // P2WSH
constexpr std::size_t kSmallestProgram = 2;
constexpr std::size_t kLargestProgram = 40;
constexpr std::uint8_t kHighestWitnessVersion = 16;

Result<Address, ProofError> fromVersioned(const VersionedHash& content) {
    switch (content.version) {
    case kP2pkhVersion:
        return Address{Address::Kind::P2pkh, content.hash};
    case kP2shVersion:
        return Address{Address::Kind::P2sh, content.hash};
    default:
        return Failure{ProofError::AddressOtherNetwork};
    }
}

// The witness version and program of BIP-141, by the rules of BIP-173 and BIP-350.
Result<Address, ProofError> fromSegwit(const Bech32& content) {
    if (content.humanReadablePart != kMainnet) return Failure{ProofError::AddressOtherNetwork};
    if (content.groups.empty()) return Failure{ProofError::AddressMalformed};

    const std::uint8_t version = content.groups.front();
    const auto program = fromFiveBitGroups(ByteView(content.groups).subspan(1));
    if (version > kHighestWitnessVersion || !program || program->size() < kSmallestProgram ||
        program->size() > kLargestProgram) {
        return Failure{ProofError::AddressMalformed};
    }
    const auto checksum = version == 0 ? Bech32::Checksum::Bip173 : Bech32::Checksum::Bip350;
    if (content.checksum != checksum) return Failure{ProofError::AddressChecksum};
    if (version != 0 || program->size() == kScriptHashSize) {
        return Failure{ProofError::AddressKindUnsupported};
    }
    if (program->size() != kKeyHashSize) return Failure{ProofError::AddressMalformed};

    Address address{Address::Kind::P2wpkh, {}};
    std::copy(program->begin(), program->end(), address.hash.begin());
    return address;
}

} // namespace

std::string toText(const Address& address) {
    if (address.kind == Address::Kind::P2pkh) return toBase58Check({kP2pkhVersion, address.hash});
    if (address.kind == Address::Kind::P2sh) return toBase58Check({kP2shVersion, address.hash});
    Bytes groups = toFiveBitGroups(address.hash);
    groups.insert(groups.begin(), 0); // the witness version
    return toBech32({std::string(kMainnet), std::move(groups), Bech32::Checksum::Bip173});
}

Result<Address, ProofError> addressFrom(std::string_view text) {
    const auto base58 = fromBase58Check(text);
    if (base58) return fromVersioned(*base58);
    const auto bech32 = fromBech32(text, kLongestBech32);
    if (bech32) return fromSegwit(*bech32);
    const bool isMistyped =
        base58.error() == ProofError::AddressChecksum || bech32.error() == Bech32Error::Checksum;
    return Failure{isMistyped ? ProofError::AddressChecksum : ProofError::AddressMalformed};
}

} // namespace latchkey
