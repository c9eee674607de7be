import * as Plot from "@observablehq/plot";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import "./plot.css";

/** Draws a picture as wide as its place, again whenever that changes. Its marks are links. */
export function Picture({
  draw,
  label,
}: {
  draw: (width: number) => Plot.PlotOptions;
  label: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  useEffect(() => {
    if (!place.current || width === 0) return;
    const focused = hrefOf(document.activeElement);
    const picture = Plot.plot({ ...draw(width), width, ariaLabel: label });
    place.current.replaceChildren(picture);
    oneStopPerLink(picture);
    withoutTitles(picture);
    withoutPlotNames(picture);
    if (focused !== null)
      for (const mark of picture.querySelectorAll("a"))
        if (hrefOf(mark) === focused) {
          mark.focus({ preventScroll: true });
          break;
        }
  }, [draw, label, width]);
  const { tip, handlers } = useTip();
  return (
    <div className="picture-frame" {...handlers}>
      <div className="picture" ref={place} />
      {tip && (
        <div className="tip" aria-hidden="true" style={{ left: tip.x, top: tip.y }}>
          {tip.text}
        </div>
      )}
    </div>
  );
}

type Tip = { readonly text: string; readonly x: number; readonly y: number };

/** Room that a tip needs at the right of its mark, pixels. */
const tipPixels = 300;

/** What a mark says, beside it, while it is pointed at or has the focus; Escape takes it away. */
function useTip() {
  const [tip, setTip] = useState<Tip | null>(null);
  const show = ({ target, currentTarget }: SyntheticEvent<HTMLElement>) => {
    const mark = target instanceof Element ? target.closest("a") : null;
    const text = mark && (mark.getAttribute("aria-label") ?? labelWithin(mark));
    if (!mark || !text) return;
    const frame = currentTarget.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    const x = Math.max(0, Math.min(place.left - frame.left, frame.width - tipPixels));
    setTip({ text, x, y: place.bottom - frame.top + 6 });
  };
  const hide = () => setTip(null);
  return {
    tip,
    handlers: {
      onFocus: show,
      onBlur: hide,
      onPointerOver: show,
      onPointerLeave: hide,
      onKeyDown: ({ key }: { readonly key: string }) => {
        if (key === "Escape") hide();
      },
    },
  };
}

function labelWithin(mark: Element): string | null {
  return mark.querySelector("[aria-label]")?.getAttribute("aria-label") ?? null;
}

/** The tip says the same, and by key as well. */
function withoutTitles(picture: Element): void {
  for (const title of picture.querySelectorAll("a title")) title.remove();
}

/** A mark, its label and its bar lead to the same place: only the first is a stop for the Tab key. */
function oneStopPerLink(picture: Element): void {
  const seen = new Set<string>();
  for (const mark of picture.querySelectorAll("a")) {
    const href = hrefOf(mark);
    if (href === null) continue;
    if (seen.has(href)) mark.setAttribute("tabindex", "-1");
    seen.add(href);
  }
}

/** Plot names its layers ("rule", "dot"): no name for a reader, and a group without a role bears none. */
function withoutPlotNames(picture: Element): void {
  for (const layer of picture.querySelectorAll("g[aria-label]"))
    layer.removeAttribute("aria-label");
}

/** The picture's own links only: other elements are not drawn again. */
function hrefOf(element: Element | null): string | null {
  return element instanceof SVGAElement ? element.href.baseVal : null;
}

function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
