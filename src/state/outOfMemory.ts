/** What browsers and engines say where memory cannot be had; there is no error of its own for it. */
const SAID =
  /out of memory|allocation failed|could not allocate|memory\.grow|maximum memory size|invalid (typed )?array length/i;

/** Whether an error of this message says that memory could not be had. */
export const isOutOfMemory = (message: string): boolean => SAID.test(message);
