import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../worker/client';
import type { Library, Source } from '../worker/libraryProtocol';
import type { Answers, Frame, Request, RunEvent } from '../worker/protocol';
import type { Adoption } from './adoption';
import { changedKeys } from './checkSetting';
import { Connection, type Payload } from './connection';
import { EngineChange } from './engineChange';
import { failureOf, ImagesError, isAbort, noticeOfImages } from './failures';
import { FramePump } from './framePump';
import { History } from './history';
import { ImageReader } from './imageReader';
import type { LabState } from './labState';
import type { Bound } from './lockstep';
import type { NoticeBoard } from './notices';
import { liveConfig, runOrder, shownAxes } from './runConfig';
import { RunStarter } from './runStarter';
import { type Key, type Settings, SPECS } from './settings';

/** What a lab needs of its surroundings. */
export interface LabParts {
  /** Starts a training worker. */
  readonly startClient: () => Client;
  readonly library: Library;
  /** Absolute address of the site's root, ending in a slash. */
  readonly baseUrl: string;
  /** Calls back when it is this lab's turn to draw a picture; the labs of a page may share one a frame. */
  readonly schedule: (draw: () => void) => void;
  /** Calls back before the next picture, for what moves whether pictures are drawn or not: requestAnimationFrame. */
  readonly nextFrame: (move: () => void) => void;
}

/** The run of a lab from its beginning to its end: it begins, rests, sleeps, wakes and fails. */
export class LabRun {
  readonly history = new History();
  readonly pump: FramePump;
  readonly reader: ImageReader;
  private readonly connection: Connection;
  private readonly starter: RunStarter;
  private readonly engine: EngineChange;
  private allowed = true;
  /** Others have their turn, and this one trains again soon. */
  private waits = false;
  /** How far it may go; null for on and on. */
  private bound: Bound | null = null;
  private disposed = false;

  /** @param show called with every frame */
  constructor(
    parts: LabParts,
    private readonly store: StoreApi<LabState>,
    private readonly notices: NoticeBoard,
    show: (frame: Frame) => void,
  ) {
    this.connection = new Connection(parts.startClient, (event) => this.happened(event));
    this.reader = new ImageReader(parts.library, (loading) => store.setState({ loading }));
    this.pump = new FramePump({
      ask: (view) => (this.isReady ? this.connection.ask('frame', { view }) : null),
      training: () => this.training,
      waiting: () => this.waiting,
      schedule: parts.schedule,
      show: (frame) => {
        this.history.add(frame);
        show(frame);
      },
      fail: (error) => this.fail(error),
    });
    const { connection, reader, pump, history } = this;
    this.starter = new RunStarter({
      store,
      connection,
      reader,
      pump,
      history,
      baseUrl: parts.baseUrl,
      begun: (asked) => this.catchUp(asked),
      rest: () => this.applyPlaying(),
    });
    this.engine = new EngineChange({
      store,
      notices,
      ask: (engine) => this.ask('engine', { engine }),
      isOver: () => this.disposed || store.getState().failure !== null,
    });
  }

  get hasFiles(): boolean {
    return this.starter.hasFiles;
  }

  /** Begins, for the first time or again, from the initial parameters. */
  begin(): Promise<void> {
    return this.starter.again().catch((error: Error) => this.cannotBegin(error));
  }

  /**
   * @throws DataFailure or WorkerError for files that cannot be read, or AbortError when the reading was ended: the run
   *   under way stays; or what the worker answered: then there is no run, which the state says, too
   */
  async useFiles(files: Source): Promise<void> {
    await this.brought(this.starter.openFiles(files));
  }

  /**
   * Begins a run that goes on from parameters of elsewhere, and rests there.
   * @throws what `check` throws, an error of images that cannot be had, or AbortError when their reading was ended; the
   *   run under way stays then
   */
  async adopt(adoption: Adoption): Promise<void> {
    await this.wake();
    await this.brought(this.starter.adopt(adoption));
  }

