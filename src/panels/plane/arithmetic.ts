import { paintSum } from '../../draw/plane/arrows';
import type { PinBoard } from '../../state/pins';
import { nameOfSum, sumOf, termsOn } from '../path/sum';
import './arithmetic.css';
import { following } from './following';
import type { PlaneLayer } from './layer';

/** A − B + C of three pins: the step from B to A, taken from C. */
export const arithmeticLayer = (group: SVGGElement, { arithmetic }: Pick<PinBoard, 'arithmetic'>): PlaneLayer =>
  following(group, arithmetic.store, ['pins', 'scales'], (marks, { scales, pins }) => {
    if (arithmetic.terms === null) return;
    const terms = termsOn(pins, arithmetic.terms);
    const [a, b, c] = terms;
    const result = sumOf(terms);
    const arrows = [
      { from: b, to: a },
      { from: c, to: result },
    ];
    paintSum(marks, { arrows, result, name: nameOfSum(terms) }, scales);
  });
