// Who this browser is to this server: one key, of a passkey or of the page's own, and whom it was enrolled for.
// Both kinds have: kind; credential, which names the key on the wire; name; and prove(message), the proof's members
// for the webhook.
//
// localStorage belongs to one origin, and so to one server.
import { PageKey } from "./page_key.js";
import { Passkey } from "./passkey.js";

const kItem = "latchkey";
const kProbe = "latchkey-probe";

// False in private windows of older browsers and where storage is switched off: then nothing can be kept here.
export function canRemember() {
  try {
    localStorage.setItem(kProbe, "");
    localStorage.removeItem(kProbe);
    return true;
  } catch {
    return false;
  }
}

// Undefined where there is none, or one of a format that this page does not know.
export function recall() {
  try {
    const { kind, name, secret, credential } = JSON.parse(localStorage.getItem(kItem));
    if (kind === "page") return new PageKey(secret, name);
    if (kind === "passkey") return new Passkey(credential, name);
  } catch {
    // as if there were none
  }
  return undefined;
}

// How the phone API names the key. Undefined for none, and for a passkey of which only the phone knows which it is.
export const deviceOf = (key) => (key && key.credential ? { kind: key.kind, credential: key.credential } : undefined);

// Without storage a passkey still works: the phone knows it, only this page has to ask for it.
export function remember({ kind, name, secret, credential }) {
  if (canRemember()) localStorage.setItem(kItem, JSON.stringify({ kind, name, secret, credential }));
}
