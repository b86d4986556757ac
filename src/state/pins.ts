import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlaneAxes } from '../math/planar';
import { PinArithmetic } from './pinArithmetic';
import { MAX_NAME, MAX_PINS } from './pinBounds';
import { freeLetter, letterOf, nameFrom } from './pinNames';
import { PinPath } from './pinPath';
import type { NamedPoint } from './planeAddress';
import { FARTHEST } from './planeView';

/** A decoded code that stays on the plane. */
export interface Pin {
  /** No other pin of the figure has, or had, the same. */
  readonly id: number;
  readonly name: string;
  /** Where it is on the plane. */
  readonly x: number;
  readonly y: number;
  /** Where codes have more axes than the plane all of its numbers, of which x and y are two; else null. */
  readonly code: PinCode;
}

type PinCode = readonly number[] | null;

/** A plane, as a frame says what it shows: d, and which of the axes of codes. */
interface ShownPlane {
  readonly latent: number;
  readonly plane: { readonly axes: PlaneAxes };
}

/** Pins where a plane has them: of labs that are compared each may show other axes of the same codes. */
export function pinsOn(pins: readonly Pin[], { latent, plane: { axes } }: ShownPlane): readonly Pin[] {
  const moved = pins.map((pin) => {
    if (pin.code?.length !== latent) return pin;
    const [x, y] = [pin.code[axes[0]]!, pin.code[axes[1]]!];
    return x === pin.x && y === pin.y ? pin : { ...pin, x, y };
  });
  return moved.every((pin, i) => pin === pins[i]) ? pins : moved;
}

/** Numbers of a code, as far out as planes go. */
function within<Numbers extends readonly number[]>(numbers: Numbers): Numbers {
  if (!numbers.every(Number.isFinite))
    throw new RangeError(`There is no code (${numbers.join(', ')}) to pin: all of its numbers must be finite`);
  return numbers.map((value) => Math.min(FARTHEST, Math.max(-FARTHEST, value))) as readonly number[] as Numbers;
}

/** @throws RangeError for what is no name */
function checkedName(text: string): string {
  const name = nameFrom(text);
  if (name === null)
    throw new RangeError(`A pin cannot be called "${text}": a name has 1 to ${MAX_NAME} characters that can be shown`);
  return name;
}

/** The pins of one figure, in an order that the reader may change. */
export class PinBoard {
  readonly store: StoreApi<readonly Pin[]> = createStore<readonly Pin[]>(() => []);
  /** A − B + C of three pins. */
  readonly arithmetic = new PinArithmetic(this.store);
  /** What is marked on the path through all pins. */
  readonly path = new PinPath();
  /** How long names are at most, and whether a text is one. */
  readonly naming = { most: MAX_NAME, fits: (text: string): boolean => nameFrom(text) !== null };
  private nextId = 1;
  /** The plane that pins are seen on, and how many axes codes have; null before the first frame. */
  private seen: { readonly latent: number; readonly axes: PlaneAxes } | null = null;

  /** @param due d of the codes that the model is set to have, which its run has at once or soon; null where that is not known */
  constructor(private readonly due: () => number | null = () => null) {}

  get all(): readonly Pin[] {
    return this.store.getState();
  }

  /**
   * Has pins be where their codes are on another plane. Of codes of another number of axes they keep their places.
   * @param latent d
   */
  see(latent: number, axes: PlaneAxes): void {
    if (this.seen?.latent === latent && this.seen.axes.join() === axes.join()) return;
    this.seen = { latent, axes };
    if (this.all.length > 0) this.change(this.all.map((pin) => ({ ...pin, ...this.placed(pin.x, pin.y, pin.code) })));
  }

  /**
   * Puts a pin down at a place of the plane.
   * @param name a letter that no other has, where it is not given
   * @param code d numbers, which say where it is on the plane; left out, or of another d, all but x and y are 0
   * @throws RangeError for what is no code, or no name, before anything has changed
   */
  add(x: number, y: number, name?: string, code: PinCode = null): Pin {
    return this.put(this.placed(x, y, code), name);
  }

