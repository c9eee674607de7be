import { actionColumns } from "../../document/action.ts";
import { openFile } from "./open-file.ts";
import { sampleOf } from "./sample.ts";

const parquetStart = "PAR1";

/**
 * How a file holds actions, or null where it holds no columns of these names and so, perhaps, posts.
 * @throws InputError where it cannot be read
 */
export async function actionFormatOf(file: string): Promise<"csv" | "jsonl" | "parquet" | null> {
  const { sample } = await openFile(file);
  if (sample.subarray(0, parquetStart.length).toString("latin1") === parquetStart) return "parquet";
  const { header, records } = sampleOf(sample.toString("utf8"));
  if (header && actionColumns.every((column) => header.includes(column))) return "csv";
  const [first] = records;
  const isRecord = typeof first === "object" && first !== null;
  return isRecord && actionColumns.every((column) => column in first) ? "jsonl" : null;
}
