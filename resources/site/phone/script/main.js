// What the pages that a phone opens do. The words are all in the page, which the server has translated.
import { enterCode } from "./code.js";
import { enrol } from "./enrol.js";
import { Refusal } from "./refusal.js";
import { unlock } from "./unlock.js";
import * as view from "./view.js";

const kFlows = { unlock, enrol, code: enterCode };

// Runs the flow to its end. A refusal is a section of the page; where that has a button "try again", the flow starts
// over, with all that was typed still in the page.
async function run(flow, page) {
  view.given({ script: true });
  for (;;) {
    try {
      return await flow(page);
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error);
      view.given({ session: false });
      await view.ask(view.stateFor(error.reason));
    }
  }
}

run(kFlows[document.body.dataset.page], document.body.dataset);
