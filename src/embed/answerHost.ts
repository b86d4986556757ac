import type { Labs } from '../state/labs';
import type { Page } from '../state/page';
import type { Settings } from '../state/settings';
import { withoutForeignVariant } from '../state/variants';
import { frameNumbers } from './frameNumbers';
import {
  type FrameMessage,
  type FrameNumbers,
  type HostMessage,
  isHostMessage,
  MARK,
  type SettingValues,
} from './messages';
import { readSettingValues } from './settingValues';
import type { Follower, Steered } from './steered';

/** Ms between two frames that a page is told of while training goes on. */
const PACE = 100;

/** The frame's window, as far as it is needed here. */
export interface FrameWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/**
 * Does what the page around the frame says, and tells it what becomes of it. Only messages of that page count: they come
 * from the parent window and from the origin that the frame's address names.
 * @param steer what it plays and steps; asked again where it did not come
 * @param origin of the page around the frame
 * @returns a function that ends it
 */
export function answerHost(
  page: Page,
  labs: Labs,
  steer: () => Promise<Steered>,
  origin: string,
  now: () => number = () => performance.now(),
  frame: FrameWindow = window,
): () => void {
  const { lab } = labs.all[0]!;
  const say = (message: FrameMessage): void => frame.parent.postMessage({ ...MARK, ...message }, origin);
  const ready = (): void => say({ type: 'ready', settings: { ...lab.settings, ...page.settings } });

  /** When each model was told of last: a sweep has several. */
  const told = new Map<number | null, number>();
  const follower: Follower = {
    frame(shown, model) {
      // The frame that a run comes to rest at is always told, so that the last one is the true one.
      if (shown.training && now() - (told.get(model) ?? Number.NEGATIVE_INFINITY) < PACE) return;
      told.set(model, now());
      say({ type: 'frame', frame: frameNumbers(shown, model) });
    },
    failed: (message) => say({ type: 'failed', message }),
  };
  const fail = (error: Error): void => follower.failed(error.message);
  let followed = false;
  let stop = (): void => undefined;
  /** What is steered, which is followed from the first time that it comes. */
  const steered = async (): Promise<Steered> => {
    const one = await steer();
    if (!followed) {
      followed = true;
      stop = one.follow(follower);
    }
    return one;
  };

  /** @param areAttributes whether attributes of the element say it: one of them may have been meant for other data */
  const set = async (values: SettingValues, areAttributes: boolean): Promise<FrameNumbers | null> => {
    const one = await steered();
    const changes = readSettingValues(values, labs, one.own?.id);
    // Both refuse what cannot be before anything has changed.
    if (changes.plan !== undefined) one.plan(changes.plan);
    if (changes.own !== undefined) one.own!.setTexts(changes.own);
    page.set(changes.page);
    await Promise.all(
      Object.entries(changes.labs).map(([id, { settings, ...plane }]) => {
        const changed = labs.byId(id)!;
        // Other data first: the image that is to be selected is one of theirs.
        const done =
          settings === undefined ? null : changed.set(areAttributes ? ofItsData(settings, changed.settings) : settings);
        labs.change(id, plane);
        return done;
      }),
    );
    return one.frame === null ? null : frameNumbers(one.frame);
  };

  const refuse = (reply: number | null, error: unknown): void =>
    say({ type: 'refused', reply, name: (error as Error).name, message: (error as Error).message });

  /** What attributes say, but for a variant that the data do not have: the rest holds all the same. */
  const ofItsData = (settings: Partial<Settings>, present: Settings): Partial<Settings> => {
    const { said, foreign } = withoutForeignVariant(settings, present);
    if (foreign !== null) {
      refuse(
        null,
        new RangeError(`variant is ${foreign}; the data set ${said.data ?? present.data} has none of that name`),
      );
    }
    return said;
  };

  const doAsSaid = async (message: HostMessage): Promise<void> => {
    switch (message.type) {
      case 'hello':
        ready();
        break;
      case 'play':
        await steered()
          .then((one) => one.play())
          .catch(fail);
        break;
      case 'pause':
        await steered()
          .then((one) => one.pause())
          .catch(fail);
        break;
      case 'set': {
        const { reply = null } = message;
        try {
          const shown = await set(message.settings, reply === null);
          if (reply !== null) say({ type: 'done', reply, frame: shown });
        } catch (error) {
          refuse(reply, error);
        }
        break;
      }
      case 'step':
        try {
          const reached = await (await steered()).step(message.count);
          say({ type: 'done', reply: message.reply, frame: frameNumbers(reached) });
        } catch (error) {
          refuse(message.reply, error);
        }
    }
  };

  const hear = (event: MessageEvent): void => {
    if (event.source !== frame.parent || event.origin !== origin || !isHostMessage(event.data)) return;
    void doAsSaid(event.data);
  };

  frame.addEventListener('message', hear);
  ready();
  void steered().catch(fail);
  return () => {
    frame.removeEventListener('message', hear);
    // One that comes late is not followed any more.
    followed = true;
    stop();
  };
}
