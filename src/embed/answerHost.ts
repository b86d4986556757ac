import type { Labs } from '../state/labs';
import type { Page } from '../state/page';
import type { Frame } from '../worker/protocol';
import { frameNumbers } from './frameNumbers';
import { type FrameMessage, type HostMessage, isHostMessage, MARK, type SettingValues } from './messages';
import { readSettingValues } from './settingValues';

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
 * @param origin of the page around the frame
 * @returns a function that ends it
 */
export function answerHost(
  page: Page,
  labs: Labs,
  origin: string,
  now: () => number = () => performance.now(),
  frame: FrameWindow = window,
): () => void {
  const { lab } = labs.all[0]!;
  const say = (message: FrameMessage): void => frame.parent.postMessage({ ...MARK, ...message }, origin);
  const ready = (): void => say({ type: 'ready', settings: { ...lab.settings, ...page.settings } });
  const latest = () => (lab.frame === null ? null : frameNumbers(lab.frame));

  const set = async (values: SettingValues): Promise<void> => {
    const changes = readSettingValues(values, labs);
    page.set(changes.page);
    await Promise.all(
      Object.entries(changes.labs).map(([id, { settings, ...plane }]) => {
        // Other data first: the image that is to be selected is one of theirs.
        const done = settings === undefined ? null : labs.byId(id)!.set(settings);
        labs.change(id, plane);
        return done;
      }),
    );
  };

  const refuse = (reply: number | null, error: unknown): void =>
    say({ type: 'refused', reply, name: (error as Error).name, message: (error as Error).message });

  const doAsSaid = async (message: HostMessage): Promise<void> => {
    switch (message.type) {
      case 'hello':
        ready();
        break;
      case 'play':
        for (const entry of labs.all) entry.lab.play();
        break;
      case 'pause':
        for (const entry of labs.all) entry.lab.pause();
        break;
      case 'set': {
        const { reply = null } = message;
        try {
          await set(message.settings);
          if (reply !== null) say({ type: 'done', reply, frame: latest() });
        } catch (error) {
          refuse(reply, error);
        }
        break;
      }
      case 'step':
        try {
          const reached = await lab.step(message.count);
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

  let told = Number.NEGATIVE_INFINITY;
  const tell = (shown: Frame): void => {
    // The frame that a run comes to rest at is always told, so that the last one is the true one.
    if (shown.training && now() - told < PACE) return;
    told = now();
    say({ type: 'frame', frame: frameNumbers(shown) });
  };

  frame.addEventListener('message', hear);
  const stops = [
    lab.on('frame', tell),
    lab.store.subscribe(({ failure }, before) => {
      if (failure !== null && failure !== before.failure) say({ type: 'failed', message: failure.message });
    }),
  ];
  ready();
  return () => {
    frame.removeEventListener('message', hear);
    for (const stop of stops) stop();
  };
}
