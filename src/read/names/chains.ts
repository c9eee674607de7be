import type { Prose, Token } from "../sentences/prose.ts";
import type { Gender } from "./bearers.ts";
import { type Evidence, evidenceOf, type NameKind } from "./kinds.ts";
import { isCapitals } from "./letters.ts";
import type { Mention, MentionKind } from "./names.ts";
import type { NameRun } from "./runs.ts";
import { beside, is, type NameTraits } from "./words.ts";

/** A mention by a name, with its tokens and the chain it belongs to. */
export type Named = Mention & {
  readonly from: number;
  readonly to: number;
  readonly chain: Chain;
};

/** One person, body or place of a text, under all its names. */
export type Chain = {
  kind: MentionKind | null;
  name: string;
  actor: string | null;
  /** Where the names of the chain begin, as indices of the named mentions. */
  readonly forms: Form[];
};

/** All places of a text where the same words name somebody. */
type Form = {
  readonly key: string;
  readonly words: readonly string[];
  text: string;
  readonly runs: NameRun[];
  /** The reasons for each kind, summed. */
  readonly weights: Record<NameKind, number>;
  /** The strongest of them. */
  readonly strongest: Record<NameKind, Evidence | null>;
  kind: NameKind | null;
  rule: string;
  /** By titles and nouns of kin straight before it; undefined until it is asked for. */
  gender: Gender | null | undefined;
  /** The form whose name it is a short form of; itself where none. */
  root: Form;
};

/** A kind needs so much evidence, and so much more than the next. */
const leastWeight = 1;
const leastLead = 0.5;

/** Tells kinds and joins the names of one; in the order of the text. */
export function readChains(prose: Prose, traits: NameTraits, runs: readonly NameRun[]): Named[] {
  const forms = collectForms(prose, traits, runs);
  for (const form of forms.values()) tellKind(form);
  tellPeoples(forms, prose);
  linkForms([...forms.values()], traits);
  const chains = new Map<Form, Chain>();
  for (const form of forms.values()) {
    const root = rootOf(form);
    const chain = chains.get(root);
    if (chain) chain.forms.push(form);
    else chains.set(root, { kind: null, name: "", actor: null, forms: [form] });
  }
  for (const chain of chains.values()) describe(chain);
  const named: Named[] = [];
  for (const form of forms.values()) {
    const chain = chains.get(rootOf(form)) as Chain;
    for (const run of form.runs) {
      if (!stands(form, run, traits)) continue;
      named.push({
        start: (prose.tokens[run.from] as Token).start + run.skip,
        end: (prose.tokens[run.to - 1] as Token).end,
        kind: chain.kind,
        name: chain.name,
        actor: chain.actor,
        inferred: false,
        rule: form.root === form ? form.rule : "names/short-form",
        from: run.from,
        to: run.to,
        chain,
      });
    }
  }
  return named.sort((a, b) => a.from - b.from);
}

function collectForms(
  prose: Prose,
  traits: NameTraits,
  runs: readonly NameRun[],
): Map<string, Form> {
  const forms = new Map<string, Form>();
  const shared = sharedByTwo(prose, traits, runs);
  for (const run of runs) {
    const words: string[] = [];
    for (let at = run.from; at < run.to; at++) words.push((prose.tokens[at] as Token).lower);
    if (run.skip > 0) words[0] = (words[0] ?? "").slice(run.skip);
    const start = (prose.tokens[run.from] as Token).start + run.skip;
    const { end } = prose.tokens[run.to - 1] as Token;
    const text = prose.text.slice(start, end).replace(/\s+/g, " ");
    let key = run.known ? `${run.known.term} ${run.known.kind}` : words.join(" ");
    if (shared?.has(key) && words.length === 1) key = `${key} ${titleGender(traits, run) ?? ""}`;
    let form = forms.get(key);
    if (!form) {
      form = {
        key,
        words,
        text,
        runs: [],
        weights: { person: 0, organisation: 0, place: 0, nationality: 0, work: 0 },
        strongest: { person: null, organisation: null, place: null, nationality: null, work: null },
        kind: null,
        rule: "names/name",
        gender: undefined,
        root: undefined as unknown as Form,
      };
      form.root = form;
      forms.set(key, form);
    }
    form.runs.push(run);
    // Of a people's words the first stands for all: the longest would depend on the language's endings.
    if (run.known?.kind !== "nationality" && isBetter(text, form.text)) form.text = text;
    for (const one of evidenceOf(prose, traits, run)) weigh(form, one);
  }
  return forms;
}

