// What to call this phone in the operator's list: its model, where the browser tells.
const kReducedModel = "K"; // what newer browsers say instead

// Into the page's field, which has a word that fits any phone.
export async function prefillLabel() {
  const label = await model();
  if (label) document.querySelector("[name=label]").value = label;
}

async function model() {
  const { userAgent, userAgentData } = navigator;
  if (userAgentData && userAgentData.getHighEntropyValues) {
    const hints = await userAgentData.getHighEntropyValues(["model"]);
    if (hints.model) return hints.model;
  }
  const apple = /\((iPhone|iPad|iPod)/.exec(userAgent);
  if (apple) return apple[1];
  const [, system, name] = /(Android) [^;)]*; ([^;)]+)/.exec(userAgent) || [];
  return name === kReducedModel ? system : name && name.replace(/ Build\/.*/, "");
}
