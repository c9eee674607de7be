import { useEffect, useRef } from "react";

/** Brings the chosen row into view when a link leads to it, without taking the focus. */
export function useReveal<E extends Element>(isChosen: boolean) {
  const element = useRef<E>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isChosen]);
  return element;
}
