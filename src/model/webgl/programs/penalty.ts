import type { Family } from '../../../math/family';
import { klConstant } from '../../../math/posterior';
import type { Regulariser } from '../../engine';

/** A term of K that depends on one number `h` of the head alone, and its derivative by h; `sigma` is exp(½h). */
interface Term {
  readonly value: string;
  readonly slope: string;
}

/** Of what L has on its diagonal, as ln L_ii², and of a number that K only pulls to zero: μ, or L below its diagonal. */
const TERMS: Readonly<Record<Regulariser, { readonly diagonal: Term; readonly pulled: Term }>> = {
  kl: {
    diagonal: { value: '0.5 * (sigma * sigma - h - 1.0)', slope: '0.5 * (sigma * sigma - 1.0)' },
    pulled: { value: '0.5 * h * h', slope: 'h' },
  },
  simple: {
    diagonal: { value: '(sigma - 1.0) * (sigma - 1.0)', slope: '(sigma - 1.0) * sigma' },
    pulled: { value: 'h * h', slope: '2.0 * h' },
  },
};

/**
 * GLSL of `float penalty(float h, int column, int latent)`: the term of K that number `column` of a head adds, as
 * `what` says its value or its derivative. K is the sum of all of them (MATH.md): the families differ in their columns
 * alone. A point has only those of μ; the one σ of an isotropic posterior counts for every axis.
 */
export function penalty(family: Family, regulariser: Regulariser, what: keyof Term): string {
  const { diagonal, pulled } = TERMS[regulariser];
  const isPulled = {
    point: 'true',
    isotropic: 'column < latent',
    diagonal: 'column < latent',
    box: 'column < latent',
    full: 'column < latent || column >= 2 * latent',
  }[family];
  const axes = family === 'isotropic' ? 'float(latent)' : '1.0';
  const excess = regulariser === 'kl' && what === 'value' ? klConstant(family, 1) : 0;
  return `
float penalty(float h, int column, int latent) {
  if (${isPulled}) return ${pulled[what]};
  float sigma = exp(0.5 * h);
  return ${axes} * (${diagonal[what]} + ${excess.toFixed(9)});
}
`;
}