/** Last names that the text gives to a man and to a woman ("Mr. Oro", "Ms. Oro"): they name two. */
function sharedByTwo(
  { tokens }: Prose,
  traits: NameTraits,
  runs: readonly NameRun[],
): ReadonlySet<string> | null {
  const genders = new Map<string, Gender>();
  let shared: Set<string> | null = null;
  for (const run of runs) {
    if (run.title < 0 || run.to - run.from > 1) continue;
    const gender = titleGender(traits, run);
    if (!gender) continue;
    const { lower } = tokens[run.from] as Token;
    const other = genders.get(lower);
    if (other === undefined) genders.set(lower, gender);
    else if (other !== gender) shared = (shared ?? new Set()).add(lower);
  }
  return shared;
}

function titleGender(traits: NameTraits, { title }: NameRun): Gender | null {
  const bits = title >= 0 ? (traits.beside[title] as number) : 0;
  return bits & beside.female ? "female" : bits & beside.male ? "male" : null;
}

/** Longer, or the same not in capitals. */
function isBetter(text: string, than: string): boolean {
  if (isCapitals(than) && !isCapitals(text)) return text.length >= than.length;
  if (isCapitals(text) && !isCapitals(than) && text.length > 4) return false;
  return text.length > than.length;
}

function weigh({ weights, strongest }: Form, reason: Evidence): void {
  const { kind, weight } = reason;
  weights[kind] += weight;
  const before = strongest[kind];
  if (weight > (before?.weight ?? 0)) strongest[kind] = reason;
}

const kinds = ["person", "organisation", "place", "nationality", "work"] as const;

function tellKind(form: Form): void {
  let best: NameKind | null = null;
  let first = 0;
  let second = 0;
  for (const kind of kinds) {
    const weight = form.weights[kind];
    if (weight > first) {
      second = first;
      first = weight;
      best = kind;
    } else if (weight > second) second = weight;
  }
  if (best === null || first < leastWeight || first - second < leastLead) return;
  form.kind = best;
  form.rule = form.strongest[best]?.rule ?? form.rule;
}

/** Endings by which a word for a people is made from a place's name. */
const peopleEndings = [
  "n",
  "an",
  "ian",
  "ean",
  "ese",
  "ish",
  "i",
  "ns",
  "ans",
  "ians",
  "eans",
  "is",
];

/** "Hesk" and "a Heskan ferry": a place and its people, where the text has both words. */
function tellPeoples(forms: ReadonlyMap<string, Form>, { tokens }: Prose): void {
  for (const form of forms.values()) {
    const [word = ""] = form.words;
    if (form.words.length > 1 || form.runs[0]?.known || word.length < 6) continue;
    for (const ending of peopleEndings) {
      if (!word.endsWith(ending)) continue;
      const base =
        forms.get(word.slice(0, -ending.length)) ?? forms.get(`${word.slice(0, -ending.length)}a`);
      if (!base || (base.words[0] ?? "").length < 4 || (base.kind === "person" && !isWeak(base)))
        continue;
      const used = form.runs.some(({ to }) => tokens[to]?.pos === "NOUN" || ending.endsWith("s"));
      if (!used) continue;
      weigh(form, { kind: "nationality", weight: 4, rule: "names/people" });
      weigh(base, { kind: "place", weight: 4, rule: "names/people" });
      tellKind(form);
      tellKind(base);
    }
  }
}

