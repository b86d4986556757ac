/**
 * What a set that is drawn is told of its images.
 * @throws RangeError that names the number which is not a positive integer
 */
export function requirePositive(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers))
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is ${value}, expected a positive integer`);
}
