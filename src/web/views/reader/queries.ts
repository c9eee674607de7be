import { useQuery } from "@tanstack/react-query";
import type { ClaimBeside, ClaimsBeside } from "../../../serve/types.ts";
import { api, read } from "../../api/client.ts";

/** A document that carries more claims than these pages hold shows the first of them. */
const mostPages = 10;

/** The claims that a document carries, with what others say of them. */
export function useClaimsBeside(id: string) {
  return useQuery({ queryKey: ["beside", id], queryFn: () => pagesOf(id) });
}

async function pagesOf(id: string): Promise<readonly ClaimBeside[]> {
  const claims: ClaimBeside[] = [];
  for (let page = 0; page < mostPages; page++) {
    const query = page === 0 ? { id } : { id, page: String(page) };
    const answer: ClaimsBeside = await read(api.document.claims.$get({ query }));
    claims.push(...answer.claims);
    if (answer.next === null) break;
  }
  return claims;
}
