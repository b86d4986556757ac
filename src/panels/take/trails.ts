/** The points of a sweep as a table. */
import { type Column, writeCsv } from '../../formats/csv';
import type { Sweep, SweepPoint } from '../../state/sweep';

/** One row a model and step that it was measured at, in nats an image; where no images are held out those are empty. */
export function trailsCsv({ setting, models }: Pick<Sweep, 'setting' | 'models'>): string {
  const rows = models.flatMap(({ value, trail }) => trail.map((point) => ({ value, point })));
  const column = (name: string, of: (point: SweepPoint) => number | undefined): Column => ({
    name,
    values: rows.map(({ point }) => of(point) ?? Number.NaN),
  });
  return writeCsv([
    { name: setting, values: rows.map(({ value }) => value) },
    column('step', ({ step }) => step),
    column('reconstruction', ({ training }) => training.reconstruction),
    column('regulariser', ({ training }) => training.regulariser),
    column('held_out_reconstruction', ({ heldOut }) => heldOut?.reconstruction),
    column('held_out_regulariser', ({ heldOut }) => heldOut?.regulariser),
  ]);
}
