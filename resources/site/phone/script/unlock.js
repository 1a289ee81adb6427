// At a QR string's URL: which number does the screen show, then Unlock; and Lock afterwards. A phone that nobody knows may use a passkey,
// or register where that is open.
import { post } from "./api.js";
import { prefillLabel } from "./device_label.js";
import { canRemember, deviceOf, recall, remember } from "./identity.js";
import { makeKey, postNewKey } from "./new_key.js";
import { Passkey, passkeysWork } from "./passkey.js";
import { Refusal } from "./refusal.js";
import { Deadline, poll } from "./time.js";
import * as view from "./view.js";

// page: { message: the QR string, which is what gets signed; origin: the server's }.
export async function unlock({ message, origin }) {
  const passkeys = passkeysWork(origin);
  view.given({ passkeys });
  view.note("storage", passkeys && !canRemember());
  document.querySelector("[data-lightning]").onclick = () => view.lookAside("lightning");

  const key = recall();
  const opened = await post("api/phone/open", { challenge: message, device: deviceOf(key) });
  view.given({ session: true, [opened.registration]: true });
  view.tellWho(opened.you.name);
  view.tellNumbers(opened.numbers);
  return new Visit(message, passkeys, opened).run(key);
}

class Visit {
  constructor(challenge, passkeys, opened) {
    this.challenge = challenge;
    this.passkeys = passkeys;
    this.scan = opened.scan;
    this.you = opened.you;
    this.registration = opened.registration;
    this.deadline = new Deadline(opened.expires_in, "expired");
  }

  async run(key) {
    switch (this.you.state) {
      case "disabled":
        throw new Refusal("disabled");
      case "pending":
        await this.waitForOperator(key);
        return this.scanAgain();
      case "enrolled":
        await this.pickNumber();
        return this.unlockWith(key);
      default:
        return this.registration === "closed" ? this.runAsStranger() : this.runAsNewcomer(key);
    }
  }

  // Nobody knows this phone, but the person may have a passkey for this place.
  async runAsStranger() {
    await this.ask("not_enrolled");
    await this.pickNumber();
    return this.unlockWith(new Passkey());
  }

  async runAsNewcomer(oldKey) {
    if (!this.passkeys && !canRemember()) await this.ask("no_storage");
    await this.pickNumber();
    const key = await this.register(oldKey);
    if (!key) return this.unlockWith(new Passkey());
    try {
      if (this.you.state !== "pending" && key.kind === "page") return await this.approveWith(key);
      if (this.you.state === "pending") await this.waitForOperator(key);
      return await this.unlockWith(key);
    } catch (refusal) {
      if (!["expired", "scan_ended"].includes(refusal.reason)) throw refusal;
      return this.scanAgain();
    }
  }

  // Shows a section and returns the tap. Declining ends the visit; the server then burns the code.
  async ask(state, deadline = this.deadline) {
    const tap = await view.ask(state, deadline);
    if (tap.action !== "decline") return tap;
    await post("api/phone/decline", { scan: this.scan });
    throw new Refusal("declined");
  }

  async pickNumber() {
    const { value } = await this.ask("number");
    await post("api/phone/pick", { scan: this.scan, number: value });
    const ofWalletForm = document.querySelector("[data-scan]");
    ofWalletForm.value = this.scan;
    ofWalletForm.disabled = false;
  }

  async unlockWith(key) {
    view.given({ uses_passkey: key.kind === "passkey" });
    await this.ask("unlock");
    return this.approveWith(key);
  }

  async approveWith(key) {
    const proof = await this.prove(key);
    const { user } = await post("fast", { ...proof, challenge: this.challenge, scan: this.scan });
    key.name = user;
    remember(key);
    view.tellWho(user);
    view.given({ lockable: true });
    await view.ask("unlocked");
    return this.lock();
  }

  // The screen may be locked already: its person signed out there, or the time was up.
  async lock() {
    try {
      await post("api/phone/lock", { scan: this.scan });
    } catch (refusal) {
      if (refusal.reason !== "scan_ended") throw refusal;
    }
    view.show("locked");
  }

  async prove(key) {
    for (;;) {
      try {
        return await key.prove(this.challenge);
      } catch (refusal) {
        if (refusal.reason !== "passkey_failed") throw refusal;
      }
      await this.ask("passkey_failed");
      key = new Passkey(); // it may be gone from this phone, and another one there
    }
  }

  // Returns the registered key, or undefined when the person has a passkey already. Typing a name may take longer than
  // the code lives: the server says when it is too late.
  async register(oldKey) {
    view.given({ uses_passkey: this.passkeys });
    await prefillLabel();
    for (;;) {
      const { action, form } = await this.ask("register", null);
      if (action === "passkey") return undefined;
      const key = await makeKey({
        name: form.name,
        message: this.challenge,
        passkeys: this.passkeys,
        known: oldKey,
        ask: (state) => this.ask(state, null),
      });
      key.name = form.name;
      const proof = await key.enrolmentProof(this.challenge);
      try {
        this.you = await postNewKey("api/phone/register", { ...form, ...proof, scan: this.scan }, key);
      } catch (refusal) {
        if (refusal.reason !== "malformed") throw refusal;
        view.note("refused", true);
        continue;
      }
      key.name = this.you.name;
      remember(key);
      view.tellWho(key.name);
      return key;
    }
  }

  async waitForOperator(key) {
    view.show("pending");
    const state = await poll(async () => {
      const { you } = await post("api/phone/device", deviceOf(key));
      return you.state !== "pending" && you.state;
    });
    if (state !== "enrolled") throw new Refusal(state === "disabled" ? "disabled" : "not_enrolled");
  }

  scanAgain() {
    view.show("approved");
  }
}
