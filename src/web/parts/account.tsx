import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import type { Unmasked, Unmasking } from "../../serve/types.ts";
import { api, read } from "../api/client.ts";
import { texts } from "../texts.ts";
import { formatNumber } from "./numbers.ts";
import { FailureNote } from "./states.tsx";
import "./account.css";

const words = texts.accounts;
const pseudonym = /^account-[0-9a-f]{12}$/;
const shortestReason = 10;

/** An account as it may be shown; beside a pseudonym stands the way to the name, for a reason. */
export function Account({ name }: { name: string }) {
  const [isAsked, setAsked] = useState(false);
  if (!pseudonym.test(name)) return <bdi className="account">{name}</bdi>;
  return (
    <span className="account masked">
      {name}{" "}
      <button
        type="button"
        className="unmask"
        aria-label={words.unmaskOf(name)}
        onClick={() => setAsked(true)}
      >
        {words.unmask}
      </button>
      {isAsked && <Unmask account={name} close={() => setAsked(false)} />}
    </span>
  );
}

export function Followers({ followers }: { followers: number | null }) {
  return (
    <span className="soft">
      {followers === null ? words.unknownFollowers : words.followers(formatNumber(followers))}
    </span>
  );
}

function Unmask({ account, close }: { account: string; close: () => void }) {
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement | null>(null);
  const [reason, setReason] = useState("");
  const label = useId();
  const asking = useMutation({
    mutationFn: () => read<Unmasked>(api.unmask.$post({ json: { account, reason } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.mutate();
  };
  /** The views are asked again when the answer has been read. */
  const end = () => {
    if (asking.isSuccess)
      for (const of of ["reach", "spread", "unmask"])
        void client.invalidateQueries({ queryKey: [of] });
    close();
  };
  return (
    <dialog
      className="ask-reason"
      aria-labelledby={label}
      ref={(element) => {
        dialog.current = element;
        if (element && !element.open) element.showModal();
      }}
      onClose={end}
    >
      <h2 id={label}>{words.unmaskOf(account)}</h2>
      {asking.data ? (
        <p role="status">{told(account, asking.data)}</p>
      ) : (
        <form onSubmit={submit}>
          <label>
            {words.why}
            <textarea
              dir="auto"
              required
              minLength={shortestReason}
              maxLength={2000}
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <p className="soft small">{words.kept}</p>
          {asking.error && <FailureNote error={asking.error} />}
          {asking.isPending && <p role="status">{words.working}</p>}
          <p className="choices">
            <button
              type="submit"
              disabled={asking.isPending || reason.trim().length < shortestReason}
            >
              {words.unmask}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.cancel}
            </button>
          </p>
        </form>
      )}
      {asking.data && (
        <p className="choices">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </p>
      )}
    </dialog>
  );
}

function told(account: string, done: Unmasked): string {
  if (done.outcome === "unmasked") return words.done(account, done.unmasking.account);
  if (done.outcome === "before")
    return words.before(done.unmasking.account, done.unmasking.at.slice(0, 10));
  return done.outcome === "public" ? words.public(done.account) : account;
}

/** Which accounts of the case were un-masked, when and why. */
export function UnmaskLog() {
  const { data } = useQuery({
    queryKey: ["unmask"],
    queryFn: () => read<readonly Unmasking[]>(api.unmask.$get()),
  });
  if (!data || data.length === 0) return null;
  return (
    <details className="unmask-log">
      <summary>{words.log(data.length)}</summary>
      <div className="scroll">
        <table className="plain">
          <thead>
            <tr>
              {words.logHead.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map(({ at, account, pseudonym: before, reason }) => (
              <tr key={`${at} ${account}`}>
                <td>{at.slice(0, 16).replace("T", " ")}</td>
                <th scope="row">{account}</th>
                <td className="code">{before}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
