import type { HeldOutWords } from './heldOut';

export const heldOut: HeldOutWords = {
  trainingCurve: 'R + βK, trained on',
  curve: 'R + βK, held out',
  label: (total, inNats) => `On the images that are held out: ${total}${inNats ? ' nats' : ''} per image`,
  training: (n) => `trained on: ${n}`,
  heldOut: (n) => `held out: ${n}`,
};
