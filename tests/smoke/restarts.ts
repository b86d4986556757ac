/** A browser that is started anew where it has ended by itself. */
import type { DrivenBrowser } from './browser';

export interface RestartedBrowser {
  /** The browser as it runs now. */
  current(): DrivenBrowser;
  /**
   * Runs a scenario; once more, in a browser started anew, where the browser itself ended meanwhile. WebKitGTK 2.50 does so
   * now and then on a busy machine: a check within its compositor aborts the process that shows the page, seen in one of
   * some eighty visits. The first such end is told on standard error, any other one is the scenario's failure.
   * @throws whatever the scenario throws while the browser runs
   */
  run(name: string, scenario: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function startRestarted(start: () => Promise<DrivenBrowser>): Promise<RestartedBrowser> {
  let browser = await start();
  let ends = 0;
  return {
    current: () => browser,
    async run(name, scenario) {
      try {
        await scenario();
      } catch (error) {
        if (!(await browser.hasEnded())) throw error;
        ends++;
        const { version } = browser;
        await browser.close();
        browser = await start();
        if (ends > 1) throw new Error(`${version} ended by itself again: ${ends} times so far`, { cause: error });
        process.stderr.write(`smoke: ${version} ended by itself in “${name}”, which is run again: ${error}\n`);
        await scenario();
      }
    },
    close: () => browser.close(),
  };
}
