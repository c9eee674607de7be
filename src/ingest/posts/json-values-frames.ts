import type { JsonPlace } from "./json-values.ts";

/** A place on the way to its records: which one, and how many of its steps are taken. */
type Step = { readonly place: ParsedPlace; readonly taken: number };

type ParsedPlace = { readonly steps: readonly string[]; readonly within: readonly string[] };

/** An object or array that is entered, as records lie in it. */
export type Frame = {
  readonly isArray: boolean;
  readonly steps: readonly Step[];
  /** The key whose value stands next. */
  key: string | null;
  readonly fields: Map<string, unknown>;
};

/** Where a value stands. */
export type Place = {
  readonly steps: readonly Step[];
  readonly isRecord: boolean;
  readonly leadsOn: boolean;
};

export type Frames = {
  readonly isTop: () => boolean;
  readonly top: () => Frame | undefined;
  readonly place: () => Place;
  readonly enter: (isArray: boolean, place: Place) => void;
  readonly leave: () => void;
  readonly key: (key: unknown) => void;
  /** Whether the value that stands next is a field which belongs to the records below. */
  readonly wants: () => boolean;
  readonly field: (value: unknown) => void;
  /** The fields of the enclosing object that belong to the record; null where none are asked for. */
  readonly fields: () => Readonly<Record<string, unknown>> | null;
};

const member = "[*]";

/** The objects and arrays that stand open, and how far each place is reached in them. */
export function createFrames(places: readonly JsonPlace[]): Frames {
  const start: readonly Step[] = places.map(({ path, within }) => ({
    place: { steps: stepsOf(path), within },
    taken: 0,
  }));
  const frames: Frame[] = [];
  const top = () => frames[frames.length - 1];

  function place(): Place {
    const frame = top();
    const steps = frame ? taken(frame) : start;
    return {
      steps,
      isRecord: steps.some(({ place, taken }) => taken === place.steps.length),
      leadsOn: steps.length > 0,
    };
  }

  return {
    isTop: () => frames.length === 0,
    top,
    place,
    enter: (isArray, { steps }) => {
      frames.push({ isArray, steps, key: null, fields: new Map() });
    },
    leave: () => {
      frames.pop();
    },
    key: (key) => {
      const frame = top();
      if (frame) frame.key = typeof key === "string" ? key : null;
    },
    wants: () => {
      const { key = null, steps = [] } = top() ?? {};
      return key !== null && steps.some(({ place }) => place.within.includes(key));
    },
    field: (value) => {
      const frame = top();
      if (frame && frame.key !== null && value !== undefined) frame.fields.set(frame.key, value);
    },
    fields: () => {
      const reached = place().steps.find(({ place, taken }) => taken === place.steps.length);
      if (!reached || reached.place.within.length === 0) return null;
      const enclosing = frames.findLast(({ isArray }) => !isArray);
      const wanted = reached.place.within;
      return Object.fromEntries(
        [...(enclosing?.fields ?? [])].filter(([name]) => wanted.includes(name)),
      );
    },
  };
}

/** The places that are still reachable one step further. */
function taken({ isArray, key, steps }: Frame): readonly Step[] {
  const step = isArray ? member : key;
  return steps
    .filter(({ place, taken }) => step !== null && place.steps[taken] === step)
    .map(({ place, taken }) => ({ place, taken: taken + 1 }));
}

/** `chats.list[*].messages[*]` → chats, list, [*], messages, [*]. */
function stepsOf(path: string): readonly string[] {
  return path.match(/\[\*\]|[^.[\]]+/g) ?? [];
}
