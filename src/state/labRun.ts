import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../worker/client';
import type { Frame } from '../worker/frameProtocol';
import type { Library, Source } from '../worker/libraryProtocol';
import type { RunEvent } from '../worker/protocol';
import type { Adoption } from './adoption';
import type { OwnSource } from './brought';
import { changedKeys } from './checkSetting';
import { Connection } from './connection';
import { EngineChange } from './engineChange';
import { failureOf, ImagesError, isAbort, noticeOfImages } from './failures';
import { FramePump } from './framePump';
import { History } from './history';
import { ImageReader } from './imageReader';
import type { LabState } from './labState';
import type { NoticeBoard } from './notices';
import type { PastRoom } from './pastRoom';
import { RunAsker } from './runAsker';
import { liveConfig, shownAxes } from './runConfig';
import { RunSleeper } from './runSleeper';
import { RunStarter } from './runStarter';
import { type Key, type Settings, SPECS } from './settings';
import { Timeline } from './timeline';
import { Turn } from './turn';

/** What a lab needs of its surroundings. */
export interface LabParts {
  /** Starts a training worker. */
  readonly startClient: () => Client;
  readonly library: Library;
  /** Images of the reader's own that another lab has opened, where it begins with those. */
  readonly own?: Source | null;
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
  readonly timeline: Timeline;
  readonly pump: FramePump;
  readonly reader: ImageReader;
  /** Asks the run: for what is shown, and for anything else. */
  readonly asker: RunAsker;
  /** Gives the worker back, and has one again. */
  readonly sleeper: RunSleeper;
  /** Whether it trains, and how far. */
  readonly turn: Turn;
  readonly connection: Connection;
  /** Begins it. */
  readonly starter: RunStarter;
  /** Has another engine train it. */
  readonly engine: EngineChange;
  private disposed = false;

  /**
   * @param show called with every frame
   * @param leave called when the run goes to another moment, whose settings are those of then
   * @param past what may be kept of the past of a run
   */
  constructor(
    parts: LabParts,
    private readonly store: StoreApi<LabState>,
    private readonly notices: NoticeBoard,
    show: (frame: Frame) => void,
    leave: () => void,
    past: PastRoom,
  ) {
    const fail = (error: Error): void => this.fail(error);
    const isReady = (): boolean => this.asker.isReady;
    this.connection = new Connection(
      parts.startClient,
      (event) => this.happened(event),
      (news) => this.timeline.told(news),
    );
    this.reader = new ImageReader(parts.library, (loading) => store.setState({ loading }));
    this.pump = new FramePump({
      ask: (view) => (isReady() ? this.connection.ask('frame', { view }) : null),
      training: () => this.turn.training,
      waiting: () => this.turn.waiting,
      schedule: parts.schedule,
      show: (frame) => {
        this.history.add(frame);
        this.timeline.seen();
        show(frame);
      },
      fail,
    });
    const { connection, reader, pump, history } = this;
    this.asker = new RunAsker({ store, connection, pump, wake: () => this.sleeper.wake(), fail });
    this.turn = new Turn({ store, connection, pump, isReady, fail });
    this.timeline = new Timeline({
      store,
      history,
      asker: this.asker,
      pump,
      leave,
      follow: (before, keys) => this.follow(before, keys),
      nextFrame: parts.nextFrame,
    });
    const { timeline, turn } = this;
    this.starter = new RunStarter({
      store,
      connection,
      reader,
      pump,
      history,
      timeline,
      past: past.awake,
      baseUrl: parts.baseUrl,
      begun: (asked) => this.catchUp(asked),
      rest: () => turn.apply(),
    });
    this.sleeper = new RunSleeper({
      store,
      connection,
      starter: this.starter,
      pump,
      history,
      timeline,
      past,
      turn,
      isReady,
      isWanted: () => this.asker.isWanted,
      isDisposed: () => this.disposed,
      begin: () => this.begin(),
      renew: (keys) => this.renew(keys),
      awake: (asked) => this.catchUp(asked),
      fail,
    });
    this.engine = new EngineChange({
      store,
      notices,
      ask: (engine) => this.asker.ask('engine', { engine }),
      isOver: () => this.disposed || store.getState().failure !== null,
    });
  }

  /** Begins, for the first time or again, from the initial parameters. */
  begin(): Promise<void> {
    return this.starter.again().catch((error: Error) => this.cannotBegin(error));
  }

  /**
   * @throws DataFailure or WorkerError for files that cannot be read, or AbortError when the reading was ended: the run
   *   under way stays; or what the worker answered: then there is no run, which the state says, too
   */
  useFiles(own: OwnSource): Promise<void> {
    return this.brought(this.starter.openFiles(own));
  }

  /**
   * Begins a run that goes on from parameters of elsewhere, and rests there.
   * @throws what `check` throws, an error of images that cannot be had, or AbortError when their reading was ended; the
   *   run under way stays then
   */
  async adopt(adoption: Adoption): Promise<void> {
    await this.sleeper.wake();
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
    if (keys.includes('axisX') || keys.includes('axisY')) this.pump.setAxes(shownAxes(this.settings));
    // A run that is still to begin, or to wake, does so with the settings of then.
    if (!this.asker.isReady) return;
    const changed = this.change(before, keys);
    // Answered after them, as all requests are answered in their order.
    this.pump.replace();
    await changed;
  }

  /** Tells the worker of settings that have changed. */
  private async change(before: Settings, keys: readonly Key[]): Promise<void> {
    try {
      await Promise.all([
        keys.includes('engine') ? this.engine.make(before.engine) : null,
        this.asker.ask('configure', { live: liveConfig(this.settings), ...this.turn.pace }),
      ]);
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
    if (keys.length > 0) void this.change(asked, keys);
    this.pump.setAxes(shownAxes(this.settings));
    // With a frame, which is to be of the run that plays: of one at rest the losses of all images are computed first.
    this.turn.apply();
  }

  dispose(): void {
    this.disposed = true;
    this.timeline.endFilm();
    this.starter.dispose();
    this.pump.dispose();
    this.reader.cancel();
    this.connection.close();
  }

  private happened(event: RunEvent): void {
    if (event.kind === 'given') {
      this.pump.refresh();
      return;
    }
    if (event.kind === 'engine-lost') this.engine.show(event);
    if (event.kind === 'diverged') this.store.setState({ playing: false });
    // At a moment of the past it is that moment which is back; what came after it stays.
    if (this.timeline.at === null) this.history.cut(event.restored);
    this.notices.notify({ kind: 'event', event });
    this.pump.refresh();
  }

  /** It cannot go on: what is shown stays, and the reader is told. */
  fail(error: Error): void {
    if (this.disposed || isAbort(error) || this.store.getState().failure !== null) return;
    this.connection.close();
    this.store.setState({ failure: failureOf(error), run: null });
  }

  private get settings(): Settings {
    return this.store.getState().settings;
  }
}