function firstRun({ runs }: Form): number {
  return runs[0]?.from ?? 0;
}

function rootOf(form: Form): Form {
  let root = form;
  while (root.root !== root) root = root.root;
  return root;
}

/** Joins short forms to the one long form that they can be short for. */
function linkForms(forms: readonly Form[], traits: NameTraits): void {
  const long = forms
    .filter((form) => form.words.length > 1)
    .sort((a, b) => b.words.length - a.words.length || firstRun(a) - firstRun(b));
  // Word of a long form → the long forms that hold it, so that no form is held against all others.
  const holding = new Map<string, Form[]>();
  for (const form of long)
    for (const word of new Set([
      ...form.words,
      ...leftOut.map((skipped) => initials(form.words, skipped)),
    ])) {
      const list = holding.get(word);
      if (list) list.push(form);
      else holding.set(word, [form]);
    }
  for (const form of [...forms].sort((a, b) => b.words.length - a.words.length)) {
    const key = form.words.length === 1 ? letters(form.words[0] ?? "") : (form.words[0] ?? "");
    const candidates = new Set([
      ...(holding.get(form.words[0] ?? "") ?? []),
      ...(holding.get(key) ?? []),
      ...(holding.get(form.words.at(-1) ?? "") ?? []),
    ]);
    const roots = new Set<Form>();
    let kind: NameKind | null = null;
    for (const other of candidates) {
      if (other === form || other.words.length < form.words.length) continue;
      if (!isShortFor(form, other, traits)) continue;
      roots.add(rootOf(other));
      kind = other.kind;
    }
    if (roots.size === 0) continue;
    if (roots.size === 1) {
      const [root] = roots as Set<Form>;
      if (root && root !== form) form.root = root;
    } else if (form.kind === null && kind === "person") form.kind = "person";
  }
}

/** By what stands straight before: "Mr. Oro", "his wife, Ann Oro". */
function genderOf(form: Form, traits: NameTraits): Gender | null {
  if (form.gender !== undefined) return form.gender;
  let female = 0;
  let male = 0;
  for (const { from, title } of form.runs) {
    const before = traits.beside[title >= 0 ? title : from - 1] as number;
    const bits = before & (beside.female | beside.male) ? before : (traits.beside[from - 2] ?? 0);
    if (bits & beside.female) female++;
    else if (bits & beside.male) male++;
  }
  form.gender = female > male ? "female" : male > female ? "male" : null;
  return form.gender;
}

/** The letters that an acronym is made of. */
function letters(word: string): string {
  return word.replace(/[^\p{L}]/gu, "");
}

