import { draftRuleIds } from "../compare/draft/rules.ts";
import { postFormatNames } from "../ingest/posts/format.ts";
import { burstObjects } from "../spread/bursts/objects.ts";
import { reachObjects } from "../spread/reach/reach.ts";
import { postObjects } from "../store/posts/post-actions.ts";
import type { Command, OptionSpec } from "./command.ts";

const path = {
  name: "PATH",
  about: "the folder of the case: documents and, if you like, case.yaml",
};
const json: OptionSpec = { name: "json", about: "write JSON instead of a table" };
const caseFile: OptionSpec = {
  name: "case-file",
  value: "FILE",
  about: "a case file that lies elsewhere, in place of case.yaml in PATH; its packs lie beside it",
};
const port: OptionSpec = {
  name: "port",
  value: "N",
  about: "port on this machine; the next free one when it is taken (default 4177)",
};

const questionOptions: readonly OptionSpec[] = [
  {
    ...json,
    about: "write one JSON object per finding and line instead of a table (forms in docs/results)",
  },
  caseFile,
];

const question = (name: string, summary: string, example: string): Command => ({
  name,
  summary,
  usage: "PATH [--json] [--case-file FILE]",
  arguments: [path],
  least: 1,
  most: 1,
  options: questionOptions,
  examples: [{ line: `parallax ${name} my-case`, about: example }],
  load: async () => {
    const { questionCommand } = await import("./commands/question.ts");
    return { run: questionCommand(name as Parameters<typeof questionCommand>[0]) };
  },
});

