// What pages of other origins may ask the server (CORS), in a browser that enforces it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";

import { kDesktop, startBrowser, withPage } from "./browser.mjs";
import { LatchkeyServer } from "./latchkey_server.mjs";

describe("Another origin's page", { timeout: 300000 }, () => {
  let browser, site, origin;

  before(async () => {
    browser = await startBrowser();
    site = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Other</title>"));
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    origin = "http://127.0.0.1:" + site.address().port;
  });
  after(async () => {
    await browser?.close();
    site?.closeAllConnections();
    site?.close();
  });

  // Calls ask(options of fetch) → the answer's JSON, or the error that the page gets, on the other origin's page.
  const itIn = (name, options, work) =>
    it(name, async () => {
      const server = await LatchkeyServer.start(options());
      try {
        await withPage(browser, kDesktop, async (page, complaints) => {
          await page.goto(origin);
          const ask = (request) =>
            page.evaluate(async ([url, init]) => {
              try {
                return await (await fetch(url, init)).json();
              } catch (error) {
                return { error: error.name };
              }
            }, [server.origin + "/api/getqrcode?sid=null", request]);
          await work(ask, complaints, server);
        });
      } finally {
        await server.stop();
      }
    });

  itIn("gets no answer unless the operator lists it", () => [], async (ask, complaints) => {
    complaints.expect(/blocked by CORS policy/);
    complaints.expect(/ERR_FAILED/);
    assert.deepEqual(await ask({}), { error: "TypeError" });
  });

  itIn("gets no answer when the operator lists others", () => ["--cors-origins", "http://127.0.0.1:1"],
    async (ask, complaints) => {
      complaints.expect(/blocked by CORS policy/);
      complaints.expect(/ERR_FAILED/);
      assert.deepEqual(await ask({}), { error: "TypeError" });
    });

  itIn("gets its answer when it is listed, with a kiosk's token too", () => ["--cors-origins", origin],
    async (ask, complaints, server) => {
      assert.equal((await ask({})).state, "waiting");
      const { id, token } = await server.addKiosk("Lobby West", "Ground floor");
      const { qr } = await ask({ headers: { Authorization: "Bearer " + token } });
      assert.ok(qr.endsWith("&k=" + id), qr);
    });

  itIn("gets no answer with the visitor's cookies even then", () => ["--cors-origins", origin],
    async (ask, complaints) => {
      complaints.expect(/blocked by CORS policy/);
      complaints.expect(/ERR_FAILED/);
      assert.deepEqual(await ask({ credentials: "include" }), { error: "TypeError" });
    });
});
