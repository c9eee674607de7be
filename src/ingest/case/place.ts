import type { CaseFile } from "./schema.ts";

/** Where a document's source is told from how its file or its page is called. */
export type Places = {
  /** By the nearest folder that is called as a source is, else by how the file's name begins. */
  readonly ofFile: (file: string) => string | undefined;
  /** By the page's own address; the longest host wins. */
  readonly ofUrl: (url: string | null) => string | undefined;
};

/**
 * How sources are told without patterns. A source is called by its id, its name or its hosts; one
 * that gives `files` is found by these and its hosts' pages only. Capitals, and whether words are
 * joined by spaces, hyphens or underlines, do not matter.
 *
 *     marl-times/gate.html    Marl Times/gate.html    marl-times_2031-06-03.html    marltimes.example/1.html
 *     ^^^^^^^^^^              ^^^^^^^^^^              ^^^^^^^^^^                    ^^^^^^^^^^^^^^^^^
 */
export function createPlaces({ sources }: CaseFile): Places {
  const folders = new Map<string, string>();
  const hosts = new Map<string, string>();
  const add = (to: Map<string, string>, key: string, id: string) => {
    if (!to.has(key)) to.set(key, id);
  };
  const all = Object.entries(sources ?? {});
  for (const [id, { files }] of all) if (!files) add(folders, called(id), id);
  for (const [id, source] of all) {
    for (const host of source.hosts ?? []) add(hosts, host, id);
    if (source.files) continue;
    for (const host of source.hosts ?? []) add(folders, host, id);
    if (source.name) add(folders, called(source.name), id);
  }
  const ofName = (name: string) => folders.get(called(name).replace(/^www\./, ""));
  return {
    ofFile: (file) => {
      const parts = file.split("/");
      const name = called(parts.pop() ?? "").replace(/^www\./, "");
      for (const folder of parts.reverse()) {
        const id = ofName(folder);
        if (id !== undefined) return id;
      }
      for (let end = name.length; end > 0; end--) {
        if (end < name.length && !/[-.]/.test(name[end] ?? "")) continue;
        const id = folders.get(name.slice(0, end));
        if (id !== undefined) return id;
      }
      return undefined;
    },
    ofUrl: (url) => {
      let host = hostOf(url);
      while (host.includes(".")) {
        const id = hosts.get(host);
        if (id !== undefined) return id;
        host = host.slice(host.indexOf(".") + 1);
      }
      return undefined;
    },
  };
}

function called(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\s_-]+/g, "-");
}

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
}