/** Words that an acronym may leave out: all small ones, the article alone, or none. */
const leftOut = [/^(?:of|for|and|the|in|on|&|-|'s)$/, /^(?:the|&|-|'s)$/, /^(?:&|-|'s)$/];

/** First letters of the words: "ms", "mos" or "mots". */
function initials(words: readonly string[], skipped: RegExp): string {
  let made = "";
  for (const word of words) if (!skipped.test(word)) made += word[0] ?? "";
  return made;
}

/** Can `form` be another, shorter way to name what `other` names? */
function isShortFor(form: Form, other: Form, traits: NameTraits): boolean {
  const { words } = form;
  const size = words.length;
  const first = words[0] ?? "";
  const kinds = [form.kind, other.kind];
  if (size === 1 && isAcronym(form)) {
    const short = letters(first);
    if (
      short.length > 1 &&
      other.kind !== "person" &&
      leftOut.some((skipped) => initials(other.words, skipped) === short)
    )
      return true;
  }
  const run = form.runs[0];
  const beside0 = run ? (traits.beside[run.from] as number) : 0;
  if (other.kind === "person" || (other.kind === null && kinds[0] === "person")) {
    if (form.kind !== null && form.kind !== "person" && !isWeak(form)) return false;
    if (size === 1) {
      if ((traits.is[run?.from ?? 0] as number) & is.adherent) return false;
      // "Mr. Oro" is not "the first lady, Ann Oro".
      const genders = [genderOf(form, traits), genderOf(other, traits)];
      if (genders[0] && genders[1] && genders[0] !== genders[1]) return false;
      return other.words.at(-1) === first || (other.words[0] === first && other.words.length > 1);
    }
    if (size === other.words.length) return false;
    const ends = other.words.at(-1) === words.at(-1);
    return (
      startsWith(other.words, words) ||
      endsWith(other.words, words) ||
      (ends && other.words[0] === first)
    );
  }
  if (form.kind !== null && form.kind !== other.kind && !isWeak(form)) return false;
  if (form.kind === "nationality" || other.kind === "nationality") return false;
  if (form.runs[0]?.known?.kind === "place") return false;
  if (run && size === 1 && (traits.is[run.from] as number) & is.adherent) return false;
  if (endsWith(other.words, words)) {
    if (other.kind === "place")
      return !(beside0 & beside.listed) && !startsWithDirection(other, traits);
    return other.kind === "organisation" || other.kind === "work" || other.kind === null;
  }
  if (startsWith(other.words, words) && other.kind === "organisation") {
    const rest = other.runs[0];
    if (!rest) return false;
    const next = rest.from + size;
    return (
      Boolean((traits.beside[next] as number) & (beside.edition | beside.outletHead)) &&
      other.words.length === size + 1 &&
      form.kind !== "place"
    );
  }
  return false;
}

function isAcronym({ text }: Form): boolean {
  const short = letters(text);
  const capitals = short.replace(/[^\p{Lu}]/gu, "").length;
  return short.length <= 7 && capitals > 1 && capitals * 2 > short.length;
}

/** Told by nothing but hints. */
function isWeak({ strongest, kind }: Form): boolean {
  return kind === null || (strongest[kind]?.weight ?? 0) <= 2;
}

function startsWithDirection({ runs }: Form, traits: NameTraits): boolean {
  const run = runs[0];
  return run !== undefined && Boolean((traits.beside[run.from] as number) & beside.direction);
}

function startsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((word, at) => long[at] === word);
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  const gap = long.length - short.length;
  return short.every((word, at) => long[gap + at] === word);
}

/** Kind, name and actor of a chain, from its forms. */
function describe(chain: Chain): void {
  let best: Form | undefined;
  let weight = -1;
  for (const form of chain.forms) {
    const actor = form.runs.find((run) => run.known?.actor)?.known?.actor;
    if (actor && chain.actor === null) {
      chain.actor = actor.id;
      chain.name = actor.name;
    }
    const long = form.words.length * 1000 + form.text.length;
    if (!best || long > best.words.length * 1000 + best.text.length) best = form;
    if (form.kind === null) continue;
    const own = form.weights[form.kind];
    if (own > weight) {
      weight = own;
      chain.kind = form.kind === "work" ? null : form.kind;
    }
  }
  if (chain.actor === null && best) chain.name = best.text;
}

/** A head noun alone ("the Council") names only what a longer name has named. */
function stands(form: Form, run: NameRun, traits: NameTraits): boolean {
  if (run.known || form.words.length > 1 || rootOf(form) !== form) return shown(form, run);
  const bits = traits.is[run.from] as number;
  if (bits & is.monthName || form.weights.organisation >= 1.5) return shown(form, run);
  if (bits & (is.bodyHead | is.placeHead | is.portfolio | is.bodyOpen)) return false;
  return shown(form, run);
}

/** In a line of capitals or of title case only what the text names elsewhere, or a head tells. */
function shown(form: Form, run: NameRun): boolean {
  if (!run.shouted || run.known) return true;
  if (rootOf(form) !== form || form.runs.some((other) => !other.shouted)) return true;
  return form.kind !== null && (form.strongest[form.kind]?.weight ?? 0) >= 2;
}
