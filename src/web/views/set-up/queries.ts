import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Added,
  Declaration,
  FolderView,
  Pasted,
  RunView,
  Saved,
  SetUpPreview,
  SetUpState,
} from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

export function useFolder() {
  return useQuery({
    queryKey: ["folder"],
    queryFn: () => read<FolderView>(api.folder.$get()),
  });
}

/** The case file as it is on the disk whenever the view is opened; a form that is open keeps its own. */
export function useSetUp() {
  return useQuery({
    queryKey: ["set-up"],
    queryFn: () => read<SetUpState>(api.folder["set-up"].$get()),
    staleTime: 0,
  });
}

export function usePreview(declared: Declaration) {
  return useQuery({
    queryKey: ["set-up preview", JSON.stringify(declared)],
    queryFn: () =>
      read<SetUpPreview>(api.folder["set-up"].preview.$post({ json: mutable(declared) })),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

export function useSave() {
  return useMutation({
    mutationFn: ({ sha256, declared }: { sha256: string; declared: Declaration }) =>
      read<Saved>(api.folder["set-up"].$put({ json: { sha256, declared: mutable(declared) } })),
  });
}

export function useCopy() {
  return useMutation({
    mutationFn: () => read<{ path: string }>(api.folder.copy.$post()),
  });
}

export function usePaste() {
  return useMutation({
    mutationFn: (pasted: Pasted) => read<Added>(api.folder.texts.$post({ json: pasted })),
  });
}

/** One file, as its bytes. @throws AnswerError */
export function addFile(name: string, file: Blob): Promise<Added> {
  return read<Added>(api.folder.files.$post({ query: { name } }, { init: { body: file } }));
}

/** Has the case analysed again, now that its folder is another. */
export function useAnalyse() {
  const client = useQueryClient();
  return async () => {
    client.setQueryData(["run"], await read<RunView>(api.run.$post()));
  };
}

/** What is sent is read only, which the client's types cannot say. */
function mutable(declared: Declaration) {
  return structuredClone(declared);
}
