import { testFirst, testMissing } from './missing';

testMissing(() => ({ ways: ['is not found', 'cannot be reached', 'comes as something else'], delayed: true }));
testFirst(['is not found', 'cannot be reached', 'comes as something else']);
