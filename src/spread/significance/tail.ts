/**
 * Chance of a count of at least `count`, from a mean and a variance: negative binomial where the
 * variance is larger than the mean, else Poisson. Counts and moments ≥ 0; the result is in [0, 1].
 */
export function upperTail(count: number, mean: number, variance: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const spread = variance - mean;
  // Below one part in a thousand the two differ by less than the moments are worth.
  const [first, ratio] =
    spread > mean * 1e-3
      ? negativeBinomial(count, (mean * mean) / spread, spread / variance)
      : poisson(count, mean);
  return count > mean ? upward(count, first, ratio) : 1 - downward(count, first, ratio);
}

/** The chance of a count, as a logarithm, and by what it is multiplied from k to k + 1. */
type Terms = readonly [first: number, ratio: (k: number) => number];

/** @param size may be any number > 0 @param share chance in (0, 1) of one more */
function negativeBinomial(count: number, size: number, share: number): Terms {
  const first =
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) +
    size * Math.log1p(-share) +
    count * Math.log(share);
  return [first, (k) => ((k + size) / (k + 1)) * share];
}

function poisson(count: number, mean: number): Terms {
  return [count * Math.log(mean) - mean - logGamma(count + 1), (k) => mean / (k + 1)];
}

/** Terms that add less than this to their sum are left out. */
const smallest = 1e-12;

/** Sum of the chances of `count`, `count + 1`, … */
function upward(count: number, first: number, ratio: (k: number) => number): number {
  let sum = 1;
  let term = 1;
  for (let k = count; ; k++) {
    term *= ratio(k);
    sum += term;
    if (term < smallest * sum) break;
  }
  return Math.min(1, Math.exp(first) * sum);
}

/** Sum of the chances of `count - 1`, `count - 2`, … 0. */
function downward(count: number, first: number, ratio: (k: number) => number): number {
  let sum = 0;
  let term = 1;
  for (let k = count - 1; k >= 0; k--) {
    term /= ratio(k);
    sum += term;
    if (term < smallest * sum) break;
  }
  return Math.min(1, Math.exp(first) * sum);
}

/** Natural logarithm of the gamma function for x > 0 (Stirling's series, shifted to x ≥ 8). */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 8) {
    shift += Math.log(y);
    y++;
  }
  const inverse = 1 / (y * y);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680)))) / y;
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
