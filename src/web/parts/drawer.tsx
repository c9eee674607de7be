import { type ReactNode, useEffect, useRef } from "react";
import { withoutMarks } from "../../document/in-words.ts";
import type { MarkName } from "../../document/judgement.ts";
import { texts } from "../texts.ts";
import { written } from "./bidi.ts";
import { datesInWords } from "./dates.ts";
import { Judge } from "./judge.tsx";
import { usePaged } from "./paging.tsx";
import { type About, PassagesOf, type ShownPassage } from "./passage.tsx";
import { go } from "./route.ts";
import { Sentence } from "./sentence.tsx";
import { Words } from "./words.tsx";

const words = texts.evidence;

const nothing: readonly About[] = [];

/** How many documents' passages the drawer shows before it asks. */
const documentsShown = 8;

/**
 * The evidence behind one mark: the exact passages in their text, where they come from, the rule
 * and the reason. Takes the focus when it opens and gives it back; Escape closes it.
 */
export function Drawer({
  id,
  title,
  kicker,
  passages,
  reason,
  rule,
  about = nothing,
  mark,
  markOf,
  closeTo,
  isWide = false,
  children,
}: {
  /** Changes with the mark, so that the focus moves to the new evidence. */
  id: string;
  title: string;
  kicker: string;
  /** Absent where the evidence is no passage of a document: it is then among the children. */
  passages?: readonly ShownPassage[];
  reason?: string | undefined;
  rule: string;
  /** The kinds of readings that the mark was made from: each is explained under its passage. */
  about?: readonly About[];
  /** What is judged here; without it and `markOf`, the readings that the passages show. */
  mark?: MarkName | undefined;
  /** Where each passage is a mark of its own. */
  markOf?: (passage: ShownPassage) => MarkName;
  /** The address without the mark. */
  closeTo: string;
  /** Room for two texts side by side. */
  isWide?: boolean;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Mark | null>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (active && !active.closest(".drawer")) {
      before.current = { element: active, address: addressOf(active) };
    }
    heading.current?.focus({ preventScroll: true });
  }, [id]);
  useEffect(() => () => giveBackFocus(before.current), []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") go(closeTo);
    };
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [closeTo]);
  const { shown, more } = usePaged(byDocument(passages ?? []), documentsShown);
  return (
    <aside className={isWide ? "drawer wide" : "drawer"} aria-label={words.evidence}>
      <header>
        <p className="kicker">{kicker}</p>
        <a className="close" href={closeTo} aria-label={words.close}>
          ×
        </a>
        <h2 ref={heading} tabIndex={-1}>
          <bdi {...written(title)}>
            <Words text={withoutMarks(title)} />
          </bdi>
        </h2>
      </header>
      {children}
      {passages?.length === 0 && <p className="empty">{words.noPassage}</p>}
      {shown.map(([documentId, list]) => (
        <PassagesOf
          key={documentId}
          documentId={documentId}
          passages={list}
          about={about}
          markOf={markOf}
          judgesReadings={mark === undefined && markOf === undefined}
        />
      ))}
      {more}
      <dl className="why">
        {reason && (
          <>
            <dt>{words.reason}</dt>
            <dd>
              <Sentence>{datesInWords(reason)}</Sentence>
            </dd>
          </>
        )}
        <dt>{texts.shared.rule}</dt>
        <dd className="code">{rule}</dd>
      </dl>
      {mark && <Judge key={id} mark={mark} isFoot />}
    </aside>
  );
}

/** What had the focus before, and where it leads. */
type Mark = { readonly element: Element; readonly address: string | null };

/** A picture is drawn again beside the drawer: its mark is then another element at the same address. */
function giveBackFocus(mark: Mark | null): void {
  if (!mark) return;
  const { element, address } = mark;
  const again = () =>
    [...document.querySelectorAll("main a")].find((link) => addressOf(link) === address);
  const target = element.isConnected || address === null ? element : again();
  if (target instanceof HTMLElement || target instanceof SVGElement) {
    target.focus({ preventScroll: true });
  }
}

function addressOf(element: Element): string | null {
  return element instanceof SVGAElement ? element.href.baseVal : element.getAttribute("href");
}

function byDocument(passages: readonly ShownPassage[]): [string, ShownPassage[]][] {
  const groups = new Map<string, ShownPassage[]>();
  const seen = new Set<string>();
  for (const passage of passages) {
    const key = `${passage.documentId}:${passage.start}-${passage.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const list = groups.get(passage.documentId);
    if (list) list.push(passage);
    else groups.set(passage.documentId, [passage]);
  }
  return [...groups];
}
