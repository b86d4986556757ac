/** A film of the plane while it trains: what is recorded, and in which form browsers can. */
import { createCloudPress } from '../../draw/ellipses/paintOnce';
import { drawSvg } from '../../draw/still/files';
import { panelSvg } from '../../draw/still/panelSvg';
import { css } from '../../draw/theme';
import type { Frame } from '../../worker/frameProtocol';
import type { Figure } from '../context';
import { count, short } from '../numbers';
import { planePictures } from '../planePicture';
import { printInks } from './inks';

/** Forms in order of preference, and how names of such files end. */
const KINDS = [
  { type: 'video/webm;codecs=vp9', end: 'webm' },
  { type: 'video/webm;codecs=vp8', end: 'webm' },
  { type: 'video/webm', end: 'webm' },
  { type: 'video/mp4', end: 'mp4' },
] as const;

/** The form of film that this browser records; null where it records none. */
export function filmKind(): (typeof KINDS)[number] | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null;
  return KINDS.find(({ type }) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** Pixels a side of the plane in a film, and of the line of numbers below it. */
const SIDE = 720;
const FOOT = 48;

/** Pictures a second at most. */
const RATE = 30;

/** Ms between two drawings of axes, circles, names and pins, which move little. */
const FURNITURE = 200;

/** Bytes of a film without a picture, at most. */
const LEAST = 256;

const BITS_PER_SECOND = 4_000_000;

/** What a film says besides its pictures. */
export interface FilmWords {
  readonly step: string;
}

export interface Film {
  /** Ends it. Resolves to the file; rejects where the browser failed to write it. */
  stop(): Promise<Blob>;
  /** Ends it without a file. */
  discard(): void;
}

/** Ms within which a browser has taken up what was drawn last. */
const LAST = 150;

/**
 * Begins to record.
 * @param stage the plane's panel, whose layers are drawn again
 * @param canvas what is recorded; on the page, since browsers record what they show
 * @throws Error where the browser cannot
 */
export async function startFilm(
  figure: Figure,
  stage: Element,
  canvas: HTMLCanvasElement,
  words: FilmWords,
): Promise<Film> {
  const { lab } = figure;
  const press = await createCloudPress();
  canvas.width = SIDE;
  canvas.height = SIDE + FOOT;
  const furniture = document.createElement('canvas');
  furniture.width = SIDE;
  furniture.height = SIDE;
  const context = canvas.getContext('2d')!;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let furnishedAt = Number.NEGATIVE_INFINITY;
  let furnishing: Promise<void> | null = null;

  const furnish = (): Promise<void> => {
    furnishing ??= drawFurniture(figure, stage, furniture).finally(() => {
      furnishing = null;
    });
    furnishedAt = performance.now();
    return furnishing;
  };
  const draw = (frame: Frame): void => {
    const { theme } = figure;
    context.fillStyle = css(theme.paper);
    context.fillRect(0, 0, canvas.width, canvas.height);
    // The panel has shown the frame already: it listens since before the film began.
    printInks(planePictures.get(stage)?.inks(SIDE) ?? [], press, context);
    context.drawImage(furniture, 0, 0);
    context.fillStyle = css(theme.ink);
    context.font = `600 20px ${getComputedStyle(stage).fontFamily}`;
    context.textBaseline = 'middle';
    const { step, beta, noiseScale } = frame;
    context.fillText(`${words.step} ${count(step)}    β ${short(beta)}    σ ${short(noiseScale)}`, 16, SIDE + FOOT / 2);
    canvas.dataset.step = String(step);
  };

  const drawPresent = (): void => {
    if (lab.frame !== null) draw(lab.frame);
  };

  await furnish();
  drawPresent();
  // Shown once before it is recorded, so that no film begins with an empty picture.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const stopDrawing = lab.on('frame', (frame) => {
    const now = performance.now();
    if (frame.training && now - drawnAt < 1000 / RATE) return;
    drawnAt = now;
    // What does not come in time is drawn as it was.
    if (now - furnishedAt > FURNITURE) furnish().catch(() => undefined);
    draw(frame);
  });

  const stream = canvas.captureStream(RATE);
  const recorder = new MediaRecorder(stream, { mimeType: filmKind()!.type, videoBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<Blob>((resolve, reject) => {
    recorder.onstop = () => resolve(new Blob(parts, { type: recorder.mimeType }));
    recorder.onerror = (event) =>
      reject((event as Event & { error?: Error }).error ?? new Error('The recording failed'));
  });
  ended.catch(() => undefined);
  recorder.start(1000);
  drawPresent();
  const end = (): void => {
    stopDrawing();
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    async stop() {
      drawPresent();
      await new Promise((resolve) => setTimeout(resolve, LAST));
      end();
      const film = await ended;
      if (film.size < LEAST) throw new Error('The browser has recorded nothing');
      return film;
    },
    discard: end,
  };
}

/** What of the plane is not on canvases: axes, circles, names of classes, pins. */
async function drawFurniture({ site }: Figure, stage: Element, into: HTMLCanvasElement): Promise<void> {
  const svg = panelSvg(stage, { paper: 'none', bleeds: true, title: '', address: site.link(), canvas: () => null });
  const fresh = document.createElement('canvas');
  fresh.width = into.width;
  fresh.height = into.height;
  await drawSvg(svg, fresh);
  const context = into.getContext('2d')!;
  context.clearRect(0, 0, into.width, into.height);
  context.drawImage(fresh, 0, 0);
}
