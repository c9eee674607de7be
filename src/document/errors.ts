/** What the user gave cannot be used: says where (path, line, column) and the mend. */
export class InputError extends Error {
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  constructor(
    message: string,
    place: { path: string; line?: number; column?: number; cause?: unknown },
  ) {
    super(message, { cause: place.cause });
    this.name = "InputError";
    this.path = place.path;
    this.line = place.line ?? null;
    this.column = place.column ?? null;
  }
}

/** The case's database cannot be used (another process holds it, a newer schema, a broken file). */
export class StoreError extends Error {
  readonly path: string;
  constructor(message: string, path: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StoreError";
    this.path = path;
  }
}
