// A screen's side of the wire, as far as a phone's test needs one.
import assert from "node:assert/strict";

export class Kiosk {
  // token: of a registered kiosk; none: an unregistered screen.
  static async start(server, token) {
    const kiosk = new Kiosk();
    kiosk.server = server;
    kiosk.token = token;
    kiosk.sid = "null";
    await kiosk.renew();
    return kiosk;
  }

  async #get(path) {
    return this.server.get(path, this.token ? { Authorization: "Bearer " + this.token } : {});
  }

  // Asks for what the screen shows: { qr, code }.
  async renew() {
    const { qr, sid, code } = await this.#get("/api/getqrcode?sid=" + this.sid);
    Object.assign(this, { qr, sid, code });
  }

  // { state, number }
  async look() {
    return this.#get("/api/checkfast?sid=" + this.sid);
  }

  // The next state but that one, as soon as it is so.
  async hearOfChange(state) {
    return this.#get(`/api/checkfast?sid=${this.sid}&state=${state}&wait=30`);
  }

  // The number that the screen shows once a phone has opened its page.
  async number() {
    const { number } = await this.#get(`/api/checkfast?sid=${this.sid}&state=waiting&wait=10`);
    assert.match(number, /^\d\d$/);
    return number;
  }

  // The name of whoever has unlocked the screen.
  async signedInAs() {
    return (await this.#get("/site/dashboard?sid=" + this.sid)).user.name;
  }
}
