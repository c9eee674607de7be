import { createReader } from "../read/read.ts";
import { serveReader } from "./serve-reader.ts";

serveReader(createReader);
