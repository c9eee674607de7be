import * as Plot from "@observablehq/plot";
import { useEffect, useRef, useState } from "react";

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
    withoutPlotNames(picture);
    if (focused !== null)
      for (const mark of picture.querySelectorAll("a"))
        if (hrefOf(mark) === focused) {
          mark.focus({ preventScroll: true });
          break;
        }
  }, [draw, label, width]);
  return <div className="picture" ref={place} />;
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
