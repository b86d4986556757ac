/** The order in which files of tests are begun. */
import type { TestSequencerConstructor, TestSpecification } from 'vitest/node';

/**
 * Files that are short to read and long to run. Where it is not known yet how long they take, the largest files are begun
 * first: these would come last, and all other workers would wait for the one that has them.
 */
const SHORT_AND_LONG = [
  'tests/browser/accessibility.test.ts',
  'tests/browser/article/autoencoder.test.ts',
  'tests/browser/missing.test.ts',
  'tests/browser/weight.test.ts',
  'tests/model/parity.browser.test.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean => SHORT_AND_LONG.some((path) => moduleId.endsWith(path));

/** Vitest's own order, with these before all others. */
export async function longFirst(): Promise<TestSequencerConstructor> {
  // A build reads the same configuration, and does without what runs tests.
  const { BaseSequencer } = await import('vitest/node');
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
    }
  };
}
