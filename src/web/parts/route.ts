import { useSyncExternalStore } from "react";
import { type Address, addressOf, parseAddress } from "../../document/address.ts";

export type Route = Address;
export { addressOf as link };

export function useRoute(): Route {
  return parseAddress(useSyncExternalStore(subscribe, () => location.hash));
}

export function go(address: string): void {
  location.hash = address;
}

/** Changes the filters in place: no new step in the browser's history. */
export function refilter(route: Route, changes: Readonly<Record<string, string | undefined>>) {
  history.replaceState(null, "", addressOf(route.view, route.path, { ...route.query, ...changes }));
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
