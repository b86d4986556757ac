/** The distribution function of the standard normal, its tails and its inverse. */

const SQRT_2PI = Math.sqrt(2 * Math.PI);

/**
 * Upper tail over e^{−x²/2}, for x ≥ 0: what is left of 1 − Φ(x) when its steep factor is taken out, so that tails
 * can be handled as logarithms far beyond the point where they underflow.
 *
 * Rational approximation 5666 of Hart et al., Computer Approximations (1968), continued fraction above x = 5√2, as
 * combined by West, Better Approximations to Cumulative Normal Functions (Wilmott, 2005). It is made for small
 * absolute error; relative error 5e-11 up to x = 5, 1e-8 at worst (around x = 7).
 */
function scaledUpperTail(x: number): number {
  if (x >= 7.07106781186547) {
    return 1 / (SQRT_2PI * (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))));
  }
  const numerator =
    (((((0.03526249659989109 * x + 0.7003830644436881) * x + 6.37396220353165) * x + 33.912866078383) * x +
      112.0792914978709) *
      x +
      221.2135961699311) *
      x +
    220.2068679123761;
  const denominator =
    ((((((0.08838834764831845 * x + 1.755667163182642) * x + 16.06417757920695) * x + 86.78073220294608) * x +
      296.5642487796737) *
      x +
      637.3336333788311) *
      x +
      793.8265125199484) *
      x +
    440.4137358247522;
  return numerator / denominator;
}

/** 1 − Φ(x) for x ≥ 0; below the smallest double from 38.5 on. */
function upperTail(x: number): number {
  return x > 38.5 ? 0 : Math.exp(-0.5 * x * x) * scaledUpperTail(x);
}

/** Φ(x), the share of a standard normal below x. Absolute error below 1e-15; Φ(±∞) is 1 and 0. */
export function normalCdf(x: number): number {
  return x <= 0 ? upperTail(-x) : 1 - upperTail(x);
}

/**
 * ln(Φ(b) − Φ(a)) for a < b, finite however far out the interval lies: the prior mass of a cell 40 units from the
 * origin is 1e-349, which no double holds. The relative error of the tails, above, over the interval's width is the
 * absolute error here.
 */
export function logNormalInterval(a: number, b: number): number {
  if (a < 0 && b > 0) return Math.log1p(-upperTail(-a) - upperTail(b));
  const near = a >= 0 ? a : -b;
  const far = a >= 0 ? b : -a;
  const decay = Math.exp(0.5 * (near - far) * (near + far));
  return -0.5 * near * near + Math.log(scaledUpperTail(near) - decay * scaledUpperTail(far));
}

/**
 * Φ⁻¹(p): the point with a share p of the standard normal below it. ∓∞ at p = 0 and 1, NaN outside [0, 1].
 *
 * Algorithm AS 241 (PPND16), Wichura, The Percentage Points of the Normal Distribution, Applied Statistics 37 (1988)
 * 477–484: about 16 digits. Three rational approximations: in q = p − ½ around the centre, in √(−ln tail) outside it.
 */
export function inverseNormalCdf(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const magnitude = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
  return q < 0 ? -magnitude : magnitude;
}

interface Rational {
  /** Coefficients, constant term first. */
  readonly over: readonly number[];
  readonly under: readonly number[];
}

function ratio({ over, under }: Rational, r: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = over.length - 1; i >= 0; i--) {
    numerator = numerator * r + over[i]!;
    denominator = denominator * r + under[i]!;
  }
  return numerator / denominator;
}

// Coefficients of the paper, rounded to doubles.
const CENTRE: Rational = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
const TAIL: Rational = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const FAR_TAIL: Rational = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
