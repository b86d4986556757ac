/// <reference lib="webworker" />
/** The training worker: answers the requests of protocol.ts one at a time, and trains and surveys between them. */
import { buffersOf } from './buffers';
import { flatten } from './failure';
import { openEngine, openLayers } from './openEngine';
import type { Answers, Posted, Response } from './protocol';
import { receive } from './receive';
import { Session } from './session';

declare const self: DedicatedWorkerGlobalScope;

const session = new Session({
  openEngine,
  openLayers,
  later: (task) => queue(task),
  emit: (event) => self.postMessage({ type: 'event', event } satisfies Response),
  tell: (news) => self.postMessage({ type: 'timeline', news } satisfies Response),
});

async function answer(request: Posted): Promise<Answers[keyof Answers]> {
  switch (request.type) {
    case 'start': {
      const { run, live, wake } = request;
      return session.start({ ...run, images: run.images && receive(run.images) }, live, wake);
    }
    case 'configure':
      session.configure(request.live, request.from);
      return null;
    case 'play':
      session.play(request.playing, request.waits, request.until);
      return null;
    case 'step':
      return session.step(request.count, request.view);
    case 'frame':
      return session.observe(request.view);
    case 'engine':
      return session.changeEngine(request.engine);
    case 'inspect':
      return session.inspect(request.pair);
    case 'encode':
      return session.encode(request.images);
    case 'decode':
      return session.decode(request.z);
    case 'survey':
      return session.survey(request.key, request.job, (share) => {
        self.postMessage({ type: 'progress', id: request.id, share } satisfies Response);
      });
    case 'endSurvey':
      session.endSurvey(request.key);
      return null;
    case 'save':
      return session.save();
    case 'keep':
      return session.keep();
    case 'ping':
      return null;
    case 'sleep':
      return session.sleep(request.past);
    case 'load':
      await session.load(request.parameters);
      return null;
    case 'travel':
      return session.travel(request.to, request.view);
  }
}

const isSliced = (request: Posted): boolean =>
  request.type === 'survey' || (request.type === 'encode' && session.encodesInSlices(request.images));

async function respond(request: Posted): Promise<void> {
  try {
    const value = await answer(request);
    const response: Response = { type: 'answer', id: request.id, value };
    self.postMessage(response, buffersOf(value));
  } catch (thrown) {
    self.postMessage({ type: 'failure', id: request.id, error: flatten(thrown) } satisfies Response);
  }
}

let last: Promise<void> = Promise.resolve();

/** Runs a task when those before it are done. */
function queue(task: () => Promise<void>): void {
  last = last.then(task).catch((error: unknown) => {
    // Outside of a request nobody waits for an answer: the browser reports it, and the page's client fails.
    setTimeout(() => {
      throw error;
    });
  });
}

self.onmessage = ({ data: request }: MessageEvent<Posted>) => {
  if (request.type === 'ping') {
    // It asks about this thread, not about the run.
    void respond(request);
    return;
  }
  queue(async () => {
    const responded = respond(request);
    // What is done in slices has its turn to begin in; others do not wait for its end.
    if (!isSliced(request)) await responded;
  });
};
