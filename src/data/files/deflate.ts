/** What is known of deflate (RFC 1951), by which gzip, zip and PNG are packed. */

/** The most a deflate stream can grow: 258 bytes for every two bits (zlib's technical notes: 1032 to 1). */
export const DEFLATE_LIMIT = 1032;

/**
 * Compressed bytes handed to a decompressor at a time. It unpacks all it was given before anyone reads, so this bounds what
 * a decompression bomb can unpack ahead of us: 16 kB × 1032 = 17 MB a layer.
 */
export const DEFLATE_PIECE = 16384;
