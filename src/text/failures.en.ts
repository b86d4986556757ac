/** Why a model cannot train, in English; the shape of this object is what every language has to say. */
export const failures = {
  /** Of one that serves because another cannot. */
  only: (name: string) => `The model trains in ${name} instead.`,
  /** Why an engine cannot serve. */
  engine: {
    webgl: {
      unsupported: () => 'This browser has no WebGL with float textures in workers.',
      refused: () => 'This site does not allow WebGL.',
      missing: () => 'The WebGL engine did not come: the network or the site did not deliver it.',
      failed: (message: string) => `The WebGL engine does not work here (${message}).`,
    },
    simd: {
      unsupported: () => 'This browser has no WebAssembly SIMD.',
      refused: () => 'The security policy of this site does not allow WebAssembly.',
      missing: () => 'The WebAssembly engine did not come: the network or the site did not deliver it.',
      failed: (message: string) => `The WebAssembly engine does not work here (${message}).`,
    },
  },
  worker: {
    missing: () => 'The program that trains the model did not come: the network or the site did not deliver it.',
    refused: (message: string) =>
      `This place does not allow the page to start the program that trains the model (${message}). Open the page itself in a tab of its own.`,
    crashed: (message: string) => `The program that trains the model has stopped: ${message}.`,
    silent: () => 'The program that trains the model no longer answered, and was ended.',
  } as Record<'missing' | 'refused' | 'crashed' | 'silent', (message: string) => string>,
  images: {
    missing: () => 'The program that reads images did not come: the network or the site did not deliver it.',
    refused: (message: string) =>
      `This place does not allow the page to start the program that reads images (${message}). Open the page itself in a tab of its own.`,
    crashed: (message: string) => `The program that reads images has stopped: ${message}.`,
    silent: () => 'The program that reads images no longer answered, and was ended.',
  } as Record<'missing' | 'refused' | 'crashed' | 'silent', (message: string) => string>,
  engines: 'Neither of the two engines can train here.',
  data: (message: string) => `There are no images to train on. ${message}`,
  defect: (message: string) => `Training stopped: ${message}. This is a fault of the page, not of your browser.`,
  memory: (message: string) =>
    `There is not enough memory for this model and these images (${message}). Close other pages, or choose fewer images or a smaller model.`,
  /** After why it cannot go on. */
  kept: 'What was drawn last is still shown.',
};
