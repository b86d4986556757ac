import { paintPath } from '../../draw/plane/pinPath';
import { nearestShare, pathAt, pathPoints } from '../../math/path';
import type { PinBoard } from '../../state/pins';
import { wayOf } from '../path/corners';
import { following } from './following';
import type { PlaneLayer } from './layer';
import './path.css';

/** The path through the pins, with the places of its decodes, and the one that the strip of these points at. */
export const pathLayer = (group: SVGGElement, { path }: Pick<PinBoard, 'path'>): PlaneLayer =>
  following(group, path.store, ['pins', 'scales'], (marks, { pins, scales, frame }) => {
    const { corners, shares } = wayOf(pins, frame?.latent ?? 2);
    const { stops, at } = path.marks;
    const drawn = {
      corners,
      stops: stops < 2 ? [] : pathPoints(corners, stops, shares),
      at: at === null ? null : (pathAt(corners, at, shares) as [number, number]),
    };
    paintPath(marks, drawn, scales, (code) => path.mark(code === null ? null : nearestShare(corners, ...code, shares)));
  });
