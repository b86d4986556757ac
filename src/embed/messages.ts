/**
 * What a page and the figure in its frame say to each other, by `postMessage`. Every message is an object that names the
 * version; both sides take only what passes these guards, from the window and the origin that they expect.
 */

/** The version of this protocol, in every message under this name. */
export const MARK = { vaeGeometry: 1 } as const;

/** The value of a setting. Text is read as in an address; null stands for what the figure opens with. */
export type SettingValue = string | number | boolean | readonly number[] | null;

/** By the name of the setting: `beta`, `learningRate`, `lang`. */
export type SettingValues = Readonly<Record<string, SettingValue>>;

/** Numbers of one moment of the training; null where there is none yet. */
export interface FrameNumbers {
  /** Adam steps taken. */
  readonly step: number;
  readonly epoch: number;
  readonly stepsPerSecond: number;
  readonly beta: number;
  /** The σ slider. */
  readonly noiseScale: number;
  /** R + βK, R and K, means over images; in nats but for the squared error and the simple regulariser. */
  readonly loss: number | null;
  readonly reconstruction: number | null;
  readonly regulariser: number | null;
  /** Share of the unit circle that the ellipses cover. */
  readonly circleCoverage: number;
  /** Of a sweep: the place of the model among its values, from 0. */
  readonly model?: number;
}

/** What the page says. A `reply` is a number of its choice, which the answer repeats. */
export type HostMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'set'; readonly settings: SettingValues; readonly reply?: number | null }
  | { readonly type: 'step'; readonly count: number; readonly reply: number };

/** What the frame says. */
export type FrameMessage =
  /** It can be asked from now on. */
  | { readonly type: 'ready'; readonly settings: SettingValues }
  /** CSS pixels that it needs. */
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'frame'; readonly frame: FrameNumbers }
  | { readonly type: 'done'; readonly reply: number; readonly frame: FrameNumbers | null }
  /** Nothing of what was asked has been done: `RangeError` for what is out of range. */
  | { readonly type: 'refused'; readonly reply: number | null; readonly name: string; readonly message: string }
  /** The figure, or one of its models, cannot go on; its reader may have it try again. */
  | { readonly type: 'failed'; readonly message: string };

type Fields = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isReply = (value: unknown): boolean => Number.isSafeInteger(value);
const isNone = (value: unknown): boolean => value === null || value === undefined;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSettings = (value: unknown): value is SettingValues =>
  isFields(value) &&
  Object.values(value).every(
    (each) =>
      each === null ||
      isText(each) ||
      isNumber(each) ||
      typeof each === 'boolean' ||
      (Array.isArray(each) && each.every(isNumber)),
  );

const isFrame = (value: unknown): boolean =>
  isFields(value) &&
  ['step', 'epoch', 'stepsPerSecond', 'beta', 'noiseScale', 'circleCoverage'].every((name) => isNumber(value[name])) &&
  (value.model === undefined || isNumber(value.model)) &&
  ['loss', 'reconstruction', 'regulariser'].every((name) => value[name] === null || isNumber(value[name]));

/** The fields of a message of this version; null for anything else. */
const marked = (data: unknown): Fields | null =>
  isFields(data) && data.vaeGeometry === MARK.vaeGeometry ? data : null;

/** Whether this is something that a page says to a figure. */
export function isHostMessage(data: unknown): data is HostMessage {
  const fields = marked(data);
  switch (fields?.type) {
    case 'hello':
    case 'play':
    case 'pause':
      return true;
    case 'set':
      return isSettings(fields.settings) && (isNone(fields.reply) || isReply(fields.reply));
    case 'step':
      return isNumber(fields.count) && isReply(fields.reply);
    default:
      return false;
  }
}

/** Whether this is something that a figure says to its page. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  const fields = marked(data);
  switch (fields?.type) {
    case 'ready':
      return isSettings(fields.settings);
    case 'size':
      return isNumber(fields.height) && fields.height > 0;
    case 'frame':
      return isFrame(fields.frame);
    case 'done':
      return isReply(fields.reply) && (fields.frame === null || isFrame(fields.frame));
    case 'refused':
      return isText(fields.message) && isText(fields.name) && (fields.reply === null || isReply(fields.reply));
    case 'failed':
      return isText(fields.message);
    default:
      return false;
  }
}
