// The page that a phone's camera opens: what the QR string's URL shows, and its form.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePictures, withPage } from "./browser.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";

describe("The phone's page", { timeout: 120000 }, () => {
  let browser, server, kiosk;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
    await server.enrol("Alan Turing");
    kiosk = await server.addKiosk("Lobby East", "Ground floor, by the lifts");
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work) => it(name, async () => withPage(browser, kPhone, work));
  const heading = (page, name) => page.getByRole("heading", { name });

  async function submit(page, { address, signature }) {
    await page.getByLabel("Your address").fill(address);
    await page.getByLabel("Signature").fill(signature);
    await page.getByRole("button", { name: "Unlock" }).tap();
  }

  itIn("says which kiosk it unlocks, unlocks it, and not a second time", async (page, complaints) => {
    complaints.expect(/status of 404/);
    const qr = await server.getQrCode(kiosk.token);
    await page.goto(qr);
    await page.getByText("Lobby East").waitFor();
    await page.getByText("Ground floor, by the lifts").waitFor();
    assert.equal(await page.getByLabel("Text to sign").inputValue(), qr);
    await takePictures(page, "phone-approve-kiosk");

    await submit(page, await server.sign("Alan Turing", qr));
    await heading(page, "Unlocked").waitFor();
    await page.getByText("Welcome, Alan Turing. Lobby East is unlocked.").waitFor();
    await takePictures(page, "phone-unlocked");

    const response = await page.goto(qr);
    assert.equal(response.status(), 404);
    await page.getByText("was used already").waitFor();
    await takePictures(page, "phone-used");
  });

  itIn("says used when somebody else was faster", async (page, complaints) => {
    complaints.expect(/status of 404/);
    const qr = await server.getQrCode(kiosk.token);
    await page.goto(qr);
    await server.approve("Alan Turing", qr);
    await submit(page, await server.sign("Alan Turing", qr));
    await heading(page, "Not unlocked").waitFor();
    await page.getByText("was used already").waitFor();
  });

  itIn("refuses a signature of something else, and says so", async (page, complaints) => {
    complaints.expect(/status of 406/);
    const proof = await server.sign("Alan Turing", await server.getQrCode());
    await page.goto(await server.getQrCode(kiosk.token));
    await submit(page, proof);
    await heading(page, "Not unlocked").waitFor();
    await takePictures(page, "phone-refused");
  });

  itIn("calls a screen without a kiosk's token unregistered", async (page) => {
    await page.goto(await server.getQrCode());
    await page.getByText("an unregistered screen").waitFor();
    await takePictures(page, "phone-approve-unregistered");
  });

  itIn("shows a sentence for a code that has expired", async (page, complaints) => {
    complaints.expect(/status of 408/);
    const response = await page.goto(await server.aged(await server.getQrCode(), 121));
    assert.equal(response.status(), 408);
    await page.getByText("this QR code has expired; scan the one on the screen now").waitFor();
    await takePictures(page, "phone-expired");
  });

  for (const query of ["", "?s=a&c=b&t=c", "?s=%00&c=<b>&t=-1", "?s=" + "a".repeat(2000)]) {
    itIn(`shows a sentence for the garbage ${query.slice(0, 20) || "of no query"}`, async (page, complaints) => {
      complaints.expect(/status of 404/);
      const response = await page.goto(server.origin + "/fast" + query);
      assert.equal(response.status(), 404);
      await page.getByText("this QR code is not from this server; scan the one on the screen").waitFor();
    });
  }

  itIn("fits the phone: nothing to scroll sideways, and fields that a finger hits", async (page) => {
    await page.goto(await server.getQrCode(kiosk.token));
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overhang <= 0, `${overhang} pixels too wide`);
    for (const control of await page.locator("input:visible, textarea:visible, button:visible").all()) {
      const { height } = await control.boundingBox();
      assert.ok(height >= 44, await control.evaluate((element) => element.outerHTML));
    }
  });

  it("lets somebody whom nobody enrolled register, where that is open", async () => {
    const open = await LatchkeyServer.start(["--registration", "open"]);
    try {
      await withPage(browser, kPhone, async (page) => {
        const hall = await open.addKiosk("Seminar room 3", "First floor, north wing");
        const qr = await open.getQrCode(hall.token);
        await page.goto(qr);
        await takePictures(page, "phone-approve-registration");
        await page.getByLabel("Your name").fill("Emmy Noether");
        await open.newWallet("Emmy Noether");
        await submit(page, await open.sign("Emmy Noether", qr));
        await page.getByText("Welcome, Emmy Noether. Seminar room 3 is unlocked.").waitFor();
      });
    } finally {
      await open.stop();
    }
  });
});
