/** The largest of 1, 2 and 5 times a power of ten that a positive number reaches. */
export function roundDown(value: number): number {
  // A little more than it is, so that 1000 is not the 999.99… of its logarithm.
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const steps = (value / power) * (1 + 1e-9);
  return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
}
