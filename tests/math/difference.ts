/**
 * f′(x) by the five-point central difference. Its error is about h⁴f⁽⁵⁾/30 plus the rounding of f over h, so 1e-9
 * relative is within reach for functions that are smooth on the scale of x.
 */
export function derivative(f: (x: number) => number, x: number, h = 1e-3): number {
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
}
