import { FlateErrorCode, Gunzip } from 'fflate';
import { crc32 } from '../../formats/crc32';
import { DataError } from '../dataset';
import { reason } from '../reason';
import type { Chunks } from './bytes';
import { DEFLATE_PIECE } from './deflate';

/** Bytes at the end of a member: the CRC-32 of what it holds, and its length modulo 2³². */
const TRAILER = 8;

/** Most packed bytes without output: the header of a member has a field of up to 64 kB, and two texts. */
const MOST_WITHOUT_OUTPUT = 2 ** 17;

/** Packed bytes that are kept: a trailer is compared when the whole header of the next member has come. */
const KEPT = 2 * MOST_WITHOUT_OUTPUT;

/**
 * Unpacks gzip: all of its members one after the other (RFC 1952 2.2), as bgzip and `cat a.gz b.gz` write them. The
 * decompressors of browsers refuse all that follows the first, and say no more of it than of damage.
 * @throws DataError where a member is damaged or cut short, or something else follows the last
 */
export async function* gunzip(packed: Chunks, file: File): Chunks {
  const members = new Members(file.name);
  for await (const chunk of packed) {
    for (let start = 0; start < chunk.length; start += DEFLATE_PIECE) {
      yield* members.push(chunk.subarray(start, start + DEFLATE_PIECE), false);
    }
  }
  yield* members.push(new Uint8Array(0), true);
}

/** Unpacks members, and compares each with its trailer, which the library does not. */
class Members {
  private readonly unpacker = new Gunzip((chunk) => this.take(chunk as Uint8Array<ArrayBuffer>));
  private ready: Uint8Array<ArrayBuffer>[] = [];
  /** CRC-32 and length of what the present member has held so far. */
  private crc = 0;
  private length = 0;
  /** Whether the header of a member has been read. */
  private begun = false;
  /** Packed bytes so far, and how many they were at the last output, or at the last end of a member. */
  private fed = 0;
  private fedAtOutput = 0;
  /** The last of them: byte i is at i modulo KEPT. */
  private readonly recent = new Uint8Array(KEPT);

  constructor(private readonly file: string) {
    this.unpacker.onmember = (offset) => this.endMember(offset);
  }

  /** @returns what further packed bytes are unpacked to */
  push(piece: Uint8Array, isEnd: boolean): readonly Uint8Array<ArrayBuffer>[] {
    this.ready = [];
    for (const byte of piece) this.recent[this.fed++ % KEPT] = byte;
    try {
      this.unpacker.push(piece, isEnd);
    } catch (error) {
      if (error instanceof DataError) throw error;
      const isHeader = (error as { code?: unknown }).code === FlateErrorCode.InvalidHeader;
      throw isHeader ? this.wrongEnd(reason(error)) : this.damaged(reason(error));
    }
    if (isEnd) this.endMember(this.fed);
    // The library would wait for the end of a header of any length, and copy what there is of it with every piece.
    if (this.fed - this.fedAtOutput > MOST_WITHOUT_OUTPUT)
      throw this.damaged(`more than ${MOST_WITHOUT_OUTPUT} bytes of it hold nothing`);
    return this.ready;
  }

  private take(chunk: Uint8Array<ArrayBuffer>): void {
    this.begun = true;
    if (chunk.length === 0) return;
    this.crc = crc32(chunk, this.crc);
    this.length += chunk.length;
    this.fedAtOutput = this.fed;
    this.ready.push(chunk);
  }

  /** @param end packed bytes up to the end of the present member */
  private endMember(end: number): void {
    if (!this.isTrailer(end - TRAILER)) throw this.wrongEnd('its checksum or its length is another');
    [this.crc, this.length, this.fedAtOutput] = [0, 0, this.fed];
  }

  /** Whether the trailer of the present member begins at a place among the packed bytes. */
  private isTrailer(place: number): boolean {
    if (place < 0) return false;
    const number = (from: number): number =>
      [3, 2, 1, 0].reduce((sum, i) => 256 * sum + this.recent[(from + i) % KEPT]!, 0);
    return number(place) === this.crc && number(place + 4) === this.length % 2 ** 32;
  }

  /**
   * What is wrong where the present member should end, or the next begin: if its trailer is among the last bytes, it is whole
   * and something else follows; else it is damaged.
   */
  private wrongEnd(why: string): DataError {
    const first = Math.max(0, this.fed - KEPT);
    for (let place = this.fed - TRAILER; this.begun && place >= first; place--) {
      if (this.isTrailer(place)) return this.trailing();
    }
    return this.damaged(why);
  }

  private trailing(): DataError {
    return new DataError(
      { code: 'gzip-trailing', values: { file: this.file } },
      `${this.file}: something follows the end of its gzip data, expected nothing or more gzip data`,
    );
  }

  /** @param why in English */
  private damaged(why: string): DataError {
    return new DataError(
      { code: 'gzip-damaged', values: { file: this.file } },
      `${this.file}: gzip data is corrupt or cut short (${why}), expected whole gzip data`,
    );
  }
}
