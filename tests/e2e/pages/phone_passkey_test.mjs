// Passkeys, with Chromium's virtual authenticator: on http://localhost, which is a secure context, and over TLS.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { button, heading, openAndPick, said } from "./phone.mjs";

// The phone's own lock, with a person who shows the face or does not.
class Authenticator {
  static async of(page) {
    const authenticator = new Authenticator();
    authenticator.session = await page.context().newCDPSession(page);
    await authenticator.session.send("WebAuthn.enable");
    const { authenticatorId } = await authenticator.session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    authenticator.id = authenticatorId;
    return authenticator;
  }

  #send(method, parameters) {
    return this.session.send("WebAuthn." + method, { authenticatorId: this.id, ...parameters });
  }

  // Whether the person shows the face when asked.
  async setConsent(isUserVerified) {
    await this.#send("setUserVerified", { isUserVerified });
  }

  async credentials() {
    return (await this.#send("getCredentials")).credentials;
  }

  async forget() {
    await this.#send("clearCredentials");
  }
}

for (const tls of [false, true]) {
  describe(tls ? "A passkey over TLS" : "A passkey", { timeout: 300000 }, () => {
    let browser, server, lobby;

    before(async () => {
      server = await LatchkeyServer.start([], { host: "localhost", tls });
      browser = await startBrowser(server.browserArguments());
      lobby = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    const itIn = (name, work) =>
      it(name, async () => withPage(browser, kPhone, async (page, complaints) =>
        work(page, await Authenticator.of(page), complaints)));
    const start = () => Kiosk.start(server, lobby.token);

    async function enrol(page, user) {
      await page.goto(await server.invite(user));
      await said(page, "Your phone asks for your face, your finger or its PIN.").waitFor();
      await button(page, "Add this phone").tap();
      await heading(page, "This phone is enrolled").waitFor();
    }

    async function unlock(page, kiosk, user) {
      await button(page, "Unlock").first().tap();
      await heading(page, "Unlocked").waitFor();
      assert.equal(await kiosk.signedInAs(), user);
    }

    itIn("is what a phone adds first, and it unlocks in two taps", async (page, authenticator) => {
      await enrol(page, "Ada Lovelace");
      const [credential] = await authenticator.credentials();
      assert.equal(credential.rpId, new URL(server.origin).hostname);
      assert.equal((await server.devices("Ada Lovelace"))[0].kind, "passkey");

      const kiosk = await start();
      await openAndPick(page, kiosk);
      await said(page, "as Ada Lovelace").waitFor();
      await said(page, "Your phone asks for your face, your finger or its PIN.").waitFor();
      await takePhonePictures(page, "unlock-passkey");
      await unlock(page, kiosk, "Ada Lovelace");
    });

    itIn("that came from another phone unlocks a browser that knows nobody, and is known from then on", async (page) => {
      await enrol(page, "Blaise Pascal");
      await page.evaluate(() => localStorage.clear());
      const kiosk = await start();
      await page.goto(kiosk.qr);
      await heading(page, "You are not enrolled here yet").waitFor();
      await takePhonePictures(page, "not-enrolled-passkey");
      await button(page, "Use a passkey").tap();
      await button(page, await kiosk.number()).tap();
      await unlock(page, kiosk, "Blaise Pascal");

      await page.goto((await start()).qr);
      await said(page, "as Blaise Pascal").waitFor();
    });

    itIn("may be cancelled and tried again", async (page, authenticator) => {
      await enrol(page, "Carl Gauss");
      const kiosk = await start();
      await openAndPick(page, kiosk);
      await authenticator.setConsent(false);
      await button(page, "Unlock").first().tap();
      await heading(page, "The passkey was not used").waitFor();
      assert.equal(await button(page, "Keep a key in this browser instead").isVisible(), false);
      await takePhonePictures(page, "passkey-failed");
      assert.equal((await kiosk.look()).state, "scanned");
      await authenticator.setConsent(true);
      await button(page, "Try again").tap();
      await heading(page, "Unlocked").waitFor();
    });

    itIn("may be declined instead", async (page, authenticator) => {
      await enrol(page, "Daniel Bernoulli");
      const kiosk = await start();
      await openAndPick(page, kiosk);
      await authenticator.setConsent(false);
      await button(page, "Unlock").first().tap();
      await button(page, "Cancel").tap();
      await heading(page, "Declined").waitFor();
      assert.equal((await kiosk.look()).state, "declined");
    });

    itIn("gives way to a key of the page for somebody who does not want one", async (page, authenticator) => {
      await authenticator.setConsent(false);
      await page.goto(await server.invite("Evariste Galois"));
      await button(page, "Add this phone").tap();
      await heading(page, "The passkey was not used").waitFor();
      await takePhonePictures(page, "enrol-passkey-failed");
      await button(page, "Keep a key in this browser instead").tap();
      await heading(page, "This phone is enrolled").waitFor();
      assert.equal((await server.devices("Evariste Galois"))[0].kind, "page");
      const kiosk = await start();
      await openAndPick(page, kiosk);
      await unlock(page, kiosk, "Evariste Galois");
    });

    itIn("is added once", async (page, authenticator) => {
      await enrol(page, "Felix Klein");
      await page.goto(server.origin + "/api/health");
      await page.goto(await server.invite("Felix Klein"));
      await button(page, "Add this phone").tap();
      await heading(page, "This phone is already enrolled").waitFor();
      await takePhonePictures(page, "already-enrolled");
      assert.equal((await authenticator.credentials()).length, 1);
    });

    itIn("needs no storage of the browser", async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
      });
      await page.goto(await server.invite("George Boole"));
      await said(page, "This browser keeps nothing").waitFor();
      await takePhonePictures(page, "enrol-private");
      await button(page, "Add this phone").tap();
      await heading(page, "This phone is enrolled").waitFor();

      const kiosk = await start();
      await page.goto(kiosk.qr);
      await button(page, "Use a passkey").tap();
      await button(page, await kiosk.number()).tap();
      await unlock(page, kiosk, "George Boole");
    });

    itIn("that the server does not know any more is refused", async (page, authenticator, complaints) => {
      complaints.expect(/status of 404/);
      await enrol(page, "Henri Lebesgue");
      await server.revokeDevice((await server.devices("Henri Lebesgue"))[0].id);
      const kiosk = await start();
      await page.goto(kiosk.qr);
      await button(page, "Use a passkey").tap();
      await button(page, await kiosk.number()).tap();
      await button(page, "Unlock").first().tap();
      await heading(page, "You are not enrolled here yet").waitFor();
      assert.equal((await kiosk.look()).state, "scanned");
    });
  });
}

describe("A passkey of somebody who registers on the spot", { timeout: 300000 }, () => {
  it("is made and used", async () => {
    const server = await LatchkeyServer.start(["--registration", "open"], { host: "localhost" });
    const browser = await startBrowser();
    try {
      await withPage(browser, kPhone, async (page) => {
        await Authenticator.of(page);
        const kiosk = await Kiosk.start(server);
        await openAndPick(page, kiosk);
        await page.getByLabel("Your name", { exact: true }).fill("Emmy Noether");
        await takePhonePictures(page, "register-passkey");
        await button(page, "Register and unlock").tap();
        await heading(page, "Unlock this screen?").waitFor();
        await button(page, "Unlock").first().tap();
        await heading(page, "Unlocked").waitFor();
        assert.equal(await kiosk.signedInAs(), "Emmy Noether");

        // The same person, in a browser that has forgotten everything but the passkey.
        await page.evaluate(() => localStorage.clear());
        const second = await Kiosk.start(server);
        await openAndPick(page, second);
        await button(page, "I already have a passkey").tap();
        await button(page, "Unlock").first().tap();
        await heading(page, "Unlocked").waitFor();
        assert.equal(await second.signedInAs(), "Emmy Noether");
      });
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
