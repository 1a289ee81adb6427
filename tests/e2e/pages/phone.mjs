// What somebody does on a phone's pages.
import assert from "node:assert/strict";

export const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
// A text that the page shows; it also has those of other moments, hidden.
export const said = (page, text) => page.getByText(text).filter({ visible: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });

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
