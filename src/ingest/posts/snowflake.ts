/** What the ids of X count milliseconds from, in milliseconds since 1970: 4 November 2010, 01:42:54 UTC. */
const firstMs = 1_288_834_974_657n;
/** The lowest bits of an id tell the machine that gave it and its number there. */
const lowBits = 22n;
const minuteSeconds = 60;

/**
 * The time of a post of X to the second, where only its minute is told: its id was given at that
 * time (Snowflake, github.com/twitter-archive/snowflake). The time stays as told where the id's is
 * not in the same minute, as with ids from before November 2010, which only count posts.
 *
 *     1050118621198921728 told as 2018-10-10 20:19 is of 20:19:24
 *     ^^^^^^^^^^^^^ its upper bits: milliseconds since firstMs
 */
export function secondsWithin(toldSeconds: number, id: string): number {
  if (toldSeconds % minuteSeconds !== 0 || !/^\d{1,19}$/.test(id)) return toldSeconds;
  const seconds = Math.floor(Number((BigInt(id) >> lowBits) + firstMs) / 1000);
  return seconds - (seconds % minuteSeconds) === toldSeconds ? seconds : toldSeconds;
}
