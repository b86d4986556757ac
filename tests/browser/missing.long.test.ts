import { isAsked } from './asked';
import { type Trial, testFirst, testMissing } from './missing';

const ALL: Trial = { ways: ['is not found', 'cannot be reached', 'comes as something else'], delayed: true };
const NONE: Trial = { ways: [], delayed: false };

// What scripts ask for has tests of its own.
testMissing((path) => (isAsked(path) ? NONE : ALL));
testFirst(ALL.ways);