const posts = {
  name: "POSTS",
  about:
    "posts as exported (Zeeschuimer, 4CAT, X's archive, Telegram Desktop, Bluesky, Mastodon, a table of CSV, JSON lines or Parquet); plain or gzip",
};
const postFormat: OptionSpec = {
  name: "format",
  value: "NAME",
  about: `how the posts were exported, where their beginning does not tell: ${postFormatNames.join(", ")}`,
};
const postColumns: OptionSpec = {
  name: "columns",
  value: "FIELD=COLUMN,…",
  about:
    "which column of a table tells what, where its name does not: id=nr,account=who,time=when,text=said",
};
const shownAccounts: OptionSpec = {
  name: "accounts",
  value: "HOW",
  about:
    "masked (default): accounts of fewer than 5,000 followers, or an unknown number, under a pseudonym; as-given: by their names",
};

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "open",
    summary: "analyse what changed, then open the workbench in the browser",
    usage: "[PATH] [--port N] [--no-browser] [--case-file FILE]",
    arguments: [{ ...path, about: `${path.about}; without it, the bundled example` }],
    least: 0,
    most: 1,
    options: [port, { name: "no-browser", about: "print the address only" }, caseFile],
    examples: [
      { line: "parallax open", about: "the bundled example" },
      { line: "parallax open my-case", about: "a folder of your own files" },
    ],
    load: () => import("./commands/open.ts"),
  },
  {
    name: "analyze",
    summary: "analyse what changed and print a summary",
    usage: "PATH [--out DIR] [--case-file FILE]",
    arguments: [path],
    least: 1,
    most: 1,
    options: [
      {
        name: "out",
        value: "DIR",
        about:
          "also write report.html, one JSON file per question (claims.json, figures.json, …; forms in docs/results) and manifest.json into DIR",
      },
      caseFile,
    ],
    examples: [
      { line: "parallax analyze my-case", about: "what was found, in a screen" },
      { line: "parallax analyze my-case --out results", about: "and everything as files" },
      {
        line: "parallax analyze my-texts --case-file examples/karabakh-2020/case.yaml",
        about: "your own texts, with a case that comes with Parallax",
      },
    ],
    load: () => import("./commands/analyze.ts"),
  },
  {
    name: "read",
    summary: "read single files: who says what, figures, dates, references, wording",
    usage: "FILE... [--why] [--json]",
    arguments: [{ name: "FILE", about: "text, Markdown, HTML or DOCX; as many as you like" }],
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [
      { name: "why", about: "say under each reading why it was made" },
      { ...json, about: "write one JSON object per document and line (docs/readings.schema.json)" },
    ],
    examples: [
      { line: "parallax read article.html", about: "a list for people" },
      { line: "parallax read article.html --why", about: "the same, with the reason of each line" },
      { line: "parallax read *.txt --json > readings.jsonl", about: "everything, for programs" },
    ],
    load: () => import("./commands/read.ts"),
  },
  {
    name: "ask",
    summary: "look statements up in every document of a case",
    usage: 'PATH "statement"... [--json] [--case-file FILE]',
    arguments: [path, { name: "statement", about: "a sentence, in quotation marks" }],
    least: 2,
    most: Number.POSITIVE_INFINITY,
    options: [{ ...json, about: "write one JSON object per statement and line" }, caseFile],
    examples: [
      {
        line: 'parallax ask my-case "The ferry sailed without lights."',
        about: "who asserts, attributes or denies it, and who is silent",
      },
    ],
    load: () => import("./commands/ask.ts"),
  },
  {
    name: "check",
    summary: "hold a draft against a case: notes in its margin, each with the passages behind it",
    usage:
      "DRAFT --case PATH [--format text|json|sarif] [--fail-on RULE,…|any] [--least N] [--case-file FILE]",
    arguments: [
      {
        name: "DRAFT",
        about:
          "text, Markdown, HTML or DOCX; - for standard input. It never becomes part of the case",
      },
    ],
    least: 1,
    most: 1,
    options: [
      { name: "case", value: "PATH", about: path.about },
      {
        name: "format",
        value: "FORMAT",
        about: "text, json (docs/check.schema.json) or sarif (2.1.0, for editors); default text",
      },
      {
        name: "fail-on",
        value: "RULES",
        about: `end with code 4 where a note of one of these rules is left (${draftRuleIds.join(", ")}), a mark that keeps nothing (keep), or either (any); by default notes change no code`,
      },
      {
        name: "least",
        value: "N",
        about:
          "a claim is missing where N sources carry it; default a third of the case's sources, at least 3",
      },
      caseFile,
    ],
    examples: [
      { line: "parallax check draft.md --case my-case", about: "notes for an editor" },
      {
        line: "parallax check draft.docx --case my-case --format json",
        about: "the same for programs; of a Word document paragraph and character",
      },
      {
        line: "parallax check draft.md --case my-case --fail-on own-voice,figure-conflict",
        about:
          "stop where one of these is left; `<!-- parallax: keep RULE reason -->` in the draft keeps a note",
      },
      {
        line: "parallax check - --case my-case < draft.md",
        about: "what another program hands over",
      },
    ],
    load: () => import("./commands/check.ts"),
  },
  {
    ...question(
      "claims",
      "who says it: claims by source and stance",
      "what is claimed, and by whom",
    ),
    usage: "PATH [--like TEXT] [--json] [--case-file FILE]",
    options: [
      {
        name: "like",
        value: "TEXT",
        about:
          "only the ten claims that a text (a post, a sentence) comes nearest to, and by which words",
      },
      ...questionOptions,
    ],
    examples: [
      { line: "parallax claims my-case", about: "what is claimed, and by whom" },
      {
        line: 'parallax claims my-case --like "no lights on the #GreyHeron!"',
        about: "which of these claims a post repeats",
      },
    ],
    load: () => import("./commands/claims.ts"),
  },
  question("figures", "how many: every source's number for each quantity", "numbers side by side"),
  {
    ...question(
      "wording",
      "in which words: the labels each source uses, and words one side uses more",
      "labels side by side",
    ),
    usage: "PATH [--with PATH] [--json] [--case-file FILE]",
    options: [
      {
        name: "with",
        value: "PATH",
        about:
          "another case: what the sources of both (by their names) call the same concept in each",
      },
      json,
      caseFile,
    ],
    examples: [
      { line: "parallax wording my-case", about: "labels side by side" },
      {
        line: "parallax wording my-case --with other-case",
        about: "is it “occupied” in one case and “disputed” in the other?",
      },
    ],
    load: () => import("./commands/wording.ts"),
  },
  question(
    "silence",
    "who is silent: what one side carries and another does not",
    "what is missing where",
  ),
  question("sourcing", "says who: whom each source quotes, and through whom", "who is quoted"),
  question(
    "origins",
    "copied from where: texts that others reprint, and what they changed",
    "who copied whom",
  ),
  question("timeline", "when: dated events as the documents tell them", "events in order"),
  {
    name: "judgements",
    summary:
      "what people confirmed, rejected and noted in the workbench, and whether it still holds",
    usage: "PATH [--format text|json|csv|annotations] [--case-file FILE]",
    arguments: [path],
    least: 1,
    most: 1,
    options: [
      {
        name: "format",
        value: "FORMAT",
        about:
          "text (default), json (docs/results/judgements.schema.json), csv, or annotations (W3C Web Annotations, JSON-LD)",
      },
      caseFile,
    ],
    examples: [
      { line: "parallax judgements my-case", about: "who said what of which mark" },
      {
        line: "parallax judgements my-case --format annotations > annotations.json",
        about: "for Hypothesis and other tools for annotations",
      },
    ],
    load: () => import("./commands/judgements.ts"),
  },
  {
    name: "spread",
    summary: "who carried it: accounts that act together more often than chance allows",
    usage:
      "POSTS... or PATH [--on OBJECT] [--format NAME] [--columns FIELD=COLUMN,…] [--window S] [--min-participation N] [--min-weight N] [--edges FILE] [--evidence FILE] [--out DIR] [--removed LIST] [--sweep] [--null shift [--rounds N]] [--no-test] [--seed N] [--accounts masked|as-given]",
    arguments: [
      {
        name: "POSTS",
        about:
          "posts as exported (Zeeschuimer, 4CAT, X's archive, Telegram Desktop, Bluesky, Mastodon, a table of CSV, JSON lines or Parquet), or CSV, JSON lines or Parquet with object_id, account_id, content_id and timestamp_share; plain or gzip",
      },
      { name: "PATH", about: "a case folder that holds such files of posts" },
    ],
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [
      {
        name: "on",
        value: "OBJECT",
        about: `what two accounts must have in common: ${postObjects.join(", ")} (default hashtag); object for a file with object_id`,
      },
      postFormat,
      postColumns,
      {
        name: "window",
        value: "S",
        about: "seconds within which two actions on one object count as one (default 60)",
      },
      {
        name: "min-participation",
        value: "N",
        about: "leave out accounts that act less often (default 2)",
      },
      { name: "min-weight", value: "N", about: "leave out pairs that met less often (default 2)" },
      {
        name: "edges",
        value: "FILE",
        about:
          "write all pairs as CSV: account_a, account_b, weight, mean_delta_seconds, posts_a, posts_b, symmetry, expected, p, q",
      },
      {
        name: "evidence",
        value: "FILE",
        about:
          "write the posts behind the pairs beyond chance as CSV: the object, both posts and times, where each stands in your files, addresses of accounts that are shown by name; at most 1,000,000 rows, and it says when there are more",
      },
      {
        name: "out",
        value: "DIR",
        about:
          "write all into a folder: edges.csv, groups.csv, evidence.csv, actions.csv (CooRTweet's four columns), graph.gexf (Gephi), graph.graphml, spread.json, manifest.json",
      },
      {
        name: "removed",
        value: "LIST",
        about:
          "a table of accounts that a platform removed, with a column of ids or handles (its own file of users will do): which of them are in the posts, and whom they reposted, quoted, answered and mentioned",
      },
      {
        name: "sweep",
        about:
          "tell how many members of each group stay in one group within 5, 10, 30, 60, 300, 900 and 3,600 seconds; takes as long as the search itself for each",
      },
      {
        name: "null",
        value: "MODEL",
        about:
          "hours (default): chance is what accounts as active as these would give that act on what is acted on in the same hour; shift: beside it, rounds in which each account's whole timeline is moved by up to six hours, which pulls bursts of news apart as well, so that those who met in one pass; slower, for comparison",
      },
      {
        name: "rounds",
        value: "N",
        about: "rounds of --null shift, 10,000 at most (default 200); p is 1/(N + 1) at least",
      },
      { name: "no-test", about: "do not hold pairs against chance" },
      { name: "seed", value: "N", about: "seed of the search for groups (default 1)" },
      shownAccounts,
    ],
    examples: [
      {
        line: "parallax spread posts.ndjson",
        about: "who used the same hashtags at the same time",
      },
      {
        line: "parallax spread my-case --on url",
        about: "who spread the same links, in the posts of a case",
      },
      {
        line: "parallax spread result.json --on similar-text",
        about: "who posted nearly the same words",
      },
      {
        line: "parallax spread actions.csv --window 600 --edges edges.csv",
        about: "within ten minutes, and every pair as a table",
      },
      {
        line: "parallax spread tweets.csv --on repost --out found",
        about: "all tables, the graph for Gephi, and the posts behind every pair",
      },
      {
        line: "parallax spread posts.ndjson --removed users.csv",
        about: "whom accounts that the platform removed carried",
      },
      {
        line: "parallax spread actions.csv --sweep --null shift",
        about: "whether the groups hold at other windows and under another null model",
      },
    ],
    load: () => import("./commands/spread.ts"),
  },
  {
    name: "pile-ons",
    summary: "on whom many strangers came at once: the senders as a whole, the target masked",
    usage:
      "POSTS... [--format NAME] [--columns FIELD=COLUMN,…] [--min-senders N] [--consent ACCOUNT,…] [--json]",
    arguments: [posts],
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [
      postFormat,
      postColumns,
      {
        name: "min-senders",
        value: "N",
        about: "leave out what fewer accounts take part in (default 10)",
      },
      {
        name: "consent",
        value: "ACCOUNTS",
        about:
          "targets that agreed to be named, by name or id, with commas between; all others stay under a pseudonym",
      },
      { ...json, about: "write one JSON object per pile-on and line" },
    ],
    examples: [
      { line: "parallax pile-ons posts.ndjson", about: "when, how many, how many strangers" },
      {
        line: "parallax pile-ons posts.ndjson --consent harbour_vet",
        about: "with the name of a target that agreed to it",
      },
    ],
    load: () => import("./commands/pile-ons.ts"),
  },
  {
    name: "reach",
    summary:
      "how far a hashtag, a link or a text was carried, by whom first and by whom with reach",
    usage:
      "POSTS... [--on OBJECT] [--object X] [--format NAME] [--columns FIELD=COLUMN,…] [--min-followers N] [--within S] [--accounts masked|as-given] [--json]",
    arguments: [posts],
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [
      {
        name: "on",
        value: "OBJECT",
        about: `of what: ${reachObjects.join(", ")} (default hashtag)`,
      },
      {
        name: "object",
        value: "X",
        about: "only this hashtag, link, domain or text; else those that most accounts carried",
      },
      postFormat,
      postColumns,
      {
        name: "min-followers",
        value: "N",
        about: "an account has reach from so many followers on (default 5000)",
      },
      {
        name: "within",
        value: "S",
        about:
          "seconds within which accounts with reach post the same or like words to be told (default 86400, a day)",
      },
      shownAccounts,
      {
        ...json,
        about:
          "write one JSON object per line: what was carried (kind object), shared words (phrasing), accounts with reach (account)",
      },
    ],
    examples: [
      { line: "parallax reach posts.ndjson --on hashtag", about: "what most accounts carried" },
      {
        line: 'parallax reach posts.ndjson --object "#GreyHeron"',
        about: "who was first, who with reach followed, who used the same words",
      },
      {
        line: "parallax reach posts.ndjson --on url --object https://example.org/statement",
        about: "how far one link went",
      },
    ],
    load: () => import("./commands/reach.ts"),
  },
  {
    name: "unmask",
    summary: "show one masked account of a case by its name, for a reason that is kept there",
    usage: "ACCOUNT --case PATH --reason TEXT",
    arguments: [
      {
        name: "ACCOUNT",
        about: "its pseudonym as the views of the case show it, or its name",
      },
    ],
    least: 0,
    most: 1,
    options: [
      { name: "case", value: "PATH", about: "the folder of the case" },
      {
        name: "reason",
        value: "TEXT",
        about:
          "what you need the name for; kept with the time in PATH/.parallax/unmasked.jsonl, to which lines are only ever added",
      },
      { name: "list", about: "which accounts of the case were un-masked, when and why" },
    ],
    examples: [
      {
        line: 'parallax unmask account-187dab604d29 --case my-case --reason "to ask her what she saw"',
        about: "from then on all views and tables of this case name this account, and no other",
      },
      { line: "parallax unmask --case my-case --list", about: "what was un-masked so far" },
    ],
    load: () => import("./commands/unmask.ts"),
  },
  {
    name: "bursts",
    summary: "when a hashtag, a link or a text had more than its usual share of all posts",
    usage:
      "POSTS... [--on OBJECT] [--format NAME] [--columns FIELD=COLUMN,…] [--bin S] [--min-actions N] [--against A,B] [--json]",
    arguments: [posts],
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: [
      {
        name: "on",
        value: "OBJECT",
        about: `of what: ${burstObjects.filter((one) => one !== "object").join(", ")} (default hashtag); object for a file with object_id`,
      },
      postFormat,
      postColumns,
      { name: "bin", value: "S", about: "count in bins of so many seconds (default 3600)" },
      {
        name: "min-actions",
        value: "N",
        about: "leave out what is posted less often (default 20)",
      },
      {
        name: "against",
        value: "A,B",
        about:
          "instead: two hashtags (--on: links, …) side by side over time, the accounts that used both, and how many of each group of parallax spread",
      },
      { ...json, about: "write one JSON object per burst and line; with --against one object" },
    ],
    examples: [
      { line: "parallax bursts posts.ndjson", about: "when which hashtag rose above the others" },
      { line: "parallax bursts posts.ndjson --on url --bin 86400", about: "links, by the day" },
      {
        line: "parallax bursts posts.ndjson --against openthestrait,closethestrait",
        about: "one hashtag against another, and who used both",
      },
    ],
    load: () => import("./commands/bursts.ts"),
  },
  {
    name: "report",
    summary: "write one self-contained HTML file that opens offline",
    usage: "PATH -o FILE [--chosen] [--case-file FILE]",
    arguments: [path],
    least: 1,
    most: 1,
    options: [
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "where to write it (default report.html)",
      },
      {
        name: "chosen",
        about: "only what was put together in the workbench, in that order and with those words",
      },
      caseFile,
    ],
    examples: [
      { line: "parallax report my-case -o report.html", about: "to send or to keep" },
      { line: "parallax report my-case --chosen -o page.html", about: "your own choice from it" },
    ],
    load: () => import("./commands/report.ts"),
  },
  {
    name: "verify",
    summary: "hold a report against the case it was made from",
    usage: "REPORT --case PATH [--json] [--case-file FILE]",
    arguments: [
      {
        name: "REPORT",
        about:
          "a page that `parallax report` wrote, or the folder that `parallax analyze --out` wrote",
      },
    ],
    least: 1,
    most: 1,
    options: [
      { name: "case", value: "PATH", about: "the folder of the case" },
      { ...json, about: "write JSON instead of lines" },
      caseFile,
    ],
    examples: [
      {
        line: "parallax verify report.html --case my-case",
        about: "are its passages, files and parameters those of the case?",
      },
    ],
    load: () => import("./commands/verify.ts"),
  },
  {
    name: "packs",
    summary: "list the wording packs, show one, or check a pack file",
    usage: "[NAME or FILE]",
    arguments: [
      {
        name: "NAME",
        about:
          "a pack or a group of packs: its concepts and labels, and in whose telling they are at home",
      },
      { name: "FILE", about: "a pack file of your own: the same, or what is wrong with it" },
    ],
    least: 0,
    most: 1,
    options: [],
    examples: [
      { line: "parallax packs", about: "which packs there are, and what for" },
      { line: "parallax packs elections", about: "what is in one" },
      { line: "parallax packs my-case/harbour.yaml", about: "check the one you write" },
    ],
    load: () => import("./commands/packs.ts"),
  },
  {
    name: "serve",
    summary: "analyse what changed and serve the workbench, without opening a browser",
    usage: "PATH [--port N] [--case-file FILE]",
    arguments: [path],
    least: 1,
    most: 1,
    options: [port, caseFile],
    examples: [{ line: "parallax serve my-case --port 8080", about: "on http://127.0.0.1:8080" }],
    load: () => import("./commands/serve.ts"),
  },
];
