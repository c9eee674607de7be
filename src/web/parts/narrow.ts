import { useSyncExternalStore } from "react";

/** Below this width a table becomes cards. The same as in style.css. */
const narrow = matchMedia("(max-width: 719px)");

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener("change", changed);
      return () => narrow.removeEventListener("change", changed);
    },
    () => narrow.matches,
  );
}
