// A new key for this phone: a passkey where that works, else one that the page keeps itself.
import { post } from "./api.js";
import { canRemember, deviceOf } from "./identity.js";
import { PageKey } from "./page_key.js";
import { Passkey } from "./passkey.js";
import { Refusal } from "./refusal.js";
import * as view from "./view.js";

// Makes a key for somebody of that name, whose enrolmentProof() is over the message. Somebody who does not use the
// passkey may try again, or have the page keep a key. known: the key that this browser has already, if any.
// ask: shows a section and returns the tap.
export async function makeKey({ name, message, passkeys, known, ask }) {
  const knownPasskey = known && known.kind === "passkey" ? known.credential : undefined;
  while (passkeys) {
    try {
      return await Passkey.create(name, message, knownPasskey);
    } catch (refusal) {
      if (refusal.reason !== "passkey_failed") throw refusal;
    }
    view.given({ page_key_instead: canRemember() });
    const { action } = await ask("passkey_failed");
    view.given({ page_key_instead: false });
    if (action === "page_key") break;
  }
  if (!canRemember()) throw new Refusal("no_storage");
  return known && known.kind === "page" ? known : PageKey.create(name);
}

// Posts what makes the key known, and returns whose it is then: { state, name }. The answer to an earlier attempt may
// have been lost on its way: then the server refuses this one, but knows the key.
export async function postNewKey(path, body, key) {
  try {
    const { you, user } = await post(path, body);
    return you || { state: "enrolled", name: user };
  } catch (refusal) {
    if (!["already_enrolled", "invitation_ended"].includes(refusal.reason)) throw refusal;
    const { you } = await post("api/phone/device", deviceOf(key));
    if (you.name !== key.name) throw refusal;
    return you;
  }
}
