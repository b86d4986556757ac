/** Safetensors by other means than the project's, for tests. */

/** The header of a file and where its numbers begin. */
export function headerOf(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  const buffer = Buffer.from(bytes);
  const length = buffer.readUInt32LE(0) + 2 ** 32 * buffer.readUInt32LE(4);
  return { header: JSON.parse(buffer.toString('utf8', 8, 8 + length)), start: 8 + length };
}

/** The float32 numbers of one tensor. */
export function floatsOf(bytes: Uint8Array, name: string): { shape: number[]; values: Float32Array } {
  const { header, start } = headerOf(bytes);
  const { dtype, shape, data_offsets } = header[name] as { dtype: string; shape: number[]; data_offsets: number[] };
  if (dtype !== 'F32') throw new Error(`${name} is ${dtype}`);
  const [from, to] = data_offsets as [number, number];
  return { shape, values: new Float32Array(bytes.slice(start + from, start + to).buffer) };
}

/** A file of any header, be it right or wrong: text as it is, else as JSON. */
export function rawFile(header: unknown, data: Uint8Array): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeUInt32LE(text.length);
  return new Uint8Array(Buffer.concat([length, text, data]));
}
