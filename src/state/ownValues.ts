import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AddressFault } from './address';
import type { OwnText } from './ownText';
import type { Expected } from './specs';

/** A number that a figure with a component of its own can be set to. */
export interface OwnNumber {
  readonly initial: number;
  readonly min: number;
  readonly max: number;
  /** Whether it is a whole number. */
  readonly integer?: true;
}

/** What a reader has made in such a figure, as an address has it. */
export interface OwnWork {
  readonly initial: string;
  /** What is one, and how an error text calls it. */
  readonly form: RegExp;
  readonly kind: Extract<Expected['kind'], 'painted'>;
  /** Characters that an address takes at most: what is longer is left out of it. */
  readonly most: number;
}

export type OwnValue = OwnNumber | OwnWork;

type Value = number | string;

type Values = Readonly<Record<string, Value>>;

/** Places after the point that a drag sets: no pixel is finer, and an address stays short. */
const PLACES = 3;

const initialOf = (specs: Readonly<Record<string, OwnValue>>): Values =>
  Object.fromEntries(Object.entries(specs).map(([name, { initial }]) => [name, initial]));

/** Why a value is none that can be set; null where it is one. */
function refusal(name: string, spec: OwnValue, value: Value): string | null {
  if ('form' in spec) {
    return typeof value === 'string' && spec.form.test(value) ? null : `${name} is no ${spec.kind} cloud: ${value}`;
  }
  const { min, max, integer } = spec;
  const fits = typeof value === 'number' && value >= min && value <= max && (!integer || Number.isInteger(value));
  const what = integer ? 'a whole number' : 'a number';
  return fits ? null : `${name} is ${String(value)}; it must be ${what} from ${min} to ${max}`;
}

/** A value as an address has it; NaN for what is no number. */
const parsed = (spec: OwnValue, text: string): Value =>
  'form' in spec ? text : text.trim() === '' ? Number.NaN : Number(text);

/** What is expected of a value, for the reader. */
const expectedOf = (spec: OwnValue): Expected => ('form' in spec ? { kind: spec.kind } : { kind: 'number', ...spec });

/** What a figure with a component of its own is set to, by name: what the address says of it, and then what is changed. */
export class OwnValues {
  readonly store: StoreApi<Values>;
  /** What was written into the address last, which is not read again. */
  private written: ReturnType<OwnText['getState']> = null;

  /**
   * @param id of the figure
   * @param text what the address says of it: read now and whenever it is changed, and written
   * @param tell called with what of it is not understood
   */
  constructor(
    readonly id: string,
    private readonly specs: Readonly<Record<string, OwnValue>>,
    private readonly text: OwnText,
    private readonly tell: (fault: AddressFault) => void,
  ) {
    this.store = createStore(() => initialOf(specs));
    this.read();
    text.subscribe((said) => {
      if (said !== this.written) this.read();
    });
  }

  /**
   * Sets some of them; what is not named stays.
   * @throws RangeError naming value and range, or what the figure has not, before anything has changed
   */
  set(changes: Values): void {
    for (const [name, value] of Object.entries(changes)) {
      const why = refusal(name, this.specOf(name), value);
      if (why !== null) throw new RangeError(why);
    }
    this.store.setState({ ...this.store.getState(), ...changes }, true);
    this.write();
  }

  /**
   * Sets numbers to the nearest that they can be, as a drag does.
   * @throws RangeError for what the figure has not, and for what is no number
   */
  move(changes: Values): void {
    this.set(
      Object.fromEntries(
        Object.entries(changes).map(([name, value]) => {
          const spec = this.specOf(name);
          if ('form' in spec || typeof value === 'string') return [name, value];
          const within = Math.min(spec.max, Math.max(spec.min, value));
          return [name, spec.integer ? Math.round(within) : Number(within.toFixed(PLACES))];
        }),
      ),
    );
  }

  /**
   * Sets what is named as in an address, and what is empty to how the figure opens; what is not named stays.
   * @throws RangeError as of `set`
   */
  setTexts(texts: Readonly<Record<string, string>>): void {
    this.set(
      Object.fromEntries(
        Object.entries(texts).map(([name, text]) => {
          const key = this.keyOf(name) ?? name;
          const spec = this.specOf(key);
          return [key, text === '' ? spec.initial : parsed(spec, text)];
        }),
      ),
    );
  }

  /** Takes what the address says, as far as it is understood. */
  private read(): void {
    const understood: Record<string, Value> = {};
    for (const [name, text] of Object.entries(this.text.getState() ?? {})) {
      const key = this.keyOf(name);
      const spec = key === undefined ? null : this.specs[key]!;
      const value = spec === null ? text : parsed(spec, text);
      if (spec === null || refusal(name, spec, value) !== null || ('form' in spec && text.length > spec.most)) {
        const said = text === '' ? name : `${name}=${text}`;
        this.tell({
          text: `${this.id}.${said}`,
          kind: spec === null ? 'unknown' : 'bad-value',
          spec: spec === null ? null : expectedOf(spec),
        });
      } else {
        understood[key!] = value;
      }
    }
    this.store.setState({ ...this.store.getState(), ...understood }, true);
    this.write();
  }

  /** Has the address say what differs from how the figure opens. */
  private write(): void {
    const texts = Object.entries(this.store.getState()).flatMap(([name, value]) => {
      const spec = this.specs[name]!;
      const text = String(value);
      return value === spec.initial || ('form' in spec && text.length > spec.most) ? [] : [[name, text]];
    });
    this.written = texts.length === 0 ? null : Object.fromEntries(texts);
    this.text.setState(this.written, true);
  }

  /** The name of a value, in capitals or not. */
  private keyOf(name: string): string | undefined {
    return Object.keys(this.specs).find((key) => key.toLowerCase() === name.toLowerCase());
  }

  private specOf(name: string): OwnValue {
    if (!Object.hasOwn(this.specs, name))
      throw new RangeError(`The figure ${this.id} has no ${name}, only ${Object.keys(this.specs).join(', ')}`);
    return this.specs[name]!;
  }
}
