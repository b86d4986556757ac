/** What is drawn between pins: one fetch for all of it. */
export { arithmeticLayer } from './arithmetic';
export { pathLayer } from './path';
