import type { Activation } from '../../layout';

/**
 * What a hidden layer keeps of its forward pass. ReLU's and tanh's derivatives follow from their values; GELU's needs
 * the pre-activation, so there the layer keeps both.
 */
export const keepsPreActivation = (activation: Activation): boolean => activation === 'gelu';

/** tanh saturates to 1 in float32 long before 15; some drivers' overflow for larger arguments. */
const TANH = 'vec4 safeTanh(vec4 a) { return tanh(clamp(a, -15.0, 15.0)); }';

/** √(2/π) and the cubic coefficient of GELU's tanh form (Hendrycks & Gimpel 2016). */
const GELU = `
const float ROOT = 0.7978845608028654;
const float CUBIC = 0.044715;
vec4 geluTanh(vec4 a) { return safeTanh(ROOT * (a + CUBIC * a * a * a)); }
`;

/** GLSL of `vec4 activate(vec4 a)`, a function of the pre-activation. */
export const ACTIVATE: Readonly<Record<Activation, string>> = {
  relu: 'vec4 activate(vec4 a) { return max(a, 0.0); }',
  tanh: `${TANH}
vec4 activate(vec4 a) { return safeTanh(a); }`,
  gelu: `${TANH}${GELU}
vec4 activate(vec4 a) { return 0.5 * a * (1.0 + geluTanh(a)); }`,
};

/** GLSL of `vec4 derivative(vec4 kept)`, of the value for ReLU and tanh, of the pre-activation for GELU. */
export const DERIVATIVE: Readonly<Record<Activation, string>> = {
  relu: 'vec4 derivative(vec4 value) { return vec4(greaterThan(value, vec4(0.0))); }',
  tanh: 'vec4 derivative(vec4 value) { return 1.0 - value * value; }',
  gelu: `${TANH}${GELU}
vec4 derivative(vec4 a) {
  vec4 t = geluTanh(a);
  return 0.5 * (1.0 + t) + 0.5 * a * (1.0 - t * t) * ROOT * (1.0 + 3.0 * CUBIC * a * a);
}`,
};
