import type { FolderView } from "../../../serve/types.ts";
import { FailureNote } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { useCopy } from "./queries.ts";

const words = texts.add;

/** Why nothing can be changed here, and the way out. */
export function RefusalNote({ refusal }: { refusal: FolderView["refusal"] }) {
  const copy = useCopy();
  if (!refusal) return null;
  return (
    <div className="failure refusal">
      <p>
        {sentence(refusal.message)} <span className="soft">{sentence(refusal.mend)}</span>
      </p>
      {refusal.canCopy && !copy.data && (
        <p>
          <button type="button" disabled={copy.isPending} onClick={() => copy.mutate()}>
            {words.copyExample}
          </button>
        </p>
      )}
      <div role="status">
        {copy.data && (
          <>
            <p>
              {words.copied} <span className="code">{copy.data.path}</span>
            </p>
            <p>
              {words.openCopy} <span className="code">{words.openCommand(copy.data.path)}</span>
            </p>
          </>
        )}
      </div>
      {copy.error && <FailureNote error={copy.error} />}
    </div>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
