import type { Sense } from "../../lexicon/senses.ts";

/** What stands around a weekday within its sentence. */
type Around = { readonly before: string; readonly after: string };

/**
 * Whether a weekday is told of as one to come, by the words of its own clause.
 *
 *     They will go home on Friday.        A curfew will begin, the minister said on Friday.
 *          ^^^^            ^^^^^^ next                         ^^^^^^^^^^^^^^^^^    ^^^^^^ last
 */
export function isComing({ before, after }: Around, calendar: ReadonlyMap<string, Sense>): boolean {
  const clause = before.slice(before.search(lastClause));
  if (/^\s*(?:on\s|by\s)?$/i.test(clause)) return aheadAfter.test(after);
  if (past.test(clause) || saying.test(clause) || happened.test(clause)) return false;
  return (
    plan.test(clause) ||
    possible.test(clause) ||
    deadline.test(clause) ||
    (aimed.test(clause) && !/^['’]s\b/.test(after)) ||
    isScheduled(clause, calendar)
  );
}

/** What stands after the last mark that parts clauses. */
const lastClause = /[^,;:–—“”"]*$/;

/** Words that make what follows them a thing to come, unless they stand before a noun ("the planned march"). */
const plan =
  /\b(?:(?:will|shall|would|should|must|could)(?!\shave\b)|won['’]t|(?:he|she|it|they|we|you|i)['’]ll|going to|(?:is|are|am) to|to be|set (?:to|for)|due|(?<!\b(?:the|a|an|its|their|his|her|this|that|had|has|have)\s)(?:scheduled|expected|planned)|(?:plan|want|hope|intend|aim|prepare|vow)s? to|wants? (?:\S+\s){1,5}?to|(?:planning|hoping|preparing) (?:to|for)|deadline)\b/i;

/** Not the month of May. */
const possible = /\b(?:may|might)(?!\shave\b)/;

/** "a strike for Friday"; "is closed until Friday", "holds from Saturday" */
const aimed =
  /(?:\bfor|\b(?:is|are|be|has|have|remains?|stays?|runs?|lasts?|takes? effect|comes? into force)\b[^.]{0,40}\b(?:until|till|from|starting|beginning))\s$/i;

/** "The hearing is on Friday", "takes effect on Saturday", "if none is reached by Friday" */
const deadline =
  /(?:\b(?:is|are)\s(?:on\s)?|\b(?:takes? (?:effect|place|office)|comes? into (?:force|effect)|go(?:es)? (?:to the polls|on (?:trial|sale|strike)))\s(?:on\s|from\s)?|\b(?:if|unless|is|are|has to|have to)\b[^.]{0,60}\bby\s)$/i;

/** What is told of the past, whatever it had been planned for. */
const past =
  /\b(?:had|have|has) been\b(?! (?:called|set|scheduled|planned) for\b)|\bdid(?:n['’]t)?\b/i;

/** "would ban nets passed on Thursday", "must explain what happened on Friday": the day is of the last verb. */
const happened =
  /(?:\b(?:what|because)\s[^.]{0,40}|(?<!\b(?:be|been|being|get|is|are)\s(?:\p{L}+ly\s)?)\b\p{L}{2,}ed)\s(?:on\s)?$/iu;

/** Directly before the day: it says when somebody spoke. */
const saying =
  /\b(?:said|says|told(?:\s\S+){0,3}|announced|added|confirmed|warned|reported|claimed|stated|wrote|insisted|declared|argued)\s(?:late\s|early\s)?(?:on\s)?$/i;

/** "On Friday the council will vote" */
const aheadAfter =
  /^,?\s(?!(?:[^,;:.]{0,60}\s)?(?:said|says|told|announced|[\p{L}]{2,}ed)\s)[^,;:.]{0,60}?\b(?:will|shall|(?:is|are) (?:to|due|set|expected|scheduled|going to))\b/iu;

/** "The film opens on Friday": verbs that tell in the present what is set for a day. */
function isScheduled(clause: string, calendar: ReadonlyMap<string, Sense>): boolean {
  const last = (
    clause
      .slice(-60)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(-8);
  return last.some((word) => calendar.get(word)?.of === "scheduled");
}
