// An enrolment link, opened on a phone that has no passkeys here: an address without a name, on plain HTTP.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { kPhone, startBrowser, takePhonePictures, withPage } from "./browser.mjs";
import { Kiosk } from "./kiosk.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";
import { button, enrolPhone, haveNoWallet, heading, openAndPick, said } from "./phone.mjs";

describe("An enrolment link", { timeout: 300000 }, () => {
  let browser, server;

  before(async () => {
    server = await LatchkeyServer.start();
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const itIn = (name, work) => it(name, async () => withPage(browser, kPhone, work));

  itIn("adds the phone for the person that it names, and gives the link's token away to nobody", async (page) => {
    const paths = [];
    page.on("request", (request) => paths.push(request.url()));
    const link = await server.invite("Ada Lovelace");
    await page.goto(link);
    await heading(page, "Add this phone?").waitFor();
    await said(page, "as Ada Lovelace").waitFor();
    await page.getByText("127.0.0.1", { exact: true }).waitFor();
    await said(page, "The key stays in this browser.").waitFor();
    assert.equal(await page.getByLabel("What shall this phone be called?").inputValue(), "Pixel 6");
    await takePhonePictures(page, "enrol");

    await page.getByLabel("What shall this phone be called?").fill("Ada’s phone");
    await button(page, "Add this phone").tap();
    await heading(page, "This phone is enrolled").waitFor();
    await takePhonePictures(page, "enrolled");
    assert.equal(page.url(), server.origin + "/enrol");
    assert.ok(paths.every((path) => !path.includes(link.split("#")[1])));

    const [{ kind, label }] = await server.devices("Ada Lovelace");
    assert.deepEqual({ kind, label }, { kind: "page", label: "Ada’s phone" });
  });

  itIn("works once", async (page, complaints) => {
    complaints.expect(/status of 404/);
    const link = await server.invite("Blaise Pascal");
    await page.goto(link);
    await button(page, "Add this phone").tap();
    await heading(page, "This phone is enrolled").waitFor();
    await page.goto(server.origin + "/api/health");
    await page.goto(link);
    await heading(page, "This enrolment link no longer works").waitFor();
    await takePhonePictures(page, "link-used");
  });

  itIn("is complete or says so", async (page, complaints) => {
    complaints.expect(/status of 404/);
    await page.goto(server.origin + "/enrol");
    await heading(page, "This link is incomplete").waitFor();
    await page.goto(server.origin + "/enrol#AAAAAAAAAAAAAAAAAAAAAA");
    await heading(page, "This enrolment link no longer works").waitFor();
  });

  itIn("leaves the key of another person on the same phone alone", async (page) => {
    await enrolPhone(page, server, "Carl Gauss");
    await page.goto(server.origin + "/api/health");
    await enrolPhone(page, server, "Daniel Bernoulli");
    const kiosk = await Kiosk.start(server);
    await openAndPick(page, kiosk);
    await said(page, "as Daniel Bernoulli").waitFor();
    for (const user of ["Carl Gauss", "Daniel Bernoulli"]) assert.equal((await server.devices(user)).length, 1, user);
  });

  itIn("for a person whose phone it is already adds nothing", async (page, complaints) => {
    complaints.expect(/status of 409/);
    await enrolPhone(page, server, "Evariste Galois");
    await page.goto(server.origin + "/api/health");
    await enrolPhone(page, server, "Evariste Galois");
    assert.equal((await server.devices("Evariste Galois")).length, 1);
  });

  itIn("goes on when its answer got lost", async (page, complaints) => {
    complaints.expect(/ERR_FAILED/);
    complaints.expect(/status of 40[49]/);
    await page.goto(await server.invite("Felix Klein"));
    let lost = false;
    await page.route("**/api/phone/enrol", async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      return route.abort();
    });
    await button(page, "Add this phone").tap();
    await heading(page, "This phone is enrolled").waitFor();
    await openAndPick(page, await Kiosk.start(server));
    await said(page, "as Felix Klein").waitFor();
  });

  itIn("is told to open elsewhere what can keep no key", async (page) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await page.goto(await server.invite("George Boole"));
    await heading(page, "This browser cannot keep a key").waitFor();
  });

  // As behind a proxy that speaks TLS: only then there are Lightning links.
  it("is for a Lightning wallet too", async () => {
    const secure = await LatchkeyServer.start(["--public-url", "https://lobby.example"]);
    try {
      await withPage(browser, kPhone, async (page) => {
        await haveNoWallet(page);
        const { hash } = new URL(await secure.invite("Hal Finney"));
        await page.goto(secure.origin + "/enrol" + hash);
        const link = page.getByRole("link", { name: "Open a Lightning wallet" });
        await link.waitFor();
        assert.match(await link.getAttribute("href"), /^lightning:LNURL1[02-9AC-HJ-NP-Z]+$/);
        await takePhonePictures(page, "enrol-lightning");
        await link.tap();
        await heading(page, "Go on in your wallet").waitFor();
        await takePhonePictures(page, "enrol-in-wallet");
        await button(page, "Back").tap();
        await heading(page, "Add this phone?").waitFor();
      });
    } finally {
      await secure.stop();
    }
  });

  it("is done when the wallet has used it", async () => {
    const secure = await LatchkeyServer.start(["--public-url", "https://lobby.example"]);
    try {
      await withPage(browser, kPhone, async (page, complaints) => {
        complaints.expect(/status of 404/);
        await haveNoWallet(page);
        const { hash } = new URL(await secure.invite("Hal Finney"));
        await page.goto(secure.origin + "/enrol" + hash);
        await page.getByRole("link", { name: "Open a Lightning wallet" }).tap();
        await heading(page, "Go on in your wallet").waitFor();
        await withPage(browser, kPhone, async (other) => {
          await other.goto(secure.origin + "/enrol" + hash);
          await button(other, "Add this phone").tap();
          await heading(other, "This phone is enrolled").waitFor();
        });
        await heading(page, "Your wallet is enrolled").waitFor();
        await takePhonePictures(page, "enrol-wallet-enrolled");
      });
    } finally {
      await secure.stop();
    }
  });
});
