// Why something did not happen, as one word. The page has a section of that name, which says it to a person.
export class Refusal extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}
