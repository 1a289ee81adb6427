// A lobby as it is: the real kiosk's window, and a phone's browser that opens what a camera reads off its pixels.
import assert from "node:assert/strict";
import { after, before, beforeEach, afterEach, describe, it } from "node:test";

import { kPhone, startBrowser, withPage } from "./browser.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { LobbyWindow } from "./lobby_window.mjs";
import { button, enrolPhone, heading } from "./phone.mjs";

describe("A phone in the lobby", { timeout: 480000 }, () => {
  let browser, server, kiosk, window;

  before(async () => {
    server = await LatchkeyServer.start(["--registration", "open"]);
    browser = await startBrowser();
    kiosk = await server.addKiosk("Front desk", "Ground floor, by the lifts");
  });
  beforeEach(async () => {
    window = await LobbyWindow.open(server, kiosk);
  });
  afterEach(async () => window?.close());
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work) => it(name, async () => withPage(browser, kPhone, work));

  // The phone's three numbers, and the one that stands on the screen.
  async function numbers(page) {
    await heading(page, "Which number does the screen show?").waitFor();
    const offered = await page.locator('[data-action="pick"]').allTextContents();
    assert.equal(new Set(offered).size, 3);
    return { offered, shown: await window.number(offered) };
  }

  itIn("enrols by a link, scans the screen, unlocks it, and signs out there", async (page) => {
    await enrolPhone(page, server, "Ada Lovelace");
    const code = await window.code();
    assert.ok(code.startsWith(server.origin + "/fast?s="), code);
    await window.keep("lobby-login");

    await page.goto(code);
    await page.getByText("Front desk").waitFor();
    const { shown } = await numbers(page);
    assert.ok(await window.showsNoCode());
    await window.keep("lobby-number");
    await button(page, shown).tap();
    await button(page, "Unlock").first().tap();
    await heading(page, "Unlocked").waitFor();

    await window.says(/Ada Lovelace/);
    await window.keep("lobby-dashboard");
    await window.press("Return");
    await window.code(code);
  });

  itIn("declines, and the screen says so and goes on", async (page) => {
    const code = await window.code();
    await page.goto(code);
    await button(page, "This isn’t me").tap();
    await heading(page, "Declined").waitFor();
    await window.says(/declined/i);
    await window.keep("lobby-declined");
    const next = await window.code(code);
    assert.notEqual(new URL(next).searchParams.get("s"), new URL(code).searchParams.get("s"));
  });

  itIn("picks a number that is not on the screen, which voids the code", async (page, complaints) => {
    complaints.expect(/status of 403/);
    await enrolPhone(page, server, "Carl Gauss");
    const code = await window.code();
    await page.goto(code);
    const { offered, shown } = await numbers(page);
    await button(page, offered.find((number) => number !== shown)).tap();
    await heading(page, "That is not the screen’s number").waitFor();
    await window.says(/declined/i);
    await window.code(code);
  });

  itIn("registers on the spot where that is open", async (page) => {
    await page.goto(await window.code());
    const { shown } = await numbers(page);
    await button(page, shown).tap();
    await page.getByLabel("Your name", { exact: true }).fill("Grace Hopper");
    await button(page, "Register and unlock").tap();
    await heading(page, "Unlocked").waitFor();
    await window.says(/Grace Hopper/);
  });

  itIn("is sent away by whoever stands before the screen", async (page, complaints) => {
    complaints.expect(/status of 404/);
    await enrolPhone(page, server, "Evariste Galois");
    const code = await window.code();
    await page.goto(code);
    const { shown } = await numbers(page);
    await window.press("Return"); // Start over
    const next = await window.code(code);
    await button(page, shown).tap();
    await heading(page, "This code has been used").waitFor();
    assert.equal(await window.code(), next);
  });
});
