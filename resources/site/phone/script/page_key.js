// A secp256k1 key of the page's own, for browsers and addresses that have no passkeys: plain HTTP has neither
// WebAuthn nor SubtleCrypto, so that the hashes come along too.
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { getPublicKey, hashes, sign, utils } from "@noble/secp256k1";

import { fromHex, toHex, utf8 } from "./bytes.js";

hashes.sha256 = sha256;
hashes.hmacSha256 = (key, message) => hmac(sha256, key, message);

export class PageKey {
  kind = "page";

  // secret: 32 bytes, hex.
  constructor(secret, name) {
    this.secret = secret;
    this.name = name;
    this.credential = toHex(getPublicKey(fromHex(secret)));
  }

  static create(name) {
    return new PageKey(toHex(utils.randomSecretKey()), name);
  }

  // FAST's raw shape: ECDSA over SHA-256 of the message, 64 bytes.
  async prove(message) {
    return { public_key: this.credential, signature: toHex(sign(utf8(message), fromHex(this.secret))) };
  }

  async enrolmentProof(message) {
    return this.prove(message);
  }
}
