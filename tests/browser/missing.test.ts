/** As after a deploy, which is how most readers will meet it; the other ways are in the long tier. */
import { testFirst, testMissing } from './missing';

testMissing(['is not found'], { delayed: false });
testFirst(['is not found']);
