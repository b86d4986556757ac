/** The value below which a share of the values lies, between neighbours by proportion. Takes some passes over them. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const rest = Float64Array.from(values);
  const at = share * (rest.length - 1);
  const below = Math.floor(at);
  selectInto(rest, below);
  const low = rest[below]!;
  const high = rest.subarray(below + 1).reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  return at === below ? low : low + (at - below) * (high - low);
}

/** Puts the value that belongs at place k there, smaller ones before and larger ones after (Hoare's quickselect). */
function selectInto(values: Float64Array, k: number): void {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let [i, j] = [from, to];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const kept = values[i]!;
      values[i++] = values[j]!;
      values[j--] = kept;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
  }
}
