import { useSyncExternalStore } from "react";
import { type Address, addressOf, parseAddress } from "../../document/address.ts";

export type Route = Address;

/**
 * The address of a place. The stretch of time that is marked goes along everywhere, unless the query
 * says otherwise.
 */
export function link(
  view: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return addressOf(view, path, { ...markedIn(location.hash), ...query });
}

const marked = /[?&](?:from|to)=/;

function markedIn(hash: string): Readonly<Record<string, string | undefined>> {
  if (!marked.test(hash)) return {};
  const { from, to } = parseAddress(hash).query;
  return { from, to };
}

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
