// Registers tsx inside a worker thread and then loads the worker's TypeScript module. Used only in
// a checkout: what is published is JavaScript already.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
