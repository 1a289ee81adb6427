// An enrolment link: adds this phone, or a Lightning wallet, for the person whom the link was made for. The link's
// token is behind the #, where it reaches no server's log.
import { post } from "./api.js";
import { prefillLabel } from "./device_label.js";
import { canRemember, recall, remember } from "./identity.js";
import { makeKey, postNewKey } from "./new_key.js";
import { passkeysWork } from "./passkey.js";
import { Refusal } from "./refusal.js";
import { Deadline, poll } from "./time.js";
import * as view from "./view.js";

// page: { origin: the server's }.
export async function enrol({ origin }) {
  window.onhashchange = () => location.reload();
  const invitation = location.hash.slice(1);
  if (!invitation) throw new Refusal("no_invitation");

  const passkeys = passkeysWork(origin);
  const offer = await post("api/phone/invitation", { invitation });
  if (!passkeys && !canRemember() && !offer.lightning) throw new Refusal("no_storage");
  view.tellWho(offer.user);
  view.given({ lightning: offer.lightning, uses_passkey: passkeys, uses_page_key: !passkeys });
  view.note("storage", passkeys && !canRemember());
  document.querySelector("[data-lightning]").href = "lightning:" + offer.lightning;
  await prefillLabel();

  const deadline = new Deadline(offer.expires_in, "invitation_ended");
  let done;
  while (!done) {
    const { action, form } = await view.ask("enrol", deadline);
    done = action === "lightning"
      ? await waitForWallet(invitation, deadline)
      : await addPhone({ invitation, offer, passkeys, form });
  }
  history.replaceState(null, "", location.pathname + location.search);
  view.show(done);
}

// Another person's key stays that person's: this one gets a key of their own.
async function addPhone({ invitation, offer: { user, message }, passkeys, form }) {
  const old = recall();
  const known = old && old.name === user ? old : undefined;
  const key = await makeKey({ name: user, message, passkeys, known, ask: view.ask });
  const proof = await key.enrolmentProof(message);
  await postNewKey("api/phone/enrol", { ...form, ...proof, invitation }, key);
  remember(key);
  return "enrolled";
}

// The link's end says that the wallet has used it, unless its time is up. Undefined: the person came back.
async function waitForWallet(invitation, deadline) {
  let back = false;
  const used = poll(async () => {
    try {
      await post("api/phone/invitation", { invitation });
      return undefined;
    } catch (refusal) {
      if (refusal.reason !== "invitation_ended" || deadline.left_ms() === 0) throw refusal;
      return "wallet_enrolled";
    }
  }, () => back);
  try {
    return await Promise.race([used, view.ask("lightning").then(() => undefined)]);
  } finally {
    back = true;
  }
}
