// For hands that cannot scan: the code under the QR code, typed on any browser.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { button, heading, said } from "./phone.mjs";

describe("A code that is typed", { timeout: 300000 }, () => {
  let browser, server, lobby;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
    lobby = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work) => it(name, async () => withPage(browser, kPhone, work));
  const field = (page) => page.getByLabel("Code", { exact: true });

  async function open(page) {
    await page.goto(server.origin + "/c");
    await heading(page, "Type the code from the screen").waitFor();
  }

  // The screen asks for its state, as it does every few seconds, until the server has heard the code of it.
  async function untilFound(kiosk, page) {
    const left = page.waitForURL("**/fast?*");
    let over = false;
    left.finally(() => (over = true)).catch(() => {});
    while (!over) await kiosk.look();
    await left;
  }

  itIn("leads to the screen's page, however it is written", async (page) => {
    const kiosk = await Kiosk.start(server, lobby.token);
    await open(page);
    await takePhonePictures(page, "code");
    await field(page).pressSequentially(kiosk.code.replace("-", "").toLowerCase());
    assert.equal(await field(page).inputValue(), kiosk.code);
    await takePhonePictures(page, "code-typed");
    await button(page, "Continue").tap();
    await untilFound(kiosk, page);
    await said(page, "Lobby East").waitFor();
    await heading(page, "You are not enrolled here yet").waitFor();
    // Going back does not lead to a code that is used up.
    assert.equal(await page.evaluate(() => history.length), 2);
  });

  itIn("takes spaces, and corrections in the middle", async (page) => {
    await open(page);
    await field(page).fill(" bcdf ghjk ");
    assert.equal(await field(page).inputValue(), "BCDF-GHJK");
    await field(page).press("ArrowLeft");
    await field(page).press("Backspace");
    assert.equal(await field(page).inputValue(), "BCDF-GHK");
  });

  itIn("says so when no screen shows it, and keeps what was typed", async (page, complaints) => {
    complaints.expect(/status of 404/);
    await open(page);
    await field(page).fill("BCDFGHJK");
    await button(page, "Continue").tap();
    await said(page, "Looking for the screen…").waitFor();
    await said(page, "No screen shows this code now.").waitFor();
    assert.equal(await field(page).inputValue(), "BCDF-GHJK");
    await takePhonePictures(page, "code-unknown");
  });

  itIn("is not looked for when it is no code at all", async (page, complaints) => {
    complaints.expect(/status of 40[04]/);
    await open(page);
    await field(page).fill("AEIO");
    await button(page, "Continue").tap();
    await said(page, "No screen shows this code now.").waitFor();
  });

  itIn("waits its turn when too many are tried", async (page, complaints) => {
    complaints.expect(/status of 429/);
    await open(page);
    const guesses = Array.from({ length: 12 }, () =>
      fetch(server.origin + "/api/phone/code", { method: "POST", body: JSON.stringify({ code: "WWWW-WWWW" }) }));
    await Promise.race(guesses); // one that is refused at once: all places to wait are taken
    await field(page).fill("BCDFGHJK");
    await button(page, "Continue").tap();
    await said(page, "Too many attempts came from this network.").waitFor();
    await takePhonePictures(page, "code-too-many");
    await Promise.all(guesses);
  });
});
