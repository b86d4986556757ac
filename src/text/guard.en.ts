/** What happened to runs, in English; the shape of this object is what every language has to say. */
export const guard = {
  crashed: (step: string, message: string) =>
    `The program that trains the model stopped by itself (${message}). The run goes on from step ${step} in a new one.`,
  silent: (step: string, _message: string) =>
    `The program that trains the model no longer answered, and was ended. The run goes on from step ${step} in a new one.`,
  memory: (step: string, message: string) =>
    `The program that trains the model could not have the memory that it asked for (${message}). The run goes on from step ${step} in a new one.`,
  /** After one of these, with the space between, where there was a timeline. */
  lostPast: ' Its timeline begins there.',
  stalled: (seconds: string) =>
    `The page stood still for ${seconds} seconds: something else kept the browser or the computer busy. Nothing of the run is lost.`,
  returned: (step: string) =>
    `The browser had put this tab away to save memory. The run goes on from step ${step}; its timeline begins there.`,
  noRoom:
    'The disk has no room to keep the run: should the browser put this tab away, the run would begin again. Save it to a file to be sure.',
};
