// A phone whose browser runs no script: a wallet's signature by hand, and every answer as a page.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { heading, said } from "./phone.mjs";

describe("A phone without JavaScript", { timeout: 300000 }, () => {
  let browser, server, lobby;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
    await server.enrol("Alan Turing");
    lobby = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work, options = {}) =>
    it(name, async () => withPage(browser, { ...kPhone, javaScriptEnabled: false, ...options }, work));
  const start = () => Kiosk.start(server, lobby.token);

  // Playwright's own search by text leaves <noscript> out.
  async function hasNote(page, text) {
    const note = page.locator("noscript p");
    await note.waitFor();
    assert.ok((await note.textContent()).startsWith(text));
  }

  async function submit(page, { address, signature }) {
    await page.locator("summary").tap();
    await page.locator("#address").fill(address);
    await page.locator("#signature").fill(signature);
    await page.locator("details button").tap();
  }

  itIn("signs by hand, and not a second time", async (page, complaints) => {
    complaints.expect(/status of 404/);
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await hasNote(page, "JavaScript is switched off in this browser.");
    assert.equal(await said(page, "One moment…").isVisible(), false);
    await takePhonePictures(page, "no-script");
    await submit(page, await server.sign("Alan Turing", kiosk.qr));
    await heading(page, "Unlocked").waitFor();
    await said(page, "Welcome, Alan Turing.").waitFor();
    assert.equal(await kiosk.signedInAs(), "Alan Turing");
    await takePhonePictures(page, "no-script-unlocked");

    await page.goBack();
    await heading(page, "This code has been used").waitFor();
  });

  itIn("is told why a signature is refused", async (page, complaints) => {
    complaints.expect(/status of 406/);
    const other = await server.sign("Alan Turing", await server.getQrCode());
    await page.goto((await start()).qr);
    await submit(page, other);
    await heading(page, "The signature does not fit").waitFor();
    await takePhonePictures(page, "no-script-refused");
  });

  itIn("is told that nobody has enrolled its wallet", async (page, complaints) => {
    complaints.expect(/status of 404/);
    await server.newWallet("Nobody");
    const kiosk = await start();
    await page.goto(kiosk.qr);
    await submit(page, await server.sign("Nobody", kiosk.qr));
    await heading(page, "You are not enrolled here yet").waitFor();
  });

  itIn("is answered in the language of its page", async (page, complaints) => {
    complaints.expect(/status of 406/);
    const other = await server.sign("Alan Turing", await server.getQrCode());
    await page.goto((await start()).qr + "&lang=de");
    await hasNote(page, "JavaScript ist in diesem Browser abgeschaltet.");
    await submit(page, other);
    await heading(page, "Die Unterschrift passt nicht").waitFor();
  });

  it("registers with a wallet where that is open, and needs a number where that is asked", async () => {
    const open = await LatchkeyServer.start(["--registration", "open"]);
    const strict = await LatchkeyServer.start(["--require-number", "always"]);
    try {
      await withPage(browser, { ...kPhone, javaScriptEnabled: false }, async (page, complaints) => {
        complaints.expect(/status of 403/);
        const kiosk = await Kiosk.start(open);
        await open.newWallet("Emmy Noether");
        await page.goto(kiosk.qr);
        await page.locator("summary").tap();
        await page.locator("#wallet-name").fill("Emmy Noether");
        const { address, signature } = await open.sign("Emmy Noether", kiosk.qr);
        await page.locator("#address").fill(address);
        await page.locator("#signature").fill(signature);
        await page.locator("details button").tap();
        await said(page, "Welcome, Emmy Noether.").waitFor();

        const locked = await Kiosk.start(strict);
        await strict.enrol("Alan Turing");
        await page.goto(locked.qr);
        await submit(page, await strict.sign("Alan Turing", locked.qr));
        await heading(page, "This screen wants its number picked").waitFor();
        await takePhonePictures(page, "number-required");
      });
    } finally {
      await open.stop();
      await strict.stop();
    }
  });
});
