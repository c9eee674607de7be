/**
 * The words of the workbench, a part for each view, for whoever translates it. A text that holds
 * a number is a function of that number; formats of dates and numbers follow the locale by
 * themselves. The words of the user's documents and of the server's answers are not here.
 */
export const texts = {
  claims: {},
  draft: {},
  evidence: {},
  pileOns: {},
  reach: {},
  reader: {},
  report: {
    name: "Report",
    question: "What do you want to show?",
    about:
      "Your own choice from the comparison, in your order and with your words, as one page that opens anywhere and loads nothing. The passages, the documents' hashes, how each answer is made and the run stand in it.",
    add: "Add to report",
    added: (label: string) => `In the report: ${label}`,
    title: "Title",
    introduction: "Introduction",
    introductionHint: "What the reader should know first. An empty line begins a new paragraph.",
    items: (n: number) => (n === 1 ? "1 part" : `${n} parts`),
    empty:
      "Nothing is chosen yet. Open a claim, a figure, a word, an event, a group of accounts or a passage, and press “Add to report” at the top of the page.",
    note: (label: string) => `Your words on: ${label}`,
    noteHint: "Your words on it (optional)",
    up: (label: string) => `Move up: ${label}`,
    down: (label: string) => `Move down: ${label}`,
    remove: (label: string) => `Take out: ${label}`,
    removed: (label: string) => `Taken out: ${label}`,
    putBack: "Put it back",
    download: "Download the page",
    look: "Look at it",
    print:
      "To print it or to keep it as PDF, look at it and use your browser's print: what is open is printed.",
    saved: "Saved",
    saving: "Saving …",
  },
  setUp: {},
  spread: {},
} as const;
