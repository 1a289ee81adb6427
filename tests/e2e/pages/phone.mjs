// What somebody does on a phone's pages.
import assert from "node:assert/strict";

import { kPhone, takePictures } from "./browser.mjs";

export const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
export const button = (page, name) => page.getByRole("button", { name, exact: true });

// Light and dark, to the folder that LATCHKEY_SHOTS names.
export async function takePhonePictures(page, name) {
  await takePictures(page, "phone-" + name, { phone: kPhone });
}

// Adds the phone that the page is on to the user, with the page's own key.
export async function enrolPhone(page, server, user) {
  await page.goto(await server.invite(user));
  await button(page, "Add this phone").tap();
  await heading(page, "This phone is enrolled").waitFor();
}

// Opens the kiosk's page and picks the number that the kiosk shows.
export async function openAndPick(page, kiosk) {
  await page.goto(kiosk.qr);
  await button(page, await kiosk.number()).tap();
}

export async function pickWrongNumber(page, kiosk) {
  const right = await kiosk.number();
  const wrong = page.locator('[data-action="pick"]', { hasNotText: right }).first();
  assert.notEqual(await wrong.textContent(), right);
  await wrong.tap();
}