  /** Leaves to whoever brought something to say why it cannot be used; that there is no run any more is told here, too. */
  private async brought(start: Promise<void>): Promise<void> {
    try {
      await start;
    } catch (error) {
      if (error instanceof ImagesError) throw error.reason;
      this.fail(error as Error);
      throw error;
    }
  }

  /** Brings the run in line with settings that have changed. */
  async follow(before: Settings, keys: readonly Key[]): Promise<void> {
    if (keys.some((key) => SPECS[key].restart)) return this.restart(keys);
    const turned = keys.includes('axisX') || keys.includes('axisY');
    if (turned) this.pump.setAxes(shownAxes(this.settings));
    // A run that is still to begin, or to wake, does so with the settings of then.
    if (!this.isReady) return;
    if (turned) this.pump.refresh();
    try {
      await Promise.all([
        keys.includes('engine') ? this.engine.make(before.engine) : null,
        this.ask('configure', { live: liveConfig(this.settings), ...(this.bound && { from: this.bound.from }) }),
      ]);
      this.pump.refresh();
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** A new run for settings that have changed; where there is no worker, nor need of one, when the lab wakes. */
  private async restart(keys: readonly Key[]): Promise<void> {
    // It may be falling asleep just now.
    if (!this.connection.isStill) await this.connection.settled();
    const { asleep, failure } = this.store.getState();
    if (asleep && failure === null && this.starter.pending === null) return;
    await this.renew(keys);
  }

  private renew(keys: readonly Key[]): Promise<void> {
    return this.starter.renew(keys).catch((error: Error) => this.cannotBegin(error));
  }

  /** A run could not begin: what that means is told, with or without another that stays. */
  private cannotBegin(error: Error): void {
    const stays = this.starter.hasRun || this.store.getState().failure !== null;
    if (stays && error instanceof ImagesError)
      this.notices.notify(noticeOfImages(error.reason, this.store.getState().run !== null));
    else this.fail(error);
  }

  /** The run has come: what was asked of it meanwhile takes effect. */
  private catchUp(asked: Settings): void {
    const keys = changedKeys(this.settings, asked).filter((key) => !SPECS[key].restart);
    if (keys.length > 0) void this.follow(asked, keys);
    this.pump.setAxes(shownAxes(this.settings));
    this.applyPlaying();
  }

  /**
   * Asks the worker, which is woken for it.
   * @throws what the worker answered; where there is none, or none any more, the state says it, too
   */
  ask<T extends Request['type'] & keyof Answers>(type: T, payload: Payload<T>): Promise<Answers[T]> {
    return this.whenReady(() => this.connection.ask(type, payload));
  }

  /**
   * Asks for what changes what is shown.
   * @param payload called when the request is sent, which is after the frames that a lab asks for when it wakes
   * @returns the answer, and the number of the request among those that change what is shown
   */
  askNumbered<T extends Request['type'] & keyof Answers>(
    type: T,
    payload: () => Payload<T>,
  ): Promise<{ answer: Answers[T]; number: number }> {
    return this.whenReady(async () => {
      const number = this.pump.next();
      return { answer: await this.connection.ask(type, payload()), number };
    });
  }

  private async whenReady<T>(work: () => Promise<T>): Promise<T> {
    try {
      // At once where that can be, so that requests keep the order in which they were made.
      return await (this.isReady ? work() : this.whenAwake(work));
    } catch (error) {
      // At rest nothing else is asked, and so nothing else would tell.
      if ((error as Error).name === 'WorkerError') this.fail(error as Error);
      throw error;
    }
  }

  private async whenAwake<T>(work: () => Promise<T>): Promise<T> {
    await this.wake();
    const { failure } = this.store.getState();
    if (failure !== null) throw new Error(failure.message);
    if (!this.isReady) throw new DOMException('There is no run to ask', 'AbortError');
    return work();
  }

  /**
   * Whether it may train: not while nobody can see it, nor while others have their turn.
   * @param waits whether it may soon: then it has not come to rest
   */
  allow(allowed: boolean, waits: boolean): void {
    if (allowed === this.allowed && waits === this.waits) return;
    this.allowed = allowed;
    this.waits = waits;
    this.applyPlaying();
  }

  /** Gives the worker back. The run goes on where it is when it wakes, on simd to the bit. */
  async sleep(): Promise<void> {
    if (!this.isReady || this.store.getState().starting) return;
    try {
      await this.connection.sleep(async (client) => {
        if (this.pump.isAtRest) return;
        // First of all, so that the moment on screen is the one that it goes on from.
        if (this.training || this.waiting) await client.request('play', { playing: false });
        const number = this.pump.next();
        this.pump.accept(await client.request('frame', { view: this.pump.present }), number);
      });
      this.store.setState({ asleep: true });
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** Has a worker again, where it was; opens a lab that never had one. What fails is in the state. */
  async wake(): Promise<void> {
    await this.connection.settled();
    const { pending } = this.starter;
    if (pending !== null) {
      // What it comes to is told by itself. Where that is nothing, a run may sleep on.
      await pending.catch(() => undefined);
      if (this.connection.sleeping === null) return;
    }
    const { asleep, failure } = this.store.getState();
    // Another may have had it woken meanwhile, and wait for it.
    if (!asleep || failure !== null || this.disposed) return this.connection.settled();
    const { sleeping } = this.connection;
    if (sleeping === null) return this.begin();
    const { behind } = this.starter;
    if (behind.length > 0) {
      await this.renew(behind);
      // Where its images could not be had, the run that sleeps goes on.
      return this.wake();
    }
    this.store.setState({ asleep: false });
    try {
      const asked = this.settings;
      const run = await this.connection.wake(runOrder(asked, this.starter.pair), this.store.getState().dataset!);
      this.history.cut(sleeping.parameters.step);
      this.store.setState({ run });
      this.catchUp(asked);
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** After a failure: begins again with a new worker, where the run was last kept. */
  async retry(): Promise<void> {
    // A start on its way is another try already.
    if (this.starter.pending !== null) return this.wake();
    this.connection.close();
    this.store.setState({ failure: null, asleep: true });
    await this.wake();
  }

  dispose(): void {
    this.disposed = true;
    this.starter.dispose();
    this.pump.dispose();
    this.reader.cancel();
    this.connection.close();
  }

  applyPlaying(): void {
    if (!this.isReady) return;
    this.tellPlaying();
    if (this.training) this.pump.pump();
    else this.pump.refresh();
  }

  /** Lets it train so far and no farther; null for on and on. */
  bind(bound: Bound | null): void {
    const moves = bound?.until !== this.bound?.until;
    this.bound = bound;
    if (moves && this.isReady && this.training) this.tellPlaying();
  }

  /** It stands still, and the last frame shows where. */
  get rests(): boolean {
    return this.isReady && !this.training && this.pump.isAtRest;
  }

  private tellPlaying(): void {
    const { training: playing, waiting, bound } = this;
    const state = { playing, ...(waiting && { waits: true }), ...(bound && { until: bound.until }) };
    this.connection.ask('play', state).catch((error: Error) => this.fail(error));
  }

  /** Asks once more for the engine of the settings: what it lacked may come now. */
  async retryEngine(): Promise<void> {
    try {
      await this.engine.make(this.settings.engine);
      this.pump.refresh();
    } catch (error) {
      this.fail(error as Error);
    }
  }

  private happened(event: RunEvent): void {
    if (event.kind === 'engine-lost') this.engine.show(event);
    if (event.kind === 'diverged') this.store.setState({ playing: false });
    this.history.cut(event.restored);
    this.notices.notify({ kind: 'event', event });
    this.pump.refresh();
  }

  /** It cannot go on: what is shown stays, and the reader is told. */
  private fail(error: Error): void {
    if (this.disposed || isAbort(error) || this.store.getState().failure !== null) return;
    this.connection.close();
    this.store.setState({ failure: failureOf(error), run: null });
  }

  /** There is a run to ask. */
  private get isReady(): boolean {
    return this.connection.isOpen && this.store.getState().run !== null;
  }

  private get training(): boolean {
    return this.store.getState().playing && this.allowed;
  }

  private get waiting(): boolean {
    return this.store.getState().playing && this.waits;
  }

  private get settings(): Settings {
    return this.store.getState().settings;
  }
}
