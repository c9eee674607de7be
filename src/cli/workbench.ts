import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Findings, Question } from "../compare/findings.ts";
import { type AnalyzedCase, allFindings, analyzeCase, placesOf } from "../pipeline/analyze.ts";
import { caseFolderOf } from "../pipeline/case-folder.ts";
import { createCaseThread } from "../pipeline/case-thread.ts";
import { createPresentOf } from "../pipeline/judgements.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { packageRoot } from "../pipeline/root.ts";
import { explainAll } from "../read/explain.ts";
import { createAssetReader, workbenchAssets } from "../serve/assets.ts";
import { createClaimsBeside } from "../serve/beside.ts";
import type { Deps, Live } from "../serve/deps.ts";
import { draftAnswers } from "../serve/draft.ts";
import { createJudgements } from "../serve/judgements.ts";
import { type Listening, listen } from "../serve/listen.ts";
import { createLiveApp, type LiveDeps } from "../serve/live.ts";
import { overviewOf } from "../serve/overview.ts";
import type { DraftOpened } from "../serve/types.ts";
import {
  appendJudgement,
  judgementsPath,
  readJudgementLog,
  rememberAuthor,
  rememberedAuthor,
} from "../store/judgement-log.ts";
import { type Asked, optionsOf, withCase } from "./case.ts";
import { caseReport } from "./case-report.ts";
import { CliError, exitCodes, type Io } from "./command.ts";
import { postsDeps } from "./posts-deps.ts";

const defaultPort = 4177;

/** Brings the case up to date and serves the workbench until it is interrupted. */
export function serveCase(
  asked: Asked,
  io: Io,
  options: { readonly port: string | boolean | undefined; readonly browser: boolean },
): Promise<number> {
  const port = readPort(options.port);
  const serve = async (analyzed: AnalyzedCase): Promise<number> => {
    const start: Start = {
      token: randomUUID(),
      asset: await createAssetReader(await workbenchAssets(packageRoot())),
      io,
      asked,
    };
    const app = await createLiveApp(analyzed, {
      analyze: (options) => analyzeCase(asked.path, { ...optionsOf(asked, io), ...options }),
      depsOf: (one, live) => depsOf(one, live, start),
    });
    const listening = await listen(app, port);
    io.out(`${analyzed.case.title}: ${listening.address}\n(Ctrl-C ends it)\n`);
    if (options.browser && hasDesktop(io)) openBrowser(listening.address);
    await interrupted(listening);
    await app.close();
    return exitCodes.ok;
  };
  return withCase(asked, io, serve, { mayBeEmpty: true });
}

/** What stays the same from start to end, however often the case is analysed. */
type Start = Pick<Deps, "token" | "asset"> & { readonly io: Io; readonly asked: Asked };

/** The answers of one analysis: made anew for each, so what is kept here is never of another. */
async function depsOf(
  analyzed: AnalyzedCase,
  live: Live,
  { token, asset, io, asked }: Start,
): Promise<LiveDeps> {
  const { store } = analyzed;
  const findings: Findings = await allFindings(store);
  const manifest = await manifestOf(analyzed, findings);
  const overview = overviewOf({ ...analyzed, findings, manifest });
  const cards = new Map(analyzed.documents.map((card) => [card.id, card]));
  const ofPosts = postsDeps(analyzed, findings.claims, io);
  const logPath = judgementsPath(analyzed.folder, analyzed.place);
  const beside = createClaimsBeside(findings.claims, analyzed.documents);
  const thread = createCaseThread({ ...analyzed, documents: analyzed.input.documents });
  let places: ReturnType<typeof placesOf> | undefined;
  return {
    token,
    asset,
    live,
    folder: await caseFolderOf(analyzed, {
      caseFile: asked.caseFile,
      environment: io.environment,
    }),
    overview: async () => overview,
    findings: async <Q extends Question>(question: Q) => findings[question],
    places: () => {
      places ??= placesOf(store);
      return places;
    },
    texts: async (ids) =>
      ids.length > mostTextsApart
        ? store.texts()
        : new Map(
            await Promise.all(ids.map(async (id) => [id, (await store.text(id)) ?? ""] as const)),
          ),
    document: async (id) => {
      const card = cards.get(id);
      const stored = (await store.documents()).find((one) => one.id === id);
      const text = await store.text(id);
      const readings = await store.readings(id);
      if (!card || !stored || text === null || !readings) return null;
      const { sha256, sizeBytes, format, url, author, publishedFrom } = stored;
      const saved = await stat(join(analyzed.folder, stored.file)).catch(() => null);
      const savedAt = saved ? { savedAt: saved.mtime.toISOString() } : {};
      return {
        ...{ sha256, sizeBytes, format, url, author, publishedFrom, text, card, readings },
        ...savedAt,
      };
    },
    explanations: async (id) => {
      const text = await store.text(id);
      const readings = await store.readings(id);
      const published = cards.get(id)?.published ?? null;
      return text === null || !readings
        ? null
        : explainAll({ text, published }, readings, analyzed.lexicon);
    },
    ...ofPosts,
    report: caseReport(analyzed, findings, ofPosts),
    claimsBeside: async (id, page) => beside(id, page),
    judgements: createJudgements(
      {
        read: () => readJudgementLog(logPath),
        append: (entry) => appendJudgement(logPath, entry),
        author: () => rememberedAuthor(analyzed.place),
        remember: (author) => rememberAuthor(analyzed.place, author),
      },
      {
        documents: analyzed.documents,
        findings,
        input: analyzed.input,
        words: analyzed.lexicon,
        presentOf: createPresentOf(store, analyzed.documents),
        hashes: async () => new Map((await store.documents()).map((one) => [one.id, one])),
        now: () => new Date().toISOString(),
      },
    ),
    draft: draftAnswers(thread, () => exampleDraft(analyzed)),
    ask: thread.ask,
    close: thread.close,
  };
}

/** Of more documents the texts of all are read at once: that is quicker. */
const mostTextsApart = 100;

/** The bundled example has a draft to try with, beside its folder. */
async function exampleDraft({ case: { title } }: AnalyzedCase): Promise<DraftOpened | null> {
  if (title !== exampleTitle) return null;
  const name = "two-shores.md";
  const text = await readFile(join(packageRoot(), "examples", "drafts", name), "utf8");
  // Its lines are cut for those who read the file, not for a field that cuts them itself.
  return { name, format: "markdown", text: text.replace(/(?<=\S)\n(?=\S)/g, " ") };
}

const exampleTitle = "The Brenna Strait collision";

/** @throws CliError for what is not a port. */
function readPort(value: string | boolean | undefined): number {
  if (value === undefined) return defaultPort;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new CliError(
      `invalid port: ${String(value)} (give a number from 0 to 65535; 0 for any free one)`,
      exitCodes.usage,
    );
  return port;
}

/** A browser is opened only for a person at a desktop: never in CI, over SSH or into a pipe. */
export function hasDesktop(io: Pick<Io, "environment" | "outIsTerminal">): boolean {
  const { environment } = io;
  if (!io.outIsTerminal || environment.CI || environment.SSH_CONNECTION) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

function openBrowser(address: string): void {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [address]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", address]]
        : ["xdg-open", [address]];
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  // The address has been printed: without a browser the user opens it.
  child.on("error", () => {});
  child.unref();
}

function interrupted(listening: Listening): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      void listening.close().then(resolve);
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
  });
}
