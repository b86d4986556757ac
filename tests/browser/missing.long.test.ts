import { testFirst, testMissing } from './missing';

testMissing(['cannot be reached', 'comes as something else'], { delayed: true });
testFirst(['cannot be reached', 'comes as something else']);
