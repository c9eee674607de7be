import type { Completeness } from "../document/document.ts";

/** A line of the text proper has at least so many words. */
const bodyWords = 12;
/** So many words of text after a request to pay show that nothing was held back. */
const wordsAfterGate = 60;
/** A text of fewer words that ends in a link to its rest is a teaser. */
const teaserWords = 120;
/** A text of fewer words that ends in "…" is cut off. */
const cutWords = 250;
/** A request or a link has at most so many words; longer lines are text. */
const noticeWords = 60;
/** Lines that are looked at from the end for how the text ends. */
const tailLines = 12;
/** Only so much of a text is looked at, from its end: a request further up stands beside text. */
const lookedAt = 20_000;
/** Of the lines of a text, at most this share may lack a final stop for a cut to be told by one. */
const unstopped01 = 0.2;

/**
 * Whether a text was kept whole, as far as its own words tell: a request to pay or to sign in with
 * next to no text after it, a mark of cutting ("… [+2345 chars]", "[…]"), a link to the rest under a
 * few lines, or an end in the middle of a sentence make it an excerpt. What a page says beside a
 * whole text ("You have 2 free articles left", "Subscribe to our newsletter") does not. English only.
 */
export function textCompleteness(text: string): Completeness {
  const lines = text
    .slice(-lookedAt)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll("\u00a0", " ").trim())
    .filter((line) => line !== "");
  const words = lines.map(countWords);
  const tail = lines.slice(-tailLines);
  if (tail.slice(-3).some((line) => /\[\+\d+ chars?\]/.test(line))) return "excerpt";
  const isNotice = lines.map(
    (line, at) => (words[at] ?? 0) <= noticeWords && beside.test(plain(line)),
  );
  const isBody = lines.map(
    (line, at) => (words[at] ?? 0) >= bodyWords && !isNotice[at] && !isGate(line),
  );
  let after = 0;
  for (let at = lines.length - 1; at >= 0 && after < wordsAfterGate; at--) {
    if (isBody[at]) after += words[at] ?? 0;
    else if ((words[at] ?? 0) <= noticeWords && isGate(lines[at] ?? "")) return "excerpt";
  }
  const last = isBody.lastIndexOf(true);
  if (last < 0) return "full";
  const all = words.reduce((sum, count, at) => sum + (isBody[at] ? count : 0), 0);
  const ending = lines[last] ?? "";
  const linked = lines.slice(last + 1).some((line) => isRestLink(plain(line)));
  const short = text.length <= lookedAt && all < teaserWords;
  const cut =
    isCut(ending) || lines.slice(last + 1).some((line) => /^[[(]?(?:…|\.{3})[\])]?$/.test(line));
  if (/\[(?:…|\.{3})\]?$/.test(ending) || (linked && (short || cut))) return "excerpt";
  if (cut && text.length <= lookedAt && all < cutWords) return "excerpt";
  return last === lines.length - 1 && endsWithin(lines, isBody, last) ? "excerpt" : "full";
}

/** Asks to pay, to sign in or to register before one may read on, or says that only some may. */
export function isGate(line: string): boolean {
  const words = plain(line);
  if (!gateWord.test(words)) return false; // what almost every line fails, at once
  return gates.some((gate) => gate.test(words));
}

const gateWord =
  /subscri|sign (?:up|in)|log-? ?in|regist|member|account|trial|buy|pay|premium|limit|allowance|free|unlock|access|preview|remain|left/;

