import type { NoticeWords } from './notices';

/** Messages in English. */
export const notices: NoticeWords = {
  earlier: (n) => (n === 1 ? '1 earlier message' : `${n} earlier messages`),
  kept: 'The running model was kept as it was.',
  defect: (message: string) => `Something went wrong: ${message}.`,
  diverged: (step: string, restored: string) =>
    `The loss was no longer a usable number at step ${step}, so training stopped. The model of step ${restored} is back; lower the learning rate before you go on.`,
  engineLost: (engine: string, restored: string) =>
    `The graphics processor dropped the model. Training goes on from step ${restored} on a new ${engine} engine.`,
  engineKept: (message: string) => `The engine stayed as it was: ${message}`,
  unknown: (text: string) => `The address has “${text}”, which this page does not know. It was ignored.`,
  badValue: (text: string, range: string) =>
    `The address has “${text}”, but the value must be ${range}. It was ignored.`,
  version: (text: string) => `The address says ${text}; this page reads version 1 and took what it understood.`,
};
