/** Stands between several choices of one filter in an address: no choice holds it. */
export const choiceMark = "|";

/** `a|b` are the choices a and b. */
export function choicesIn(value: string | undefined): string[] {
  return [...new Set((value ?? "").split(choiceMark).filter((one) => one !== ""))];
}

/** The value with a choice more, or without it where it was chosen; undefined where none is left. */
export function withChoice(value: string | undefined, choice: string): string | undefined {
  const chosen = choicesIn(value);
  const next = chosen.includes(choice)
    ? chosen.filter((one) => one !== choice)
    : [...chosen, choice];
  return next.length > 0 ? next.join(choiceMark) : undefined;
}