const gates: readonly RegExp[] = [
  /\b(?:subscribe|subscription|sign up|register|log ?in|sign in|become an? (?:\w+ )?(?:member|subscriber)|account|trial|membership|buy|pay)\b.{0,60}\b(?:to|and) (?:continue (?:reading|to)|keep reading|read (?:on|the (?:rest|full|whole|entire)|this (?:article|story)|more of|it all)|finish reading|unlock|view (?:the full|this)|see the (?:rest|full)|access (?:this|the (?:full|rest|complete)))/,
  /\b(?:to|want to) (?:continue|keep|finish) reading\b.{0,80}\b(?:subscrib|sign|log ?in|regist|become|account|member)/,
  /\bto (?:read|view|access|unlock|see) (?:the (?:full|rest|whole|complete|entire)|this (?:full )?(?:article|story|content|post)|it in full|more).{0,60}\b(?:subscrib|sign in|log ?in|regist|become a|account|member)/,
  /\bth(?:is|e rest of this|e full) (?:article|story|content|post|page|report|text|video|premium \w+)\b.{0,30}\b(?:is|are) (?:only |exclusively |currently )?(?:for|available (?:only )?(?:to|for)|reserved for|accessible to|restricted to|limited to|behind)\b.{0,30}(?:subscriber|member|paying|registered|paid|premium|paywall)/,
  /^(?:\W*)(?:this (?:article|story|content) is )?(?:subscribers?|members?|premium)[ -](?:only|exclusive)(?: (?:content|article|story|post))?\W*$/,
  /^exclusively for (?:subscribers|members)\W*$/,
  /\byou(?:'ve| have) (?:reached|used|hit|exceeded|read)(?: up)? (?:your|all|the)\b.{0,40}\b(?:limit|free (?:articles?|stories)|allowance)/,
  /\b(?:unlock|get full access to) (?:this|the full|the rest of this|the complete) (?:article|story|report|text|piece|post)\b/,
  /\b\d{1,2} ?(?:%|per cent|percent) of (?:this|the) (?:article|story|text)\b.{0,40}\b(?:left|remain|reserved|only|subscrib)|\bremaining \d{1,2} ?%/,
  /\b(?:this is (?:a|only a|just a) |free )preview\b.{0,60}(?:subscrib|article|story|full|$)/,
  /\b(?:subscription|registration|log-?in) (?:is )?required\b/,
  /\bplease (?:subscribe|log ?in|sign in|register) (?:to|for) (?:read|view|continue|access|see|full)/,
];

/** Leads to the rest of the text: a link alone on its line, not a title after a colon. */
function isRestLink(line: string): boolean {
  return /^\W*(?:\(?more(?:\.{3}|…)\)?|(?:click here to |tap to )?(?:continue|keep) reading(?! ?:)(?: (?:this|the) (?:article|story|post))?|read more(?! ?:)|read (?:the )?(?:full|whole|entire|complete|rest of the|rest of this)(?: (?:article|story|post|text|piece|entry))?(?: (?:here|at|on)\b.{0,40})?|(?:the )?full (?:article|story)|view (?:the )?(?:full|original) (?:article|story|post)|continue to (?:the )?(?:full )?(?:article|story|site)|go to (?:the )?full (?:article|story))\W*$/.test(
    line,
  );
}

/** What stands beside texts that are whole, so that it is no text: a foot of notices. */
const beside =
  /\b(?:appeared first on|newsletter|cookies?|all rights reserved|copyright|free articles? (?:left|remaining)|last free article|follow us|privacy policy|terms of (?:use|service)|already (?:a|have an?) (?:subscriber|member|account|subscription)|support our|donate)\b|©/;

function plain(line: string): string {
  return line.slice(0, 400).toLowerCase().replace(/[’‘]/g, "'");
}

function isCut(line: string): boolean {
  return /(?:…|\.{3})[\s\])"”’]*$/.test(line);
}

/** The last line stops in the middle of a sentence, in a text whose other lines do not. */
function endsWithin(lines: readonly string[], isBody: readonly boolean[], last: number): boolean {
  const line = lines[last] ?? "";
  if (!unfinished.test(line) || !/^["“‘'(]?\p{Lu}/u.test(line)) return false;
  let long = 0;
  let open = 0;
  for (const [at, one] of lines.entries()) {
    if (!isBody[at] || at === last) continue;
    long++;
    if (!/[.!?…:;]["”’')\]]*$/.test(one)) open++;
  }
  const within = /[.!?]["”’]? +\p{Lu}/u.test(line);
  return long > 0 ? open <= long * unstopped01 : within;
}

/** Words with which no sentence ends. */
const unfinished =
  / (?:the|an?|of|to|in|and|that|for|with|at|by|from|had|has|have|was|were|is|are|been|be|on|as|or|but|who|which|whose|his|their|its|would|will|could|because|while|when|than|into|between|about|after|before|during),?$/;

function countWords(line: string): number {
  return line.split(/\s+/).length;
}
