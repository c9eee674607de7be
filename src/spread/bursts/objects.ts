/** Of what bursts are told. Posts that are reposted or answered are left out: their ids lead to accounts. */
export const burstObjects = [
  "hashtag",
  "url",
  "domain",
  "text",
  "similar-text",
  "claim",
  "object",
] as const;
