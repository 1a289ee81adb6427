// Passkeys: WebAuthn (Level 2), with the text to approve as its challenge.
import { fromBase64url, toBase64url, utf8 } from "./bytes.js";
import { Refusal } from "./refusal.js";

const kES256 = -7;
const kEdDSA = -8;
const kRS256 = -257;

// WebAuthn wants a secure context, and a host that has a name. origin: of the server's public address, which is the
// one that the server expects.
export function passkeysWork(origin) {
  const isAddress = /^[\d.]+$|:|^\[/.test(location.hostname);
  return window.isSecureContext && "PublicKeyCredential" in window && !isAddress && location.origin === origin;
}

const descriptors = (id) => (id ? [{ type: "public-key", id: fromBase64url(id) }] : []);

// The person's answer, or the refusal "passkey_failed": cancelled, timed out, or there is none.
async function asked(question) {
  try {
    return await question();
  } catch (error) {
    if (error.name === "InvalidStateError") throw new Refusal("already_enrolled");
    throw new Refusal("passkey_failed");
  }
}

export class Passkey {
  kind = "passkey";

  // id: base64url. Undefined: whichever the phone has for this place.
  constructor(id, name) {
    this.credential = id;
    this.name = name;
  }

  // Makes one, with its proof of enrolment over the message. known: the id of one that must not be there already.
  static async create(name, message, known) {
    const made = await asked(() =>
      navigator.credentials.create({
        publicKey: {
          challenge: utf8(message),
          rp: { id: location.hostname, name: "Latchkey" },
          user: { id: crypto.getRandomValues(new Uint8Array(32)), name, displayName: name },
          pubKeyCredParams: [kES256, kEdDSA, kRS256].map((alg) => ({ type: "public-key", alg })),
          authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
          excludeCredentials: descriptors(known),
          attestation: "none",
        },
      }));
    const passkey = new Passkey(toBase64url(made.rawId), name);
    passkey.enrolmentProof = async () => ({
      client_data: toBase64url(made.response.clientDataJSON),
      attestation_object: toBase64url(made.response.attestationObject),
    });
    return passkey;
  }

  async prove(message) {
    const { rawId, response } = await asked(() =>
      navigator.credentials.get({
        publicKey: {
          challenge: utf8(message),
          rpId: location.hostname,
          allowCredentials: descriptors(this.credential),
          userVerification: "required",
        },
      }));
    this.credential = toBase64url(rawId);
    return {
      credential_id: this.credential,
      client_data: toBase64url(response.clientDataJSON),
      authenticator_data: toBase64url(response.authenticatorData),
      signature: toBase64url(response.signature),
    };
  }
}
