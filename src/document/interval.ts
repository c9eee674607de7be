/** Standard normal quantile of 95 %, two-sided. */
const z = 1.96;

/**
 * 95 % Wilson score interval of a share: `count` of `n` (Wilson 1927,
 * 10.1080/01621459.1927.10502953). It holds for small numbers and for none or all of them; with no
 * cases at all it is everything, 0 to 1.
 */
export function wilson95(count: number, n: number): readonly [low01: number, high01: number] {
  if (n <= 0) return [0, 1];
  const share = count / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half =
    (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
