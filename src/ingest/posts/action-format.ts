import { actionColumns } from "../../document/action.ts";
import { openFile } from "./open-file.ts";
import { sampleOf } from "./sample.ts";

/**
 * How a file holds actions, or null where it holds no columns of these names and so, perhaps, posts.
 * @throws InputError where it cannot be read
 */
export async function actionFormatOf(file: string): Promise<"csv" | "jsonl" | "parquet" | null> {
  const { sample, parquet } = await openFile(file);
  const { header, records } = sampleOf(sample.toString("utf8"));
  if (header && actionColumns.every((column) => header.includes(column))) return "csv";
  const [first] = records;
  const isRecord = typeof first === "object" && first !== null;
  if (!isRecord || !actionColumns.every((column) => column in first)) return null;
  return parquet ? "parquet" : "jsonl";
}
