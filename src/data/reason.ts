/** What an unknown thrown value says of itself. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
