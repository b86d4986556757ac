import { ownValuesOf } from '../figures/ownValues';
import type { Site } from '../panels/context';
import type { FigureSpec } from '../state/figureSpec';
import { type Steered, steeredLabs } from './steered';

/** A figure with a component of its own: its labs, if it has any, and what else it can be set to. */
export const steeredOwn = (site: Site, { id }: FigureSpec): Steered =>
  Object.assign(steeredLabs(site.labs), { own: ownValuesOf(site)[id]! });
