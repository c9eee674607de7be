import { serveCase } from "./serve-case.ts";

serveCase();
