import { useEffect, useRef } from "react";

/**
 * Brings the chosen element into view when a link leads to it, without taking the focus. `chosen`
 * is false, or true, or the name of what is chosen where the element can change.
 */
export function useReveal<E extends Element>(chosen: boolean | string) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (chosen !== false) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return element;
}
