import { testFirst, testMissing } from './missing';

testMissing(() => ({ ways: ['cannot be reached', 'comes as something else'], delayed: true }));
testFirst(['cannot be reached', 'comes as something else']);
