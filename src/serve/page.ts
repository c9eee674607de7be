/** The page of the workbench among its files. */
export const page = "index.html";

/** Where the page keeps the token of this start; `src/web/api/client.ts` reads it there. */
const place = /(<meta name="parallax-token" content=")(")/;

/** The page with the token that its changes are asked for with. */
export function withToken(html: Uint8Array, token: string): string {
  return new TextDecoder().decode(html).replace(place, `$1${token}$2`);
}
