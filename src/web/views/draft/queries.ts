import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Backing, DraftAnswer, DraftOpened, DraftText } from "../../../serve/types.ts";
import { AnswerError, api, read } from "../../api/client.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";

/** After so long without a key the draft is held against the case. */
const pauseMs = 350;

/** The text as it was when nothing was typed for a while. */
export function useSettled(draft: DraftText): DraftText {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return settled;
}

/** What was asked, and what the case says to it: the answer before stays until the next one is there. */
export function useNotes({ text, format }: DraftText) {
  return useQuery({
    queryKey: ["draft", format, text],
    queryFn: async ({ signal }) => ({
      text,
      answer: await read<DraftAnswer>(
        api.draft.$post({ json: { text, format } }, { init: { signal } }),
      ),
    }),
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

/** The passages behind one note. */
export function usePassages({ text, format }: DraftText, id: string) {
  return useQuery({
    queryKey: ["draft-note", id],
    queryFn: () => read<readonly Backing[]>(api.draft.note.$post({ json: { text, format, id } })),
    gcTime: 60_000,
  });
}

/** Has the case prepared while the first words are written; asked again and again until it is. */
export function useReady() {
  return useQuery({
    queryKey: ["draft-ready"],
    queryFn: () => read<{ readonly done01: number }>(api.draft.ready.$post()),
    refetchInterval: ({ state }) =>
      state.error || state.data?.done01 === 1 ? false : readyAskedEveryMs,
  });
}

const readyAskedEveryMs = 400;

export function useExample() {
  return useQuery({
    queryKey: ["draft-example"],
    queryFn: () => read<DraftOpened | null>(api.draft.example.$get()),
  });
}

/** A text file is read here; the server takes the text out of others. */
export async function openFile(file: File): Promise<DraftOpened> {
  if (file.size > largestFileMegabytes * 1024 * 1024)
    throw new AnswerError(texts.draft.tooLarge(formatNumber(largestFileMegabytes)));
  return read<DraftOpened>(
    api.draft.open.$post(
      { query: { name: file.name } },
      { init: { body: await file.arrayBuffer() } },
    ),
  );
}

const largestFileMegabytes = 20;