  /**
   * Puts a pin down as `add` does.
   * @param on the plane that x and y are of, where it may show other axes
   * @returns a function that takes it away, and puts back the oldest where that made room for it
   * @throws RangeError for what is no code, before anything has changed
   */
  tryAt(x: number, y: number, on: ShownPlane | null = null): () => void {
    const before = this.all;
    const { id } = this.put(this.placed(x, y, null, on));
    const left = before.filter((pin) => !this.all.includes(pin));
    const place = left.length === 0 ? 0 : before.indexOf(left[0]!);
    return () => {
      const others = this.all.filter((pin) => pin.id !== id);
      this.change([...others.slice(0, place), ...left, ...others.slice(place)]);
    };
  }

  /**
   * Puts these in the place of all that are there; the i-th has the i-th letter where it has no name.
   * @throws RangeError for what is no code, or no name, before anything has changed
   */
  place(points: readonly NamedPoint[]): void {
    this.change(
      points.slice(-MAX_PINS).map(({ x, y, name, code = null }, i) => ({
        id: this.nextId++,
        name: checkedName(name ?? letterOf(i)),
        ...this.placed(x, y, code),
      })),
    );
  }

  /**
   * Moves a pin to another place of the plane, which leaves the axes that are not shown as they are; one that is gone
   * stays gone.
   * @param on the plane that x and y are of, where it may show other axes
   * @throws RangeError for what is no code
   */
  move(id: number, x: number, y: number, on: ShownPlane | null = null): void {
    const code = this.all.find((pin) => pin.id === id)?.code ?? null;
    this.alter(id, this.placed(x, y, code === null ? null : this.moved(code, x, y, on), on));
  }

  /** @throws RangeError for what is no name: the pin keeps its own */
  rename(id: number, name: string): void {
    this.alter(id, { name: checkedName(name) });
  }

  /** Moves a pin to another place of the list, from 0; beyond its ends is at its ends. */
  reorder(id: number, place: number): void {
    const pin = this.all.find((each) => each.id === id);
    if (pin === undefined) return;
    const others = this.all.filter((each) => each !== pin);
    const before = Math.max(0, place);
    this.change([...others.slice(0, before), pin, ...others.slice(before)]);
  }

  /** Takes a pin away. */
  remove(id: number): void {
    this.change(this.all.filter((pin) => pin.id !== id));
  }

  /** @param name a letter that no other has, where it is not given */
  private put(place: Pick<Pin, 'x' | 'y' | 'code'>, name: string = freeLetter(this.all)): Pin {
    const pin = { id: this.nextId, name: checkedName(name), ...place };
    this.nextId += 1;
    const { all } = this;
    const oldest = all.length < MAX_PINS ? null : Math.min(...all.map(({ id }) => id));
    this.change([...all.filter(({ id }) => id !== oldest), pin]);
    return pin;
  }

  /** A code with these numbers on the axes of a plane of such codes, else of the one that pins are seen on. */
  private moved(code: readonly number[], x: number, y: number, on: ShownPlane | null): readonly number[] {
    const axes = on?.latent === code.length ? on.plane.axes : (this.seen?.axes ?? [0, 1]);
    return code.map((value, axis) => (axis === axes[0] ? x : axis === axes[1] ? y : value));
  }

  /** A code and where it is on the plane. @throws RangeError for what is no code */
  private placed(x: number, y: number, code: PinCode, on: ShownPlane | null = null): Pick<Pin, 'x' | 'y' | 'code'> {
    const place = within([x, y] as const);
    const known = code === null ? null : within(code);
    const { seen } = this;
    // One that the next run is to have is kept until that is there.
    const isDue = known !== null && known.length === this.due() && known.length !== seen?.latent;
    if (seen === null || isDue) return { x: place[0], y: place[1], code: known };
    if (seen.latent <= 2) return { x: place[0], y: place[1], code: null };
    const { axes, latent } = seen;
    const whole = known?.length === latent ? known : this.moved(new Array<number>(latent).fill(0), ...place, on);
    return { x: whole[axes[0]]!, y: whole[axes[1]]!, code: whole };
  }

  private alter(id: number, changes: Partial<Pin>): void {
    this.change(this.all.map((pin) => (pin.id === id ? { ...pin, ...changes } : pin)));
  }

  private change(pins: readonly Pin[]): void {
    this.store.setState(pins, true);
  }
}
