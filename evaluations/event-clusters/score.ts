import { f1 } from "../measure.ts";

/** Item → the group it stands in. */
type Groups = ReadonlyMap<string, string>;
type Score = {
  readonly value: number;
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
};

/** B³ (Bagga and Baldwin 1998): the mean over items of how much of their groups is common. */
export function bCubed(gold: Groups, found: Groups): Score {
  const own = sizes(gold);
  const other = sizes(found);
  const both = sizes(joint(gold, found));
  let precision = 0;
  let recall = 0;
  for (const [item, group] of gold) {
    const place = found.get(item) ?? "";
    const common = both.get(`${group}|${place}`) ?? 0;
    precision += common / (other.get(place) ?? 1) / gold.size;
    recall += common / (own.get(group) ?? 1) / gold.size;
  }
  const value = (2 * precision * recall) / (precision + recall || 1);
  return { value, n: gold.size, precision, recall };
}

/** F1 over the pairs of items of one group. */
export function pairs(gold: Groups, found: Groups): Score {
  const count = (groups: Groups) =>
    [...sizes(groups).values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const wanted = count(gold);
  const { precision, recall, f1: value } = f1(count(joint(gold, found)), count(found), wanted);
  return { value, n: wanted, precision, recall };
}

function joint(gold: Groups, found: Groups): Groups {
  return new Map([...gold].map(([item, group]) => [item, `${group}|${found.get(item) ?? ""}`]));
}

function sizes(groups: Groups): Map<string, number> {
  const of = new Map<string, number>();
  for (const group of groups.values()) of.set(group, (of.get(group) ?? 0) + 1);
  return of;
}
