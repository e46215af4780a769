// Few numbers say little: a median, with the range beside it so that noise is seen.

/** `{median, min, max, count}` of numbers; null where there are none. Nulls among them are left out. */
export function summary(numbers) {
  const sorted = sortedOf(numbers);
  if (sorted.length === 0) return null;
  return { median: quantile(sorted, 0.5), min: sorted[0], max: sorted.at(-1), count: sorted.length };
}

/** The same with the 95th percentile. */
export function longSummary(numbers) {
  const whole = summary(numbers);
  return whole && { ...whole, p95: quantile(sortedOf(numbers), 0.95) };
}

/** `a.median / b.median`; null where either is missing. */
export const ratio = (a, b) => (a === null || b === null ? null : a.median / b.median);

const sortedOf = (numbers) => numbers.filter((number) => number !== null).sort((a, b) => a - b);

function quantile(sorted, share) {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}
